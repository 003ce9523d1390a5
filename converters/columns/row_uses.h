// SPDX-License-Identifier: GPL-3.0-or-later
// What: what each row of a logical table is: title, header, its repetition or change, column numbers, data.
// In:   the pieces one after the other. Out: rows and headers of the logical table.
// Never: leaves a row out.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "columns/header.h"

namespace pactable::columns {

/// Fills rows and headers of one logical table; linear in cells.
class RowUses {
 public:
  RowUses(LogicalTable& table, const HeaderWords& words) : table_(table), words_(words) {}

  /// The first piece, with its header where it has one.
  void begin(const PieceGrid& grid, const PieceGrid* next, std::optional<HeaderPlace> place);
  /// The first piece of a table that takes the header of another one.
  void begin_below(const PieceGrid& grid, const RowUses& earlier);
  /// A later piece; its first `header_rows` are what a page break left of the header.
  void go_on(const PieceGrid& grid, const PieceGrid* next, int header_rows);

  /// True where the first rows of `grid` are the header once more.
  [[nodiscard]] bool repeats(const PieceGrid& grid) const;
  /// True where a header at `place` has half of its cells in common with the one in force.
  [[nodiscard]] bool changes(const PieceGrid& grid, const HeaderPlace& place) const;

 private:
  struct Keys {
    std::vector<std::vector<std::string>> rows;  // bare texts of each row of the header
    std::unordered_set<std::string> cells;
    std::size_t longest = 0;  // bytes
  };
  void walk(int piece, const PieceGrid& grid, const PieceGrid* next, int first_row);
  void add_row(int piece, int row, RowUse use);
  void add_header(int piece, const PieceGrid& grid, const PieceGrid* next, const HeaderPlace& place);
  void add_title_rows(int piece, const PieceGrid& grid, int end);
  [[nodiscard]] bool may_be_header(const PieceGrid& grid, int row) const;
  [[nodiscard]] int repeated_height(const PieceGrid& grid, int row, int& header) const;
  [[nodiscard]] int changed_height(const PieceGrid& grid, int row, bool within) const;
  [[nodiscard]] bool is_title(const PieceGrid& grid, int row) const;

  LogicalTable& table_;
  const HeaderWords& words_;
  std::vector<Keys> keys_;  // of each header
  std::unordered_set<std::string> titles_;
  int header_ = 0;
  bool break_seen_ = false;
};

}  // namespace pactable::columns
