// SPDX-License-Identifier: GPL-3.0-or-later
// What: makes one number of several readings and of the glyphs that the picture shows.
// In:   readings, Glyphs. Out: numbers with confidences, best first. Never: adds a digit that no reading has.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "recognition/tesseract/dots.h"

namespace pactable::recognition::tesseract {

/// True for digits with dots, and for what recognisers read instead of them in such a text (1 as l, a dot as a comma),
/// with one digit at least.
[[nodiscard]] bool looks_like_number(const std::string& text);

[[nodiscard]] std::vector<layout::Reading> vote_number(const std::vector<layout::Reading>& readings,
                                                       const Glyphs& glyphs);

}  // namespace pactable::recognition::tesseract
