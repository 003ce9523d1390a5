// SPDX-License-Identifier: GPL-3.0-or-later
// What: what further readings of a label's place say about its number.
// In:   a row and a number that may stand on its page. Out: a likelihood, or which reading says exactly that number.
// Never: counts readings of one picture as independent of each other; uses a recogniser's confidence, which is no guide
//        (of 1,968 wrong readings of number cells 373 carried .9 and more).
#pragma once

#include <string>

#include "numbering/channel.h"
#include "numbering/sequence.h"

namespace pactable::numbering {

/// P(what was seen | `number` stands on the page) up to a constant of the row; 1 where nothing else was seen.
/// `form` as of Sequence::patterns; -1: all forms of its depth.
[[nodiscard]] double agreement(const Row& row, const Path& number, const Sequence& sequence, const Channel& channel);

/// A second look that reads exactly as `number`, else an alternative that does, else null.
[[nodiscard]] const Seen* seen_as(const Row& row, const Path& number);

}  // namespace pactable::numbering
