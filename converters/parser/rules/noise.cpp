// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {

// A row without a letter or figure: stains of a scan, dashes. A fill alone may be a value, but of no row without words.
bool noise(Walk& walk, RowView& row) {
  if (row.any_word) return false;
  for (const layout::Cell* cell : row.filled) {
    const layout::Text text = cell_text(*cell);
    walk.discard_cell("noise", *cell);
    walk.draft().noise.push_back({"noise", text.utf8(), text.places()});
    walk.trace(row, kNoise, "no letter and no figure", text);
  }
  return true;
}

}  // namespace pactable::parser::rules
