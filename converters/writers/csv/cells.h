// SPDX-License-Identifier: GPL-3.0-or-later
// What: rows of relations as CSV (RFC 4180: commas, CRLF, UTF-8), and the texts of its cells.
// In:   rows. Out: lines. An absent value is an empty cell.
// Never: writes a cell that a spreadsheet runs as a formula or a terminal as a command; loses what a text was.
#pragma once

#include <string>
#include <string_view>

#include "writers/rows/plan_rows.h"

namespace pactable::writers::csv {

/// The names of the columns.
[[nodiscard]] std::string header_line(const rows::Description& relation);
void append_line(std::string& out, const rows::Description& relation, const rows::Row& row);

/// A text as it stands in a cell, before quotes; each form can be told from the others and undone:
/// - a text that is there but empty is one apostrophe;
/// - one that begins like a formula, or with an apostrophe, gets an apostrophe in front;
/// - one with characters that act (format/acting_characters.h) is an apostrophe and a JSON string: '"a\u001b[2J"
[[nodiscard]] std::string cell_text(std::string_view text);

}  // namespace pactable::writers::csv
