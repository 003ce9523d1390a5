// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads HTML pages, also XHTML and pages with broken markup.
// In:   the bytes of a page. Out: paragraphs, headings and tables in reading order; list numbers as a browser prints
// them. Reads: text, headings, bold, italic and superscript text, line breaks, ordered lists (start, value, type,
// reversed),
//        tables with spans, captions, header cells and sections, background colours, the title (as running head).
// Aside: scripts, styles, templates, comments, the rest of the head; hidden text becomes an oddity. Tables inside of
//        cells are flattened into the cell, unless the outer table only sets out the page.
// Never: fetches anything, runs a script, or reads a style sheet.
#pragma once

#include <string_view>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::html {

/// True where the bytes begin like a page, by content alone.
[[nodiscard]] bool recognises(std::string_view bytes);
/// Fails with damaged (not decodable) or limit-exceeded (tables nested too deeply, a grid too large). Places name the
/// part "html"; tables, rows and cells are counted as they stand in the markup.
[[nodiscard]] Result<layout::Document> read(std::string_view bytes);

}  // namespace pactable::readers::html
