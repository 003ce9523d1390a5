// SPDX-License-Identifier: GPL-3.0-or-later
// What: the numbers that begin rows and texts of a list ("1.1.2.", "A.1.3", "7").
// In:   stretches of lines. Out: whether one begins with a number, and its path. Never: repairs a number.
#pragma once

#include <vector>

#include "tables/lines.h"

namespace pactable::tables {

/// True where a stretch begins with the number of a list ("1.1.2.", "3. Regional", "A.1.1 Review").
[[nodiscard]] bool begins_number(const Line& chunk);

/// The parts of the number that a stretch begins with: "1.10" is 1 and 10, "B.2" is 2 and 2.
[[nodiscard]] std::vector<int> path_of(const Line& chunk);

/// The words of a stretch that stand on its line: not its raised marks, unless it holds nothing else.
[[nodiscard]] std::size_t plain_words(const Line& chunk);

}  // namespace pactable::tables
