// SPDX-License-Identifier: GPL-3.0-or-later
// The values below a header decide where its words leave doubt.
#include <algorithm>

#include "core/unicode.h"
#include "parser/columns.h"
#include "parser/row_parts.h"
#include "values/timeframe.h"

namespace pactable::parser {
namespace {

// More than half of the filled cells: a column is what most of it says; damaged and blank cells do not outvote that.
constexpr double kMostCells = 0.5;

// Number cells are short: "10.11.12.", "Task No. 54 and 56". Codes are shorter still: "A", "12", "A1", "H/M".
constexpr std::size_t kMaxLabelLength = 20;
constexpr std::size_t kMaxCodeLength = 4;

struct ColumnValues {
  std::vector<const layout::Cell*> cells;  // filled ones
  std::size_t characters = 0;

  [[nodiscard]] double share(std::size_t part) const {
    return cells.empty() ? 0 : static_cast<double>(part) / static_cast<double>(cells.size());
  }
  [[nodiscard]] double mean_length() const {
    return cells.empty() ? 0 : static_cast<double>(characters) / static_cast<double>(cells.size());
  }
};

// `span_limit` leaves out what is set across columns.
ColumnValues values_of(const ColumnRole& role, const Columns& columns, const layout::Table& table, int first_row) {
  ColumnValues values;
  for (const layout::Cell& cell : table.cells) {
    if (cell.row < first_row || cell.empty() || cell.column_span > role.column_span + 1) continue;
    if (columns.role_of(cell, table) != &role) continue;
    values.cells.push_back(&cell);
    values.characters += unicode::length(cell.text().utf8());
  }
  return values;
}

bool has_list_label(const layout::Cell& cell) {
  return std::any_of(cell.paragraphs.begin(), cell.paragraphs.end(),
                     [](const layout::Paragraph& p) { return !p.list_label.empty(); });
}

// A number or what damage leaves of one: short, with a figure or a point.
bool is_label_like(const layout::Cell& cell, const numbering::Scheme& scheme) {
  if (has_list_label(cell)) return true;
  const layout::Text text = cell_text(cell);
  if (text.utf8().size() > kMaxLabelLength) return false;
  if (!numbering::read_label(text.utf8(), scheme).empty()) return true;
  return text.utf8().find_first_of(".0123456789") != std::string::npos && text.utf8().find(' ') == std::string::npos;
}

bool begins_with_label(const layout::Cell& cell, const numbering::Scheme& scheme) {
  return has_list_label(cell) ||
         std::any_of(cell.paragraphs.begin(), cell.paragraphs.end(), [&](const layout::Paragraph& p) {
           return numbering::leading_label(p.text.collapsed().utf8(), scheme) > 0;
         });
}

void settle_number_column(Columns& columns, const layout::Table& table, int first_row,
                          const numbering::Scheme& scheme) {
  for (ColumnRole& role : columns.roles) {
    const ColumnValues values = values_of(role, columns, table, first_row);
    const auto labels = static_cast<std::size_t>(std::count_if(
        values.cells.begin(), values.cells.end(), [&](const layout::Cell* c) { return is_label_like(*c, scheme); }));
    const bool holds_labels = values.share(labels) > kMostCells;
    if (role.value == grammar::ColumnValue::kNumber && !holds_labels && !values.cells.empty()) {
      role.value = grammar::ColumnValue::kItem;  // "Item", "Code": words that also head a text
      role.rule = nullptr;
    } else if (!role.header && holds_labels && columns.with_value(grammar::ColumnValue::kNumber) == nullptr &&
               &role == &columns.roles.front()) {
      role.value = grammar::ColumnValue::kNumber;  // the blank corner above the numbers
      role.role = "number";
    }
  }
}

// Beside a number column one column holds the text; other item words ("Objective" beside "Action") are fields there.
void settle_text_column(Columns& columns, const layout::Table& table, int first_row) {
  if (columns.with_value(grammar::ColumnValue::kNumber) == nullptr) return;
  ColumnRole* text = nullptr;
  double best = -1;
  const bool any_item = columns.with_value(grammar::ColumnValue::kItem) != nullptr;
  for (ColumnRole& role : columns.roles) {
    const bool eligible = any_item ? role.value == grammar::ColumnValue::kItem
                                   : role.rule == nullptr && role.value == grammar::ColumnValue::kText;
    if (!eligible) continue;
    // Words of the action kind outrank a longer neighbour.
    const bool is_action = role.rule != nullptr && role.rule->kind == plan::ItemKind::kAction;
    constexpr double kActionBonus = 1e6;
    const double weight = values_of(role, columns, table, first_row).mean_length() + (is_action ? kActionBonus : 0);
    if (weight > best) {
      best = weight;
      text = &role;
    }
  }
  for (ColumnRole& role : columns.roles) {
    if (role.value == grammar::ColumnValue::kItem && &role != text) role.value = grammar::ColumnValue::kText;
  }
  if (text != nullptr) text->value = grammar::ColumnValue::kItem;
}

// Without a number column, a column of unknown header whose cells begin with numbers is an item column.
void settle_celled_columns(Columns& columns, const layout::Table& table, int first_row,
                           const numbering::Scheme& scheme) {
  if (columns.with_value(grammar::ColumnValue::kNumber) != nullptr) return;
  for (ColumnRole& role : columns.roles) {
    if (role.value != grammar::ColumnValue::kText || role.rule != nullptr) continue;
    const ColumnValues values = values_of(role, columns, table, first_row);
    const auto labelled =
        static_cast<std::size_t>(std::count_if(values.cells.begin(), values.cells.end(),
                                               [&](const layout::Cell* c) { return begins_with_label(*c, scheme); }));
    if (values.share(labelled) > kMostCells && values.mean_length() > kMaxLabelLength)
      role.value = grammar::ColumnValue::kItem;
  }
}

bool is_code(const layout::Cell* cell, const grammar::Vocabulary& words) {
  const layout::Text text = cell_text(*cell);
  if (unicode::length(text.utf8()) > kMaxCodeLength) return false;
  const auto time = values::read_timeframe(text.utf8(), words);
  return !time || time->timeframe.kind != plan::TimeframeKind::kDate;  // "2024" is as short as a code
}

void settle_time_column(Columns& columns, const layout::Table& table, int first_row, const grammar::Family& family) {
  for (ColumnRole& role : columns.roles) {
    if (role.rule == nullptr || !role.rule->otherwise || columns.with_role(*role.rule->otherwise) != nullptr) continue;
    const grammar::ColumnRule* other = family.column(*role.rule->otherwise);
    if (other == nullptr) continue;
    const ColumnValues values = values_of(role, columns, table, first_row);
    const auto codes = static_cast<std::size_t>(std::count_if(
        values.cells.begin(), values.cells.end(), [&](const layout::Cell* c) { return is_code(c, *family.words); }));
    if (values.cells.empty() || values.share(codes) > kMostCells) continue;
    role.rule = other;
    role.role = other->role;
    role.value = other->value;
  }
}

}  // namespace

Columns settled(Columns columns, const layout::Table& table, int first_row, const grammar::Family& family,
                const numbering::Scheme& scheme) {
  settle_number_column(columns, table, first_row, scheme);
  settle_text_column(columns, table, first_row);
  settle_celled_columns(columns, table, first_row, scheme);
  settle_time_column(columns, table, first_row, family);
  return columns;
}

std::vector<std::string> labels_below(const Columns& columns, const layout::Table& table, int first_row,
                                      const numbering::Scheme& scheme) {
  std::vector<std::string> labels;
  const bool number_column = columns.with_value(grammar::ColumnValue::kNumber) != nullptr;
  for (const layout::Cell& cell : table.cells) {
    if (cell.row < first_row || cell.empty()) continue;
    const ColumnRole* role = columns.role_of(cell, table);
    if (role == nullptr || (role->rule != nullptr && !role->rule->numbered)) continue;
    const bool spanning = cell.column_span > role->column_span;
    const bool number = role->value == grammar::ColumnValue::kNumber && !spanning;
    // Beside a number column the lists inside the texts are none of its numbers.
    if (!number && !spanning && (number_column || role->value != grammar::ColumnValue::kItem)) continue;
    for (const layout::Paragraph& paragraph : cell.paragraphs) {
      const std::string text = paragraph.text.collapsed().utf8();
      if (!paragraph.list_label.empty()) {
        labels.push_back(paragraph.list_label);
      } else if (number) {
        if (!text.empty() && text.size() <= kMaxLabelLength) labels.push_back(text);
      } else if (const std::size_t length = numbering::leading_label(text, scheme); length > 0) {
        labels.push_back(text.substr(0, length));
      }
    }
  }
  return labels;
}

}  // namespace pactable::parser
