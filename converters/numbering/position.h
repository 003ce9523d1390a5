// SPDX-License-Identifier: GPL-3.0-or-later
// What: parents by position: the label that a label stands under, row-major over the grid.
// In:   labels, prepared sequence, the best path. Out: Verdict::parent of every label.
// Never: reads a parent from printed digits: the place in the chain decides, or the column where the grid tells it.
#pragma once

#include <span>
#include <vector>

#include "numbering/lattice.h"

namespace pactable::numbering {

void set_parents(std::span<const Label> labels, const Sequence& sequence, const Decoding& decoding,
                 std::vector<Verdict>& verdicts);

}  // namespace pactable::numbering
