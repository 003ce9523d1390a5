// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts words on lines.
// In:   the words of a cell, column or page. Out: lines from top to bottom, words from left to right.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"

namespace pactable::tables {

using Words = std::vector<const layout::Word*>;

struct Line {
  Words words;
  Box box;
  double baseline = 0;
  double size = 0;   // font size of most of its characters
  int rotation = 0;  // degrees clockwise, as Word::rotation
};

/// The page's words as pointers, in content order.
[[nodiscard]] Words pointers(const std::vector<layout::Word>& words);

/// Upright lines come first, then the lines of each other direction of writing.
[[nodiscard]] std::vector<Line> make_lines(const Words& words);

/// True where white space stands between two neighbours on a line.
[[nodiscard]] bool space_between(const layout::Word& left, const layout::Word& right);

/// The words of a line with spaces between them.
[[nodiscard]] std::string text_of(const Line& line);

/// Usual distance of two lines of a paragraph in parts of the font size, over a whole page (1.2 where it cannot be
/// told).
[[nodiscard]] double usual_leading(const std::vector<Line>& lines);

/// A font size that most characters have.
[[nodiscard]] double usual_size(const Words& words);

/// Cuts a line at gaps wider than `gap` times its font size.
[[nodiscard]] std::vector<Line> split_at_gaps(const Line& line, double gap);

}  // namespace pactable::tables
