// SPDX-License-Identifier: GPL-3.0-or-later
// What: completes ruled grids by what belongs to them and is not ruled: a column beside the lines, titles between two
//       parts that stand on each other.
// In:   grids of ruling lines, words of the page. Out: wider or higher grids. Never: takes in running text.
#pragma once

#include <optional>
#include <vector>

#include "tables/cells.h"

namespace pactable::tables {

/// A column of numbers, codes or names that stands row for row beside a grid, outside of its lines.
[[nodiscard]] std::optional<Grid> add_columns_beside(const Grid& grid, const Words& words);

/// Grids with the same columns, with nothing or a title of one or two lines between them, become one.
[[nodiscard]] std::vector<Grid> merge_stacked(std::vector<Grid> grids, const Words& words);

}  // namespace pactable::tables
