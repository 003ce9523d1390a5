// SPDX-License-Identifier: GPL-3.0-or-later
// What: ownership of Leptonica's pictures. In: raw pointers from Leptonica. Out: handles that free them.
// Never: lets a null picture pass as one.
#pragma once

#include <leptonica/allheaders.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace pactable::recognition::tesseract {

struct PixDeleter {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
struct BoxDeleter {
  void operator()(BOX* box) const { boxDestroy(&box); }
};
struct BoxaDeleter {
  void operator()(BOXA* boxa) const { boxaDestroy(&boxa); }
};

using PixPtr = std::unique_ptr<PIX, PixDeleter>;
using BoxPtr = std::unique_ptr<BOX, BoxDeleter>;
using BoxaPtr = std::unique_ptr<BOXA, BoxaDeleter>;

/// Pixels of a picture, origin at the upper left; x1 and y1 lie outside.
struct PixelBox {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  [[nodiscard]] int width() const { return x1 - x0; }
  [[nodiscard]] int height() const { return y1 - y0; }
  [[nodiscard]] bool empty() const { return x1 <= x0 || y1 <= y0; }
  bool operator==(const PixelBox&) const = default;
};

/// Set pixels of a picture with one bit a pixel inside a box, which is cut to the picture.
[[nodiscard]] inline int count_pixels(PIX& ink, const PixelBox& box) {
  const BoxPtr area(boxCreateValid(box.x0, box.y0, box.width(), box.height()));
  l_int32 count = 0;
  if (area) pixCountPixelsInRect(&ink, area.get(), &count, nullptr);
  return count;
}

/// Boxes of the connected pieces of a picture with one bit a pixel (eight neighbours), the first `most` of them.
[[nodiscard]] inline std::vector<PixelBox> piece_boxes(PIX& ink, int most) {
  std::vector<PixelBox> boxes;
  const BoxaPtr found(pixConnCompBB(&ink, 8));
  const int count = found ? std::min(boxaGetCount(found.get()), most) : 0;
  for (int i = 0; i < count; ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(found.get(), i, &x, &y, &w, &h);
    boxes.push_back({x, y, x + w, y + h});
  }
  return boxes;
}

}  // namespace pactable::recognition::tesseract
