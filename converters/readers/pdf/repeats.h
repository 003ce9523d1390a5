// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds glyphs that are printed again: for boldness, as a shadow, or as a second layer of the same text.
// In:   glyphs in content order. Out: for each glyph the earlier one that it repeats.
// Never: takes the second of two equal letters of a word for a repeat: those stand an advance apart.
// Method: a glyph in nearly the same place as an equal one repeats it. How far whole layers are shifted follows from
// the wide glyphs, for two of those that belong to one word cannot stand so close; narrow ones follow them.
#pragma once

#include <cstdint>
#include <vector>

#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

struct Repeat {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t of = kNone;  // index of the earlier glyph
  bool bold = false;         // shifted along the line by a fraction of a stem
};

/// `taken`: as long as `glyphs`; those that are to be compared at all.
[[nodiscard]] std::vector<Repeat> find_repeats(const std::vector<Glyph>& glyphs, const std::vector<bool>& taken);

}  // namespace pactable::readers::pdf
