// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/glyph_boxes.h"

#include <algorithm>
#include <cmath>

namespace pactable::readers::pdf {

int rotation_of(const Glyph& g) {
  if (std::abs(g.advance.x) >= std::abs(g.advance.y)) return g.advance.x < 0 ? 180 : 0;
  return g.advance.y > 0 ? 90 : 270;
}

Point turned(Point a, Point b, int rotation) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  switch (rotation) {
    case 90: return {dy, -dx};
    case 180: return {-dx, -dy};
    case 270: return {-dy, dx};
    default: return {dx, dy};
  }
}

Box box_of(const Glyph& g, int rotation) {
  const double length = std::max(0.0, width_of(g) - std::max(0.0, g.spacing));
  const double up = g.ascent * g.font_size;
  const double down = -g.descent * g.font_size;
  const Point& o = g.origin;
  switch (rotation) {
    case 90: return {o.x - down, o.y, o.x + up, o.y + length};
    case 180: return {o.x - length, o.y - down, o.x, o.y + up};
    case 270: return {o.x - up, o.y - length, o.x + down, o.y};
    default: return {o.x, o.y - up, o.x + length, o.y + down};
  }
}

double width_of(const Glyph& glyph) {
  return glyph.advance.y == 0 ? std::abs(glyph.advance.x) : std::hypot(glyph.advance.x, glyph.advance.y);
}

}  // namespace pactable::readers::pdf
