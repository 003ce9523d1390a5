// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds the rows in a sequence of cells that was written without row borders.
// In:   shapes of the cells in reading order. Out: the rows of least cost, covering every cell once, in order.
// Never: looks at words; reorders or drops a cell. Linear in the number of cells.
#pragma once

#include <cstddef>
#include <vector>

namespace pactable::readers::text {

/// What is known of a cell before its row is known.
struct CellShape {
  bool empty = false;
  bool separated = false;    // a blank line stands before it
  bool interrupted = false;  // text outside of the table stands before it
  int header_run = 0;        // > 0: so many cells from here on are set like a header row of this width
};

/// Cells [begin, end). `width` is the column count in force, 0 before the first header run; a row of one cell in a
/// wider table spans it. `opens_width`: the row is the header run that sets a width other than the one before it.
struct StackedRow {
  std::size_t begin = 0, end = 0;
  int width = 0;
  bool opens_width = false;
};

/// Method: dynamic programming over (cell, width in force); the costs are named in the source file.
[[nodiscard]] std::vector<StackedRow> find_stacked_rows(const std::vector<CellShape>& cells);

}  // namespace pactable::readers::text
