// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {

// "Etc." without a number holds the place of actions that are not written yet.
bool placeholder(Walk& walk, RowView& row) {
  if (!walk.has_number_column() || row.number_cell != nullptr || row.items.size() != 1) return false;
  const layout::Text text = cell_text(*row.items.front().cell);
  if (!walk.is_placeholder(text.utf8())) return false;
  DraftItem item = walk.new_item(row);
  item.text = text;
  item.codes_present = item.number_expected = row.codes_present;
  item.kind = plan::ItemKind::kPlaceholder;
  item.parent_hint = walk.last_item;
  item.fields = walk.settle_fields(row);
  walk.spend(row.items.front().cell, Use::kItem);
  walk.last_item = walk.field_owner = walk.add_item(std::move(item), row, kPlaceholder, "a word that holds a place");
  return true;
}

}  // namespace pactable::parser::rules
