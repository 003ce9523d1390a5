// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that tests draw: paper, ink, lines, blots.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

#include "layout/picture.h"

namespace drawn {

using pactable::layout::GreyPicture;

constexpr std::uint8_t kPaper = 240;
constexpr std::uint8_t kInk = 20;

inline GreyPicture paper(int width, int height, int dpi) {
  GreyPicture picture{1, width, height, dpi / 72.0, {}};
  picture.grey.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), kPaper);
  return picture;
}

inline void fill(GreyPicture& picture, int x0, int y0, int x1, int y1, std::uint8_t grey = kInk) {
  for (int y = std::max(0, y0); y < std::min(picture.height, y1); ++y) {
    for (int x = std::max(0, x0); x < std::min(picture.width, x1); ++x) {
      picture
          .grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)] =
          grey;
    }
  }
}

// A grid of `columns` by `rows` cells of one size, lines two pixels thick.
inline void grid(GreyPicture& picture, int x, int y, int width, int height, int columns, int rows) {
  for (int i = 0; i <= columns; ++i) fill(picture, x + i * width, y, x + i * width + 2, y + rows * height + 2);
  for (int i = 0; i <= rows; ++i) fill(picture, x, y + i * height, x + columns * width + 2, y + i * height + 2);
}

// Turned clockwise around its middle, as a page lies on a scanner.
inline GreyPicture turned(const GreyPicture& picture, double degrees) {
  GreyPicture out = paper(picture.width, picture.height, 72);
  out.scale = picture.scale;
  const double angle = degrees * std::numbers::pi / 180;
  const double mx = picture.width / 2.0;
  const double my = picture.height / 2.0;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const auto fx = static_cast<int>(std::lround(mx + (x - mx) * std::cos(angle) + (y - my) * std::sin(angle)));
      const auto fy = static_cast<int>(std::lround(my - (x - mx) * std::sin(angle) + (y - my) * std::cos(angle)));
      if (fx < 0 || fy < 0 || fx >= picture.width || fy >= picture.height) continue;
      out.grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)] =
          picture.grey[static_cast<std::size_t>(fy) * static_cast<std::size_t>(picture.width) +
                       static_cast<std::size_t>(fx)];
    }
  }
  return out;
}

}  // namespace drawn
