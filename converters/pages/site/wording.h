// SPDX-License-Identifier: GPL-3.0-or-later
// What: how the pages name what a plan holds: kinds of rows, states of numbers, columns, times, places.
// In:   values of the plan. Out: plain English for readers.
// Never: escapes anything: the HTML writer does.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/place.h"
#include "plan/corpus.h"
#include "plan/plan.h"

namespace pactable::pages::site {

[[nodiscard]] std::string_view kind_name(plan::ItemKind kind);           // "Sub-task"
[[nodiscard]] std::string_view status_name(plan::NumberStatus status);  // "As printed"

/// "urgency" is "Urgency", "responsible" "Responsible", "threat-or-concern" "Threat or concern".
[[nodiscard]] std::string role_name(std::string_view role);

/// "page 3", "page 3, at 57, 110 to 121, 122 pt", "line 45", "table 2, row 3, cell 1" (1-based, as people count).
[[nodiscard]] std::string place_name(const Place& place);
[[nodiscard]] std::string page_name(const Place& place);

/// "1 plan", "1,240 plans"
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);
[[nodiscard]] std::string grouped(std::size_t count);  // "1,240"

/// "99.9 %"; never 0 or 100 for what is not.
[[nodiscard]] std::string percent(double share);

/// At most `longest` code points, cut at a space where there is one near, with an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t longest);

}  // namespace pactable::pages::site
