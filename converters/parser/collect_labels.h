// SPDX-License-Identifier: GPL-3.0-or-later
// What: the labels that stand in a table, read by their looks, before the forms of the document are known.
// In:   a table with its roles. Out: labels of number cells and lists, and those that texts begin with.
// Never: decides which of them are numbers.
#pragma once

#include <span>

#include "columns/roles.h"
#include "grammar/vocabulary.h"
#include "layout/table.h"
#include "parser/forms.h"

namespace pactable::parser {

[[nodiscard]] FoundLabels collect_labels(const columns::ReadTable& table, std::span<const layout::Block> blocks,
                                         const grammar::Vocabulary& words);

}  // namespace pactable::parser
