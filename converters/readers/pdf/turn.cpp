// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/turn.h"

#include <algorithm>
#include <array>
#include <utility>

#include "readers/pdf/glyph_boxes.h"

namespace pactable::readers::pdf {
namespace {

// Of the signs of a page. Its running head may stand upright; a page of which less is turned holds a turned header.
constexpr double kMostSigns = 0.8;
constexpr std::size_t kFewSigns = 40;  // fewer are a label or a stamp

class Turn {
 public:
  Turn(int degrees, double width, double height) : degrees_(degrees), width_(width), height_(height) {}

  [[nodiscard]] Point operator()(Point p) const {
    switch (degrees_) {
      case 90: return {height_ - p.y, p.x};
      case 180: return {width_ - p.x, height_ - p.y};
      case 270: return {p.y, width_ - p.x};
      default: return p;
    }
  }
  [[nodiscard]] Point direction(Point p) const {
    switch (degrees_) {
      case 90: return {-p.y, p.x};
      case 180: return {-p.x, -p.y};
      case 270: return {p.y, -p.x};
      default: return p;
    }
  }
  [[nodiscard]] Box operator()(const Box& box) const {
    const Point a = (*this)(Point{box.x0, box.y0});
    const Point b = (*this)(Point{box.x1, box.y1});
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
  }

 private:
  int degrees_;
  double width_, height_;
};

void turn(DrawnPage& page, int degrees) {
  const Turn turned(degrees, page.width, page.height);
  for (Glyph& glyph : page.glyphs) {
    glyph.origin = turned(glyph.origin);
    glyph.advance = turned.direction(glyph.advance);
  }
  for (PaintedPath& path : page.paths) {
    for (Outline& outline : path.outlines) {
      for (Point& point : outline.points) point = turned(point);
    }
    path.clip = turned(path.clip);
  }
  for (DrawnImage& image : page.images) image.box = turned(image.box);
  for (ShadedArea& area : page.shaded) area.box = turned(area.box);
  for (Box& clip : page.clips) clip = turned(clip);
  for (FormMark& mark : page.marks) mark.box = turned(mark.box);
  if (degrees != 180) std::swap(page.width, page.height);
}

}  // namespace

int turn_upright(DrawnPage& page) {
  std::array<std::size_t, 4> signs{};
  std::size_t all = 0;
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.text.empty() || glyph.text == " " || width_of(glyph) <= 0) continue;
    ++signs[static_cast<std::size_t>(rotation_of(glyph) / 90)];
    ++all;
  }
  const auto most = std::max_element(signs.begin(), signs.end()) - signs.begin();
  const auto count = static_cast<double>(signs[static_cast<std::size_t>(most)]);
  if (most == 0 || all < kFewSigns || count < kMostSigns * static_cast<double>(all)) return 0;
  const int degrees = 360 - static_cast<int>(most) * 90;
  turn(page, degrees);
  return degrees;
}

}  // namespace pactable::readers::pdf
