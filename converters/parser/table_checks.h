// SPDX-License-Identifier: GPL-3.0-or-later
// What: a look back at the items of each table: where the grid was wrong, they show it.
// In:   the draft. Out: ROWS-DOUBTFUL, WORD-BROKEN. Never: changes what is printed.
#pragma once

#include "grammar/vocabulary.h"
#include "parser/draft.h"

namespace pactable::parser {

void check_tables(Draft& draft);

/// Codes and times that a narrow cell broke in a word ("mediu m"): where the words together are one of the vocabulary
/// and as they stand they are none, that is the value. What is printed stays; WORD-BROKEN names the items.
void mend_broken_words(Draft& draft, const grammar::Vocabulary& words);

}  // namespace pactable::parser
