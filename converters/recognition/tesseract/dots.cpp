// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/dots.h"

#include <algorithm>
#include <cmath>

namespace pactable::recognition::tesseract {
namespace {

// All in parts of the height of the line's capitals or digits.
constexpr double kGlyph = 0.62;     // higher pieces are glyphs
constexpr double kDot = 0.36;       // a dot is smaller each way
constexpr double kOnLine = 0.22;    // and ends this near to the writing line
constexpr double kLeastDot = 0.06;  // smaller pieces are specks
constexpr double kRoom = 0.22;      // what a dot and the space around it take at least
constexpr double kTip = 0.06;       // nearer pieces are parts of their glyph
constexpr double kAtEdge = 0.12;    // nearer to the edge of the picture stands only what it cuts
constexpr double kDotZone = 0.3;    // the part of a gap above the writing line where a dot stands
constexpr double kWindow = 0.12;    // the square that is compared with the ink

int grey_at(PIX& grey, int x, int y) {
  l_uint32 value = 255;
  pixGetPixel(&grey, x, y, &value);
  return static_cast<int>(value);
}

double mean_grey(PIX& grey, const PixelBox& box) {
  double sum = 0;
  for (int y = box.y0; y < box.y1; ++y) {
    for (int x = box.x0; x < box.x1; ++x) sum += grey_at(grey, x, y);
  }
  return sum / std::max(1, box.width() * box.height());
}

// The darkest square of the zone.
double darkest(PIX& grey, const PixelBox& zone, int side) {
  double least = 255;
  for (int y = zone.y0; y + side <= zone.y1; ++y) {
    for (int x = zone.x0; x + side <= zone.x1; ++x)
      least = std::min(least, mean_grey(grey, {x, y, x + side, y + side}));
  }
  return least;
}

// How dark the place of a dot is between two glyphs, against the rest of the gap, as a share of the ink's darkness.
double darkness(const PixelBox& gap, double height, double baseline, const Sheet& sheet) {
  const int side = std::max(1, static_cast<int>(std::lround(kWindow * height)));
  const int lower = static_cast<int>(std::lround(baseline));
  const int upper = static_cast<int>(std::lround(baseline - kDotZone * height));
  // The blur of both glyphs reaches a pixel into the gap.
  const PixelBox zone{gap.x0 + 1, upper, gap.x1 - 1, lower};
  const PixelBox above{gap.x0 + 1, static_cast<int>(std::lround(baseline - 0.9 * height)), gap.x1 - 1, upper - side};
  if (zone.width() < side || zone.height() < side || above.empty()) return 0;
  const double ink = 2.0 * sheet.threshold - kGround;
  const double depth = kGround - std::max(0.0, ink);
  return std::clamp((darkest(*sheet.grey, above, side) - darkest(*sheet.grey, zone, side)) / depth, 0.0, 0.9);
}

bool is_dot(const Blob& blob, double height, double baseline) {
  return blob.box.width() <= kDot * height && blob.box.height() <= kDot * height &&
         std::max(blob.box.width(), blob.box.height()) >= kLeastDot * height &&
         std::abs(blob.box.y1 - baseline) <= kOnLine * height;
}

// The foot of a 1 or the drop of a 3 that the threshold parted from its glyph.
bool belongs_to(const Blob& blob, const PixelBox& glyph, double height) {
  return std::max(glyph.x0 - blob.box.x1, blob.box.x0 - glyph.x1) < kTip * height;
}

}  // namespace

Glyphs find_glyphs(const LetterLine& line, const Sheet& sheet) {
  Glyphs glyphs;
  for (const Blob& blob : line.blobs) {
    if (blob.box.height() < kGlyph * line.height) continue;
    // Pieces of one broken glyph stand above each other.
    if (!glyphs.boxes.empty() && blob.mid_x() < glyphs.boxes.back().x1) {
      PixelBox& last = glyphs.boxes.back();
      last = {std::min(last.x0, blob.box.x0), std::min(last.y0, blob.box.y0), std::max(last.x1, blob.box.x1),
              std::max(last.y1, blob.box.y1)};
      continue;
    }
    glyphs.boxes.push_back(blob.box);
  }
  glyphs.dots.assign(glyphs.boxes.size() + 1, 0);
  for (std::size_t i = 1; i < glyphs.boxes.size(); ++i) {
    const PixelBox gap{glyphs.boxes[i - 1].x1, line.box.y0, glyphs.boxes[i].x0, line.box.y1};
    if (gap.width() >= kRoom * line.height) {
      glyphs.dots[i] = darkness(gap, line.height, line.baseline, sheet);
    }
  }
  for (const Blob& blob : line.blobs) {
    if (!is_dot(blob, line.height, line.baseline)) continue;
    if (std::any_of(glyphs.boxes.begin(), glyphs.boxes.end(),
                    [&](const PixelBox& glyph) { return belongs_to(blob, glyph, line.height); })) {
      continue;
    }
    const auto before = std::count_if(glyphs.boxes.begin(), glyphs.boxes.end(), [&](const PixelBox& glyph) {
      return (glyph.x0 + glyph.x1) / 2.0 < blob.mid_x();
    });
    const auto place = static_cast<std::size_t>(before);
    const bool inside = place > 0 && place < glyphs.boxes.size();
    if (inside && glyphs.boxes[place].x0 - glyphs.boxes[place - 1].x1 < kRoom * line.height) continue;
    glyphs.dots[place] = 1;
  }
  glyphs.cut = line.box.x0 <= sheet.left_edge(line.baseline) + kAtEdge * line.height;
  return glyphs;
}

}  // namespace pactable::recognition::tesseract
