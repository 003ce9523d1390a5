// SPDX-License-Identifier: GPL-3.0-or-later
// What: why a document that was read gave no plan, in one sentence for people.
// In:   the record of a document with the outcome no-plan or doubtful. Out: plain words, of any length.
// Never: says what to do about it: that hangs on where the sentence is read.
#pragma once

#include <string>

#include "plan/corpus.h"

namespace pactable::plan {

/// "no plan: best table table-2, 1.9 points: no column says who or when", "looks like a plan, not read: table-2 …", or,
/// where no table was judged, "no action table was found".
[[nodiscard]] std::string reason_without_plan(const CorpusRecord& record);

}  // namespace pactable::plan
