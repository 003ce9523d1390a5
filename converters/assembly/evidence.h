// SPDX-License-Identifier: GPL-3.0-or-later
// What: what else was read at the places of a draft's labels and codes.
// In:   witnesses by place, second looks by item. Out: sightings of a label, further readings of a field.
// Never: chooses between readings.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/text.h"
#include "layout/witness.h"
#include "numbering/numbering.h"

namespace pactable::assembly {

/// A number cell that was read once more.
struct SecondLook {
  PagePlace place;
  std::vector<layout::Reading> readings;  // best first, not empty
};

struct Evidence {
  std::vector<layout::Witness> witnesses;
  std::map<std::size_t, SecondLook> looks;  // by index of the draft's item
};

/// Finds witnesses by place. The evidence must outlive it.
class Witnesses {
 public:
  explicit Witnesses(const Evidence& evidence);

  /// Alternatives of a text of one word, and what a layer says at its place; without the text itself.
  [[nodiscard]] std::vector<layout::Reading> readings_at(const layout::Text& text) const;
  /// The same as sightings, second looks of the item among them.
  [[nodiscard]] std::vector<numbering::Sighting> sightings_of(std::size_t item, const layout::Text& label) const;

 private:
  const Evidence& evidence_;
  std::map<int, std::vector<const layout::Witness*>> by_page_;  // from left to right
};

}  // namespace pactable::assembly
