// SPDX-License-Identifier: GPL-3.0-or-later
// What: borders between rows that the texts on them speak against: a text that begins in the middle of a sentence.
// In:   a grid, its table, the rulings of the page. Out: heights of such borders. Never: doubts a border that is drawn.
#pragma once

#include <vector>

#include "layout/table.h"
#include "tables/grid.h"

namespace pactable::tables {

[[nodiscard]] std::vector<double> doubtful_borders(const Grid& grid, const layout::Table& table,
                                                   const Segments& rulings);

}  // namespace pactable::tables
