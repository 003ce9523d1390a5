// SPDX-License-Identifier: GPL-3.0-or-later
// What: which lines of a cell are names of their own.
// In:   texts of cells with their line ends; the fields of a whole draft. Out: one name a line.
// Never: splits a name where nothing but a full line speaks for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.h"
#include "parser/draft.h"

namespace pactable::parser {

/// The names that stand on lines of their own in a text of cell_lines. A line that ends or begins inside a name
/// ("Ministry of" | "Environment", "… /" | "WWF") goes on; where a paragraph lists by commas its line ends split
/// nothing. Soft line ends stay in a name.
[[nodiscard]] std::vector<std::string> party_lines(std::string_view lines, const grammar::Vocabulary& words);

/// Settles soft line ends by the names that stand alone elsewhere in the document: PARTY-LINES-UNSURE where one of the
/// parts is known and another is not, in a column that has one name a line.
void settle_party_lines(Draft& draft);

}  // namespace pactable::parser
