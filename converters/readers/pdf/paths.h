// SPDX-License-Identifier: GPL-3.0-or-later
// What: sorts painted paths into rulings (lines) and fills (shaded areas).
// In:   the paths of a page. Out: its rulings, fills and pictures.
// Never: joins or cleans lines; that is the work of tables.
#pragma once

#include "layout/page.h"
#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

/// Fills `page.rulings`, `page.fills` and `page.images` from what was drawn. `page` has its size already.
void add_graphics(const DrawnPage& drawn, layout::Page& page);

}  // namespace pactable::readers::pdf
