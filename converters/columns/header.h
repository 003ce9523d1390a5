// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds the header rows of a table by what is marked, by its words, and by the contrast with the rows below.
// In:   the first rows of a table (and of what goes on from it). Out: where the header stands, and its columns.
// Never: takes a row that carries a number of the sequence.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "columns/cell_facts.h"
#include "columns/logical_table.h"
#include "columns/prior.h"
#include "layout/table.h"

namespace pactable::columns {

/// A table with its cells by row.
struct PieceGrid {
  const layout::Table* table = nullptr;
  std::vector<std::size_t> first_cell;  // of each row; one more at the end

  explicit PieceGrid(const layout::Table& table);
  [[nodiscard]] int rows() const { return static_cast<int>(first_cell.size()) - 1; }
  [[nodiscard]] std::span<const layout::Cell> cells(int row) const;
};

struct HeaderPlace {
  int row = 0, height = 1;
  double score = 0;
  std::vector<Evidence> evidence;
};

/// The header of `grid`, judged against its own rows and, where these are few, those of `next` (null: there is none).
[[nodiscard]] std::optional<HeaderPlace> find_header(const PieceGrid& grid, const PieceGrid* next,
                                                     const HeaderWords& words);

/// The columns below a header; a header cell over several columns is split where the cells below it are.
[[nodiscard]] std::vector<HeaderColumn> header_columns(const PieceGrid& grid, int row, int height,
                                                       const PieceGrid* next);

/// The columns of the grid, blank: of a table without a header.
[[nodiscard]] std::vector<HeaderColumn> blank_columns(const PieceGrid& grid);

/// (1) (2) (3), 1 2 3 or a b c from left to right: the row of column numbers below a header.
[[nodiscard]] bool is_column_numbers(const PieceGrid& grid, int row, const grammar::Vocabulary& words);

/// Bare texts of the filled cells of a row.
[[nodiscard]] std::vector<std::string> bare_row(const PieceGrid& grid, int row);

[[nodiscard]] int filled_cells(const PieceGrid& grid, int row);

}  // namespace pactable::columns
