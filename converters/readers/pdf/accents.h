// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts accents that are set as signs of their own on the letters that they stand over.
// In:   glyphs and their letters. Out: accented letters; the accents' own letters are taken away.
// Never: takes a quotation mark or a caret beside a letter for an accent: an accent stands over the letter.
// Method: TeX's OT1 fonts, and others of 7 bits, set an accent and the letter in one place, the accent before or
// behind.
#pragma once

#include <vector>

#include "readers/pdf/drawn_page.h"
#include "readers/pdf/letters.h"

namespace pactable::readers::pdf {

/// `letters` is as long as `glyphs`. Returns for each glyph whether it was an accent that was put on another one.
[[nodiscard]] std::vector<bool> set_accents(const std::vector<Glyph>& glyphs, std::vector<Letters>& letters);

}  // namespace pactable::readers::pdf
