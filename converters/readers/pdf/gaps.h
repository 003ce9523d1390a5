// SPDX-License-Identifier: GPL-3.0-or-later
// What: how wide a gap has to be to part words, for each line.
// In:   glyphs in content order. Out: for each glyph the gap that parts it from the one before.
// Never: parts letters that the page sets as close as others of a word.
// Method: gaps between the letters of a word and gaps between words are two populations. Where a font, or a line that
// is spaced out, shows them with an empty stretch between, the cut is in its middle; else it is that of common type.
#pragma once

#include <vector>

#include "readers/pdf/drawn_page.h"
#include "readers/pdf/letters.h"

namespace pactable::readers::pdf {

// A word space is a quarter of the font size, 1/8 in the tightest justified lines; kerning stays below 1/12.
inline constexpr double kWordGap = 0.1;
inline constexpr double kSpacingIsGap = 0.5;  // of the font size: character spacing this wide parts letters

/// Where the pen stands behind a glyph; character spacing belongs to it unless it is so wide that it parts letters.
[[nodiscard]] Point pen_behind(const Glyph& glyph);

/// As long as `glyphs`, in parts of the font size. `taken`: those that are text of their own.
[[nodiscard]] std::vector<float> learn_gaps(const std::vector<Glyph>& glyphs, const std::vector<Letters>& letters,
                                            const std::vector<bool>& taken);

}  // namespace pactable::readers::pdf
