// SPDX-License-Identifier: GPL-3.0-or-later
// What: documents of another format that stand inside of a Word document (altChunk, ECMA-376 part 1, 17.17.2).
// In:   the bytes of the part. Out: its blocks, with places that name the part.
// Never: reads anything but HTML; hands on what Word does not show of a page (its title).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/document.h"

namespace pactable::readers::docx {

/// Nothing where the part is no HTML, or where it cannot be read.
[[nodiscard]] std::optional<std::vector<layout::Block>> read_embedded(std::string_view bytes, const std::string& part,
                                                                      std::vector<layout::Oddity>& oddities);

}  // namespace pactable::readers::docx
