// SPDX-License-Identifier: GPL-3.0-or-later
// What: what a glyph says.
// In:   a glyph and its font. Out: its letters. Never: guesses a sign that the tables do not hold.
#pragma once

#include <string>

#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

/// White space only: empty with `space` set; nothing usable: U+FFFD.
struct Letters {
  std::string text;
  bool space = false;
  bool unmapped = false;
  bool nothing = false;  // neither letter nor space
};

[[nodiscard]] Letters letters_of(const Glyph& glyph, const DrawnFont& font);

/// True for letters that are read from right to left.
[[nodiscard]] bool is_right_to_left(std::string_view letters);

}  // namespace pactable::readers::pdf
