// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells where a narrow cell cuts words at the ends of its lines, without a hyphen.
// In:   the lines of the cells of a table. Out: for each column where its lines end and whether it cuts within words.
// Never: joins two words: that is decided by the document's own words (hyphens.h).
// Method: a program that breaks a line does it at a space unless a word alone is wider than the cell; the first piece
// then stands alone on its line and fills it. A column in which nearly every line is filled to the last letter, but not
// set flush, is cut at any letter.
#pragma once

#include <vector>

#include "tables/grid.h"
#include "tables/lines.h"

namespace pactable::tables {

struct ColumnEnd {
  double padding = 0;     // between the border of a cell and its text
  double longest = 0;     // right end of the longest line
  bool anywhere = false;  // lines are cut at any letter
};

/// `lines` of each cell of the grid.
[[nodiscard]] std::vector<ColumnEnd> column_ends(const Grid& grid, const std::vector<std::vector<Line>>& lines);

/// True where the first letter of `below` had no room at the end of `above`. `right`: where lines end.
[[nodiscard]] bool is_filled(const Line& above, const Line& below, double right);

}  // namespace pactable::tables
