// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds the tables on pages and joins what page breaks cut; marks header rows.
// In:   layout::Document with pages or blocks. Out: blocks in reading order, every word in exactly one of them.
// Never: drops a word, moves a row, or reads the meaning of a cell.
#pragma once

#include "layout/document.h"

namespace pactable::tables {

/// Turns the pages of a document into blocks: paragraphs and one table per page fragment, in reading order; running
/// heads and page numbers are blocks marked as furniture. A hyphen at a line's end is taken away only where `oddities`
/// is given, which then says so (PDF-HYPHEN).
[[nodiscard]] std::vector<layout::Block> find(const layout::Document& document,
                                              std::vector<layout::Oddity>* oddities = nullptr);

/// Joins table fragments that go on over a page or a paragraph break (same columns), marks repeated header rows and the
/// rows after a break, and leaves other blocks in place. Rows that are cut stay two rows here: the parser joins them,
/// because what is empty in a second half depends on the roles of its columns.
[[nodiscard]] std::vector<layout::Block> join(std::vector<layout::Block> blocks);

}  // namespace pactable::tables
