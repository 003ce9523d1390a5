// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts together what a page cut apart but join.cpp does not see as rows that go on: a wide sheet that is printed
//       over pages side by side, and titles that only say that a table or section goes on.
// In:   blocks in reading order. Out: the same blocks, fewer tables. Never: drops a text.
#pragma once

#include <vector>

#include "layout/document.h"

namespace pactable::tables {

/// Tables on pages that follow each other whose rows stand at the same heights, under other headers: the columns of the
/// later one are added to the earlier one. Where the rows do not match, nothing is joined.
[[nodiscard]] std::vector<layout::Block> join_sheets(std::vector<layout::Block> blocks);

/// Rows at the head of a page that repeat a title with a word in brackets ("(continued)") become running heads before
/// their table.
[[nodiscard]] std::vector<layout::Block> set_apart_continued(std::vector<layout::Block> blocks);

}  // namespace pactable::tables
