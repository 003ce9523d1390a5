// SPDX-License-Identifier: GPL-3.0-or-later
// What: what words of a printed time mean, in all languages together.
// In:   the `times` of grammar/languages. Out: phrases by their first word.
// Never: reads a number; decides what a text means.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pactable::grammar {

enum class TimeMeaning {
  kMonth,          // value 1..12
  kSeason,         // value 21..24, as in EDTF level 1
  kQuarter,        // "quarter"; value 0
  kHalf,           // "half", "semester"; value 0
  kQuarterSign,    // "Q" of "Q3", "T" of "T3"
  kHalfSign,       // "H" of "H1", "S" of "S1"
  kOrdinal,        // "first", "III"; value 1..4
  kOrdinalEnding,  // "st", "er", "й"
  kYearWord,       // "year", "г."
  kPlanYear,       // leads a number that the plan counts itself: "Year 2", "Año 1"
  kMeeting,        // leads the number of a meeting: "CoP15"; stands for one without: "next meeting"
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

struct TimePhrase {
  std::vector<std::string> words;  // each as `plain_word` gives it
  TimeMeaning meaning = TimeMeaning::kFiller;
  int value = 0;
};

class TimePhrases {
 public:
  void add(std::string_view phrase, TimeMeaning meaning, int value);
  /// Phrases whose first word this is.
  [[nodiscard]] std::span<const TimePhrase> beginning_with(const std::string& plain) const;

 private:
  std::unordered_map<std::string, std::vector<TimePhrase>> by_first_word_;
};

/// Case folded and without accents, to compare words: "Août" → "aout".
[[nodiscard]] std::string plain_word(std::string_view word);

}  // namespace pactable::grammar
