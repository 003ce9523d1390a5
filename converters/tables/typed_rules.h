// SPDX-License-Identifier: GPL-3.0-or-later
// What: lines of tables that are set as characters: "+-----+", rows of full stops or underscores, bars between cells.
// In:   a page. Out: the page with rulings in their place, or nothing where it holds none.
// Never: takes a character with a letter or a figure beside it, or the dots that lead to a page number.
#pragma once

#include <optional>

#include "layout/page.h"

namespace pactable::tables {

[[nodiscard]] std::optional<layout::Page> with_typed_rules(const layout::Page& page);

}  // namespace pactable::tables
