// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/summary_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/terminal_text.h"
#include "plan/outcome_reason.h"

namespace pactable::cli {
namespace {

constexpr int kDocumentColumn = 0, kFamilyColumn = 2, kColumnCount = 6;
// "cms-p...-work" still names a family, and 28 columns are left to the document, whose name matters more.
constexpr int kMaxFamilyWidth = 13;
constexpr int kMinDocumentWidth = 12;
constexpr int kReasonIndent = 4;

using Row = std::vector<std::string>;

Row row_of(const plan::CorpusRecord& record) {
  Row row = {printable(record.path), std::string(to_string(record.outcome)),
             record.family ? printable(*record.family) : "-"};
  const bool counted = record.outcome == plan::Outcome::kConverted || record.outcome == plan::Outcome::kPartial;
  for (const int count : {record.counts.items, record.counts.repairs, record.counts.findings}) {
    row.push_back(counted ? std::to_string(count) : "-");
  }
  return row;
}

std::vector<ColumnStyle> fit(const std::vector<Row>& rows) {
  std::vector<ColumnStyle> columns(kColumnCount);
  for (int i = 0; i < kColumnCount; ++i) {
    columns[i].align = i > kFamilyColumn ? Align::kRight : Align::kLeft;
    for (const Row& row : rows) columns[i].width = std::max(columns[i].width, display_width(row[i]));
  }
  columns[kFamilyColumn].width = std::min(columns[kFamilyColumn].width, kMaxFamilyWidth);
  int others = kColumnGap * (kColumnCount - 1);
  for (int i = kDocumentColumn + 1; i < kColumnCount; ++i) others += columns[i].width;
  const int room = kTerminalWidth - others;
  // Counts of nine digits and more: the family gives way before the document does.
  if (room < kMinDocumentWidth) columns[kFamilyColumn].width -= kMinDocumentWidth - room;
  columns[kDocumentColumn].width = std::min(columns[kDocumentColumn].width, std::max(room, kMinDocumentWidth));
  return columns;
}

}  // namespace

std::string reason_in_words(const plan::CorpusRecord& record) {
  if (record.outcome == plan::Outcome::kNoPlan) return plan::reason_without_plan(record);
  if (record.outcome != plan::Outcome::kDoubtful) return {};
  std::string tables;
  for (const plan::TableJudgement& judgement : record.judgements) {
    if (judgement.verdict == plan::TableVerdict::kDoubtful) tables += " --as-plan " + judgement.id;
  }
  const std::string reason = plan::reason_without_plan(record);
  return tables.empty() ? reason : fmt::format("{}; to read it: convert{}", reason, tables);
}

void Totals::add(const plan::CorpusRecord& record) {
  ++documents;
  converted += record.outcome == plan::Outcome::kConverted ? 1 : 0;
  partial += record.outcome == plan::Outcome::kPartial ? 1 : 0;
  doubtful += record.outcome == plan::Outcome::kDoubtful ? 1 : 0;
  no_plan += record.outcome == plan::Outcome::kNoPlan ? 1 : 0;
  skipped += record.outcome == plan::Outcome::kSkipped ? 1 : 0;
  failed += record.outcome == plan::Outcome::kFailed ? 1 : 0;
  items += record.counts.items;
  repairs += record.counts.repairs;
  findings += record.counts.findings;
}

std::string summary_table(const plan::Corpus& corpus) {
  Totals totals;
  for (const plan::CorpusRecord& record : corpus.documents) totals.add(record);
  return summary_table(corpus, totals);
}

std::string summary_table(const plan::Corpus& corpus, const Totals& totals) {
  std::vector<Row> rows = {{"document", "outcome", "family", "items", "repairs", "findings"}};
  for (const plan::CorpusRecord& record : corpus.documents) rows.push_back(row_of(record));
  rows.push_back(
      {"total", "", "", std::to_string(totals.items), std::to_string(totals.repairs), std::to_string(totals.findings)});

  const std::vector<ColumnStyle> columns = fit(rows);
  std::string text = align_row(rows.front(), columns);
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
    text += align_row(rows[i + 1], columns);
    const plan::CorpusRecord& record = corpus.documents[i];
    if (record.error) {
      text += wrap("  ", fmt::format("{}: {}", to_string(record.error->code), record.error->message), kReasonIndent);
    }
    if (const std::string reason = reason_in_words(record); !reason.empty()) text += wrap("  ", reason, kReasonIndent);
  }
  text += align_row(rows.back(), columns);
  if (const auto others = totals.documents - static_cast<long long>(corpus.documents.size()); others > 0) {
    text += fmt::format("{} more documents are in corpus.json\n", others);
  }
  const std::string partial = totals.partial > 0 ? fmt::format("{} in part, ", totals.partial) : std::string();
  const std::string doubtful = totals.doubtful > 0 ? fmt::format("{} doubtful, ", totals.doubtful) : std::string();
  const std::string skipped = totals.skipped > 0 ? fmt::format(", {} skipped", totals.skipped) : std::string();
  text += fmt::format("{} converted, {}{}{} without a plan, {} failed{}\n", totals.converted, partial, doubtful,
                      totals.no_plan, totals.failed, skipped);
  return text;
}

}  // namespace pactable::cli
