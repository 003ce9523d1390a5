// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells the series of numbers in a document apart and recovers each for itself: codes of another prefix ("MON-01"
//       beside "IG2a"), roman, letter or word headings above decimal actions, letters below them, numbers put in later.
// In:   a draft and its labels in reading order. Out: one recovery over all of them.
// Never: splits a series because of a damaged label: what no form reads stays with the label before it.
#pragma once

#include <vector>

#include "numbering/numbering.h"
#include "parser/draft.h"

namespace pactable::assembly {

enum class Series {
  kMain,
  kCode,      // of a prefix
  kHeading,   // roman, letter or word headings above the decimal numbers
  kStep,      // (a), (i) below the number before them; they begin anew below each
  kInserted,  // 1.3a behind 1.3: no step of any sequence
};

struct SeriesRecovery {
  numbering::Recovery recovery;
  std::vector<Series> series;  // per label
};

[[nodiscard]] SeriesRecovery recover_series(const parser::Draft& draft, const std::vector<numbering::Label>& labels,
                                            const numbering::Scheme& scheme);

}  // namespace pactable::assembly
