// SPDX-License-Identifier: GPL-3.0-or-later
// What: a page as it is made ready for recognition: even background, upright, large enough.
// In:   the grey picture of a page. Out: a Sheet. Never: reads a character.
#pragma once

#include "core/place.h"
#include "core/result.h"
#include "layout/picture.h"
#include "recognition/tesseract/pix.h"

namespace pactable::recognition::tesseract {

/// `grey`: dark ink on an even white ground; `ink`: one bit a pixel, set where ink is. Both have one size. `threshold`:
/// the grey that parts the two. `skew`: the degrees by which the print leaned clockwise before it was turned. `scale`:
/// pixels for each point.
struct Sheet {
  PixPtr grey, ink;
  int threshold = 128;
  double skew = 0;
  double scale = 1;

  [[nodiscard]] int width() const { return pixGetWidth(grey.get()); }
  [[nodiscard]] int height() const { return pixGetHeight(grey.get()); }
  [[nodiscard]] int dpi() const;
  /// x of the picture's own left edge at a height: it leans where the print was turned upright.
  [[nodiscard]] double left_edge(double y) const;
  /// A length of the page in pixels, one at least.
  [[nodiscard]] int pixels(double points) const;
  [[nodiscard]] Box points(const PixelBox& box) const;
  /// Cut to the sheet.
  [[nodiscard]] PixelBox pixels(const Box& box) const;
};

inline constexpr int kGround = 250;  // the grey of the paper on a sheet

/// A small part of a page shows no lean that could be measured.
enum class Turning { kUpright, kAsItIs };

/// Fails with limit-exceeded for pictures that are too large, unsupported for those too small to hold text.
[[nodiscard]] Result<Sheet> make_sheet(const layout::GreyPicture& picture, Turning turning = Turning::kUpright);

}  // namespace pactable::recognition::tesseract
