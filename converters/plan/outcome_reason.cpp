// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/outcome_reason.h"

#include <fmt/format.h>

namespace pactable::plan {

std::string reason_without_plan(const CorpusRecord& record) {
  if (record.judgements.empty()) {
    return record.outcome == Outcome::kDoubtful ? "looks like a plan, not read" : "no action table was found";
  }
  const TableJudgement& best = record.judgements.front();
  std::string text = fmt::format(
      "{} {}", record.outcome == Outcome::kDoubtful ? "looks like a plan, not read:" : "no plan: best table", best.id);
  if (best.caption) text += fmt::format(" \"{}\"", *best.caption);
  text += fmt::format(", {:.1f} points", best.score);
  if (!best.reasons.empty()) text += ": " + best.reasons.front();
  return text;
}

}  // namespace pactable::plan
