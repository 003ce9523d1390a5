// SPDX-License-Identifier: GPL-3.0-or-later
// What: the page of one plan: what it is, its figures, its tables, its legend, what was found and changed, what was left
// out, and its files.
// In:   the plan and its line of figures. Out: one HTML file for the folder "plans".
// Never: leaves out a row, a finding, a change or a discarded text.
#pragma once

#include <string>
#include <vector>

#include "pages/site/download_list.h"
#include "pages/site/sources.h"
#include "pages/site/summary.h"
#include "plan/plan.h"

namespace pactable::pages::site {

struct PlanPage {
  const plan::Plan& plan;
  const Summary& summary;
  SourceFile source;
  std::vector<Download> downloads;
  std::string made_by;  // "pactable 0.1.0"
};

[[nodiscard]] std::string write_plan_page(const PlanPage& page);

}  // namespace pactable::pages::site
