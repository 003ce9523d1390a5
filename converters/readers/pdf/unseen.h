// SPDX-License-Identifier: GPL-3.0-or-later
// What: which glyphs nobody sees on the page.
// In:   a page as drawn. Out: for each glyph why it is not seen, if so.
// Never: hides the text layer of a scan, or text whose ground is not known (pictures, patterns, shadings).
// Method: painting order. A glyph is not seen where it is painted clear or in render mode 3 on a page of visible text,
// smaller than a point, outside of its clip, beneath a later opaque rectangle, or in the colour of its ground.
#pragma once

#include <string_view>
#include <vector>

#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

enum class Unseen : unsigned char { kNo, kInvisible, kTiny, kClipped, kCovered, kSameColour };

/// As long as page.glyphs. Glyphs with impossible coordinates are never taken as unseen.
[[nodiscard]] std::vector<Unseen> find_unseen(const DrawnPage& page);

/// "its type is smaller than a point".
[[nodiscard]] std::string_view reason_of(Unseen unseen);

}  // namespace pactable::readers::pdf
