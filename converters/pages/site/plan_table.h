// SPDX-License-Identifier: GPL-3.0-or-later
// What: a table of a plan, row by row in printed order: numbers, texts, fields, sources.
// In:   a plan and one of its tables. Out: HTML; every row has its id as an anchor, so that it can be cited.
// Never: sorts, leaves out a row, or shows a repaired value without what was printed.
//
// Texts of all levels share one column, set in by their depth, under the headers of all columns that hold such texts: a
// grid of merged cells cannot be read on a phone or aloud. A field's column keeps its printed header.
#pragma once

#include "pages/look/html.h"
#include "pages/site/item_text.h"
#include "pages/site/sources.h"
#include "plan/plan.h"

namespace pactable::pages::site {

/// The tables of a plan, each under a heading. Rows of a table that the plan does not name come in one of their own.
[[nodiscard]] look::Html plan_tables(const plan::Plan& plan, const Mentions& mentions, const SourceFile& file);

}  // namespace pactable::pages::site
