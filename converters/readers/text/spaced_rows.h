// SPDX-License-Identifier: GPL-3.0-or-later
// What: the rows of a table whose cells are wrapped over several lines.
// In:   a part with columns. Out: for each of its lines whether a row begins there.
// Never: looks at words of a language; lets a code or label share a row with another one of its column.
#pragma once

#include <vector>

#include "readers/text/spaced_blocks.h"

namespace pactable::readers::text {

struct SpacedRows {
  std::vector<bool> begins;         // by line of the part; sections always begin one
  std::vector<std::size_t> unsure;  // indices of lines whose row is not sure
};

/// `header_lines` > 0: so many lines at the beginning repeat the header, and nothing else belongs to it.
[[nodiscard]] SpacedRows find_spaced_rows(Lines lines, const SpacedPart& part, std::size_t header_lines);

}  // namespace pactable::readers::text
