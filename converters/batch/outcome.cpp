// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/outcome.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "core/unicode.h"

namespace pactable::batch {
namespace {

// A record stays a few kilobytes, whatever the document holds: more columns than these no plan has, and of a longer
// text nobody needs the rest to know the table again.
constexpr std::size_t kColumnsKept = 40, kReasonsKept = 10, kPlacesKept = 10;
constexpr std::size_t kLettersKept = 300;

template <class Entry>
void keep_first(std::vector<Entry>& entries, std::size_t count) {
  if (entries.size() > count) entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(count), entries.end());
}

void shorten(std::string& text) {
  if (text.size() <= kLettersKept) return;
  const std::u32string letters = unicode::to_code_points(text);
  if (letters.size() > kLettersKept) {
    text = unicode::to_utf8(std::u32string_view(letters).substr(0, kLettersKept)) + "\u2026";
  }
}

void shorten(std::optional<std::string>& text) {
  if (text) shorten(*text);
}

std::vector<plan::Finding> weightiest(std::vector<plan::Finding> findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) { return a.level < b.level; });
  keep_first(findings, plan::kRecordFindings);
  for (plan::Finding& finding : findings) {
    finding.items.clear();  // the record has none
    keep_first(finding.places, kPlacesKept);
    shorten(finding.message);
  }
  return findings;
}

std::vector<plan::TableJudgement> best(std::vector<plan::TableJudgement> judgements) {
  std::stable_sort(judgements.begin(), judgements.end(), [](const auto& a, const auto& b) {
    return a.verdict != b.verdict ? a.verdict < b.verdict : a.score > b.score;
  });
  keep_first(judgements, plan::kRecordTables);
  for (plan::TableJudgement& judgement : judgements) {
    keep_first(judgement.columns, kColumnsKept);
    keep_first(judgement.reasons, kReasonsKept);
    keep_first(judgement.derived_from, kPlacesKept);
    shorten(judgement.caption);
    for (plan::ColumnJudgement& column : judgement.columns) shorten(column.header);
    for (std::string& reason : judgement.reasons) shorten(reason);
  }
  return judgements;
}

/// Set where a text of the document is in none of the items and not among what was discarded.
std::optional<Error> lost_texts(const plan::Plan& plan) {
  const auto lost = [](const plan::Finding& finding) {
    return finding.rule == plan::kTextLostRule && finding.level == plan::Level::kError;
  };
  const auto first = std::find_if(plan.findings.begin(), plan.findings.end(), lost);
  if (first == plan.findings.end()) return std::nullopt;
  std::string message = first->message;
  const auto count = std::count_if(plan.findings.begin(), plan.findings.end(), lost);
  if (count > 1) message += fmt::format(" (and {} more findings {})", count - 1, plan::kTextLostRule);
  return Error{ErrorCode::kIncomplete, unicode::collapse_space(message)};
}

plan::Counts count(const plan::Plan& plan) {
  return {static_cast<int>(plan.items.size()), static_cast<int>(plan.repairs.size()),
          static_cast<int>(plan.findings.size()), static_cast<int>(plan.discarded.size())};
}

void note_part(const std::optional<pipeline::Part>& part, plan::CorpusRecord& record) {
  if (!part) return;
  record.error = part->cause;
  if (part->pages > 0) record.pages = plan::Pages{part->pages_done, part->pages};
}

}  // namespace

Status settle_outcome(pipeline::Conversion conversion, Document& document) {
  plan::CorpusRecord& record = document.record;
  record.layer = conversion.layer;
  std::optional<plan::Plan>& plan = conversion.plan;
  if (plan && plan::holds_items(*plan)) {
    note_part(conversion.part, record);
    if (!record.error) record.error = lost_texts(*plan);
    record.outcome = record.error ? plan::Outcome::kPartial : plan::Outcome::kConverted;
    record.family = plan->family;
    record.counts = count(*plan);
    document.plan = std::move(plan);
    return {};
  }
  if (plan && plan->judgements.empty()) plan->judgements = conversion.judgements;
  const auto& judgements = plan ? plan->judgements : conversion.judgements;
  record.judgements = best(judgements);
  record.findings = weightiest(plan ? plan->findings : conversion.findings);
  const bool doubtful = plan && std::any_of(judgements.begin(), judgements.end(), [](const auto& judgement) {
                          return judgement.verdict != plan::TableVerdict::kNoPlan;
                        });
  if (doubtful) {
    note_part(conversion.part, record);
    record.outcome = plan::Outcome::kDoubtful;
    record.family = plan->family;
    document.plan = std::move(plan);
    return {};
  }
  if (conversion.part) {
    return fail(conversion.part->cause.code,
                "no action table on the pages that were read; " + conversion.part->cause.message);
  }
  record.outcome = plan::Outcome::kNoPlan;
  return {};
}

}  // namespace pactable::batch
