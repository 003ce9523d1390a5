// SPDX-License-Identifier: GPL-3.0-or-later
// What: what a font says about the look and the meaning of its glyphs.
// In:   a font as Poppler has it. Out: traits. Never: loads a font program.
#pragma once

#include <GfxFont.h>

#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

struct FontTraits {
  bool bold = false, italic = false;
  double ascent = 0.75, descent = -0.25;
  double scale = 1;  // Type 3 fonts: height of their box in text space
};

[[nodiscard]] FontTraits traits_of(const GfxFont& font);

/// True where Poppler takes the number of a glyph for its character, for want of anything better: what it gives then is
/// no text. A collection that is not Identity, and a name that is not a mere number, tell the character.
[[nodiscard]] bool has_no_unicode(const GfxFont& font, CharCode code);

[[nodiscard]] DrawnFont drawn_font(const GfxFont& font);

}  // namespace pactable::readers::pdf
