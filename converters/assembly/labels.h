// SPDX-License-Identifier: GPL-3.0-or-later
// What: the border between drafted items and the numbering decoder: items as labels, verdicts as numbers.
#pragma once

#include <vector>

#include "assembly/evidence.h"
#include "numbering/numbering.h"
#include "parser/draft.h"
#include "plan/plan.h"

namespace pactable::assembly {

/// A probability as it is written out: six digits, rounded down, never a full 1 (a posterior is no proof).
[[nodiscard]] double round_probability(double p);

/// One label per item, in the same order.
[[nodiscard]] std::vector<numbering::Label> labels_of(const parser::Draft& draft, const Witnesses& witnesses);

/// The number of an item from its verdict; nothing where no number is expected and none is printed. `look` is the
/// second look at its cell, or null.
[[nodiscard]] std::optional<plan::Number> number_of(const parser::DraftItem& item, const numbering::Verdict& verdict,
                                                    const SecondLook* look);

}  // namespace pactable::assembly
