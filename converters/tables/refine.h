// SPDX-License-Identifier: GPL-3.0-or-later
// What: makes a ruled grid finer where its lines leave out columns or rows that its words or its shading show.
// In:   a grid of ruling lines and the words of the page. Out: a finer grid, or nothing where there is none.
// Never: moves or takes away a border that is drawn, unless the words show columns where no line stands at all.
#pragma once

#include <optional>

#include "tables/cells.h"

namespace pactable::tables {

[[nodiscard]] std::optional<Grid> refine(const Grid& grid, const Words& words, const Segments& rulings,
                                         const PageView& view);

}  // namespace pactable::tables
