// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unicode.h"
#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {

// What no other rule takes: kept as a note below the item above it.
bool note(Walk& walk, RowView& row) {
  DraftItem item = walk.new_item(row);
  std::vector<layout::Text> texts;
  for (const layout::Cell* cell : row.filled) {
    if (walk.spent(*cell)) continue;  // by a rule that took a part of the row
    texts.push_back(cell_text(*cell));
    walk.spend(cell, Use::kNote);
  }
  item.text = layout::join(texts, " ");
  item.kind = plan::ItemKind::kNote;
  item.number_expected = false;
  item.parent_hint = walk.last_item;
  walk.last_item = walk.add_item(std::move(item), row, kNote, "no number, no values, no heading");
  walk.field_owner = walk.last_item;
  return true;
}

}  // namespace pactable::parser::rules
