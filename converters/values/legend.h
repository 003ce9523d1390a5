// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads a legend of codes: "Urgency: 1 - Urgent (crucial for …). 2 - Important (…)." → lead and codes.
// In:   one paragraph, the words of all languages. Out: the codes in printed order.
// Never: invents a code or a label.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.h"
#include "plan/plan.h"

namespace pactable::values {

struct Legend {
  std::optional<std::string> mark;  // footnote mark before it, canonical digits: "²" → "2"
  std::string lead;                 // "Urgency"; empty where the paragraph begins with a code
  std::vector<plan::Code> codes;    // at least two
};

/// Returns nothing where the paragraph is no legend (fewer than two codes in a code–label pattern).
[[nodiscard]] std::optional<Legend> read_legend(std::string_view paragraph, const grammar::Vocabulary& words);
/// All of a paragraph: "Urgency: 1 = urgent, 2 = useful. Timescale: A = within a year, B = later." has two.
[[nodiscard]] std::vector<Legend> read_legends(std::string_view paragraph, const grammar::Vocabulary& words);

/// How a printed code reads against a closed list: exact, by look-alike letters (UTS #39), or not at all.
struct CodeReading {
  std::string code;
  bool look_alike = false;  // true where the printed characters are not those of the code: Cyrillic "В" for "B"
};
[[nodiscard]] std::optional<CodeReading> read_code(std::string_view printed, const std::vector<plan::Code>& codes);

}  // namespace pactable::values
