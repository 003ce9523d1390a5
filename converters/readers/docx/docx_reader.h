// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads word processing packages (ECMA-376, transitional and strict).
// In:   the bytes of a .docx. Out: body, then notes, then headers and footers, as blocks; automatic numbers as printed.
//
// Read:     text with bold, italic and raised characters (also raised by position); line breaks as "\n"; lists
//           (numbering_definitions.h), styles, headings, tables with their merges, text boxes after their paragraph;
//           one side of tracked changes; results of fields, SEQ numbers that have none, form fields and content
//           controls with their state; signs of symbol fonts (symbol_fonts.h); marks of notes in the text and with the
//           notes; pages that are embedded as HTML (embedded.h); titles of columns in the page head (page_heads.h).
// Aside:    struck-out and hidden text, in the paragraph that holds it (set_aside.h). DOCX-STRUCK, DOCX-HIDDEN-TEXT
// Reported: tables in cells, flattened into paragraphs (DOCX-NESTED-TABLE); text below a merged cell
// (DOCX-MERGED-TEXT);
//           numbers typed behind automatic ones (DOCX-NUMBER-TWICE) and of unknown formats (DOCX-NUMBER-FORMAT); signs
//           without a counterpart (DOCX-SYMBOL); SEQ numbers that were counted (DOCX-FIELD-COUNTED); embedded pages
//           (DOCX-EMBEDDED); tracked changes (DOCX-TRACKED).
// Not read, and reported: pictures and embedded objects (DOCX-PICTURE); charts, diagrams, embedded documents that are
// no
//           HTML, AUTONUM and LISTNUM (DOCX-NOT-READ); words of placeholders (DOCX-PLACEHOLDER); comments
//           (DOCX-COMMENTS); external parts (DOCX-EXTERNAL); columns beyond the limit (DOCX-COLUMNS).
// Dropped:  soft hyphens, zero-width breaks and direction marks; pictures in page heads and feet; icons beside text;
//           how characters are set otherwise; what only a table style says, such as bold; note numbers that restart or
//           change their format in a section.
// Never: follows a link, resolves an entity, unpacks to disk, or guesses the main part by its name.
#pragma once

#include <string_view>

#include "core/result.h"
#include "core/revisions.h"
#include "layout/document.h"

namespace pactable::readers::docx {

/// True where the bytes look like this format, by content alone; also for an encrypted package.
[[nodiscard]] bool recognises(std::string_view bytes);
/// Fails with encrypted, damaged, limit-exceeded or unsupported (a package that is no word processing document).
[[nodiscard]] Result<layout::Document> read(std::string_view bytes, Revisions revisions = Revisions::kFinal);

}  // namespace pactable::readers::docx
