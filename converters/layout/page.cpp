// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pactable::layout {

namespace {

// `page.width` and `page.height` are those of the turned page.
Box turned_back(const Page& page, const Box& box) {
  switch (page.turned) {
    case 90: return {box.y0, page.width - box.x1, box.y1, page.width - box.x0};
    case 180: return {page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0};
    case 270: return {page.height - box.y1, box.x0, page.height - box.y0, box.x1};
    default: return box;
  }
}

}  // namespace

Box as_displayed(const Page& page, const Box& box) {
  if (page.turned != 0) return turned_back(page, box);
  if (page.skew == 0) return box;
  const double angle = page.skew * std::numbers::pi / 180;
  const double x = page.width / 2;
  const double y = page.height / 2;
  const std::array<std::array<double, 2>, 4> corners = {
      {{box.x0, box.y0}, {box.x1, box.y0}, {box.x0, box.y1}, {box.x1, box.y1}}};
  Box turned;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const double dx = corners[i][0] - x;
    const double dy = corners[i][1] - y;
    const double to_x = x + dx * std::cos(angle) - dy * std::sin(angle);
    const double to_y = y + dx * std::sin(angle) + dy * std::cos(angle);
    const Box point{to_x, to_y, to_x, to_y};
    if (i == 0) {
      turned = point;
    } else {
      turned.cover(point);
    }
  }
  return turned;
}

}  // namespace pactable::layout
