// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds tables that few or no lines rule: columns by white space that goes on over many lines.
// In:   words outside of ruled tables, or the words of a grid that may be ruled in part. Out: grids.
// Never: makes a table of prose: it asks for rows and columns that repeat.
#pragma once

#include <optional>

#include "tables/cells.h"

namespace pactable::tables {

[[nodiscard]] std::vector<Grid> find_aligned(const Words& words, const Segments& rulings, const PageView& view);

/// All words as one table whose columns part at `borders` and wherever white space shows more; nothing where there are
/// too few lines.
[[nodiscard]] std::optional<Grid> align_all(const Words& words, const std::vector<double>& borders,
                                            const Segments& rulings, const PageView& view);

}  // namespace pactable::tables
