// SPDX-License-Identifier: GPL-3.0-or-later
// What: checks over a finished plan: what is odd becomes a finding, mentions of other actions become references.
// In:   plan::Plan with items, code lists and columns, the family that read it. Out: the same plan with references and
// findings added. Never: changes an item, a number or a field.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "grammar/family.h"
#include "plan/plan.h"

namespace pactable::audit {

/// One check. To add one: a file with a function of this form and a line in audit/rules.cpp.
struct Rule {
  std::string_view id;  // "CODE-MIXED"
  plan::Level level;
  std::string_view summary;  // one line for docs/rules.md and --help
  void (*check)(plan::Plan&, const grammar::Family&);
};

[[nodiscard]] std::span<const Rule> rules();

/// Finds the references and runs every rule; findings end up ordered by first item, then rule.
void check(plan::Plan& plan, const grammar::Family& family);

}  // namespace pactable::audit
