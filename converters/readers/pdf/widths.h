// SPDX-License-Identifier: GPL-3.0-or-later
// What: gives glyphs an advance whose font has none for them.
// In:   glyphs in content order. Out: the same with advances.
// Never: changes an advance that is there; gives one to accents, which have none.
// Method: the next glyph of a word stands where this one ends, so the least distance to the next one that the page
// shows is the width; where it shows none, or more than such a letter can have, the letter's usual width stands in.
#pragma once

#include <vector>

#include "readers/pdf/drawn_page.h"
#include "readers/pdf/letters.h"

namespace pactable::readers::pdf {

void learn_widths(std::vector<Glyph>& glyphs, const std::vector<Letters>& letters);

}  // namespace pactable::readers::pdf
