// SPDX-License-Identifier: GPL-3.0-or-later
// What: short names for tests of the rules of rows: tables below a usual header, and what became of each row.
#pragma once

#include <boost/test/unit_test.hpp>

#include "unit/parser/grids.h"

namespace pactable::test {

using Lines = std::vector<std::string>;

inline const Lines kHeader = {"No.", "Measures", "Urgency", "Timescale"};
inline const Lines kCellHeader = {"Topic", "Action", "Sub-task", "Responsible"};

inline Rows below(const Lines& header, Rows rows) {
  rows.insert(rows.begin(), header);
  return rows;
}

inline void check_lines(const Lines& got, const Lines& expected) {
  BOOST_TEST(got == expected, boost::test_tools::per_element());
}

/// Items, and that nothing was lost or used twice on the way.
inline void check_items(const parser::Draft& draft, const Lines& expected) {
  check_lines(lines_of(draft), expected);
  check_lines(lost_texts(draft), {});
}

/// Lets a cell reach over further columns; those that it covers go.
inline void span_columns(layout::Table& table, int row, int column, int columns) {
  std::erase_if(table.cells, [&](const layout::Cell& cell) {
    return cell.row == row && cell.column > column && cell.column < column + columns;
  });
  for (layout::Cell& cell : table.cells) {
    if (cell.row == row && cell.column == column) cell.column_span = columns;
  }
}

/// Lets a cell reach down over further rows; those that it covers go.
inline void span_rows(layout::Table& table, int row, int column, int rows) {
  std::erase_if(table.cells, [&](const layout::Cell& cell) {
    return cell.column == column && cell.row > row && cell.row < row + rows;
  });
  for (layout::Cell& cell : table.cells) {
    if (cell.row == row && cell.column == column) cell.row_span = rows;
  }
}

}  // namespace pactable::test
