// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the lines of a table of texts show about its rows: entries by column, the numbers that begin rows, how far
//       the entries of a column stand from each other.
// In:   lines in columns. Out: entries, the columns of numbers and of text, distances. Never: decides about a row.
#pragma once

#include <limits>
#include <vector>

#include "tables/aligned_rows.h"

namespace pactable::tables {

/// What stands in one column on one line. `distance` in points, to the entry above it in its column.
struct RowEntry {
  const Line* chunk = nullptr;
  double baseline = 0;
  double distance = std::numeric_limits<double>::infinity();
  bool number = false;
};

/// Lines and columns are counted from 0.
struct RowLines {
  int columns = 0;
  int text_column = -1;                        // of the most running text; -1 where no column holds any
  int label_column = -1;                       // whose numbers count the rows; -1 where rows are not numbered
  std::vector<bool> merged;                    // columns left of it with far fewer texts than there are numbers
  std::vector<bool> numbered;                  // columns with numbers that begin rows or parts of rows
  std::vector<std::vector<RowEntry>> entries;  // by line and column
  std::vector<bool> across;                    // lines that hold a stretch over several columns
  std::vector<bool> title;                     // lines that are one stretch over several columns
  std::vector<double> running;                 // by column: words per line
  std::vector<double> leading;                 // by column: distance of lines of one cell, in points
  std::vector<double> right, width;            // by column: where full lines end, and how wide they are, in points
  double size = 10;                            // usual font size
};

[[nodiscard]] RowLines read_row_lines(const AlignedTable& table);

/// A low, middle or high value: `share` of them are smaller. `values` has one value at least.
[[nodiscard]] double quantile(std::vector<double> values, double share);

}  // namespace pactable::tables
