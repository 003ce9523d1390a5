// SPDX-License-Identifier: GPL-3.0-or-later
// CODE-NO-LEGEND: a column of codes (urgencies, timescales) holds codes of one sign, and no legend says what they mean.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

#include "audit/checks.h"
#include "audit/code_fields.h"
#include "core/unicode.h"

namespace pactable::audit {
namespace {

constexpr std::size_t kFewestRows = 3;  // fewer may be anything
constexpr std::size_t kMostCodes = 9;   // more signs are no scale
constexpr double kMostlyCodes = 0.8;    // of the filled cells: a stray sign among words is no code

struct Column {
  std::set<std::string> codes;
  std::vector<std::string> items;
  std::size_t filled = 0;
};

bool is_sign(const std::string& code) {
  const std::u32string points = unicode::to_code_points(code);
  return points.size() == 1 && unicode::has_word_character(code);
}

}  // namespace

void check_missing_legends(plan::Plan& plan, const grammar::Family& family) {
  const CodesByRole legends = codes_by_role(plan);
  std::map<std::string, Column> columns;
  for (const plan::Item& item : plan.items) {
    for (const plan::Field& field : item.fields) {
      const grammar::ColumnRule* rule = family.column(field.role);
      const bool codes = rule != nullptr && rule->value == grammar::ColumnValue::kCode;
      if (!codes || legends.count(field.role) > 0) continue;
      const auto code = code_of(field);
      if (!code || code->empty()) continue;
      Column& column = columns[field.role];
      ++column.filled;
      if (!is_sign(*code)) continue;
      column.codes.insert(*code);
      column.items.push_back(item.id);
    }
  }
  for (const auto& [role, column] : columns) {
    const bool mostly = static_cast<double>(column.items.size()) >= kMostlyCodes * static_cast<double>(column.filled);
    if (column.items.size() < kFewestRows || column.codes.size() > kMostCodes || !mostly) continue;
    plan.findings.push_back(
        {"CODE-NO-LEGEND",
         plan::Level::kNote,
         column.items,
         fmt::format("the codes of {} ({}) are explained nowhere in the document", role, fmt::join(column.codes, ", ")),
         std::nullopt,
         {}});
  }
}

}  // namespace pactable::audit
