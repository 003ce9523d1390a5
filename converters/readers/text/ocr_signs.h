// SPDX-License-Identifier: GPL-3.0-or-later
// What: counts the signs that a text went through character recognition.
// In:   blocks of a document of unknown origin. Out: an origin and its evidence in words.
// Never: changes a text. One kind of sign may be an author's typing; two kinds mean recognition.
#pragma once

#include <string>
#include <vector>

#include "core/label_origin.h"
#include "layout/table.h"

namespace pactable::readers::text {

struct OriginFinding {
  LabelOrigin origin = LabelOrigin::kTyped;
  std::vector<std::string> evidence;  // e.g. "foreign look-alikes in a column: 50 (В)"
};

/// Kinds: numbers of a column that hold letters or lost their first digit; single letters of a script foreign to their
/// column that look like letters of its own; rows that hold a few signs and nothing else.
[[nodiscard]] OriginFinding settle_origin(const std::vector<layout::Block>& blocks);

}  // namespace pactable::readers::text
