// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/mend.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace pactable::readers::pdf {
namespace {

constexpr std::size_t kMaxPages = 20'000;     // as poppler_pages.cpp
constexpr std::size_t kMaxDictionary = 4096;  // bytes of a catalog or page; their entries are references

struct Found {
  int number = 0, generation = 0;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that ends before `end`, which is moved to its first digit.
std::optional<int> number_before(std::string_view bytes, std::size_t& end) {
  const std::size_t after = end;
  while (end > 0 && is_digit(bytes[end - 1])) --end;
  int value = 0;
  const auto read = std::from_chars(bytes.data() + end, bytes.data() + after, value);
  return end < after && read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

bool skip_space_before(std::string_view bytes, std::size_t& end) {
  const std::size_t after = end;
  while (end > 0 && is_space(bytes[end - 1])) --end;
  return end < after;
}

/// "12 0 obj" where `obj` stands at `at`.
std::optional<Found> object_at(std::string_view bytes, std::size_t at) {
  if (!skip_space_before(bytes, at)) return std::nullopt;
  const auto generation = number_before(bytes, at);
  if (!generation || !skip_space_before(bytes, at)) return std::nullopt;
  const auto number = number_before(bytes, at);
  return number && *number > 0 ? std::optional(Found{*number, *generation}) : std::nullopt;
}

/// The value of /Type in a dictionary that is no stream's, "" where it has none.
std::string_view type_of(std::string_view dictionary) {
  constexpr std::string_view kType = "/Type";
  for (std::size_t at = dictionary.find(kType); at != std::string_view::npos; at = dictionary.find(kType, at + 1)) {
    std::size_t begin = at + kType.size();
    while (begin < dictionary.size() && is_space(dictionary[begin])) ++begin;
    if (begin >= dictionary.size() || dictionary[begin] != '/') continue;
    const std::size_t end = dictionary.find_first_of("/<>[]() \t\r\n\f", begin + 1);
    return dictionary.substr(begin + 1, std::min(end, dictionary.size()) - begin - 1);
  }
  return {};
}

}  // namespace

Result<Mended> mend_end(std::string_view bytes) {
  constexpr std::string_view kObject = "obj";
  std::optional<Found> catalog;
  std::vector<Found> pages;
  int highest = 0;
  for (std::size_t at = bytes.find(kObject); at != std::string_view::npos; at = bytes.find(kObject, at + 1)) {
    const auto object = object_at(bytes, at);
    if (!object) continue;
    highest = std::max(highest, object->number);
    const std::string_view rest = bytes.substr(at + kObject.size(), kMaxDictionary);
    const std::size_t end = std::min(rest.find("endobj"), rest.find("stream"));
    if (end == std::string_view::npos) continue;  // broken off itself
    const std::string_view type = type_of(rest.substr(0, end));
    if (type == "Catalog") catalog = object;
    if (type == "Page" && pages.size() < kMaxPages) pages.push_back(*object);
  }
  if (catalog) {
    return Mended{fmt::format("\ntrailer\n<</Root {} {} R>>\n%%EOF\n", catalog->number, catalog->generation), false};
  }
  if (pages.empty()) return fail(ErrorCode::kDamaged, "neither a catalog nor a page is left");
  // Attributes that a page inherits come from its own /Parent where that is left; it is not changed.
  std::string kids;
  for (const Found& page : pages) kids += fmt::format("{} {} R ", page.number, page.generation);
  const long long tree = static_cast<long long>(highest) + 1;
  return Mended{fmt::format("\n{0} 0 obj\n<</Type/Pages/Kids[{1}]/Count {2}>>\nendobj\n"
                            "{3} 0 obj\n<</Type/Catalog/Pages {0} 0 R>>\nendobj\ntrailer\n<</Root {3} 0 R>>\n%%EOF\n",
                            tree, kids, pages.size(), tree + 1),
                true};
}

}  // namespace pactable::readers::pdf
