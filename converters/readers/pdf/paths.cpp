// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/paths.h"

#include <algorithm>
#include <cmath>

namespace pactable::readers::pdf {
namespace {

using layout::Colour;
using layout::Page;

// Word processors draw borders of up to 2 1/4 pt as filled rectangles; the lowest shaded row holds a line of text of
// 5 pt or more.
constexpr double kMaxRulingThickness = 2.5;
// A stroke is meant as a line whatever its width, but one that is nearly as wide as long is an area.
constexpr double kMinStrokeRatio = 4;
// Lines that are drawn by hand or scanned lean a little: 1 in 50 is 1.1 degrees.
constexpr double kMaxSlope = 0.02;
constexpr double kStraight = 0.5;  // points; two ends closer than this are level whatever the slope
// A fill of (nearly) the whole page is its background.
constexpr double kBackgroundShare = 0.9;
constexpr int kNearlyWhite = 250;  // of 255: cannot be told from paper
// How many of the latest fills are looked at to see whether white is laid over colour; keeps hostile pages linear.
constexpr std::size_t kFillsLookedBack = 400;

bool is_white(Colour c) { return c.red >= kNearlyWhite && c.green >= kNearlyWhite && c.blue >= kNearlyWhite; }

bool clip_to(Box& box, const Box& clip) {
  box = {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1), std::min(box.y1, clip.y1)};
  return box.x1 >= box.x0 && box.y1 >= box.y0;  // false for NaN, too
}

Box bounds(const Outline& outline) {
  const Point& first = outline.points.front();
  Box box{first.x, first.y, first.x, first.y};
  for (const Point& p : outline.points) box.cover({p.x, p.y, p.x, p.y});
  return box;
}

bool is_rectangle(const Outline& outline) {
  if (outline.curved || outline.points.size() < 4 || outline.points.size() > 5) return false;
  for (std::size_t i = 1; i < outline.points.size(); ++i) {
    const double dx = std::abs(outline.points[i].x - outline.points[i - 1].x);
    const double dy = std::abs(outline.points[i].y - outline.points[i - 1].y);
    if (std::min(dx, dy) > kStraight) return false;
  }
  return true;
}

class Sorter {
 public:
  explicit Sorter(Page& page) : page_(page) {}

  void stroke(const PaintedPath& path);
  void fill(const PaintedPath& path);
  void image(const DrawnImage& drawn);
  void finish();

 private:
  void segment(Point a, Point b, const PaintedPath& path);
  void area(Box box, const PaintedPath& path);
  void ruling(Box box, bool horizontal, Colour colour);
  bool frame(const PaintedPath& path);
  [[nodiscard]] bool over_colour(double x, double y) const;

