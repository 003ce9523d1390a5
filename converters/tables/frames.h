// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds where horizontal rules alone frame a table: at its head, below its header and at its foot.
// In:   words outside of ruled grids, rulings. Out: boxes of such tables, from top to bottom.
// Never: decides that there is a table; columns are looked for inside the box.
#pragma once

#include <vector>

#include "tables/lines.h"
#include "tables/rulings.h"

namespace pactable::tables {

[[nodiscard]] std::vector<Box> find_frames(const Words& words, const Segments& rulings);

}  // namespace pactable::tables
