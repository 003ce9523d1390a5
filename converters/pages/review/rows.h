// SPDX-License-Identifier: GPL-3.0-or-later
// What: rows of a plan as a table, as they were read: the row in question between its neighbours.
// In:   the plan and a question. Out: a piece of HTML. Never: shows a value that is not printed as if it were.
#pragma once

#include "pages/look/html.h"
#include "pages/review/questions.h"
#include "plan/plan.h"

namespace pactable::pages::review {

/// Columns are the number, the text, and the fields that one of the rows has; the value in question is marked.
[[nodiscard]] look::Html row_table(const plan::Plan& plan, const Question& question);

/// "Urgency" for the role of a field: as its column is headed in print, else the role itself.
[[nodiscard]] std::string field_title(const plan::Plan& plan, const plan::Item& item, const std::string& field);

}  // namespace pactable::pages::review
