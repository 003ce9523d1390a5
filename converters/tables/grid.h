// SPDX-License-Identifier: GPL-3.0-or-later
// What: the cells that ruling lines enclose.
// In:   merged segments. Out: one grid per connected group of lines. Never: looks at words.
#pragma once

#include <vector>

#include "tables/rulings.h"

namespace pactable::tables {

/// `row`, `column` and the spans count grid squares, 0-based.
struct GridCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
};

/// `xs` and `ys` are the borders of columns and rows, ascending: xs.size() - 1 columns. `cells` in row-major order
/// cover every square once.
struct Grid {
  std::vector<double> xs, ys;
  std::vector<GridCell> cells;
  bool numbered = false;       // numbers tell its rows; no line rules its columns
  double row_space = 0;        // of a numbered one: between rows, in parts of the font size; 0 where it is not known
  std::vector<double> unsure;  // y of lines before which a row may begin or not: both are nearly as likely

  [[nodiscard]] Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  [[nodiscard]] Box box(const GridCell& cell) const;
  /// Index into `cells` of the cell at a point, or -1 outside of the grid.
  [[nodiscard]] int cell_at(double x, double y) const;
  [[nodiscard]] int rows() const { return static_cast<int>(ys.size()) - 1; }
  [[nodiscard]] int columns() const { return static_cast<int>(xs.size()) - 1; }

  std::vector<int> squares;  // cell index of each square, row-major
};

/// Leaves out borders that no cell uses and fills `squares` from `cells`.
void compact(Grid& grid);

/// All grids with at least two cells; open sides (lines that stand out beyond the last crossing line) are closed.
[[nodiscard]] std::vector<Grid> find_grids(const Segments& segments);

}  // namespace pactable::tables
