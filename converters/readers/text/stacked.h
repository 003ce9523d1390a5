// SPDX-License-Identifier: GPL-3.0-or-later
// What: the dialect of text dumps in which every cell stands on lines of its own.
// In:   lines: a cell begins at each tab and goes on in the following lines without one; blank lines stand inside
// cells. Out:  blocks in reading order; a table whose width changes becomes one table per width. Never: reads the
// meaning of a cell, or drops a line that is not blank.
#pragma once

#include <vector>

#include "layout/document.h"
#include "readers/text/decode.h"

namespace pactable::readers::text {

/// True where most lines with a tab hold one cell, at the beginning of the line, and header runs stand among them.
[[nodiscard]] bool is_stacked(const std::vector<Line>& lines);

/// Every line that is not blank becomes one paragraph, of a cell or of a block. In a place the cell index counts the
/// tabs of the physical line: 0 before its first tab, 1 after it.
void read_stacked(const std::vector<Line>& lines, layout::Document& document);

}  // namespace pactable::readers::text
