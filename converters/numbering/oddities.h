// SPDX-License-Identifier: GPL-3.0-or-later
// What: the oddities of a sequence in plain words, one per cause.
// In:   labels, verdicts, the best path. Out: findings with the labels they are about, in order; labels are counted
// from
//       the start of the document.
// Never: reports a disputed label a second time as a repeat; names a missing number beside an unsettled one.
#pragma once

#include <span>
#include <vector>

#include "numbering/decide.h"

namespace pactable::numbering {

/// Labels from `cut` on are looked at, and reported with the piece that holds them.
[[nodiscard]] std::vector<Oddity> find_oddities(std::span<const Label> labels, const Scheme& scheme,
                                                const Sequence& sequence, const Decoding& decoding,
                                                const std::vector<Verdict>& verdicts, const Setting& setting,
                                                std::size_t cut);

}  // namespace pactable::numbering
