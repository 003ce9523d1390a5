// SPDX-License-Identifier: GPL-3.0-or-later
// What: keeps what a page holds besides its text: hidden words, line numbers and stamps, rows that are struck out
// whole. In:   a page and the blocks that were made of it. Out: the same blocks, with that set aside or beside them.
// Never: makes a value of it. The number of a row that is struck out stays, so that the row is not lost.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/page.h"
#include "layout/table.h"

namespace pactable::tables {

/// Hidden words go to the cell that they stand in, or to a block of their own; words that stand beside the text become
/// blocks of their own. `first`: the first block of the page.
void add_asides(const layout::Page& page, std::size_t first, std::vector<layout::Block>& blocks);

/// Of a row in which every word is struck out, the label is live again.
void keep_labels_of_struck_rows(layout::Table& table);

}  // namespace pactable::tables
