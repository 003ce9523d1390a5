// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {
namespace {

// Every value of the row goes on with the one above it: "no later than September" | "2027".
bool values_go_on(Walk& walk, const RowView& row) {
  const DraftItem& owner = walk.item(walk.field_owner >= 0 ? walk.field_owner : walk.last_item);
  return std::all_of(row.fields.begin(), row.fields.end(), [&](const DraftField& field) {
    return std::any_of(owner.fields.begin(), owner.fields.end(),
                       [&](const DraftField& f) { return f.role == field.role; });
  });
}

// Where no group stands inside a page, a text alone behind a break and an open end begins none.
bool is_rest_of_phrase(Walk& walk, const RowView& row) {
  const DraftItem& above = walk.item(walk.last_item);
  return row.behind_break && row.fields.empty() && !row.items.empty() && !walk.has_groups_inside_pages() &&
         !above.section_like && !above.text.empty() && !ends_closed(above.text.utf8());
}

}  // namespace

// In a table with a number column: a row without a number that goes on with the row above, over a page break
// (R-CONTINUE) or cut into lines inside a page (R-LINE).
bool continuation(Walk& walk, RowView& row) {
  if (!walk.has_number_column() || row.number_cell != nullptr || row.spanning || walk.last_item < 0) return false;
  std::vector<layout::Text> texts;
  for (const ItemCell& cell : row.items) texts.push_back(cell_text(*cell.cell));
  const layout::Text text = layout::join(texts, " ");
  const layout::Text& first = text.empty() && !row.fields.empty() ? row.fields.front().text : text;
  std::string why;
  if (!row.codes_present) {
    if (!walk.continues(walk.last_item, first, row.behind_break) && !is_rest_of_phrase(walk, row)) {
      if (!(row.behind_break && text.empty() && values_go_on(walk, row))) return false;
    }
    why = row.behind_break ? "behind a page break, without a number" : "begins inside, the text above is open";
  } else {
    // Codes stand on the first half of a cut row: a second code would be another action's.
    const bool open = !ends_closed(walk.item(walk.last_item).text.utf8());
    const bool text_goes_on = text.empty() || (open && begins_inside(text.utf8()));
    if (!row.behind_break || !text_goes_on || !values_go_on(walk, row)) return false;
    why = "behind a page break, text and values go on with those above";
  }
  for (const ItemCell& cell : row.items) walk.spend(cell.cell, Use::kItem);
  walk.append_to(row, walk.last_item, text, std::move(row.fields), false, row.behind_break ? kContinue : kLine,
                 std::move(why));
  return true;
}

}  // namespace pactable::parser::rules
