// SPDX-License-Identifier: GPL-3.0-or-later
// COL-UNKNOWN: a column whose header names no known role; it is kept under a slug of its header ("x-funding").
#include <fmt/format.h>

#include <string_view>

#include "audit/checks.h"

namespace pactable::audit {
namespace {

constexpr std::string_view kSlugPrefix = "x-";

}  // namespace

void check_unknown_columns(plan::Plan& plan) {
  for (const plan::Table& table : plan.tables) {
    for (const plan::Column& column : table.columns) {
      if (!std::string_view(column.role).starts_with(kSlugPrefix)) continue;
      const std::string name = column.header ? fmt::format("\"{}\"", *column.header) : "without a header";
      plan.findings.push_back({"COL-UNKNOWN", plan::Level::kNote, {},
                               fmt::format("column {} of table {} has no known role; kept as {}", name, table.id, column.role),
                               std::nullopt, table.derived_from});
    }
  }
}

}  // namespace pactable::audit
