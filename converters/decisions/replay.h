// SPDX-License-Identifier: GPL-3.0-or-later
// What: applies the decisions of reviewers to a plan, before it is checked.
// In:   a built plan, the decisions on its document, the number forms of the document.
// Out:  the plan with what was decided. What no longer fits is the finding DECISION-STALE, what cannot be done
//       DECISION-REFUSED; neither changes a value.
// Never: applies a decision to another value than the one it was made on; forgets what was printed or what the program
//        had made of it; touches a row that no decision names, but for the parents of rows below a changed number.
#pragma once

#include <vector>

#include "decisions/decisions.h"
#include "numbering/numbering.h"
#include "plan/plan.h"

namespace pactable::decisions {

/// Entries of other documents are passed over. An accepted value is recorded and stays what it is. A rejected repair is
/// taken back: the value is what is printed, as far as that can be read. A chosen or set number is a repair with the
/// rule REVIEW; it has to be a number of `scheme`, a code one of the document's legend. A decision about a table is
/// recorded where that table was read because of it: it stands among the judgements with the verdict plan.
void replay(plan::Plan& plan, const std::vector<Entry>& entries, const numbering::Scheme& scheme);

}  // namespace pactable::decisions
