// SPDX-License-Identifier: GPL-3.0-or-later
// What: what of a number survived its damage, and whether its neighbours leave no other number.
// In:   a row and the number it would be repaired to. Out: facts; decide.cpp turns them into verdicts.
// Never: looks at probabilities but to call a neighbour settled.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "numbering/learn.h"

namespace pactable::numbering {

struct Survival {
  bool suffix = false;        // the last component (of "4.0" the tail) stands, with what is before it in doubt
  bool prefix = false;        // all but the last component stands
  bool figures = false;       // every figure stands, only points and marks are lost, changed or strewn in
  bool strokes = false;       // a mark among them may itself be a figure: | ! /
  int altered_parts = 0;      // components that differ
  bool all_parts = false;     // as many components as the number has
  bool last_alike = false;    // every glyph of the last component is the right one or a look-alike of it
  bool last_gone = false;     // nothing is left of the last component, all before it stands: "7."
  bool last_alone = false;    // the last component is all that is left: "2" of 5.2, "0" of 5.0
  bool tail_damaged = false;  // every component stands, only the constant tail is damaged: "4.Q" or "4." of 4.0
  bool spells_other = false;  // with its points put right it reads as another number
};

[[nodiscard]] Survival what_survived(const Row& row, const Path& number, int form, const Sequence& sequence);

/// The form of its depth in which `number` is likeliest to have been printed like this.
[[nodiscard]] int likeliest_form(const Row& row, const Path& number, const Sequence& sequence);

/// Marginal from which on a neighbour counts as settled, and a number may be repaired at all (R3).
inline constexpr double kSettled = 0.99;

class Neighbours {
 public:
  Neighbours(const Sequence& sequence, const Learned& learned);

  /// Read exactly, or damaged with its last component intact, at kSettled or better.
  [[nodiscard]] bool settled(std::size_t row) const { return row < settled_.size() && settled_[row] != 0; }
  /// The row stands in its chain, by a step of the regular kind.
  [[nodiscard]] bool regular(std::size_t row) const;
  /// Both neighbours are settled; the steps to the one before, to this row and from it are regular ones.
  [[nodiscard]] bool sandwiched(std::size_t row) const;
  /// Like sandwiched, but the settled ones may stand around two unsettled rows, this one and another.
  [[nodiscard]] bool enclosed(std::size_t row) const;
  /// For a label that has lost its leading components, of which `number` is made: a row of the same section that is
  /// read exactly stands on either side, with regular steps to it; or, where no label of the section shows its number,
  /// rows read exactly stand on both sides with regular steps all the way, so that the sections between can be counted.
  [[nodiscard]] bool witnessed(std::size_t row, const Path& number) const;
  /// Rows read exactly stand on both sides, with regular steps all the way from one to the other.
  [[nodiscard]] bool counted(std::size_t row) const;
  /// A run of damaged-looking but well-formed labels that reads by itself as a numbering begun anew.
  [[nodiscard]] bool in_new_beginning(std::size_t row) const { return new_beginning_[row] != 0; }

 private:
  void find_new_beginnings();
  /// The nearest row read exactly to which all steps are regular.
  [[nodiscard]] std::optional<std::size_t> exact_before(std::size_t row) const;
  [[nodiscard]] std::optional<std::size_t> exact_after(std::size_t row) const;
  [[nodiscard]] bool regular_between(std::size_t first, std::size_t last) const;

  const Sequence& sequence_;
  const Learned& learned_;
  std::vector<char> settled_, exact_, new_beginning_;
};

}  // namespace pactable::numbering
