// SPDX-License-Identifier: GPL-3.0-or-later
// What: where a glyph stands and which way it is written.
// In:   glyphs. Out: boxes, directions, distances. Units: points; directions in degrees clockwise.
#pragma once

#include "core/place.h"
#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

[[nodiscard]] int rotation_of(const Glyph& glyph);

/// From its origin to the end of its advance, without character spacing; as high and deep as its font says.
[[nodiscard]] Box box_of(const Glyph& glyph, int rotation);

/// Distance from `a` to `b` along and across the writing direction.
[[nodiscard]] Point turned(Point a, Point b, int rotation);

/// Length of its advance.
[[nodiscard]] double width_of(const Glyph& glyph);

}  // namespace pactable::readers::pdf
