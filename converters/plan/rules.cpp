// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/rules.h"

#include <algorithm>
#include <array>

namespace pactable::plan {
namespace {

constexpr std::array kRules = {
    // Tables
    RuleLevel{"TABLE-READ", Level::kNote},
    RuleLevel{"TABLE-DOUBTFUL", Level::kWarning},
    RuleLevel{"TABLE-NOT-READ", Level::kNote},
    RuleLevel{"HEADER-UNSURE", Level::kWarning},
    RuleLevel{"HEADER-SLIP", Level::kNote},
    // Columns
    RuleLevel{"ROLE-BY-VALUES", Level::kNote},
    RuleLevel{"ROLE-UNSURE", Level::kWarning},
    // Values
    RuleLevel{"COLOUR-UNKNOWN", Level::kWarning},
    RuleLevel{"NUM-IN-TEXT", Level::kWarning},
    RuleLevel{"PARTY-LINES-UNSURE", Level::kWarning},
    RuleLevel{"WORD-BROKEN", Level::kWarning},
    // Rows and texts
    RuleLevel{"ROW-UNSURE", Level::kWarning},
    RuleLevel{"ROW-SUBROW", Level::kNote},
    RuleLevel{"ROWS-DOUBTFUL", Level::kWarning},
    RuleLevel{"ROW-NOTE", Level::kNote},
    RuleLevel{kTextLostRule, Level::kError},
    // What the reader of text dumps met
    RuleLevel{"TEXT-COLUMNS-UNSURE", Level::kWarning},
};

}  // namespace

std::span<const RuleLevel> reading_rules() { return kRules; }

std::optional<Level> level_of_reading(std::string_view rule) {
  const auto found =
      std::find_if(kRules.begin(), kRules.end(), [&](const RuleLevel& known) { return known.rule == rule; });
  return found == kRules.end() ? std::nullopt : std::optional(found->level);
}

}  // namespace pactable::plan
