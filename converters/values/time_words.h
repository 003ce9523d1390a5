// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the words of a printed time mean, in all languages of the grammar.
// In:   tokens and a position. Out: the longest phrase of a meaning that stands there.
// Never: reads a number. To add a language: `times` in grammar/languages, lines in fixtures/values/timeframes.tsv.
#pragma once

#include <cstddef>
#include <optional>

#include "values/time_tokens.h"

namespace pactable::values {

using Meaning = grammar::TimeMeaning;

struct PhraseMatch {
  std::size_t next = 0;  // index of the token behind the phrase
  int value = 0;
};

/// The longest phrase of `meaning` at `at`; an unspaced hyphen between its words counts as a space ("on-going").
[[nodiscard]] std::optional<PhraseMatch> match(const Tokens& tokens, std::size_t at, Meaning meaning);

/// Index behind the phrases of `meaning` that stand at `at`, four at most.
[[nodiscard]] std::size_t skip(const Tokens& tokens, std::size_t at, Meaning meaning);

}  // namespace pactable::values
