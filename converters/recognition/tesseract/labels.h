// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads a column of short texts several times, with its own alphabet where it has one, and weighs the readings.
// In:   lines of blobs that stand below each other. Out: the readings of each, the best first.
// Never: gives a text that no reading of the picture supports.
#pragma once

#include <vector>

#include "layout/page.h"
#include "recognition/tesseract/blobs.h"
#include "recognition/tesseract/page_reader.h"

namespace pactable::recognition::tesseract {

using Readings = std::vector<layout::Reading>;

/// True where a line is short enough for a number or a code and holds no word space.
[[nodiscard]] bool is_label(const LetterLine& line, const Sheet& sheet);

/// The readings of each line; none where nothing can be read. Dots of
/// numbers are taken from the picture (dots.h); the confidence of a number is the share of readings that agree, less
/// where a dot is in doubt or the first glyph is cut.
[[nodiscard]] std::vector<Readings> read_labels(const std::vector<const LetterLine*>& lines, const Sheet& sheet,
                                                const Engines& engines);

/// The same for one line that should be a number, with more readings.
[[nodiscard]] Readings read_one_number(const LetterLine& line, const Sheet& sheet, const Engines& engines);

}  // namespace pactable::recognition::tesseract
