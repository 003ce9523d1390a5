// SPDX-License-Identifier: GPL-3.0-or-later
// What: what stands in the number cell of a row: cell := label {(","|"and"|"to"|"–") label} {mark} {state} {text}.
// In:   a cell, the words of states. Out: the label as printed, note marks, the state, the text behind the number.
// Never: drops a sign of the cell; says what the number is (numbering does).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/vocabulary.h"
#include "layout/table.h"

namespace pactable::parser {

struct NumberCell {
  layout::Text label;                 // "1.1", "2.2 and 2.3"; empty where the cell begins with no number
  std::string automatic_label;        // printed by the word processor's list definitions
  std::vector<std::string> marks;     // note references
  std::optional<layout::Text> state;  // "(new)", "(Rev. CoP14)", "NEW", "(1.4)"
  layout::Text rest;                  // text behind the number, or all of it where there is none

  [[nodiscard]] bool labelled() const { return !label.empty() || !automatic_label.empty(); }
};

[[nodiscard]] NumberCell read_number_cell(const layout::Cell& cell, const grammar::Vocabulary& words);

}  // namespace pactable::parser
