// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {
namespace {

bool is_sum(const Walk& walk, std::string_view text) {
  std::string words = grammar::comparable(text);
  while (!words.empty() && (words.back() == ':' || words.back() == '.')) words.pop_back();
  return walk.words().totals.holds(words);
}

}  // namespace

// "TOTAL | 22,000": a sum over the rows above is no action, wherever its word stands. It is kept as a note.
bool total(Walk& walk, RowView& row) {
  // What is numbered is an action, whatever it sums up.
  if (row.label.state || !row.label.automatic_label.empty() || row.filled.size() < 2) return false;
  std::vector<layout::Text> texts;
  if (!row.label.label.empty()) texts.push_back(row.label.label);
  if (!row.label.rest.empty()) texts.push_back(row.label.rest);
  std::vector<ItemCell> cells = row.topics;
  cells.insert(cells.end(), row.items.begin(), row.items.end());
  for (const ItemCell& cell : cells) texts.push_back(cell_text(*cell.cell));
  layout::Text text = layout::join(texts, " ");
  const bool named = is_sum(walk, text.utf8()) && !row.codes_present;
  const bool among_values =
      text.empty() && std::any_of(row.fields.begin(), row.fields.end(),
                                  [&](const DraftField& field) { return is_sum(walk, field.text.utf8()); });
  if (!named && !among_values) return false;
  DraftItem item = walk.new_item(row);
  item.text = std::move(text);
  item.marks = row.label.marks;
  item.kind = plan::ItemKind::kNote;
  item.number_expected = false;
  item.fields = std::move(row.fields);
  walk.spend(row.number_cell, Use::kNote);
  for (const ItemCell& cell : cells) walk.spend(cell.cell, Use::kNote);
  walk.last_item = walk.field_owner = walk.add_item(std::move(item), row, kTotal, "a word for a sum");
  return true;
}

}  // namespace pactable::parser::rules
