// SPDX-License-Identifier: GPL-3.0-or-later
// What: learns the document: damage per page, rates of the steps, what rows of a level look like, numbers in use (EM).
// In:   a prepared sequence. Out: the marginals of the last pass and what was believed in it.
// Never: more than nine passes over the rows.
#pragma once

#include <vector>

#include "numbering/lattice.h"

namespace pactable::numbering {

struct Learned {
  Beliefs beliefs;
  Decoding decoding;
  std::vector<int> page_labels;  // numbered rows, by index of the page
};

/// `start` and `earlier`: the place before the first row, and what its scope holds already.
[[nodiscard]] Learned learn(const Sequence& sequence, const State& start, const Ledger& earlier);

}  // namespace pactable::numbering
