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

std::optional<std::string> caption_of(const columns::ReadTable& table, std::span<const layout::Block> blocks) {
  const auto& first = std::get<layout::Table>(blocks[table.table.pieces.front()]);
  std::vector<layout::Text> lines;
  for (const layout::Paragraph& paragraph : first.caption) lines.push_back(paragraph.text.collapsed());
  if (const layout::Text own = layout::join(lines, " "); !own.empty()) return own.utf8();
  if (!table.table.caption) return std::nullopt;
  return std::get<layout::TextBlock>(blocks[*table.table.caption]).paragraph.text.collapsed().utf8();
}

plan::TableJudgement judgement_of(const columns::ReadTable& table, std::size_t index,
                                  std::span<const layout::Block> blocks) {
  plan::TableJudgement out;
  out.id = judgement_id(index);
  out.verdict = table.verdict;
  out.score = table.score;
  out.caption = caption_of(table, blocks);
  out.rows = static_cast<int>(std::count_if(table.table.rows.begin(), table.table.rows.end(),
                                            [](const auto& row) { return row.use == columns::RowUse::kData; }));
  for (const columns::Column& column : table.columns.front().columns) {
    out.columns.push_back({column.header, column.role, column.runner_up, column.margin});
  }
  for (const columns::Evidence& reason : table.reasons) out.reasons.push_back(reason.what);
  return out;
}

void add_table_findings(Draft& draft) {
  // Reasons beyond the first few weigh next to nothing, and a report of fifty tables has many that nobody asks about.
  constexpr std::size_t kReasons = 3, kNotRead = 3;
  constexpr int kLeastRows = 2;
  std::vector<const plan::TableJudgement*> order;
  for (const plan::TableJudgement& table : draft.judgements) order.push_back(&table);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    return a->verdict != b->verdict ? a->verdict < b->verdict : a->score > b->score;
  });
  std::size_t not_read = 0;
  for (const plan::TableJudgement* table : order) {
    const bool no_plan = table->verdict == plan::TableVerdict::kNoPlan;
    if (no_plan && (table->rows < kLeastRows || not_read++ >= kNotRead)) continue;
    std::string reasons;
    for (std::size_t i = 0; i < std::min(kReasons, table->reasons.size()); ++i) {
      reasons += (reasons.empty() ? "" : "; ") + table->reasons[i];
    }
    const bool plan = table->verdict == plan::TableVerdict::kPlan;
    draft.findings.push_back({plan      ? "TABLE-READ"
                              : no_plan ? "TABLE-NOT-READ"
                                        : "TABLE-DOUBTFUL",
                              {},
                              fmt::format("{} {} ({:.1f} points): {}", table->id,
                                          plan      ? "is a plan"
                                          : no_plan ? "is no plan"
                                                    : "looks like a plan and was not read",
                                          table->score, reasons),
                              table->derived_from});
  }
}

void add_role_findings(const columns::ReadTable& table, const std::string& id, Draft& draft) {
  std::set<std::string> said;
  for (const columns::Columns& columns : table.columns) {
    for (const columns::Column& column : columns.columns) {
      if (column.header_slip && said.insert(column.role).second) {
        draft.findings.push_back(
            {"HEADER-SLIP",
             {},
             fmt::format("the column {} of table {} is read as {}: its header is one character away from a known one",
                         named(column), id, column.role),
             {}});
      }
      // A blank header has no words that could speak: numbers below it say enough.
      const bool blank_number = !column.header && column.value == grammar::ColumnValue::kNumber && !column.unsure;
      if ((!column.by_values && !column.unsure) || blank_number || !said.insert(column.role).second) continue;
      const bool other = column.runner_up && *column.runner_up != column.role;
      const std::string second = other ? fmt::format("; second: {}", *column.runner_up) : std::string();
      const std::string message =
          column.unsure
              ? fmt::format("the column {} of table {} may be more than one thing; it is kept under the name {}{}",
                            named(column), id, column.role, second)
              : fmt::format("the column {} of table {} is read as {} by its values, not by its header{}", named(column),
                            id, column.role, second);
      draft.findings.push_back({column.unsure ? "ROLE-UNSURE" : "ROLE-BY-VALUES", {}, message, {}});
    }
  }
}

}  // namespace pactable::parser
