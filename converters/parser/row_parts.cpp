// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/row_parts.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/unicode.h"

namespace pactable::parser {
namespace {

bool is_code_or_time(grammar::ColumnValue value) {
  return value == grammar::ColumnValue::kCode || value == grammar::ColumnValue::kTimeframe;
}

// A row whose one filled cell covers more than half of the columns is set across the table.
bool covers_table(const layout::Cell& cell, const layout::Table& table) {
  return table.column_count > 1 && cell.column_span * 2 > table.column_count && cell.column_span > 1;
}

}  // namespace

layout::Text cell_text(const layout::Cell& cell) {
  std::vector<layout::Text> texts;
  for (const layout::Paragraph& paragraph : cell.paragraphs) texts.push_back(paragraph.text.collapsed());
  return layout::join(texts, " ");
}

namespace {

// A role stands once: two cells below one header are one field.
void add_field(std::vector<DraftField>& fields, DraftField field) {
  const auto same =
      std::find_if(fields.begin(), fields.end(), [&](const DraftField& f) { return f.role == field.role; });
  if (same == fields.end()) {
    fields.push_back(std::move(field));
  } else {
    same->text = layout::join({same->text, field.text}, " ");
  }
}

}  // namespace

RowParts read_row(const layout::Table& table, int row, const Columns& columns) {
  RowParts parts;
  for (const layout::Cell* cell : table.row_cells(row)) {
    if (!cell->empty()) parts.filled.push_back(cell);
  }
  for (const layout::Cell* cell : parts.filled) {
    const layout::Text text = cell_text(*cell);
    parts.any_word = parts.any_word || unicode::has_word_character(text.utf8()) ||
                     std::any_of(cell->paragraphs.begin(), cell->paragraphs.end(),
                                 [](const layout::Paragraph& p) { return !p.list_label.empty(); });
  }
  if (parts.filled.size() == 1 && covers_table(*parts.filled.front(), table)) {
    parts.spanning = true;
    return parts;
  }
  for (const layout::Cell* cell : parts.filled) {
    const ColumnRole* role = columns.role_of(*cell, table);
    const bool number_taken = parts.number != nullptr;
    if (role != nullptr && role->value == grammar::ColumnValue::kNumber && !number_taken) {
      parts.number = cell;
    } else if (role != nullptr && role->value == grammar::ColumnValue::kItem) {
      parts.items.push_back({cell, role});
    } else {
      DraftField field;
      const bool known = role != nullptr && role->value != grammar::ColumnValue::kNumber;
      field.role = known ? role->role : "column-" + std::to_string(cell->column + 1);
      field.value = known ? role->value : grammar::ColumnValue::kText;
      field.text = cell_text(*cell);
      if (field.text.empty()) continue;
      parts.codes_present = parts.codes_present || is_code_or_time(field.value);
      add_field(parts.fields, std::move(field));
    }
  }
  if (const ColumnRole* number = columns.with_value(grammar::ColumnValue::kNumber);
      number != nullptr && table.column_count == columns.column_count) {
    const layout::Cell* above = table.at(row, number->column);
    parts.number_from_above = above != nullptr && above->row < row && !above->empty();
  }
  return parts;
}

bool ends_closed(std::string_view text) {
  const std::u32string characters = unicode::to_code_points(unicode::trim(text));
  std::size_t end = characters.size();
  constexpr std::u32string_view kClosers = U")]}\"'»”’";
  while (end > 0 && kClosers.find(characters[end - 1]) != std::u32string_view::npos) --end;
  constexpr std::u32string_view kFinal = U".!?;:…";
  return end > 0 && kFinal.find(characters[end - 1]) != std::u32string_view::npos;
}

bool begins_inside(std::string_view text) {
  const std::u32string characters = unicode::to_code_points(unicode::trim(text));
  if (characters.empty()) return false;
  constexpr std::u32string_view kInner = U",;)].";
  const char32_t first = characters.front();
  return u_islower(static_cast<UChar32>(first)) != 0 || unicode::is_digit(first) ||
         kInner.find(first) != std::u32string_view::npos;
}

bool is_capitals(std::string_view text) {
  bool any = false;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (!unicode::is_letter(c)) continue;
    std::string one;
    unicode::append_utf8(one, c);
    if (unicode::fold(one) == one) return false;  // a lower-case letter
    any = true;
  }
  return any;
}

}  // namespace pactable::parser
