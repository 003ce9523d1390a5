// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unicode.h"
#include "parser/cell_text.h"
#include "parser/front_matter.h"
#include "parser/rules.h"

namespace pactable::parser::rules {

// "Vision: …" across the table is a part of the plan's frame and no action.
bool frame(Walk& walk, RowView& row) {
  if (!row.spanning) return false;
  const layout::Cell& cell = *row.filled.front();
  const layout::Text text = cell_text(cell);
  const auto lead = read_frame_lead(text.utf8(), walk.family());
  if (!lead) return false;
  keep_frame(walk.draft().metadata, lead->frame, std::string(unicode::trim(text.utf8().substr(lead->text_begin))));
  walk.discard_cell("frame", cell);
  walk.trace(row, kFrame, "spans the table, begins with a lead word", text);
  return true;
}

}  // namespace pactable::parser::rules
