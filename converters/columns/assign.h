// SPDX-License-Identifier: GPL-3.0-or-later
// What: the kinds of all columns of a header together: the assignment with the most points.
// In:   profile and header words of each column, left to right. Out: a kind each, with the points before the next best.
// Never: gives a kind more often than a plan has it; lets one column decide before the others are seen.
// Source: dynamic programme over the columns with the kinds taken as state; margins are max-marginals.
#pragma once

#include <span>
#include <vector>

#include "columns/prior.h"
#include "columns/profile.h"

namespace pactable::columns {

struct ColumnEvidence {
  Profile profile;
  Prior prior;
  bool blank = false;          // no header words stand above it
  bool period_matrix = false;  // stands for several columns of marks below periods
};

struct Assigned {
  Kind kind = Kind::kOther;
  Kind runner_up = Kind::kOther;
  double margin = 0;
};

[[nodiscard]] std::vector<Assigned> assign_kinds(std::span<const ColumnEvidence> columns);

/// What the values of a column say for a kind, before the words of its header.
[[nodiscard]] double value_score(const ColumnEvidence& column, Kind kind, bool first);

}  // namespace pactable::columns
