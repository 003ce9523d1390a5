// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/markdown/escape.h"

#include <fmt/format.h>

#include "core/unicode.h"
#include "writers/format/acting_characters.h"

namespace pactable::writers::markdown {
namespace {

// Emphasis, code, links, HTML, entities, cells, headings, formulas, mentions. Others begin markup at the start of a
// line only, where no text of a document stands.
constexpr std::u32string_view kMarkup = U"\\`*_[]<>&|~#$@!";

/// "http://x", ":name:" and "www.x" become links and pictures on some sites.
bool begins_link(std::u32string_view text, std::size_t at) {
  if (text[at] == U'.') return at >= 3 && unicode::fold(unicode::to_utf8(text.substr(at - 3, 3))) == "www";
  if (text[at] != U':' || at + 1 == text.size()) return false;
  if (text[at + 1] == U'/') return true;
  const std::size_t end = text.find_first_not_of(U"abcdefghijklmnopqrstuvwxyz0123456789_+-", at + 1);
  return end != std::u32string_view::npos && end > at + 1 && text[end] == U':';
}

}  // namespace

std::string escape(std::string_view text, std::string_view line_end) {
  const std::u32string characters = unicode::to_code_points(text);
  std::string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i];
    const bool carriage_return_of_pair = c == U'\r' && i + 1 < characters.size() && characters[i + 1] == U'\n';
    if (carriage_return_of_pair) continue;
    if (c == U'\n' || c == U'\r') {
      out += line_end;
    } else if (c == U'\t') {
      out += ' ';
    } else if (format::acts(c)) {
      out += fmt::format("\\\\u{{{:X}}}", static_cast<unsigned>(c));
    } else {
      if (kMarkup.find(c) != std::u32string_view::npos || begins_link(characters, i)) out += '\\';
      unicode::append_utf8(out, c);
    }
  }
  return out;
}

}  // namespace pactable::writers::markdown
