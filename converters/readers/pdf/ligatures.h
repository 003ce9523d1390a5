// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads the ligatures fi, fl, ff, ffi and ffl of fonts that do not tell them, or call them a space.
// In:   glyphs and their letters. Out: the letters of the ligatures. Never: decides where the evidence is even.
// Method: a ligature is about as wide as its letters are in the same font, and stands within words. Whether it ends in
// i or in l is detected by the letters behind it over the whole page: consonants follow i ("first"), vowels follow l
// ("flow").
#pragma once

#include <string>
#include <vector>

#include "readers/pdf/drawn_page.h"
#include "readers/pdf/letters.h"

namespace pactable::readers::pdf {

/// Returns what was read, for a message: "fi (7 times)"; nothing where there was nothing to read.
std::vector<std::string> read_ligatures(const std::vector<Glyph>& glyphs, std::vector<Letters>& letters);

}  // namespace pactable::readers::pdf
