// SPDX-License-Identifier: GPL-3.0-or-later
// What: the rows and cells of a table whose columns are known from white space.
// In:   lines of the table from top to bottom, its gutters, horizontal rulings. Out: a grid.
#pragma once

#include "tables/grid.h"
#include "tables/lines.h"

namespace pactable::tables {

/// White space between two columns, in points.
struct Gutter {
  double begin = 0, end = 0;
  [[nodiscard]] double middle() const { return (begin + end) / 2; }
};

/// The lines of a table without a ruled grid. A chunk is a stretch of a line without a wide gap.
struct AlignedTable {
  std::vector<Line> lines;
  std::vector<std::vector<Line>> chunks;  // of each line
  std::vector<Gutter> gutters;            // between the columns, ascending
  std::vector<Segment> rules;             // horizontal, within the table's width
  std::vector<Segment> shades;            // upper and lower edges of shaded areas, as the rules
  double leading = 1.2;                   // usual line distance in parts of the font size
};

/// Index of the column at x.
[[nodiscard]] int column_at(const AlignedTable& table, double x);

/// First and last column that a stretch of a line reaches into.
[[nodiscard]] std::pair<int, int> columns_of(const AlignedTable& table, const Box& box);

/// The share of words with digits and without letters is large.
[[nodiscard]] bool is_numeric(const Line& chunk);

[[nodiscard]] Grid make_rows(const AlignedTable& table);

}  // namespace pactable::tables
