// SPDX-License-Identifier: GPL-3.0-or-later
// What: splits a printed list of responsible parties: "SWG-CMP, Secretariat" → two names, in printed order.
// In:   the printed text of one cell, the words of all languages. Out: names.
// Never: splits inside brackets, expands a code, or drops a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.h"

namespace pactable::values {

[[nodiscard]] std::vector<std::string> split_parties(std::string_view printed, const grammar::Vocabulary& words);

/// True where a name of split_parties may be two: an "and" stands in it, and nothing says that it belongs to the name.
[[nodiscard]] bool may_be_several(std::string_view name, const grammar::Vocabulary& words);

}  // namespace pactable::values
