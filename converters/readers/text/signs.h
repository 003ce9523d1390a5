// SPDX-License-Identifier: GPL-3.0-or-later
// What: the signs that tables are drawn with in text: bars, dashes, corners, in ASCII and as box drawing.
// In:   a line. Out: bars and rulers of it.
// Never: takes an escaped bar for a border.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "readers/text/decode.h"

namespace pactable::readers::text {

/// '-', '=', '|', '+' for a sign of that meaning; 0 for every other character.
[[nodiscard]] char drawn_sign(char32_t c);

/// A vertical border: bytes [begin, end) of the line; `column` counts code points without the marks that combine.
struct Bar {
  std::size_t begin = 0, end = 0, column = 0;
};
[[nodiscard]] std::vector<Bar> find_bars(std::string_view line);

/// A line of dashes and corners or bars alone: "|---|:-:|", "----+----", "+====+", "├──┼──┤".
struct DrawnRuler {
  bool found = false;
  bool corners = false;      // '+' stands in it
  bool bars = false;         // '|' stands in it
  bool doubled = false;      // '=' stands in it
  bool outer = false;        // begins with a corner or bar
  std::size_t cells = 0;     // stretches of dashes
  std::size_t shortest = 0;  // dashes of the shortest of them
};
[[nodiscard]] DrawnRuler find_ruler(std::string_view line);

/// By code point: the columns of a line at which a corner or bar stands.
[[nodiscard]] std::vector<std::size_t> corner_columns(std::string_view line);

/// Code points of a line without the marks that combine, and the byte at which each begins (one more for the end).
struct LineColumns {
  std::u32string signs;
  std::vector<std::size_t> bytes;
};
/// `wide`: a character of double width (East Asian) takes two columns, the second one U+0000.
[[nodiscard]] LineColumns line_columns(std::string_view line, bool wide = false);

}  // namespace pactable::readers::text
