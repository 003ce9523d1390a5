// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads plain text, with tables in every usual dump of one.
// In:   bytes in UTF-8 or, with a byte order mark, UTF-16. Out: blocks in reading order and the origin of the text.
// Reads: drawn tables (drawn.h); tabs, commas and semicolons, columns by spaces, a cell a line (dump_kind.h); inline
// <i> and <b>, Markdown where the tables are; notes by their mark. What may be a table and cannot be told is kept as
// text and reported. Never: joins tables, reads the meaning of a cell, or drops a character that is no white space and
// no such markup.
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
