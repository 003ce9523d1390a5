// SPDX-License-Identifier: GPL-3.0-or-later
// What: the numbers that a text mentions, alone or in lists and ranges: "6.1 and 6.2", "6.1–6.4".
// In:   code points of a text, the words of all languages. Out: runs of numbers with their offsets.
// Never: decides whether a number names an action; takes dates, amounts or parts of longer symbols for numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.h"

namespace pactable::audit {

struct Mention {
  std::string number;              // canonical form: no final dot
  std::size_t begin = 0, end = 0;  // code points
  bool range_to_next = false;      // "–" or "to" stands between it and the next one
};

/// Numbers that one cue governs, in printed order.
using MentionRun = std::vector<Mention>;

/// All runs of a text, in order. A mention is N.n(.n…) with components of at most three figures, or any word with a
/// figure in it ("5", "IG2a"): the caller knows which of those are numbers of actions.
[[nodiscard]] std::vector<MentionRun> find_mentions(std::u32string_view text, const grammar::Vocabulary& words);

/// True for N.n: a number that shows by its form that it is one of a hierarchy.
[[nodiscard]] bool is_dotted(std::string_view number);

}  // namespace pactable::audit
