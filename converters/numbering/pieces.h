// SPDX-License-Identifier: GPL-3.0-or-later
// What: a long document in pieces, so that the lattice stays small: a piece ends where the numbering is settled.
// In:   labels from the first undecided one on. Out: the recovery of the labels up to the cut, and what is handed on.
// Never: cuts a document of fewer than kPieceLabels labels; decides a label twice.
#pragma once

#include <span>

#include "numbering/lattice.h"
#include "numbering/numbering.h"
#include "numbering/position.h"

namespace pactable::numbering {

/// The lattice takes about 1.5 KB a row: some twelve megabytes. Longer pieces change no decision.
inline constexpr std::size_t kPieceLabels = 8192;
/// What stands behind a row settles it within a few rows; a cut is sought before these.
inline constexpr std::size_t kLookAhead = 256;

/// What a piece hands on to the next.
struct Carry {
  std::size_t first = 0;  // index of the next piece's first label
  State state;
  Ancestors ancestors;
  Ledger held;  // in the scope that is open
};

/// Recovers the labels up to a cut, moves `carry` to it and returns the recovery: one verdict per label taken. All
/// labels are taken where `last` is set and no more than kPieceLabels + kLookAhead are given.
[[nodiscard]] Recovery recover_piece(std::span<const Label> labels, const Scheme& scheme, bool last, Carry& carry);

}  // namespace pactable::numbering
