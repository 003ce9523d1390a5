// SPDX-License-Identifier: GPL-3.0-or-later
// What: the tables of a document as they were found, for `pactable tables`: JSON, HTML, CSV.
// In:   grids in the order of the document; the n-th is called "t<n>". Out: the bytes of one file.
// Never: drops a cell that holds text; repeats the text of a spanning cell.
#pragma once

#include <span>
#include <string>

#include "layout/table.h"

namespace pactable::writers {

/// "pactable-tables/1": rows and columns 0-based, empty cells left out, page and bbox only where the format has pages.
[[nodiscard]] std::string write_tables_json(std::span<const layout::Table> tables);

/// One HTML document with a <table> each, spans as rowspan and colspan. It runs and loads nothing.
[[nodiscard]] std::string write_tables_html(std::span<const layout::Table> tables);

/// RFC 4180 with CRLF; an empty line between tables; the text of a spanning cell at its upper left. A cell that a
/// spreadsheet would run as a formula gets an apostrophe in front.
[[nodiscard]] std::string write_tables_csv(std::span<const layout::Table> tables);

}  // namespace pactable::writers
