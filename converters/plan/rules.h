// SPDX-License-Identifier: GPL-3.0-or-later
// What: the rules of findings on tables, columns, rows and texts as a whole, with their levels: one list for all stages
//       that make such findings. docs/rules.md says what they mean.
// Never: an id that is renamed or given another meaning.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "plan/plan.h"

namespace pactable::plan {

struct RuleLevel {
  std::string_view rule;
  Level level = Level::kNote;
};

[[nodiscard]] std::span<const RuleLevel> reading_rules();

/// Nothing for a rule that is not among them.
[[nodiscard]] std::optional<Level> level_of_reading(std::string_view rule);

}  // namespace pactable::plan
