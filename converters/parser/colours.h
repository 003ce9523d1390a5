// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the fills of cells say: a status that is a colour, by the legend of the document.
// In:   the tables that are no plans, the draft. Out: values of fields that a fill alone gives.
// Never: names a colour that no legend explains.
#pragma once

#include <span>

#include "columns/roles.h"
#include "layout/table.h"
#include "parser/draft.h"

namespace pactable::parser {

void read_colours(std::span<const layout::Block> blocks, std::span<const columns::ReadTable> tables, Draft& draft);

}  // namespace pactable::parser
