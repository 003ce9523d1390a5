// SPDX-License-Identifier: GPL-3.0-or-later
// What: a page as pixels. Data only.
#pragma once

#include <cstdint>
#include <vector>

namespace pactable::layout {

/// Three bytes a pixel (red, green, blue), rows from the top without padding. `scale` is pixels for each PDF point.
struct Picture {
  int page = 1;  // 1-based
  int width = 0, height = 0;
  double scale = 1;
  std::vector<std::uint8_t> rgb;
};

/// One byte a pixel (0 black, 255 white), rows from the top without padding. `scale` is pixels for each PDF point.
struct GreyPicture {
  int page = 1;  // 1-based
  int width = 0, height = 0;
  double scale = 1;
  std::vector<std::uint8_t> grey;
};

}  // namespace pactable::layout
