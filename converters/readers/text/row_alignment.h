// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts the cells of a row into columns where some of them are missing or too many.
// In:   cells of rows that are whole, to learn the columns from; the cells of a row that is not. Out: a column for
// each. Never: decides where another way is nearly as good.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "readers/text/cell_sequence.h"

namespace pactable::readers::text {

/// Cells [first, last) of a row.
struct RowCells {
  std::size_t first = 0, last = 0;
  [[nodiscard]] std::size_t size() const { return last - first; }
};

class RowAlignment {
 public:
  /// `labelled`: the first column holds labels and is never empty.
  RowAlignment(const CellSequence& sequence, std::size_t columns, bool labelled)
      : sequence_(sequence), columns_(columns), labelled_(labelled) {}

  void learn(const RowCells& whole_row);
  /// Rows with one or two cells too few: which columns they leave empty, all rows of a length alike. That many rows
  /// agree is better evidence than any one of them can give.
  void learn_short_rows(const std::vector<RowCells>& rows);
  /// Ascending columns of the cells; nothing where it is not sure.
  [[nodiscard]] std::optional<std::vector<std::size_t>> align(const RowCells& row) const;
  /// True where every cell is of a kind that its column held before.
  [[nodiscard]] bool fits(const RowCells& row, const std::vector<std::size_t>& way) const;
  [[nodiscard]] bool fits_whole(const RowCells& row) const;
  /// True where all cells but one are so.
  [[nodiscard]] bool fits_mostly(const RowCells& row) const;

 private:
  struct Column {
    std::array<std::size_t, kCellKinds> kinds{};
    std::set<std::string, std::less<>> words;  // texts of short cells, which come again
    std::size_t cells = 0;
  };
  struct Way {
    std::vector<std::size_t> columns;
    double cost = 0, margin = 0;  // what the second best costs more
  };
  [[nodiscard]] static double seen(CellKind kind, const Column& column);
  [[nodiscard]] double cost(std::size_t cell, const Column& column) const;
  [[nodiscard]] static bool may_hold_several(const Column& column);
  [[nodiscard]] std::optional<Way> best_way(const RowCells& row) const;
  [[nodiscard]] std::vector<std::vector<std::size_t>> short_ways(std::size_t cells) const;
  [[nodiscard]] double cost_of(const RowCells& row, const std::vector<std::size_t>& way) const;

  const CellSequence& sequence_;
  std::vector<Column> columns_;
  bool labelled_;
  std::map<std::size_t, std::vector<std::size_t>> short_;  // by number of cells: the columns that they stand in
};

}  // namespace pactable::readers::text
