// SPDX-License-Identifier: GPL-3.0-or-later
// What: the dialect of text dumps in which a line is a table row and tabs part its cells.
// In:   lines. Out: blocks in reading order; a paragraph between rows ends a table.
// Never: joins what a paragraph parts, reads the meaning of a cell, or drops a line that is not blank.
#pragma once

#include <vector>

#include "layout/document.h"
#include "readers/text/decode.h"

namespace pactable::readers::text {

/// A blank line between rows, or a form feed, makes the next row Row::after_break, unless most rows of the table are
/// parted by blank lines. Cells beyond the column limit go to the last column (oddity TXT-COLUMNS).
void read_row_per_line(const std::vector<Line>& lines, layout::Document& document);

}  // namespace pactable::readers::text
