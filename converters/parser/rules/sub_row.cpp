// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {
namespace {

layout::Text item_text(Walk& walk, const RowView& row) {
  std::vector<layout::Text> texts;
  for (const ItemCell& cell : row.items) {
    texts.push_back(cell_text(*cell.cell));
    walk.spend(cell.cell, Use::kItem);
  }
  return layout::join(texts, " ");
}

// Where a number is merged over rows that each have a text and values of their own, they are steps of that action.
bool is_step(Walk& walk, const RowView& row) {
  if (row.items.empty() || row.fields.empty() || row.behind_break) return false;
  const DraftItem& above = walk.item(walk.last_item);
  const layout::Text text = cell_text(*row.items.front().cell);
  return !begins_inside(text.utf8()) && (ends_closed(above.text.utf8()) || row.codes_present);
}

}  // namespace

// Rows that belong to the number above them: its cell is merged down, or there is nothing but further values.
bool sub_row(Walk& walk, RowView& row) {
  if (!walk.has_number_column() || row.number_cell != nullptr || walk.last_item < 0 || row.spanning) return false;
  if (row.number_from_above && is_step(walk, row)) {
    DraftItem step = walk.new_item(row);
    step.text = item_text(walk, row);
    step.kind = plan::ItemKind::kSubTask;
    step.number_expected = false;
    step.codes_present = row.codes_present;
    step.parent_hint =
        walk.item(walk.last_item).kind == plan::ItemKind::kSubTask && walk.item(walk.last_item).printed_label().empty()
            ? walk.item(walk.last_item).parent_hint
            : walk.last_item;
    step.fields = walk.settle_fields(row);
    walk.last_item = walk.field_owner = walk.add_item(
        std::move(step), row, kSubRow, "the number is merged down, the row has a text and values of its own");
    return true;
  }
  const bool values_alone = row.items.empty() && !row.fields.empty() && !row.behind_break;
  if (!row.number_from_above && !values_alone) return false;
  const layout::Text text = item_text(walk, row);
  walk.append_to(row, walk.last_item, text, std::move(row.fields), true, kSubRow,
                 row.number_from_above ? "the number is merged down" : "values alone below those of the action");
  return true;
}

}  // namespace pactable::parser::rules
