// SPDX-License-Identifier: GPL-3.0-or-later
// What: the contents of a page as blocks; its tables as grids.
// In:   contents, tables may hold tables. Out: blocks in reading order. Spans are resolved as in HTML, 4.9.12 "Forming
//       a table", and clamped to their section and to kMaxColumns; columns in which no cell begins are closed up. A row
//       that is not displayed stays as a row without live text, and spans do not count it; a cell that is not displayed
//       takes no place, and what is set aside in it goes to the cell beside it.
// Never: drops a paragraph; makes a grid larger than kMaxPositions.
#pragma once

#include <cstdint>
#include <vector>

#include "core/result.h"
#include "layout/document.h"
#include "readers/html/page_content.h"

namespace pactable::readers::html {

constexpr int kMaxColumns = 256;                   // as for Word documents
constexpr std::int64_t kMaxPositions = 1'000'000;  // rows times columns, as for Word documents

/// Fails with limit-exceeded where a grid is too large.
[[nodiscard]] Result<std::vector<layout::Block>> to_blocks(std::vector<Content> contents,
                                                           std::vector<layout::Oddity>& oddities);

}  // namespace pactable::readers::html
