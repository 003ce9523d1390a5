// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unicode.h"
#include "grammar/family.h"

namespace pactable::grammar {

std::string comparable(std::string_view text) {
  // Footnote marks first: NFKC would turn "¹" into a digit of the word.
  std::u32string code_points = unicode::to_code_points(unicode::trim(text));
  const auto is_mark = [](char32_t c) {
    return c == U'¹' || c == U'²' || c == U'³' || (c >= U'⁰' && c <= U'⁹') || c == U'*' || c == U'†' || c == U'‡' ||
           c == 0xFFFD;
  };
  while (!code_points.empty() && (is_mark(code_points.back()) || unicode::is_space(code_points.back()))) {
    code_points.pop_back();
  }
  // "Priority1", "Urgency 2": a figure glued or set behind a word is a mark that lost its style; "N 1" stays.
  std::size_t end = code_points.size();
  while (end > 0 && unicode::is_digit(code_points[end - 1])) --end;
  if (end < code_points.size() && code_points.size() - end <= 2 && end >= 4) code_points.resize(end);
  std::string folded = unicode::collapse_space(unicode::fold(unicode::to_utf8(code_points)));
  while (folded.size() > 1 && (folded.back() == ':' || folded.back() == '.' || folded.back() == ' ')) folded.pop_back();
  return folded;
}

}  // namespace pactable::grammar
