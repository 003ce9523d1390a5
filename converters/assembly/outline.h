// SPDX-License-Identifier: GPL-3.0-or-later
// What: the tree of a plan: what kind each item is and which item stands above it.
// In:   a draft, the recovery of its numbers. Out: kinds, indices of parents.
// Never: moves an item.
#pragma once

#include <vector>

#include "assembly/series.h"
#include "parser/draft.h"
#include "plan/plan.h"

namespace pactable::assembly {

/// The kind of every item: what the layout says, else what the form of its number says: the form that carries the
/// fields is that of the actions, shallower ones without fields are sections, deeper ones sub-tasks.
[[nodiscard]] std::vector<plan::ItemKind> kinds_of(const parser::Draft& draft, const SeriesRecovery& series);

/// Index of the item above every item, -1 at the top: by number, else by the grid, else the innermost heading that is
/// open and is none of its own series.
[[nodiscard]] std::vector<int> parents_of(const parser::Draft& draft, const SeriesRecovery& series,
                                          const std::vector<plan::ItemKind>& kinds);

}  // namespace pactable::assembly
