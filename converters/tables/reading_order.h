// SPDX-License-Identifier: GPL-3.0-or-later
// What: brings the lines of text and the tables of a page into reading order, column by column.
// In:   lines of the words outside of tables, boxes of the tables. Out: runs of lines and tables in order.
#pragma once

#include <vector>

#include "tables/lines.h"

namespace pactable::tables {

/// Either lines that stand below each other in one column, or one table (then `table` is its index).
struct Run {
  std::vector<Line> lines;
  int table = -1;
  double right = 0;  // where a full line of its column ends
};

[[nodiscard]] std::vector<Run> reading_order(const Words& words, const std::vector<Box>& tables);

}  // namespace pactable::tables
