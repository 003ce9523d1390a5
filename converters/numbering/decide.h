// SPDX-License-Identifier: GPL-3.0-or-later
// What: the trust rules R1 to R7: marginals in, verdicts out.
// In:   labels, prepared sequence, what was learned. Out: one verdict per label; parents are not set here.
// Never: repairs a label whose origin is not OCR, an empty one, or one that two numbers explain.
#pragma once

#include <span>
#include <vector>

#include "numbering/learn.h"

namespace pactable::numbering {

[[nodiscard]] std::vector<Verdict> decide(std::span<const Label> labels, const Scheme& scheme, const Sequence& sequence,
                                          const Learned& learned);

/// The labels of a piece: their place in the document, and what its open scope holds already.
struct Setting {
  int first = 0;  // index of the first label in the document; Verdict::parent counts from there too
  const Ledger* earlier = nullptr;
};

/// R7: two rows of a scope with one number, or a child whose parent by position has another prefix, take the repairs
/// involved back to ambiguous. Parents must be set.
void take_back_conflicts(const Sequence& sequence, const Setting& setting, std::vector<Verdict>& verdicts);

}  // namespace pactable::numbering
