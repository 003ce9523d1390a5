// SPDX-License-Identifier: GPL-3.0-or-later
// What: one decision on one value of a plan: whether it fits, and the change it makes.
// In:   the plan, an item of it, a decision. Out: the changed plan, or why nothing was changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/result.h"
#include "numbering/numbering.h"
#include "plan/plan.h"

namespace pactable::decisions {

/// What stands in the plan where a decision points; absent members are absent there.
struct Standing {
  std::optional<std::string> printed, machine;
};

/// Absent where the item has no such value.
[[nodiscard]] std::optional<Standing> number_standing(const plan::Item& item);
[[nodiscard]] std::optional<Standing> field_standing(const plan::Item& item, const std::string& name);

/// Reject, choose or set. The decision receives the repair that it overrules; `by` is the activity of its reviewer. A
/// failure changes nothing; its message says why in plain words.
[[nodiscard]] Status change_number(plan::Plan& plan, std::size_t item, plan::Decision& decision, const std::string& by,
                                   const numbering::Scheme& scheme);
[[nodiscard]] Status change_field(plan::Plan& plan, std::size_t item, plan::Decision& decision, const std::string& by);

/// Takes a repair out of the plan; nothing where there is none of this id.
[[nodiscard]] std::optional<plan::Repair> take_repair(plan::Plan& plan, const std::optional<std::string>& id);
/// Puts a reviewer's repair among the others, in order of the items, and returns its id.
std::string add_review(plan::Plan& plan, std::size_t item, plan::Repair repair);

/// After the path of `item` was changed to another depth: its parent and kind, and the parents of the rows below it, by
/// position.
void settle_tree(plan::Plan& plan, std::size_t item, std::size_t old_depth);

}  // namespace pactable::decisions
