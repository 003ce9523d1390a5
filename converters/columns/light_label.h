// SPDX-License-Identifier: GPL-3.0-or-later
// What: a number as plans print them, read without any scheme: "1.2", "A.1.3", "IG2a", "(b)", "Goal 1", "3.0", "iv.".
// In:   text that may begin with one. Out: its levels, comparable with those of its neighbours.
// Never: decides that a label is a number of the plan: only a sequence of them does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.h"

namespace pactable::columns {

struct LightLabel {
  std::string kind;  // lead, brackets and the kind of the first figure: labels of one kind count on from each other
  std::vector<int> path;     // 0 is a value of its own ("3.0")
  std::size_t length = 0;    // bytes of the text that it takes
  bool closed = false;       // ends in a dot, a bracket or a colon
  bool lead_word = false;    // a word stands before the figures: "Goal 1"
  bool bare_figure = false;  // one decimal figure alone: a label, a count or a rank
  bool bare_letter = false;  // one letter or Roman figure alone
  std::string other_kind;    // "I" is the ninth letter too, "V" the fifth Roman figure: the other reading of it,
  int other_value = 0;       // 0 where there is none
};

/// The label that `text` begins with; nothing where there is none. Figures of all scripts are read.
[[nodiscard]] std::optional<LightLabel> read_light_label(std::string_view text, const grammar::Vocabulary& words);

/// The label that the whole text is, but for note marks, a state such as "(new)" and further labels ("54 and 56").
[[nodiscard]] std::optional<LightLabel> read_whole_label(std::string_view text, const grammar::Vocabulary& words);

/// A label with text behind it: set off by a dot, a bracket, a colon, several levels or a known lead word. A bare
/// figure or letter is the begin of a sentence.
[[nodiscard]] std::optional<LightLabel> read_leading_label(std::string_view text, const grammar::Vocabulary& words);

}  // namespace pactable::columns
