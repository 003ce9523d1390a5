// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/row_view.h"

#include <algorithm>

#include "core/unicode.h"
#include "grammar/family.h"
#include "parser/cell_text.h"
#include "parser/party_lines.h"
#include "parser/periods.h"

namespace pactable::parser {
namespace {

using grammar::ColumnValue;

bool is_code_or_time(ColumnValue value) { return value == ColumnValue::kCode || value == ColumnValue::kTimeframe; }

// A row whose one filled cell covers more than half of the columns is set across the table.
bool covers_table(const layout::Cell& cell, const layout::Table& table) {
  return table.column_count > 1 && cell.column_span * 2 > table.column_count && cell.column_span > 1;
}

bool holds_word(const layout::Cell& cell) {
  return std::any_of(cell.paragraphs.begin(), cell.paragraphs.end(), [](const layout::Paragraph& p) {
    return !p.list_label.empty() || unicode::has_word_character(p.text.utf8());
  });
}

}  // namespace

RowReader::RowReader(const columns::ReadTable& table, std::vector<const layout::Table*> pieces,
                     const grammar::Vocabulary& words)
    : table_(table), pieces_(std::move(pieces)), words_(words) {
  for (const layout::Table* piece : pieces_) {
    std::vector<std::size_t> first(piece->rows.size() + 1, piece->cells.size());
    for (std::size_t i = piece->cells.size(); i-- > 0;) first[static_cast<std::size_t>(piece->cells[i].row)] = i;
    for (std::size_t r = first.size() - 1; r-- > 0;) first[r] = std::min(first[r], first[r + 1]);
    first_cell_.push_back(std::move(first));
  }
}

const layout::Table& RowReader::piece_of(std::size_t index) const {
  return *pieces_[static_cast<std::size_t>(table_.table.rows[index].piece)];
}

const columns::Columns& RowReader::columns_of(std::size_t index) const {
  return table_.columns[static_cast<std::size_t>(table_.table.rows[index].header)];
}

std::vector<const layout::Cell*> RowReader::cells_of(std::size_t index) const {
  const columns::LogicalRow& row = table_.table.rows[index];
  const layout::Table& grid = piece_of(index);
  const std::vector<std::size_t>& first = first_cell_[static_cast<std::size_t>(row.piece)];
  std::vector<const layout::Cell*> cells;
  const auto at = static_cast<std::size_t>(row.row);
  for (std::size_t i = first[at]; i < first[at + 1]; ++i) cells.push_back(&grid.cells[i]);
  return cells;
}

RowView RowReader::read(std::size_t index) {
  const columns::LogicalRow& logical = table_.table.rows[index];
  RowView view;
  untitled_.clear();
  sources_.clear();
  view.grid = &piece_of(index);
  view.row = logical.row;
  view.number = static_cast<int>(index);
  view.behind_break = logical.behind_break;
  if (logical.piece != piece_) {
    open_.clear();
    piece_ = logical.piece;
  }
  std::erase_if(open_, [&](const Open& open) { return open.until <= logical.row; });
  for (const layout::Cell* cell : cells_of(index)) {
    if (!cell->empty()) view.filled.push_back(cell);
  }
  view.any_word =
      std::any_of(view.filled.begin(), view.filled.end(), [](const auto* cell) { return holds_word(*cell); });
  view.spanning = view.filled.size() == 1 && covers_table(*view.filled.front(), *view.grid);
  const columns::Columns& columns = columns_of(index);
  const auto column_of = [&](const layout::Cell& cell) -> const columns::Column* {
    const int column = table_.table.column_of(logical.piece, logical.header, cell);
    return column < 0 ? nullptr : &columns.columns[static_cast<std::size_t>(column)];
  };
  // What is set over the column of the texts and others is a text, wherever it begins.
  const auto text_column_of = [&](const layout::Cell& cell) -> const columns::Column* {
    const columns::Column* own = column_of(cell);
    if (own == nullptr || cell.column_span <= own->end - own->begin || own->value == ColumnValue::kNumber) return own;
    const auto& map =
        table_.table.maps[static_cast<std::size_t>(logical.piece)][static_cast<std::size_t>(logical.header)];
    for (int c = cell.column; c < std::min(cell.column + cell.column_span, static_cast<int>(map.size())); ++c) {
      const int at = map[static_cast<std::size_t>(c)];
      if (at < 0) continue;
      const columns::Column& other = columns.columns[static_cast<std::size_t>(at)];
      if (other.value == ColumnValue::kItem && !other.sections) return &other;
    }
    return own;
  };
  if (!view.spanning) {
    std::vector<ItemCell> matrix;
    for (const layout::Cell* cell : cells_of(index)) {
      const columns::Column* column = text_column_of(*cell);
      const bool marked = column != nullptr && column->period && (!cell->empty() || cell->shading);
      if (marked && !cell->empty()) {
        matrix.push_back({cell, column});
      } else if (!cell->empty()) {
        place(*without_title(*cell, column, view.titles), column, view);
      } else if (column != nullptr && column->by_colour && cell->shading) {
        add_field(*cell, column, false, view);
      }
    }
    add_matrix(columns, matrix, view);
  }
  for (const Open& open : open_) {
    const columns::Column* column = column_of(*open.cell);
    if (column == nullptr) continue;
    if (column->value == ColumnValue::kNumber) view.number_from_above = true;
    if (column->value != ColumnValue::kNumber && column->value != ColumnValue::kItem) {
      std::vector<layout::Text> said_above;
      add_field(*without_title(*open.cell, column, said_above), column, true, view);
    }
  }
  for (const layout::Cell* cell : cells_of(index)) {
    const bool says = !cell->empty() || cell->shading;
    if (cell->row_span > 1 && says) open_.push_back({cell, cell->row + cell->row_span});
  }
  return view;
}

const layout::Cell& RowReader::source_of(const layout::Cell& cell) const {
  const auto made = sources_.find(&cell);
  return made == sources_.end() ? cell : *made->second;
}

const layout::Cell* RowReader::without_title(const layout::Cell& cell, const columns::Column* column,
                                             std::vector<layout::Text>& titles) {
  if (column == nullptr || !column->header || cell.paragraphs.empty()) return &cell;
  const layout::Paragraph& first = cell.paragraphs.front();
  const std::string& text = first.text.utf8();
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon == 0 || !first.list_label.empty()) return &cell;
  if (grammar::comparable(text.substr(0, colon)) != grammar::comparable(*column->header)) return &cell;
  titles.push_back(first.text.slice(0, colon + 1).trimmed());
  layout::Cell& without = untitled_.emplace_back(cell);
  without.paragraphs.front().text = first.text.slice(colon + 1, text.size()).trimmed();
  sources_.emplace(&without, &cell);
  return &without;
}

