// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "decisions/change.h"
#include "decisions/decisions.h"

namespace pactable::decisions {
namespace {

using plan::NumberStatus;

/// What numbering says of a number alone: no longer true of one that a reviewer set.
constexpr std::array<std::string_view, 4> kOfOneNumber = {"NUM-AUTHOR", "NUM-AMBIGUOUS", "NUM-MISSING", "NUM-OCR"};

void drop_findings(plan::Plan& plan, const std::string& item) {
  for (plan::Finding& finding : plan.findings) {
    if (std::find(kOfOneNumber.begin(), kOfOneNumber.end(), finding.rule) == kOfOneNumber.end()) continue;
    std::erase(finding.items, item);
  }
  std::erase_if(plan.findings, [](const plan::Finding& finding) {
    return finding.items.empty() &&
           std::find(kOfOneNumber.begin(), kOfOneNumber.end(), finding.rule) != kOfOneNumber.end();
  });
}

void report_duplicates(plan::Plan& plan, const plan::Item& item) {
  if (!item.number->canonical) return;
  std::vector<std::string> same;
  for (const plan::Item& other : plan.items) {
    if (other.table == item.table && other.number && other.number->canonical == item.number->canonical) {
      same.push_back(other.id);
    }
  }
  if (same.size() < 2) return;
  plan.findings.push_back({"NUM-DUPLICATE",
                           plan::Level::kWarning,
                           same,
                           fmt::format("{} stands on {} items after a decision", *item.number->canonical, same.size()),
                           std::nullopt,
                           {}});
}

/// What the program had to say of the number, best first: its own value, its suggestion, its candidates.
std::vector<plan::Candidate> machine_candidates(const plan::Number& number,
                                                const std::optional<plan::Repair>& overruled) {
  std::vector<plan::Candidate> candidates;
  if (overruled) candidates.push_back({overruled->to, overruled->confidence});
  if (overruled) candidates.insert(candidates.end(), overruled->alternatives.begin(), overruled->alternatives.end());
  if (number.suggested) candidates.push_back(*number.suggested);
  candidates.insert(candidates.end(), number.candidates.begin(), number.candidates.end());
  return candidates;
}

void set_reading(plan::Number& number, const std::vector<numbering::Reading>& readings) {
  number.canonical = readings.empty() ? std::nullopt : std::optional(readings.front().canonical);
  number.path = readings.empty() ? std::vector<int>() : readings.front().path;
}

void take_back(plan::Number& number, const std::vector<numbering::Reading>& printed) {
  set_reading(number, printed);
  number.status = NumberStatus::kAsPrinted;
  number.repair.reset();
  number.confidence.reset();
}

}  // namespace

std::optional<Standing> number_standing(const plan::Item& item) {
  if (!item.number) return std::nullopt;
  return Standing{item.number->printed, item.number->canonical};
}

Status change_number(plan::Plan& plan, std::size_t at, plan::Decision& decision, const std::string& by,
                     const numbering::Scheme& scheme) {
  plan::Number& number = *plan.items[at].number;
  const bool repaired = number.status == NumberStatus::kRepaired;
  const std::size_t old_depth = number.path.size();
  const std::vector<numbering::Reading> printed =
      number.printed ? numbering::read_label(*number.printed, scheme) : std::vector<numbering::Reading>();
  if (decision.verdict == plan::Verdict::kReject) {
    if (!repaired) return fail(ErrorCode::kInvalid, "nothing was repaired there that could be taken back");
    decision.overruled = take_repair(plan, number.repair);
    take_back(number, printed);
  } else {
    const std::vector<numbering::Reading> wanted = numbering::read_label(*decision.value, scheme);
    if (wanted.empty()) {
      return fail(ErrorCode::kInvalid,
                  fmt::format("\"{}\" is no number of a form that this document has", *decision.value));
    }
    if (wanted.front().canonical == number.canonical) return {};
    decision.overruled = take_repair(plan, number.repair);
    if (!printed.empty() && printed.front().canonical == wanted.front().canonical) {
      take_back(number, printed);
    } else {
      plan::Repair repair;
      repair.item = plan.items[at].id;
      repair.field = std::string(kNumberField);
      repair.from = number.printed.value_or("");
      repair.to = wanted.front().canonical;
      repair.alternatives = machine_candidates(number, decision.overruled);
      repair.by = by;
      number.repair = add_review(plan, at, std::move(repair));
      number.status = NumberStatus::kRepaired;
      number.confidence = 1;
      set_reading(number, wanted);
    }
  }
  number.suggested.reset();
  if (!number.path.empty() && number.path.size() != old_depth) settle_tree(plan, at, old_depth);
  drop_findings(plan, plan.items[at].id);
  report_duplicates(plan, plan.items[at]);
  return {};
}

}  // namespace pactable::decisions
