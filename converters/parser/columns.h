// SPDX-License-Identifier: GPL-3.0-or-later
// What: which column of a table holds what: header words against the family's synonyms, checked by the values below.
// In:   layout::Table rows, a grammar::Family. Out: the roles of the columns.
// Never: takes a row of data for a header because of its position alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/family.h"
#include "layout/table.h"

namespace pactable::parser {

/// How surely a header text names a role.
enum class Match { kNone, kContains, kPrefix, kExact };

struct RoleMatch {
  const grammar::ColumnRule* rule = nullptr;  // null: no family word fits
  Match match = Match::kNone;
};

/// The rule whose header words fit a header cell best; a recognised one may differ by one character from a long word.
[[nodiscard]] RoleMatch match_header(std::string_view header_text, const grammar::Family& family,
                                     LabelOrigin origin = LabelOrigin::kTyped);

/// One column of a header row: where it stands and what it holds.
struct ColumnRole {
  int column = 0, column_span = 1;
  double x0 = 0, x1 = 0;  // points; equal where the format has no boxes
  std::string role;       // of the rule, or a slug of the printed header
  grammar::ColumnValue value = grammar::ColumnValue::kText;
  const grammar::ColumnRule* rule = nullptr;  // null for a column that no family knows
  std::optional<std::string> header;          // as printed; absent where blank
};

struct Columns {
  std::vector<ColumnRole> roles;  // by column
  int column_count = 0;           // of the table the header row stands in

  [[nodiscard]] const ColumnRole* with_value(grammar::ColumnValue value) const;
  [[nodiscard]] const ColumnRole* with_role(std::string_view role) const;
  /// The role of a cell: by boxes where both have them, else by columns where the tables have as many, else by order.
  [[nodiscard]] const ColumnRole* role_of(const layout::Cell& cell, const layout::Table& table) const;
};

/// True where a row reads as a header: marked by the format with at least one word of the family, or at least two cells
/// and half of the filled ones are header words.
[[nodiscard]] bool is_header_row(const layout::Table& table, int row, const grammar::Family& family);

/// Roles of a header of `row_count` rows (several levels are read together, top to bottom).
[[nodiscard]] Columns read_columns(const layout::Table& table, int first_row, int row_count,
                                   const grammar::Family& family);

/// The columns checked against the values below them (rows from `first_row` to the next header): the number column by
/// its labels, the one text column beside it, dates below a header that promises codes.
[[nodiscard]] Columns settled(Columns columns, const layout::Table& table, int first_row, const grammar::Family& family,
                              const numbering::Scheme& scheme);

/// Labels that stand in a table: number cells whole, the beginnings of paragraphs of item cells.
[[nodiscard]] std::vector<std::string> labels_below(const Columns& columns, const layout::Table& table, int first_row,
                                                    const numbering::Scheme& scheme);

/// Lower-case words joined by hyphens: "Threat or concern addressed" → "threat-or-concern-addressed".
[[nodiscard]] std::string slug(std::string_view header);

}  // namespace pactable::parser