void RowReader::place(const layout::Cell& cell, const columns::Column* column, RowView& view) const {
  if (column != nullptr && column->value == ColumnValue::kNumber && view.number_cell == nullptr) {
    view.number_cell = &cell;
    view.label = read_number_cell(cell, words_);
  } else if (column != nullptr && column->value == ColumnValue::kItem) {
    (column->sections ? view.topics : view.items).push_back({&cell, column});
  } else {
    add_field(cell, column, false, view);
  }
}

void RowReader::add_field(const layout::Cell& cell, const columns::Column* column, bool inherited,
                          RowView& view) const {
  const bool known = column != nullptr && column->value != ColumnValue::kNumber;
  DraftField field;
  field.role = known ? column->role : "column-" + std::to_string(cell.column + 1);
  field.value = known ? column->value : ColumnValue::kText;
  field.inherited = inherited;
  if (!inherited) field.cells = {&cell};
  if (field.value == ColumnValue::kText) {
    Unmarked unmarked = without_marks(cell_text(cell));
    field.marks = std::move(unmarked.marks);
    field.text = std::move(unmarked.text);
  } else {
    Unmarked unmarked = without_marks(cell_lines(cell));
    field.marks = std::move(unmarked.marks);
    if (field.value == ColumnValue::kParties) field.lines = party_lines(unmarked.text.utf8(), words_);
    field.text = unmarked.text.collapsed();
  }
  // A cell may hold nothing but a number that the word processor prints.
  if (field.text.empty()) field.text = cell_text(cell);
  if (field.text.empty()) {
    if (!known || !column->by_colour || !cell.shading) return;
    field.colour = cell.shading;
  }
  if (inherited) {
    view.inherited.push_back(std::move(field));
    return;
  }
  view.codes_present = view.codes_present || is_code_or_time(field.value);
  // A role stands once: two cells below one header are one field.
  const auto same =
      std::find_if(view.fields.begin(), view.fields.end(), [&](const DraftField& f) { return f.role == field.role; });
  if (same == view.fields.end()) {
    view.fields.push_back(std::move(field));
  } else {
    same->text = layout::join({same->text, field.text}, " ");
    same->lines.insert(same->lines.end(), field.lines.begin(), field.lines.end());
    same->marks.insert(same->marks.end(), field.marks.begin(), field.marks.end());
    same->cells.insert(same->cells.end(), field.cells.begin(), field.cells.end());
  }
}

void RowReader::add_matrix(const columns::Columns& columns, const std::vector<ItemCell>& marks, RowView& view) const {
  if (marks.empty()) return;
  DraftField field;
  field.role = marks.front().column->role;
  field.value = ColumnValue::kTimeframe;
  std::vector<MarkedPeriod> periods;
  for (const columns::Column& column : columns.columns) {
    if (!column.period) continue;
    const bool marked = std::any_of(marks.begin(), marks.end(), [&](const ItemCell& m) { return m.column == &column; });
    periods.push_back({*column.period, column.header.value_or(""), marked});
  }
  std::vector<layout::Text> texts;
  for (const ItemCell& mark : marks) {
    texts.push_back(cell_text(*mark.cell));
    field.cells.push_back(mark.cell);
  }
  field.text = layout::join(texts, " ");
  field.timeframe = timeframe_of(periods);
  view.codes_present = true;
  view.fields.push_back(std::move(field));
}

}  // namespace pactable::parser
