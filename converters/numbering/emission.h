// SPDX-License-Identifier: GPL-3.0-or-later
// What: how likely a row is, given its number: printed as it is, damaged, or a slip; times what its features say.
// In:   a row, the beliefs of the pass. Out: weights, and the shares of the three ways.
// Never: knows the neighbours, but for how often a number is used elsewhere in its scope.
#pragma once

#include <array>
#include <vector>

#include "numbering/lattice.h"

namespace pactable::numbering {

struct Shares {
  double damage = 0, slip = 0;
};

/// Works for one row at a time; a number is weighed once however many states ask for it.
class RowEmission {
 public:
  RowEmission(const Sequence& sequence, const Beliefs& beliefs);
  void begin(const Row& row, const RowPosterior* before);
  [[nodiscard]] double weight(const Path& number, bool repeated);
  [[nodiscard]] Shares shares(const Path& number);

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t stamp = 0;
    double exact = 0, damage = 0, slip = 0, rest = 0, unique = 1;
  };
  Entry& entry_of(const Path& number);
  void weigh(const Path& number, Entry& entry) const;
  void weigh_sightings(const Path& number, Entry& entry) const;

  const Sequence& sequence_;
  const Beliefs& beliefs_;
  const Row* row_ = nullptr;
  const RowPosterior* before_ = nullptr;
  std::vector<Entry> entries_;
  std::uint32_t stamp_ = 0;
};

}  // namespace pactable::numbering
