// SPDX-License-Identifier: GPL-3.0-or-later
// What: the edit channel: how likely a number, once damaged, is printed like this.
// In:   glyphs that stand there and glyphs that should. Out: a probability, summed over all alignments.
// Never: knows the sequence.
// Source: Kolak & Resnik 2002; classes of look-alikes after UTS #39 and what scans of numbered tables show.
#pragma once

#include "numbering/sequence.h"

namespace pactable::numbering {

/// P(printed | truth, damaged), floor included; a row that lost all of its label is handled by kAllLost.
[[nodiscard]] double damage_likelihood(const Glyphs& printed, const Glyphs& truth);

/// Share of damaged labels of which nothing is left: a scan at 150 dpi loses one cell in fifteen, OCR text layers
/// fewer.
inline constexpr double kAllLost = 0.04;

/// What no edit explains, so that no row can stop the decoder: below any single edit, above three of them.
inline constexpr double kFloor = 1e-7;

/// True where the two glyphs are taken for each other in print or after a cropped edge.
[[nodiscard]] bool look_alike(std::uint8_t a, std::uint8_t b);

}  // namespace pactable::numbering
