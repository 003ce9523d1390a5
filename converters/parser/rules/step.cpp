// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/cell_text.h"
#include "parser/label_shape.h"
#include "parser/rules.h"

namespace pactable::parser::rules {
namespace {

bool is_first(std::string_view mark) { return mark == "a" || mark == "i" || mark == "1"; }

// The letters of "a)", "(i)", "2)".
std::string bare_mark(std::string_view label) {
  std::string bare;
  for (const char c : label) {
    if (c != '(' && c != ')') bare += c;
  }
  return bare;
}

}  // namespace

// "a) in the delta; | Parks" below a number: a step of that action, with values of its own. The letter stands in the
// cell of the text.
bool step(Walk& walk, RowView& row) {
  if (!walk.has_number_column() || row.number_cell != nullptr || walk.last_item < 0) return false;
  if (row.items.size() != 1 || row.fields.empty()) return false;
  const layout::Text text = cell_text(*row.items.front().cell);
  const auto shape = leading_shape(text.utf8(), walk.words().number_leads);
  if (!shape || !shape->set_off || shape->form.depth != 1 || shape->length >= text.utf8().size()) return false;
  const std::string_view label = std::string_view(text.utf8()).substr(0, shape->length);
  const DraftItem& above = walk.item(walk.last_item);
  const bool goes_on = above.kind == plan::ItemKind::kSubTask && above.label.utf8().ends_with(')');
  if (!label.ends_with(')') || (!goes_on && !is_first(bare_mark(label)))) return false;
  DraftItem item = walk.new_item(row);
  item.label = text.slice(0, shape->length);
  item.text = text.slice(shape->length, text.utf8().size()).trimmed();
  item.kind = plan::ItemKind::kSubTask;
  item.parent_hint = goes_on ? above.parent_hint : walk.last_item;
  item.codes_present = row.codes_present;
  item.fields = walk.settle_fields(row);
  walk.spend(row.items.front().cell, Use::kItem);
  walk.last_item = walk.field_owner =
      walk.add_item(std::move(item), row, kStep, "a letter in brackets below a number, values of its own");
  return true;
}

}  // namespace pactable::parser::rules
