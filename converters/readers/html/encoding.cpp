// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/encoding.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>

#include "core/unicode.h"

namespace pactable::readers::html {
namespace {

// A declaration stands in the first 1,024 bytes; pages with long comments before it are read as browsers read them.
constexpr std::size_t kHead = 4096;
// ICU's detector looks at the letters; more than this tells it nothing new.
constexpr std::size_t kDetected = 64 * 1024;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
constexpr std::array<Mark, 3> kMarks = {
    {{"\xEF\xBB\xBF", "utf-8"}, {"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}}};

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == ':' || c == '.';
}

// The word behind `key` and an equals sign, in quotes or not.
std::optional<std::string> value_after(std::string_view text, std::string_view key) {
  std::size_t at = text.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  at = text.find_first_not_of(" \t\r\n", at + key.size());
  if (at == std::string_view::npos || text[at] != '=') return std::nullopt;
  at = text.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string_view::npos) return std::nullopt;
  std::size_t end = at;
  while (end < text.size() && is_name_character(text[end])) ++end;
  return end > at ? std::optional<std::string>(text.substr(at, end - at)) : std::nullopt;
}

// HTML gives these names another meaning than their standards do: the Windows code page that holds theirs.
std::string as_browsers_read(const std::string& name) {
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii") return "windows-1252";
  if (name == "iso-8859-9") return "windows-1254";
  if (name.starts_with("utf-16") || name.starts_with("ucs-2")) return "utf-8";  // readable without a mark: it is not
  return name;
}

std::optional<std::string> declared(const std::string& head) {
  if (head.starts_with("<?xml")) {
    if (auto name = value_after(std::string_view(head).substr(0, head.find("?>")), "encoding")) {
      return as_browsers_read(*name);
    }
  }
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    if (auto name = value_after(std::string_view(head).substr(at, head.find('>', at) - at), "charset")) {
      return as_browsers_read(*name);
    }
  }
  return std::nullopt;
}

std::optional<std::string> detected(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  const std::string_view sample = bytes.substr(0, kDetected);
  ucsdet_enableInputFilter(detector.get(), 1);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return std::nullopt;
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) ? std::nullopt : std::optional<std::string>(name);
}

std::optional<std::string> converted(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  return text.toUTF8String(out);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

Result<std::string> decoded(std::string_view bytes, std::vector<layout::Oddity>& oddities) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    auto text = converted(bytes.substr(mark.bytes.size()), mark.encoding);
    if (!text) return fail(ErrorCode::kDamaged, "the page cannot be decoded");
    return *text;
  }
  const auto name = declared(lower(bytes.substr(0, kHead)));
  const bool utf8 = unicode::is_valid_utf8(bytes);
  if (utf8 && (!name || *name == "utf-8")) return std::string(bytes);
  if (name && *name != "utf-8") {
    if (auto text = converted(bytes, *name)) return *text;
    oddities.push_back({"HTML-ENCODING", fmt::format("the page declares an unknown encoding, {}", *name), {}});
    if (utf8) return std::string(bytes);
  }
  const auto guess = detected(bytes);
  auto text = guess ? converted(bytes, *guess) : std::nullopt;
  if (!text) return fail(ErrorCode::kDamaged, "the encoding of the page cannot be told");
  oddities.push_back({"HTML-ENCODING", fmt::format("the page was read as {}, told by its letters", *guess), {}});
  return *text;
}

}  // namespace

std::string ascii_head(std::string_view bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string head(bytes.substr(0, wide ? 2 * kHead : kHead));
  if (wide) {
    std::erase(head, '\0');
    head.erase(0, 2);
  }
  return lower(head);
}

Result<std::string> to_utf8(std::string_view bytes, std::vector<layout::Oddity>& oddities) {
  Result<std::string> text = decoded(bytes, oddities);
  if (!text) return text;
  std::size_t replaced = 0;
  std::string safe = unicode::xml_safe(*text, &replaced);
  if (replaced > 0) {
    oddities.push_back(
        {"HTML-CHARACTERS", fmt::format("{} characters that are no text were read as U+FFFD", replaced), {}});
  }
  return unicode::nfc(safe);
}

}  // namespace pactable::readers::html
