// SPDX-License-Identifier: GPL-3.0-or-later
// What: builds the plan from a draft: asks numbering for the paths, settles kinds and parents, reads field values.
// In:   parser::Draft, the source record, what the reader found odd. Out: plan::Plan without references.
// Never: changes a value without a repair record; repairs a number that is not OCR; adds or drops an item.
#pragma once

#include <vector>

#include "assembly/evidence.h"
#include "layout/document.h"
#include "parser/draft.h"
#include "plan/plan.h"

namespace pactable::assembly {

/// `evidence` is what a recogniser read beside the words of the draft.
[[nodiscard]] plan::Plan build(const parser::Draft& draft, plan::Source source,
                               const std::vector<layout::Oddity>& oddities, const Evidence& evidence = {});

/// The layer of a document from the origins of its items: all OCR, all typed or automatic, or both.
[[nodiscard]] plan::Layer layer_of(const parser::Draft& draft);

}  // namespace pactable::assembly
