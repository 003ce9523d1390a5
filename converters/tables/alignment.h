// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds tables that few or no lines rule: columns by white space that goes on over many lines.
// In:   the words outside of ruled tables, and the lines and shaded areas left over. Out: grids.
// Never: makes a table of prose: it asks for rows and columns that repeat.
#pragma once

#include "tables/cells.h"

namespace pactable::tables {

[[nodiscard]] std::vector<Grid> find_aligned(const Words& words, const Segments& rulings, const PageView& view);

}  // namespace pactable::tables
