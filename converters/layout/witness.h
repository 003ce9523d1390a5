// SPDX-License-Identifier: GPL-3.0-or-later
// What: further readings of a place on a page, beside the words that stand in its layout. Data only.
#pragma once

#include <vector>

#include "core/place.h"
#include "layout/page.h"

namespace pactable::layout {

/// `readings` are of the whole of `place`, best first.
struct Witness {
  enum class Kind {
    kAlternative,  // the recogniser's other readings of a word
    kLayer,        // a word of a text layer that was set aside
  };
  Kind kind = Kind::kAlternative;
  PagePlace place;
  std::vector<Reading> readings;
};

}  // namespace pactable::layout
