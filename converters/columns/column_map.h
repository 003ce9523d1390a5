// SPDX-License-Identifier: GPL-3.0-or-later
// What: which column of a header stands above each grid column of a piece.
// In:   the grid of the header, the grid of the piece. Out: an index for each grid column, -1 where none.
// Never: goes by order where the format says where columns stand.
#pragma once

#include <vector>

#include "columns/header.h"

namespace pactable::columns {

/// `same`: the header stands in this piece.
[[nodiscard]] std::vector<int> map_columns(const Header& header, const PieceGrid& header_grid, const PieceGrid& grid,
                                           bool same);

/// True where a piece of other columns can be the rest of the table above: it begins another page or touches the table,
/// and stands within its borders. Only where both have boxes.
[[nodiscard]] bool lies_within(const PieceGrid& above, const PieceGrid& below);

/// What the columns look like, by the first rows: 'L' labels, 'T' texts, 'S' short values, ' ' blank.
[[nodiscard]] std::vector<char> column_classes(const PieceGrid& grid, int first_row, const grammar::Vocabulary& words);
[[nodiscard]] bool classes_agree(const std::vector<char>& a, const std::vector<char>& b);

}  // namespace pactable::columns
