// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds words that are no part of the text they stand beside or over: line numbers at the margin, and stamps.
// In:   the words of a page. Out: the page with those words in `beside`.
// Never: takes the numbers of a table's rows, which stand level with their texts and nowhere else.
#pragma once

#include "layout/page.h"

namespace pactable::readers::pdf {

void put_beside(layout::Page& page);

}  // namespace pactable::readers::pdf
