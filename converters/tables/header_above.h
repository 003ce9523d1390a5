// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds the header row that stands right above a grid: outside of its rules, or set too narrowly to show columns.
// In:   a grid, its words and the words outside. Out: the grid with one more row, or nothing.
// Never: takes a line that does not name nearly all columns.
#pragma once

#include <optional>

#include "tables/cells.h"

namespace pactable::tables {

[[nodiscard]] std::optional<Grid> add_header_above(const Grid& grid, const Words& words);

}  // namespace pactable::tables
