// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells lines through words and below words from the rules of tables.
// In:   glyphs and rulings of a page. Out: struck glyphs marked; rulings that strike or underline words taken away.
// Never: takes a rule that ends elsewhere than the words it touches.
// Method: a strike or an underline begins and ends with letters of one line, at a height where no rule of a table
// stands.
#pragma once

#include <vector>

#include "layout/page.h"
#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

/// `taken`: as long as `glyphs`; those that are seen and are no white space. Returns how many glyphs are struck.
std::size_t mark_struck(std::vector<Glyph>& glyphs, const std::vector<bool>& taken,
                        std::vector<layout::Ruling>& rulings);

}  // namespace pactable::readers::pdf
