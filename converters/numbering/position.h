// SPDX-License-Identifier: GPL-3.0-or-later
// What: parents by position: the label that a label stands under, row-major over the grid.
// In:   labels, prepared sequence, the best path, the labels open before them. Out: Verdict::parent of every label.
// Never: reads a parent from printed digits: the place in the chain decides, or the column where the grid tells it.
#pragma once

#include <span>
#include <vector>

#include "numbering/lattice.h"

namespace pactable::numbering {

/// Labels that the next one may stand under, from the top; they are counted from the start of the document.
class Ancestors {
 public:
  void clear();
  /// By column: the nearest label of a level above; -1 for none.
  [[nodiscard]] int above(int depth) const;
  /// By chain: the nearest label whose place is `place` or above it; -1 for none.
  [[nodiscard]] int holding(const Path& place) const;
  void open(int depth, const Path& place, int label);

  Path last;  // place of the numbered label before

 private:
  struct Open {
    int depth = 0;
    Path place;
    int label = -1;
  };
  std::vector<Open> open_;
};

/// `first` is the index of the first label in the document. Returns the ancestors open before label `cut`.
[[nodiscard]] Ancestors set_parents(std::span<const Label> labels, const Sequence& sequence, const Decoding& decoding,
                                    int first, std::size_t cut, Ancestors ancestors, std::vector<Verdict>& verdicts);

}  // namespace pactable::numbering
