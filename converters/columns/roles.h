// SPDX-License-Identifier: GPL-3.0-or-later
// What: what each column of a logical table holds, decided for all columns together, and whether the table is a plan.
// In:   logical tables, the family's columns, the vocabulary. Out: roles with their margin, a verdict with its reasons.
// Never: decides by words alone what the values deny, nor by values alone without saying so.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "columns/logical_table.h"
#include "grammar/family.h"
#include "numbering/numbering.h"
#include "plan/plan.h"

namespace pactable::columns {

/// A column of one header with its role.
struct Column {
  int begin = 0, end = 0;  // as HeaderColumn
  double x0 = 0, x1 = 0;
  std::string role;  // of the rule, or a slug of the printed header; different within a header
  grammar::ColumnValue value = grammar::ColumnValue::kText;
  const grammar::ColumnRule* rule = nullptr;  // null for a column that no family knows
  std::optional<std::string> header;          // as printed, levels joined; absent where blank
  std::optional<std::string> period;  // of a period matrix: the EDTF of the time that a mark in this column stands for
                                      // (empty where the header names no date, "Year 1"); all its columns have the role
                                      // of the time and hold one field together
  bool sections = false;              // an item column whose cells stand above the items of the row (merged, repeated)
  bool by_colour = false;             // its cells hold no text but a fill of few different colours
  std::optional<std::string> runner_up;
  double margin = 0;         // points before the runner-up
  bool by_values = false;    // the header words did not speak for the role
  bool header_slip = false;  // its header is one character away from the words that name the role
  bool unsure = false;       // the margin is too small: kept as text under the header's own name
};

struct Columns {
  std::vector<Column> columns;  // of one header, left to right
  [[nodiscard]] const Column* with_value(grammar::ColumnValue value) const;
  [[nodiscard]] const Column* with_role(std::string_view role) const;
};

struct ReadTable {
  LogicalTable table;
  /// The table before it that this one may be the right part of: as many rows, no text between, and no actions. It is
  /// never joined to it.
  std::optional<std::size_t> beside;
  std::vector<Columns> columns;  // one for each header of the table
  plan::TableVerdict verdict = plan::TableVerdict::kNoPlan;
  double score = 0;
  std::vector<Evidence> reasons;  // the weightiest first
};

/// Roles and verdicts of all tables of a document; tables with the header of a plan join it. `scheme` are the number
/// forms that labels may have.
[[nodiscard]] std::vector<ReadTable> read_tables(std::span<const layout::Block> blocks, const HeaderWords& words,
                                                 const numbering::Scheme& scheme);

}  // namespace pactable::columns
