// SPDX-License-Identifier: GPL-3.0-or-later
// What: what came of a document that was read: whether it is converted, in part, doubtful or no plan, and why.
// In:   a conversion. Out: its record, and the plan where one is to be written.
// Never: says converted of a plan without an item, or of one from which a text is missing.
#pragma once

#include "batch/document.h"
#include "core/result.h"
#include "pipeline/converter.h"

namespace pactable::batch {

/// Fills in layer, family, outcome, error, pages, counts and reasons of the document's record. A plan that holds
/// nothing but notes is doubtful where one of its tables looks like a plan, else no plan. Fails with the cause where
/// some pages alone were read and no table on them looks like a plan: nobody knows what the others hold.
[[nodiscard]] Status settle_outcome(pipeline::Conversion conversion, Document& document);

}  // namespace pactable::batch
