// SPDX-License-Identifier: GPL-3.0-or-later
// What: one component of a number, read and written: decimal, Roman, letter.
// In:   the text from where the component starts. Out: its value (1-based) and its length in bytes.
// Never: accepts zero, a Roman figure that is not written the usual way, or more than kMostValue.
#pragma once

#include <string>
#include <string_view>

#include "numbering/numbering.h"

namespace pactable::numbering {

/// Four digits hold the longest list and fit the twelve bits that a path keeps for a component.
inline constexpr std::size_t kMostDigits = 4;
inline constexpr int kMostValue = 4000;

struct Component {
  int value = 0;           // 0: none reads here
  std::size_t length = 0;  // bytes
};

[[nodiscard]] Component read_component(std::string_view text, Figure figure);

/// Decimal figures are filled with zeros to `width`. Letters go on as Word does: z, aa, bb.
[[nodiscard]] std::string write_component(int value, Figure figure, int width = 0);

[[nodiscard]] Figure figure_of(const Form& form, int component);

/// True where the lead is a word of its own ("Objective ") and no part of the number ("IG", "MON-").
[[nodiscard]] bool has_word_lead(const Form& form);

}  // namespace pactable::numbering
