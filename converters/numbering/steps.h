// SPDX-License-Identifier: GPL-3.0-or-later
// What: the numbering grammar: which numbers may follow a state, and how likely each is before anything is printed.
// In:   a state, the forms' depths, the row's exact readings, the rates of the document. Out: weighted steps.
// Never: looks at glyphs.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "numbering/path.h"
#include "numbering/sequence.h"

namespace pactable::numbering {

enum class StepKind : std::uint8_t {
  kNext,     // next sibling
  kChild,    // first child
  kUp,       // next sibling of an ancestor
  kOrphan,   // first child without the row of its section
  kGap,      // numbers are left out
  kRepeat,   // the number of the row before, again
  kFloat,    // own number off the chain, among the siblings; the chain stays
  kStray,    // own number off the chain, from elsewhere; the chain stays
  kJump,     // the chain goes on at a printed number
  kRestart,  // back to the first number
  kCount
};
inline constexpr std::size_t kStepKinds = static_cast<std::size_t>(StepKind::kCount);

/// Place in the numbering after a row: the chain's number and up to two siblings that stood ahead of their place.
struct State {
  Path chain;
  std::array<std::uint16_t, 2> ahead{};
  bool operator==(const State&) const = default;
};

struct Step {
  Path number;  // of the row
  State state;  // after the row
  StepKind kind = StepKind::kNext;
  double prior = 0;
};

/// Rates of the steps; learned from the document around these starting values.
struct StepRates {
  std::array<std::array<double, kMostLevels + 1>, 4> regular{};  // kNext kChild kUp kOrphan by depth of the chain
  double gap = 0.004;          // one row in 250 stands after a missing number: one of 139 in the Saiga table
  double repeat = 0.001;       // a number printed twice running: none in the seeds
  double floating = 0.002;     // one number out of its place among 139 in the Saiga table, none in 88 elsewhere
  double jump = 1e-7;          // a low prior matters: a higher one reads damaged sections as returns to others
  double scope_restart = 0.9;  // under a caption; the rest goes on from the table before (flat 1..38 over tables)
};

/// Before anything was learned. Where the forms have no section rows, an orphan is the regular step upward.
[[nodiscard]] StepRates starting_rates(const Sequence& sequence);

/// Steps with a prior below `least` are left out: the beam would drop them.
void list_steps(const State& from, const Row& row, const Sequence& sequence, const StepRates& rates, double least,
                std::vector<Step>& out);

}  // namespace pactable::numbering
