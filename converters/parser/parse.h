// SPDX-License-Identifier: GPL-3.0-or-later
// What: turns blocks (paragraphs and tables) into the draft of a plan with the rules of one document family.
// In:   the blocks of a document in reading order, the families, the vocabulary. Out: a draft with its verdict.
// Never: repairs a number, reorders rows, or drops a text: what becomes no item is listed under `discarded`.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "columns/prior.h"
#include "layout/document.h"
#include "parser/draft.h"

namespace pactable::parser {

/// The family whose phrases and columns fit best; the generic one where none does.
/// Returns null only where `families` is empty.
/// The words of the family that fits best; null where there is none at all.
[[nodiscard]] const columns::HeaderWords* choose_family(std::span<const layout::Block> blocks,
                                                        std::span<const columns::HeaderWords> families);

struct ParseOptions {
  /// Of the document's text as a whole; a table that knows its own keeps it.
  LabelOrigin origin = LabelOrigin::kTyped;
  /// Ids of judgements ("table-3") that are read as plans whatever speaks against it.
  std::vector<std::string> as_plan = {};
};

/// A draft without items where no table is a plan; Draft::verdict says which of both other verdicts it is.
[[nodiscard]] Draft parse(std::span<const layout::Block> blocks, const columns::HeaderWords& words,
                          const ParseOptions& options = {});

}  // namespace pactable::parser
