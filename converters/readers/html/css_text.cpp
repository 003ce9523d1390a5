// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/css_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "core/unicode.h"

namespace pactable::readers::html::css {
namespace {

// Past a string that begins at `at`: behind its closing quote, or at the end of its line where none closes it.
std::size_t past_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size() && text[at] != quote && text[at] != '\n'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

struct Unit {
  std::string_view name;
  double pixels;
};
// CSS Values 4, 6.2: an inch is 96 pixels; letters are taken at the usual 16.
constexpr std::array<Unit, 9> kUnits = {{{"px", 1},
                                         {"pt", 96.0 / 72},
                                         {"em", 16},
                                         {"rem", 16},
                                         {"ex", 8},
                                         {"ch", 8},
                                         {"in", 96},
                                         {"cm", 96 / 2.54},
                                         {"mm", 96 / 25.4}}};

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string without_comments(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      const std::size_t end = past_string(text, at);
      out += text.substr(at, end - at);
      at = end;
    } else if (c == '/' && text.substr(at).starts_with("/*")) {
      const std::size_t end = text.find("*/", at + 2);
      at = end == std::string_view::npos ? text.size() : end + 2;
      out += ' ';
    } else if (c == '<' && text.substr(at).starts_with("<!--")) {
      at += 4;
    } else if (c == '-' && text.substr(at).starts_with("-->")) {
      at += 3;
    } else {
      out += c;
      ++at;
    }
  }
  return out;
}

std::size_t find_open(std::string_view text, std::string_view signs, std::size_t from) {
  int depth = 0;
  while (from < text.size()) {
    const char c = text[from];
    if (depth == 0 && signs.find(c) != std::string_view::npos) return from;
    if (c == '"' || c == '\'') {
      from = past_string(text, from);
      continue;
    }
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    from += c == '\\' ? 2 : 1;
  }
  return text.size();
}

std::vector<std::string_view> split_open(std::string_view text, std::string_view signs) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = find_open(text, signs, begin);
    const std::string_view piece = unicode::trim(text.substr(begin, end - begin));
    if (!piece.empty()) out.push_back(piece);
    begin = end + 1;
  }
  return out;
}

std::string unquoted(std::string_view text) {
  text = unicode::trim(text);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
    text = text.substr(1, text.size() - 2);
  }
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      out += text[at];
      continue;
    }
    // An escape: up to six hexadecimal digits and one space, or the sign itself.
    std::size_t end = at + 1;
    constexpr std::string_view kHex = "0123456789abcdefABCDEF";
    while (end < text.size() && end - at <= 6 && kHex.find(text[end]) != std::string_view::npos) ++end;
    std::uint32_t code = 0;
    std::from_chars(text.data() + at + 1, text.data() + end, code, 16);
    if (end > at + 1) {
      const bool valid = code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
      unicode::append_utf8(out, valid ? static_cast<char32_t>(code) : U'\uFFFD');
      if (end < text.size() && text[end] == ' ') ++end;
      at = end - 1;
    }
  }
  return out;
}

std::optional<double> pixels(std::string_view text) {
  text = unicode::trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  const std::string unit = lower(text.substr(static_cast<std::size_t>(end - text.data())));
  if (unit.empty()) return number;  // 0; pages in old style write bare numbers for pixels
  const auto found = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& u) { return u.name == unit; });
  return found == kUnits.end() ? std::nullopt : std::optional<double>(number * found->pixels);
}

}  // namespace pactable::readers::html::css
