// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/collect_labels.h"

#include <algorithm>

#include "core/unicode.h"
#include "parser/label_shape.h"
#include "parser/number_cell.h"

namespace pactable::parser {
namespace {

// Number cells are short: "10.11.12.", "Task No. 54 and 56".
constexpr std::size_t kMaxLabelLength = 20;

void add_leading(const layout::Cell& cell, const grammar::Vocabulary& words, bool alone, FoundLabels& labels) {
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    const std::string text = paragraph.text.collapsed().utf8();
    if (text.empty() && paragraph.list_label.empty()) continue;
    ++labels.texts;
    if (!paragraph.list_label.empty()) {
      labels.possible.push_back(paragraph.list_label);
      continue;
    }
    const auto shape = leading_shape(text, words.number_leads);
    if (!shape || (shape->length < text.size() && text[shape->length] != ' ')) continue;
    if (shape->set_off) {
      labels.possible.push_back(text.substr(0, shape->length));
    } else if (alone && shape->length < text.size()) {
      labels.bare.push_back(text.substr(0, shape->length));
    }
  }
}

}  // namespace

FoundLabels collect_labels(const columns::ReadTable& table, std::span<const layout::Block> blocks,
                           const grammar::Vocabulary& words) {
  FoundLabels labels;
  std::size_t at = 0;
  int piece = -1;
  for (const columns::LogicalRow& row : table.table.rows) {
    const auto& grid = std::get<layout::Table>(blocks[table.table.pieces[static_cast<std::size_t>(row.piece)]]);
    if (row.piece != piece) at = 0;
    piece = row.piece;
    const columns::Columns& columns = table.columns[static_cast<std::size_t>(row.header)];
    const bool number_column = columns.with_value(grammar::ColumnValue::kNumber) != nullptr;
    while (at < grid.cells.size() && grid.cells[at].row < row.row) ++at;
    std::size_t behind = at;
    int filled = 0;
    bool numbered = false;
    for (; behind < grid.cells.size() && grid.cells[behind].row == row.row; ++behind) {
      if (grid.cells[behind].empty()) continue;
      ++filled;
      const int index = table.table.column_of(row.piece, row.header, grid.cells[behind]);
      const bool own = index >= 0;
      numbered =
          numbered || (own && columns.columns[static_cast<std::size_t>(index)].value == grammar::ColumnValue::kNumber);
    }
    for (; at < behind; ++at) {
      const layout::Cell& cell = grid.cells[at];
      if (cell.empty() || row.use != columns::RowUse::kData) continue;
      const int index = table.table.column_of(row.piece, row.header, cell);
      const columns::Column* column = index < 0 ? nullptr : &columns.columns[static_cast<std::size_t>(index)];
      const bool spanning = column != nullptr && cell.column_span > column->end - column->begin;
      if (column != nullptr && column->value == grammar::ColumnValue::kNumber && !spanning) {
        const NumberCell number = read_number_cell(cell, words);
        const std::string label = number.automatic_label.empty() ? number.label.utf8() : number.automatic_label;
        if (!label.empty() && label.size() <= kMaxLabelLength) labels.sure.push_back(unicode::ascii_digits(label));
        if (filled == 1) add_leading(cell, words, true, labels);
      } else if (filled == 1 || spanning ||
                 (column != nullptr && column->value == grammar::ColumnValue::kItem &&
                  (!number_column || !numbered || column->sections) &&
                  (column->rule == nullptr || column->rule->numbered))) {
        add_leading(cell, words, filled == 1, labels);
      }
    }
  }
  return labels;
}

}  // namespace pactable::parser
