// SPDX-License-Identifier: GPL-3.0-or-later
// What: the beam lattice over a sequence: forward-backward for marginals, Viterbi for the path.
// In:   rows, beliefs about the document (rates, numbers in use, what rows of a level look like).
// Out:  per row the numbers with their marginals, and the best path. Never: decides anything.
// Source: Rabiner 1989; scaled in linear space, a step outside the beam counts as impossible.
#pragma once

#include <array>
#include <unordered_map>
#include <vector>

#include "numbering/channel.h"
#include "numbering/sequence.h"
#include "numbering/steps.h"

namespace pactable::numbering {

struct NumberMass {
  Path number;
  double p = 0;
  double damage = 0;  // share of p in which the label was damaged
  double slip = 0;    // share of p in which the author wrote another number
};

struct RowPosterior {
  std::vector<NumberMass> numbers;  // best first
  State state;                      // after the row, on the best path
  StepKind kind = StepKind::kNext;  // of the step that led here, on the best path
};

/// What rows before a piece hold in the scope that is still open: see pieces.h.
struct Held {
  float use = 0;         // expected rows with the number
  int first_label = -1;  // that holds it, counted from the start of the document; -1 after a restart
};
using Ledger = std::unordered_map<std::uint64_t, Held>;  // by Path::key()

/// What one pass knows of the document.
struct Beliefs {
  const Ledger* earlier = nullptr;  // counts for the rows of scope 0
  Channel channel;
  StepRates steps;
  std::vector<double> page_rate;                                  // damaged share, by index of the page
  std::unordered_map<std::uint64_t, float> in_use;                // use_key -> expected rows with this number
  std::array<std::array<double, kMostLevels + 1>, 4> features{};  // [section_like * 2 + codes_present][depth]
};
[[nodiscard]] inline std::uint64_t use_key(int scope, const Path& number) {
  return number.key() ^ (static_cast<std::uint64_t>(scope) * 0x9E3779B97F4A7C15ULL);
}

struct Decoding {
  std::vector<RowPosterior> rows;
  std::array<std::array<double, kMostLevels + 1>, kStepKinds> steps{};  // expected counts by depth of the chain before
  double scope_restarts = 0, scope_goes_on = 0;
  double log_likelihood = 0;  // of all labels under the beliefs
};

/// `before` are the marginals of the pass before (empty in the first): a row's own share of `in_use` is taken off.
/// `start` is the place in the numbering before the first row.
[[nodiscard]] Decoding decode(const Sequence& sequence, const Beliefs& beliefs, const std::vector<RowPosterior>& before,
                              const State& start);

}  // namespace pactable::numbering
