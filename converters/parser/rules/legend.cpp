// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {

// "1 = urgent, 2 = necessary" alone in a row explains codes.
bool legend(Walk& walk, RowView& row) {
  if (row.filled.size() != 1 || row.number_from_above) return false;
  const layout::Cell& cell = *row.filled.front();
  if (!row.spanning && row.items.empty() && row.number_cell == nullptr) return false;
  const layout::Text text = cell_text(cell);
  if (walk.keep_legend(text, cell)) {
    walk.trace(row, kLegend, "alone in its row, explains codes", text);
    return true;
  }
  // "¹ of which 100,000 from the state", "* ★★★ must be done": what begins with a mark explains it.
  const std::string mark = row.spanning ? leading_mark(text) : std::string();
  if (mark.empty()) return false;
  walk.keep_note(text, mark, cell);
  walk.trace(row, kLegend, "spans the table and begins with the mark of a note", text);
  return true;
}

}  // namespace pactable::parser::rules
