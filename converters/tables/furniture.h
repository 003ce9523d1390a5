// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds running heads, footers and page numbers (by repetition), and footnotes (by place, size and mark).
// Never: takes a line away; it only tells which lines are no body text.
#pragma once

#include <functional>
#include <unordered_set>

#include "layout/document.h"
#include "tables/lines.h"

namespace pactable::tables {

/// The words of lines that stand near the upper or lower edge at the same height with the same text (digits aside) on
/// two pages at least. Words for which `in_table` holds are left alone: rows look alike when their digits are folded.
[[nodiscard]] std::unordered_set<const layout::Word*> running_heads(
    const std::vector<layout::Page>& pages, const std::function<bool(std::size_t page, const layout::Word&)>& in_table);

/// The mark that begins a footnote ("¹", "1", "*", "[2]"), or an empty text. `size` is the body's font size.
[[nodiscard]] std::string footnote_mark(const Line& line, double size);

}  // namespace pactable::tables
