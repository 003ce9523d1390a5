// SPDX-License-Identifier: GPL-3.0-or-later
// What: a look back at the items of each table: where the grid was wrong, they show it.
// In:   the draft. Out: ROWS-DOUBTFUL. Never: changes an item.
#pragma once

#include "parser/draft.h"

namespace pactable::parser {

void check_tables(Draft& draft);

}  // namespace pactable::parser
