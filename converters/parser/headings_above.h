// SPDX-License-Identifier: GPL-3.0-or-later
// What: lines above tables that are sections of the plan: "Objective 2. …" above 2.1, "II. …" above the second table,
//       themes above tables that share their header.
// In:   the blocks of a document, the tables that are read. Out: the heading of each table, if it has one.
// Never: takes a caption ("Table 2", "Action plan 2018-2020") for a section.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "columns/roles.h"
#include "grammar/vocabulary.h"
#include "layout/table.h"
#include "numbering/numbering.h"

namespace pactable::parser {

struct HeadingAbove {
  std::size_t block = 0;  // index of the text block
  std::string label;      // empty where it has no number
};

/// One for each table, in order. `first_labels`: the first number in each table, empty where there is none.
[[nodiscard]] std::vector<std::optional<HeadingAbove>> find_headings(std::span<const layout::Block> blocks,
                                                                     std::span<const columns::ReadTable* const> tables,
                                                                     std::span<const std::string> first_labels,
                                                                     const numbering::Scheme& scheme,
                                                                     const grammar::Vocabulary& words);

}  // namespace pactable::parser
