// SPDX-License-Identifier: GPL-3.0-or-later
// What: the glyphs of a number as the picture shows them: how many, and where a dot stands between them.
// In:   a line of blobs and the grey picture. Out: places of glyphs, darkness of dots. A dot is ink on the writing
// line. Never: reads a character.
#pragma once

#include <vector>

#include "recognition/tesseract/blobs.h"

namespace pactable::recognition::tesseract {

/// `dots[i]` is how sure a dot stands before glyph i, the last one behind the last glyph: 0 none, 1 a blob of its own
/// on the writing line; between them how dark the place is that a dot would take, as a share of the ink's darkness.
struct Glyphs {
  std::vector<PixelBox> boxes;  // from left to right
  std::vector<double> dots;     // boxes.size() + 1
  bool cut = false;             // the edge of the picture cuts the first glyph or its dot
};

[[nodiscard]] Glyphs find_glyphs(const LetterLine& line, const Sheet& sheet);

}  // namespace pactable::recognition::tesseract
