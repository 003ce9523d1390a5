// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads short texts (numbers, codes, years) side by side in one long line. A line recogniser needs neighbours: of
//       139 numbers at 200 dpi it reads 102 right alone and all digits of 138 in a strip.
// In:   lines of blobs of a sheet. Out: a reading for each. Never: decides between readings.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "recognition/tesseract/blobs.h"
#include "recognition/tesseract/engine.h"

namespace pactable::recognition::tesseract {

/// How a strip is set. Different strips make different mistakes.
struct Strip {
  std::size_t labels = 6;  // side by side
  double letter = 16;      // pixels of the height of capitals
  double gap = 0.7;        // between labels, in heights of capitals
  std::string alphabet;    // UTF-8; empty: all characters
};

/// One reading for each line, in their order; its text is empty where nothing was read.
[[nodiscard]] std::vector<layout::Reading> read_strips(const std::vector<const LetterLine*>& lines, const Sheet& sheet,
                                                       Engine& engine, const Strip& strip);

}  // namespace pactable::recognition::tesseract
