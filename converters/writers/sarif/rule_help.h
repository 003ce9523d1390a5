// SPDX-License-Identifier: GPL-3.0-or-later
// What: the rules with level, meaning and example, as docs/rules.md tells them: one list for people and for tools.
// In:   the page as it was when the program was built. Out: its rows, in order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pactable::writers::sarif {

/// docs/rules.md
extern const std::string_view kRulesPage;

struct RuleHelp {
  std::string id, level;  // "NUM-GAP", "warning"
  std::string when;       // without Markdown: "A number of a series is not there. No row is put in."
  std::string example;
};

/// Rows of four cells whose first is an id in backticks; a bar inside a cell is written \|.
[[nodiscard]] std::vector<RuleHelp> rule_help(std::string_view page = kRulesPage);

}  // namespace pactable::writers::sarif
