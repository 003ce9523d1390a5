// SPDX-License-Identifier: GPL-3.0-or-later
// What: titles of columns that stand in the head of the page instead of the table.
// In:   the story of a page head, the body. Out: the tables under it with a header row; the head without that row.
// Rules: a row of titles is the last row of its table, fills all columns but one at most with short words, and its
//        columns are as wide as those of the table, of three columns or more, which has no header row of its own.
// Never: takes a letterhead for titles: widths that are not known, or differ, say no.
#pragma once

#include <vector>

#include "layout/table.h"
#include "readers/docx/story.h"

namespace pactable::readers::docx {

/// True where at least one table of the body got a header row.
bool give_header_rows(Story& head, Story& body);

}  // namespace pactable::readers::docx
