// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the words of a printed time mean, in English, French, Spanish and Russian.
// In:   tokens and a position. Out: the longest phrase of a meaning that stands there.
// Never: reads a number. To add a language: phrases in time_words.cpp, lines in fixtures/values/timeframes.tsv.
#pragma once

#include <cstddef>
#include <optional>

#include "values/time_tokens.h"

namespace pactable::values {

enum class Meaning {
  kMonth,          // value 1..12
  kSeason,         // value 21..24, as in EDTF level 1
  kQuarter,        // "quarter"; value 0
  kHalf,           // "half", "semester"; value 0
  kOrdinal,        // "first", "III"; value 1..4
  kOrdinalEnding,  // "st", "er", "й"
  kYearWord,       // "year", "г."
  kFiller,         // "the", "of", "in": no meaning of its own
  kJoin,           // "to" between two times
  kAnd,            // "and" between two times
  kBetween,
  kBy,    // value 1 where the time itself does not count: "before"
  kFrom,  // value 1 where the time itself does not count: "after"
  kOnwards,
  kThen,   // "then", "and"
  kVague,  // "mid", "early", "end of"
  kOngoing,
  kDone,    // "complete": the text is a status
  kUnit,    // "years", "months"
  kCount,   // "two" … "ten"
  kWithin,  // "within", "over"
};

struct PhraseMatch {
  std::size_t next = 0;  // index of the token behind the phrase
  int value = 0;
};

/// The longest phrase of `meaning` at `at`; an unspaced hyphen between its words counts as a space ("on-going").
[[nodiscard]] std::optional<PhraseMatch> match(const Tokens& tokens, std::size_t at, Meaning meaning);

/// Index behind the phrases of `meaning` that stand at `at`, four at most.
[[nodiscard]] std::size_t skip(const Tokens& tokens, std::size_t at, Meaning meaning);

}  // namespace pactable::values
