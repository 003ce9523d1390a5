// SPDX-License-Identifier: GPL-3.0-or-later
// What: a plan for reading, as Markdown: title, what is known of the document, legends, the tables, findings.
// In:   a plan. Out: text. What is not what was printed has a footnote that says what was, and why.
// Never: holds everything (the JSON does), or lets a text of the document become markup.
#pragma once

#include <string>

#include "plan/plan.h"

namespace pactable::writers::markdown {

[[nodiscard]] std::string write_plan(const plan::Plan& plan);

}  // namespace pactable::writers::markdown
