// SPDX-License-Identifier: GPL-3.0-or-later
// What: what scanned pages ask of a conversion: which pages a plan's numbers speak against, which number cells are
// worth
//       a second look, what was done, and places on the pages as they are displayed.
// In:   drafts, plans and the scanned document. Out: needs, places, oddities and activities.
// Never: changes a value.
#pragma once

#include <map>
#include <vector>

#include "layout/document.h"
#include "parser/draft.h"
#include "plan/plan.h"
#include "scans/scanned_document.h"

namespace pactable::pipeline {

/// Pages with a text layer whose numbers are damaged, beside the needs that are known already. Where that makes most of
/// the layer's pages, all of them: the same program read the others.
void add_damaged_pages(const plan::Plan& plan, const layout::Document& document, const scans::ScannedDocument& scanned,
                       std::vector<scans::PageNeed>& needs);

/// Cells of numbers that are damaged, ambiguous, missing or out of step on pages that can be looked at, by index of the
/// draft's item. A number without a label has a cell where the numbers of its table stand in a column of their own.
[[nodiscard]] std::map<std::size_t, PagePlace> cells_to_look_at(const parser::Draft& draft, const plan::Plan& plan,
                                                                const scans::ScannedDocument& scanned);

/// Rules OCR-USED, OCR-LAYER-BAD, OCR-PAGE-FAILED and OCR-UNREADABLE.
void add_oddities(const scans::Account& account, layout::Document& document);
void add_activity(const scans::Account& account, plan::Plan& plan);

/// Pages that a reader turned upright, by number, without what stands on them.
using TurnedPages = std::map<int, layout::Page>;
[[nodiscard]] TurnedPages turned_pages(const layout::Document& document);

/// Turns every place on a page that was turned upright back to the page as it is displayed.
void turn_places_back(const scans::ScannedDocument& scanned, const TurnedPages& turned, plan::Plan& plan);

}  // namespace pactable::pipeline
