// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells the series of numbers in a document apart and recovers each for itself: codes of another prefix ("MON-01"
//       beside "IG2a") and roman or letter headings above decimal actions count on their own.
// In:   labels of a document in reading order. Out: one recovery over all of them.
// Never: parts a series because of a damaged label: what no form reads stays with the label before it.
#pragma once

#include <vector>

#include "numbering/numbering.h"

namespace pactable::assembly {

struct SeriesRecovery {
  numbering::Recovery recovery;
  std::vector<bool> heading;  // per label: of a series of roman or letter headings above the decimal numbers
};

[[nodiscard]] SeriesRecovery recover_series(const std::vector<numbering::Label>& labels,
                                            const numbering::Scheme& scheme);

}  // namespace pactable::assembly
