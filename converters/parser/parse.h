// SPDX-License-Identifier: GPL-3.0-or-later
// What: turns blocks (paragraphs and tables) into the draft of a plan with the rules of one document family.
// In:   the blocks of a document in reading order, the families. Out: a draft, or nothing where there is no action
// table. Never: repairs a number, reorders rows, or drops a text: what becomes no item is listed under `discarded`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammar/family.h"
#include "layout/document.h"
#include "parser/draft.h"

namespace pactable::parser {

/// The family whose phrases and columns fit best; the generic one where none does.
/// Returns null only where `families` is empty.
[[nodiscard]] const grammar::Family* choose_family(std::span<const layout::Block> blocks,
                                                   std::span<const grammar::Family> families);

/// `origin` is that of the whole document; a table that knows its own keeps it.
[[nodiscard]] std::optional<Draft> parse(std::span<const layout::Block> blocks, const grammar::Family& family,
                                         LabelOrigin origin);

}  // namespace pactable::parser
