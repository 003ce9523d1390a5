// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/labels.h"

#include <algorithm>
#include <cmath>

#include "core/unicode.h"

namespace pactable::assembly {
namespace {

plan::NumberStatus status_of(numbering::Status status) {
  switch (status) {
    case numbering::Status::kRepaired: return plan::NumberStatus::kRepaired;
    case numbering::Status::kDisputed: return plan::NumberStatus::kDisputed;
    case numbering::Status::kAmbiguous: return plan::NumberStatus::kAmbiguous;
    case numbering::Status::kMissing: return plan::NumberStatus::kMissing;
    default: return plan::NumberStatus::kAsPrinted;
  }
}

plan::Candidate rounded(const numbering::Candidate& candidate) {
  return {candidate.value, round_probability(candidate.p)};
}

}  // namespace

double round_probability(double p) {
  constexpr double kSteps = 1e6;
  return std::min(std::floor(p * kSteps), kSteps - 1) / kSteps;
}

std::vector<numbering::Label> labels_of(const parser::Draft& draft, const Witnesses& witnesses) {
  std::vector<numbering::Label> labels;
  labels.reserve(draft.items.size());
  int table = -1;
  for (const parser::DraftItem& item : draft.items) {
    numbering::Label label;
    label.printed = unicode::ascii_digits(item.printed_label());
    label.origin = item.automatic_label.empty() ? item.origin : LabelOrigin::kAutomatic;
    label.page = item.page;
    label.number_expected = item.number_expected;
    label.grid_depth = item.grid_depth;
    label.section_like = item.section_like;
    label.codes_present = item.codes_present;
    // The first label of a table opens its scope; a table that numbers on is recognised by its labels.
    if (item.number_expected && item.table != table) {
      label.scope_begins = true;
      table = item.table;
    }
    if (label.origin == LabelOrigin::kOcr) label.sightings = witnesses.sightings_of(labels.size(), item.label);
    labels.push_back(std::move(label));
  }
  return labels;
}

namespace {

/// What the second look read is what is printed: the first reading saw nothing there.
plan::Number number_of(const SecondLook& look, const numbering::Verdict& verdict) {
  plan::Number number;
  number.printed = look.readings.front().text;
  number.canonical = verdict.canonical;
  number.path = verdict.path;
  number.origin = LabelOrigin::kOcr;
  number.derived_from = {look.place};
  return number;
}

}  // namespace

std::optional<plan::Number> number_of(const parser::DraftItem& item, const numbering::Verdict& verdict,
                                      const SecondLook* look) {
  const std::string printed = item.printed_label();
  if (printed.empty() && verdict.status == numbering::Status::kRepaired && look != nullptr) {
    return number_of(*look, verdict);
  }
  if (printed.empty() && verdict.status == numbering::Status::kUnnumbered) return std::nullopt;
  plan::Number number;
  if (!printed.empty()) number.printed = printed;
  number.canonical = verdict.canonical;
  number.path = verdict.path;
  number.status = printed.empty() ? plan::NumberStatus::kMissing : status_of(verdict.status);
  number.origin = item.automatic_label.empty() ? item.origin : LabelOrigin::kAutomatic;
  number.derived_from = item.label.places();
  number.marks = item.marks;
  number.state = item.state;
  if (number.status == plan::NumberStatus::kRepaired) number.confidence = round_probability(verdict.confidence);
  if (verdict.suggested) number.suggested = rounded(*verdict.suggested);
  if (number.status == plan::NumberStatus::kAmbiguous || number.status == plan::NumberStatus::kMissing) {
    for (const numbering::Candidate& candidate : verdict.candidates) {
      number.candidates.push_back(rounded(candidate));
    }
  }
  return number;
}

}  // namespace pactable::assembly
