// SPDX-License-Identifier: GPL-3.0-or-later
// What: the number that a text begins with, by its looks alone: "1.1.", "A.1.3", "MT-7.1", "(a)", "Goal 1", "1.3bis".
// In:   a text, the words that may lead a number. Out: the length of the number, the form that it has.
// Never: says that it is a number: "COVID-19" and "A4" look like one. A form counts where it recurs (see forms.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "grammar/vocabulary.h"
#include "numbering/numbering.h"

namespace pactable::parser {

struct LabelShape {
  std::size_t length = 0;  // bytes, brackets and final dot or colon included
  numbering::Form form;    // of what stands before the suffix
  std::string suffix;      // "bis", "a": of a number that was put in later; empty where there is none
  std::size_t base = 0;    // bytes up to the suffix
  bool set_off = false;    // more than one component, a lead, a bracket or a final sign: no mere figure or letter
};

[[nodiscard]] std::optional<LabelShape> leading_shape(std::string_view text, const grammar::WordSet& leads);

}  // namespace pactable::parser
