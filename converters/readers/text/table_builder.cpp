// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/table_builder.h"

#include <algorithm>
#include <utility>

namespace pactable::readers::text {

void TableBuilder::reserve(std::size_t rows, std::size_t cells) {
  table_.rows.reserve(rows);
  table_.cells.reserve(cells);
}

void TableBuilder::begin_row(const layout::Row& row) { table_.rows.push_back(row); }

void TableBuilder::add_cell(int column, std::vector<layout::Paragraph> paragraphs, int span, int row_span) {
  layout::Cell cell;
  cell.row = rows() - 1;
  cell.column = column;
  cell.column_span = span;
  cell.row_span = row_span;
  cell.paragraphs = std::move(paragraphs);
  widen(column + std::max(span, 1));
  table_.cells.push_back(std::move(cell));
}

void TableBuilder::mark_header() {
  table_.rows.back().header = true;
  for (auto cell = table_.cells.rbegin(); cell != table_.cells.rend() && cell->row == rows() - 1; ++cell) {
    cell->header = true;
  }
}

layout::Table TableBuilder::take() {
  for (layout::Cell& cell : table_.cells) {
    if (cell.column_span == 0) cell.column_span = table_.column_count - cell.column;
  }
  return std::exchange(table_, {});
}

}  // namespace pactable::readers::text
