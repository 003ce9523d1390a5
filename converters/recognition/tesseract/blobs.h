// SPDX-License-Identifier: GPL-3.0-or-later
// What: the connected pieces of ink of a sheet, and the lines they stand on.
// In:   a Sheet without ruling lines. Out: boxes. Never: reads a character.
#pragma once

#include <vector>

#include "recognition/tesseract/sheet.h"

namespace pactable::recognition::tesseract {

struct Blob {
  PixelBox box;
  [[nodiscard]] double mid_x() const { return (box.x0 + box.x1) / 2.0; }
  [[nodiscard]] double mid_y() const { return (box.y0 + box.y1) / 2.0; }
};

/// All pieces but specks, which become ground in `sheet`. Sorted by x0.
[[nodiscard]] std::vector<Blob> take_blobs(Sheet& sheet);

/// Height in pixels of most letters without ascender; 0 where nothing looks like letters.
[[nodiscard]] double letter_height(const std::vector<Blob>& blobs, const Sheet& sheet);

/// The pieces whose middle lies in `place`.
[[nodiscard]] std::vector<Blob> blobs_in(const std::vector<Blob>& blobs, const PixelBox& place);

/// Letters that stand on one writing line. `height`: of capitals and ascenders, as far as the line has any.
struct LetterLine {
  std::vector<Blob> blobs;  // from left to right, with dots and dashes
  PixelBox box;
  double baseline = 0;
  double height = 0;
};

/// From top to bottom.
[[nodiscard]] std::vector<LetterLine> letter_lines(const std::vector<Blob>& blobs, double letter_height);

}  // namespace pactable::recognition::tesseract
