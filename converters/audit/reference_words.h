// SPDX-License-Identifier: GPL-3.0-or-later
// What: the words around a number that tell a mention of an action from one of another document.
// In:   code points of a text, the stretch of the numbers, the words of all languages. Out: the cue and where it
// begins. Never: looks at the plan. To add a language: sets in grammar/languages.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "grammar/vocabulary.h"

namespace pactable::audit {

enum class CueStrength {
  kWeak,    // "in 6.1": a reference only where the number exists
  kStrong,  // "see 6.1", "action 6.1": meant as a reference in any case
};

struct Cue {
  CueStrength strength = CueStrength::kWeak;
  std::size_t begin = 0;  // code point; with the noun in front: "principles in"
};

/// The cue that ends right before `begin`; nothing where there is none, where a word in front or behind names another
/// document ("Resolution 11.24", "action 3.2 of the Strategic Plan"), or where a unit follows `end` ("in 2.5 km").
[[nodiscard]] std::optional<Cue> find_cue(std::u32string_view text, std::size_t begin, std::size_t end,
                                          const grammar::ReferenceWords& known);

}  // namespace pactable::audit