  Page& page_;
  std::vector<layout::Ruling> white_;  // seen only where they cross colour
};

void Sorter::ruling(Box box, bool horizontal, Colour colour) {
  (is_white(colour) ? white_ : page_.rulings).push_back({box, horizontal});
}

void Sorter::segment(Point a, Point b, const PaintedPath& path) {
  const double dx = std::abs(b.x - a.x);
  const double dy = std::abs(b.y - a.y);
  const double half = path.line_width / 2;
  Box box{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
  const bool horizontal = dx >= dy;
  const double across = std::min(dx, dy);
  const double along = std::max(dx, dy);
  if (across > std::max(kStraight, kMaxSlope * along) || along <= 0) return;
  if (horizontal) {
    box.y0 = (a.y + b.y) / 2 - half;
    box.y1 = box.y0 + path.line_width;
  } else {
    box.x0 = (a.x + b.x) / 2 - half;
    box.x1 = box.x0 + path.line_width;
  }
  if (!clip_to(box, path.clip)) return;
  if (path.line_width > kMaxRulingThickness && along < kMinStrokeRatio * path.line_width) {
    area(box, path);
  } else {
    ruling(box, horizontal, path.colour);
  }
}

void Sorter::stroke(const PaintedPath& path) {
  for (const Outline& outline : path.outlines) {
    if (outline.curved) continue;
    for (std::size_t i = 1; i < outline.points.size(); ++i) segment(outline.points[i - 1], outline.points[i], path);
    if (outline.closed && outline.points.size() > 2) segment(outline.points.back(), outline.points.front(), path);
  }
}

void Sorter::area(Box box, const PaintedPath& path) {
  if (!clip_to(box, path.clip)) return;
  const bool flat = box.height() <= kMaxRulingThickness;
  const bool narrow = box.width() <= kMaxRulingThickness;
  if (flat && narrow) {  // a dot of a dotted line, or the corner where two borders meet: part of either direction
    ruling(box, true, path.colour);
    ruling(box, false, path.colour);
    return;
  }
  if (flat || narrow) {
    ruling(box, flat, path.colour);
    return;
  }
  if (box.width() * box.height() >= kBackgroundShare * page_.width * page_.height) return;
  if (is_white(path.colour) && !over_colour(box.mid_x(), box.mid_y())) return;
  page_.fills.push_back({box, path.colour});
}

// Two nested rectangles filled between them: a border of four lines.
bool Sorter::frame(const PaintedPath& path) {
  if (path.outlines.size() != 2 || !is_rectangle(path.outlines[0]) || !is_rectangle(path.outlines[1])) return false;
  Box outer = bounds(path.outlines[0]);
  Box inner = bounds(path.outlines[1]);
  if (inner.width() > outer.width()) std::swap(inner, outer);
  const auto thin = [](double thickness) { return thickness >= 0 && thickness <= kMaxRulingThickness; };
  if (!thin(inner.x0 - outer.x0) || !thin(inner.y0 - outer.y0) || !thin(outer.x1 - inner.x1) ||
      !thin(outer.y1 - inner.y1)) {
    return false;
  }
  area({outer.x0, outer.y0, outer.x1, inner.y0}, path);
  area({outer.x0, inner.y1, outer.x1, outer.y1}, path);
  area({outer.x0, outer.y0, inner.x0, outer.y1}, path);
  area({inner.x1, outer.y0, outer.x1, outer.y1}, path);
  return true;
}

void Sorter::fill(const PaintedPath& path) {
  if (frame(path)) return;
  for (const Outline& outline : path.outlines) {
    if (outline.points.size() < 2) continue;
    const Box box = bounds(outline);
    const bool line_like = !outline.curved && std::min(box.width(), box.height()) <= kMaxRulingThickness;
    if (is_rectangle(outline) || line_like) area(box, path);
  }
}

void Sorter::image(const DrawnImage& drawn) {
  const Box& box = drawn.box;
  // Some programs print lines as stretched one-pixel pictures.
  const bool flat = box.height() <= kMaxRulingThickness;
  const bool narrow = box.width() <= kMaxRulingThickness;
  if (flat != narrow) {
    page_.rulings.push_back({box, flat});
  } else {
    page_.images.push_back({box, drawn.dpi});
  }
}

bool Sorter::over_colour(double x, double y) const {
  const std::size_t looked = std::min(page_.fills.size(), kFillsLookedBack);
  return std::any_of(page_.fills.end() - static_cast<std::ptrdiff_t>(looked), page_.fills.end(), [&](const auto& fill) {
    return !is_white(fill.colour) && x >= fill.box.x0 && x <= fill.box.x1 && y >= fill.box.y0 && y <= fill.box.y1;
  });
}

void Sorter::finish() {
  for (const layout::Ruling& line : white_) {
    const Box& b = line.box;
    // Beside the line, because the coloured areas often end where the white line stands.
    const double step = kMaxRulingThickness;
    const bool seen = line.horizontal ? over_colour(b.mid_x(), b.y0 - step) || over_colour(b.mid_x(), b.y1 + step)
                                      : over_colour(b.x0 - step, b.mid_y()) || over_colour(b.x1 + step, b.mid_y());
    if (seen) page_.rulings.push_back(line);
  }
}

}  // namespace

void add_graphics(const DrawnPage& drawn, Page& page) {
  Sorter sorter(page);
  for (const PaintedPath& path : drawn.paths) {
    if (path.stroked) {
      sorter.stroke(path);
    } else {
      sorter.fill(path);
    }
  }
  for (const DrawnImage& image : drawn.images) sorter.image(image);
  sorter.finish();
}

}  // namespace pactable::readers::pdf
