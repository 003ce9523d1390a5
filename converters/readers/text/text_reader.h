// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads plain text in which tabs part the cells of tables.
// In:   bytes in UTF-8 or, with a byte order mark, UTF-16. Out: blocks in reading order and the origin of the text.
// Reads: a line per row (row_per_line.h); a cell per line (stacked.h); inline <i> and <b>; notes by their mark.
// Never: joins tables, reads the meaning of a cell, or drops a character that is not white space or such a tag.
#pragma once

#include <string_view>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::text {

/// True where the bytes look like this format, by content alone.
[[nodiscard]] bool recognises(std::string_view bytes);
/// Fails with damaged (malformed encoding, with the byte offset) or empty-file.
[[nodiscard]] Result<layout::Document> read(std::string_view bytes);

}  // namespace pactable::readers::text
