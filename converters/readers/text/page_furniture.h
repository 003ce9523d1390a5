// SPDX-License-Identifier: GPL-3.0-or-later
// What: running heads and page numbers of a dump whose pages begin with form feeds.
// In:   lines. Out: for each line whether it is one.
// Never: takes a line for one that stands on one page alone, or a repeated head of a table.
#pragma once

#include <vector>

#include "readers/text/decode.h"

namespace pactable::readers::text {

/// The first and last lines of pages, where a blank line sets them apart, are compared with figures folded: what many
/// pages share, and what holds no more than two texts, is furniture. Empty where the file has one page.
[[nodiscard]] std::vector<bool> find_page_furniture(Lines lines);

}  // namespace pactable::readers::text
