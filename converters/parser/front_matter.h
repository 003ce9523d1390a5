// SPDX-License-Identifier: GPL-3.0-or-later
// What: what stands around the tables: title, status, period, vision, goal, objectives, footnotes, legends, language.
// In:   the text blocks of a document. Out: metadata and code lists in the draft; the reason under which each block is
//       listed as discarded.
// Never: keeps a text in two places of the corpus (metadata repeats, discarded and footnotes hold).
#pragma once

#include <map>
#include <span>
#include <string>

#include "grammar/family.h"
#include "layout/table.h"
#include "parser/draft.h"

namespace pactable::parser {

/// Reads title, status, period and frames; returns the reason for every text block that was used, by block index.
[[nodiscard]] std::map<std::size_t, std::string> read_front_matter(std::span<const layout::Block> blocks,
                                                                   const grammar::Family& family,
                                                                   plan::Metadata& metadata);

/// BCP 47 code of the language whose frequent words the texts use most; "und" where none stands out.
[[nodiscard]] std::string find_language(std::span<const layout::Block> blocks, const grammar::Family& family);

/// Turns the notes of the draft into footnotes and code lists; a legend belongs to the column that its lead word or its
/// mark names.
void read_notes(Draft& draft);

/// True for a paragraph outside of tables that is a legend of one of the columns.
[[nodiscard]] bool is_legend_paragraph(const layout::TextBlock& block, const grammar::Family& family);

}  // namespace pactable::parser
