// SPDX-License-Identifier: GPL-3.0-or-later
// What: whether a table is a plan of actions, by the kinds of its columns and what stands in them.
// In:   the assignment and its evidence. Out: a verdict, its points and the reasons in plain words.
// Never: decides by one sign alone.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "columns/assign.h"
#include "columns/logical_table.h"
#include "plan/plan.h"

namespace pactable::columns {

struct JudgedColumn {
  const ColumnEvidence* evidence = nullptr;
  Assigned assigned;
  std::string name;  // as printed, or where it stands: "column 2"
};

struct Judgement {
  plan::TableVerdict verdict = plan::TableVerdict::kNoPlan;
  double score = 0;
  std::vector<Evidence> reasons;  // the weightiest first
};

/// `rows` of data below the header, in all tables that share it.
[[nodiscard]] Judgement judge(std::span<const JudgedColumn> columns, std::size_t rows);

}  // namespace pactable::columns
