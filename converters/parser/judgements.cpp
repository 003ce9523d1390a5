// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/judgements.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pactable::parser {
namespace {

std::string named(const columns::Column& column) {
  if (column.header) return fmt::format("\"{}\"", *column.header);
  return fmt::format("without a header (column {})", column.begin + 1);
}

}  // namespace

std::string judgement_id(std::size_t index) { return fmt::format("table-{}", index + 1); }

plan::TableJudgement judgement_of(const columns::ReadTable& table, std::size_t index,
                                  std::span<const layout::Block> blocks) {
  plan::TableJudgement out;
  out.id = judgement_id(index);
  out.verdict = table.verdict;
  out.score = table.score;
  if (table.table.caption) {
    out.caption = std::get<layout::TextBlock>(blocks[*table.table.caption]).paragraph.text.collapsed().utf8();
  }
  out.rows = static_cast<int>(std::count_if(table.table.rows.begin(), table.table.rows.end(), [](const auto& row) {
    return row.use == columns::RowUse::kData;
  }));
  for (const columns::Column& column : table.columns.front().columns) {
    out.columns.push_back({column.header, column.role, column.runner_up, column.margin});
  }
  for (const columns::Evidence& reason : table.reasons) out.reasons.push_back(reason.what);
  return out;
}

void add_role_findings(const columns::ReadTable& table, const std::string& id, Draft& draft) {
  std::set<std::string> said;
  for (const columns::Columns& columns : table.columns) {
    for (const columns::Column& column : columns.columns) {
      // A blank header has no words that could speak: numbers below it say enough.
      const bool blank_number = !column.header && column.value == grammar::ColumnValue::kNumber && !column.unsure;
      if ((!column.by_values && !column.unsure) || blank_number || !said.insert(column.role).second) continue;
      const std::string second = column.runner_up ? fmt::format("; second: {}", *column.runner_up) : std::string();
      const std::string message =
          column.unsure ? fmt::format("the column {} of table {} may be more than one thing; it is kept under the name {}{}",
                                      named(column), id, column.role, second)
                        : fmt::format("the column {} of table {} is read as {} by its values, not by its header{}",
                                      named(column), id, column.role, second);
      draft.findings.push_back({column.unsure ? "ROLE-UNSURE" : "ROLE-BY-VALUES", {}, message, {}});
    }
  }
}

}  // namespace pactable::parser
