// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts cells into rows of a layout::Table, in printed order.
// In:   rows and cells. Out: a table as wide as its widest row; cells that span all columns do so in the end.
// Never: reorders rows, or drops a paragraph.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/table.h"

namespace pactable::readers::text {

class TableBuilder {
 public:
  void reserve(std::size_t rows, std::size_t cells);
  void begin_row(const layout::Row& row = {});
  /// Cells of a row come from left to right. `span` 0: from `column` to the last column of the table.
  void add_cell(int column, std::vector<layout::Paragraph> paragraphs, int span = 1, int row_span = 1);
  /// The row begun last becomes a header row, with its cells.
  void mark_header();
  void widen(int columns) { table_.column_count = table_.column_count > columns ? table_.column_count : columns; }
  [[nodiscard]] int rows() const { return static_cast<int>(table_.rows.size()); }
  [[nodiscard]] int columns() const { return table_.column_count; }
  [[nodiscard]] layout::Row& last_row() { return table_.rows.back(); }
  [[nodiscard]] layout::Table take();

 private:
  layout::Table table_;
};

}  // namespace pactable::readers::text
