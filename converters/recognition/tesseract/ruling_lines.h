// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds the ruling lines of a sheet and takes them away.
// In:   a Sheet. Out: its lines; the sheet without them. Method: morphological opening with a long thin bar each way.
// Never: takes the strokes of letters for lines.
#pragma once

#include <vector>

#include "recognition/tesseract/sheet.h"

namespace pactable::recognition::tesseract {

struct RulingLine {
  PixelBox box;
  bool horizontal = true;
};

/// The lines, joined over small gaps, whether or not they make a table. Their pixels become ground in `sheet`.
[[nodiscard]] std::vector<RulingLine> take_ruling_lines(Sheet& sheet);

}  // namespace pactable::recognition::tesseract
