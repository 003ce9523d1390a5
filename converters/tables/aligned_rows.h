// SPDX-License-Identifier: GPL-3.0-or-later
// What: the rows and cells of a table whose columns are known from white space.
// In:   lines of the table from top to bottom, its gutters, horizontal rulings. Out: a grid.
#pragma once

#include "tables/grid.h"
#include "tables/lines.h"

namespace pactable::tables {

/// White space between two columns, in points. `cut` is where the fewest lines reach into it.
struct Gutter {
  double begin = 0, end = 0, cut = 0;
};

/// The lines of a table without a ruled grid. A chunk is a stretch of a line without a wide gap.
struct AlignedTable {
  std::vector<Line> lines;
  std::vector<std::vector<Line>> chunks;  // of each line
  std::vector<Gutter> gutters;            // between the columns, ascending
  std::vector<Segment> rules;             // horizontal, within the table's width
  std::vector<Segment> shades;            // upper and lower edges of shaded areas, likewise
  double leading = 1.2;                   // usual line distance in parts of the font size
  bool goes_on = false;                   // from a table with numbered rows on the page before
  double row_space =
      0;  // between rows on earlier pages, more than between lines, in parts of the font size; 0: unknown
};

/// Index of the column at x.
[[nodiscard]] int column_at(const AlignedTable& table, double x);

/// First and last column that a stretch of a line reaches into.
[[nodiscard]] std::pair<int, int> columns_of(const AlignedTable& table, const Box& box);

/// How many lines at the head stand above the first long rule or shade inside; 0 where there is none.
[[nodiscard]] std::size_t ruled_header_lines(const AlignedTable& table);

/// True where line i of a ruled header begins another row than the line `row_begin`.
[[nodiscard]] bool parts_header(const AlignedTable& table, std::size_t row_begin, std::size_t i);

/// How many lines at the head are its header: above the first long rule inside, else set in bold unlike the next.
[[nodiscard]] std::size_t header_lines(const AlignedTable& table);

/// The share of words with digits and without letters is large.
[[nodiscard]] bool is_numeric(const Line& chunk);

[[nodiscard]] Grid make_rows(const AlignedTable& table);

}  // namespace pactable::tables
