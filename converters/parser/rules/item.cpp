// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/unicode.h"
#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {
namespace {

// "1 | 1. Monitor …": the text cell repeats the number of the number cell.
layout::Text without_repeated_label(Walk& walk, const std::string& label, layout::Text text) {
  const std::size_t length = numbering::leading_label(text.utf8(), walk.scheme());
  if (length == 0) return text;
  const auto in_text = numbering::read_label(text.utf8().substr(0, length), walk.scheme());
  const auto in_cell = numbering::read_label(label, walk.scheme());
  if (in_text.empty() || in_cell.empty() || in_text.front().canonical != in_cell.front().canonical) return text;
  walk.discard("repeated-cell", text.slice(0, length).trimmed());
  return text.slice(length, text.utf8().size()).trimmed();
}

// Set over the columns of the values as well: a name, not an action whose values are blank.
bool covers_values(const Walk& walk, const RowView& row) {
  if (row.items.size() != 1) return false;
  const layout::Cell& cell = *row.items.front().cell;
  const columns::Column& column = *row.items.front().column;
  return cell.column_span > column.end - column.begin && cell.column_span * 2 > row.grid->column_count &&
         walk.columns().columns.size() > 2;
}

std::string evidence_of(const DraftItem& item, const RowView& row) {
  std::string why = item.printed_label().empty() ? "no number" : "number " + item.printed_label();
  why += row.codes_present ? ", code or time" : item.fields.empty() ? ", no values" : ", values";
  return why;
}

}  // namespace

// One row, one item, beside a number column.
bool item(Walk& walk, RowView& row) {
  if (!walk.has_number_column()) return false;
  NumberCell label = std::move(row.label);
  std::vector<layout::Text> texts;
  // Noise in a number cell is no number; the rest of the row decides what the row is.
  layout::Text noise;
  if (!unicode::has_word_character(label.label.utf8())) std::swap(noise, label.label);
  if (!label.rest.empty()) texts.push_back(label.rest);
  for (const ItemCell& cell : row.items) texts.push_back(cell_text(*cell.cell));
  layout::Text text = layout::join(texts, " ");
  const bool number = label.labelled();
  if (!number && text.empty() && row.fields.empty()) {
    walk.discard("noise", noise);
    walk.spend(row.number_cell, Use::kDiscarded);
    return true;
  }
  if (!number && row.fields.empty() && !walk.is_heading_phrase(text)) return false;  // a note
  walk.discard("noise", noise);
  DraftItem item = walk.new_item(row);
  item.automatic_label = label.automatic_label;
  item.label = label.label;
  item.marks = std::move(label.marks);
  if (label.state) item.state = label.state->utf8();
  if (number) text = without_repeated_label(walk, item.printed_label(), std::move(text));
  item.text = std::move(text);
  item.codes_present = row.codes_present;
  item.fields = walk.settle_fields(row);
  const bool no_values = std::all_of(item.fields.begin(), item.fields.end(), [](const auto& f) { return f.inherited; });
  if (number) {
    item.section_like = no_values && walk.columns().columns.size() > 2;
    if (no_values && covers_values(walk, row)) {
      item.kind = plan::ItemKind::kSection;
      item.heading = Heading::kRow;
      item.fields.clear();
    } else if (item.text.empty() && no_values) {
      item.kind = plan::ItemKind::kPlaceholder;
    }
  } else if (item.fields.empty()) {
    item.number_expected = false;
    item.kind = plan::ItemKind::kGroup;
    item.heading = Heading::kRow;
  } else {
    item.number_expected = row.codes_present;
    item.kind = plan::ItemKind::kAction;
  }
  walk.spend(row.number_cell, Use::kItem);
  for (const ItemCell& cell : row.items) walk.spend(cell.cell, Use::kItem);
  std::string why = evidence_of(item, row);
  walk.last_item = walk.field_owner = walk.add_item(std::move(item), row, kItem, std::move(why));
  return true;
}

}  // namespace pactable::parser::rules
