// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {

// "TOTAL | 22,000": a sum over the rows above is no action. It is kept as a note.
bool total(Walk& walk, RowView& row) {
  if (!walk.has_number_column() || row.codes_present || row.label.state) return false;
  std::vector<layout::Text> texts;
  if (!row.label.label.empty()) texts.push_back(row.label.label);
  if (!row.label.rest.empty()) texts.push_back(row.label.rest);
  for (const ItemCell& cell : row.items) texts.push_back(cell_text(*cell.cell));
  layout::Text text = layout::join(texts, " ");
  std::string words = grammar::comparable(text.utf8());
  while (!words.empty() && (words.back() == ':' || words.back() == '.')) words.pop_back();
  if (!walk.words().totals.holds(words)) return false;
  DraftItem item = walk.new_item(row);
  item.text = std::move(text);
  item.marks = row.label.marks;
  item.kind = plan::ItemKind::kNote;
  item.number_expected = false;
  item.fields = std::move(row.fields);
  walk.spend(row.number_cell, Use::kNote);
  for (const ItemCell& cell : row.items) walk.spend(cell.cell, Use::kNote);
  walk.last_item = walk.field_owner = walk.add_item(std::move(item), row, kTotal, "a word for a sum");
  return true;
}

}  // namespace pactable::parser::rules
