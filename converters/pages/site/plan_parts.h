// SPDX-License-Identifier: GPL-3.0-or-later
// What: the parts of a plan's page beside its tables: facts, legend, findings, changes, what became no row.
// In:   a plan; its title where the heading of the page has cut it. Out: HTML, empty where there is nothing to show.
// Never: leaves out a finding, a change or a text.
#pragma once

#include "pages/look/html.h"
#include "pages/site/item_text.h"
#include "pages/site/sources.h"
#include "plan/plan.h"

namespace pactable::pages::site {

[[nodiscard]] look::Html facts(const plan::Plan& plan, const std::string& title, const SourceFile& file);
[[nodiscard]] look::Html legend(const plan::Plan& plan, const SourceFile& file);
[[nodiscard]] look::Html findings(const plan::Plan& plan, const Mentions& mentions, const SourceFile& file);
[[nodiscard]] look::Html changes(const plan::Plan& plan, const Mentions& mentions);
[[nodiscard]] look::Html discarded(const plan::Plan& plan, const SourceFile& file);

}  // namespace pactable::pages::site
