// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/labels.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/unicode.h"
#include "parser/forms.h"

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

// Depth of the actions in every series, which its lead tells: the shallowest depth most of whose items carry fields,
// the deepest where none does.
std::map<std::string, int> action_depths(const parser::Draft& draft, const numbering::Recovery& recovery,
                                         const std::vector<bool>& heading) {
  struct Tally {
    int items = 0, with_fields = 0;
  };
  std::map<std::string, std::map<int, Tally>> tally;
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    const int form = recovery.verdicts[i].form;
    if (form < 0 || heading[i] || draft.forms[static_cast<std::size_t>(form)].kind) continue;
    const numbering::Form& of = draft.forms[static_cast<std::size_t>(form)].form;
    Tally& at_depth = tally[of.lead][of.depth];
    ++at_depth.items;
    if (!draft.items[i].fields.empty()) ++at_depth.with_fields;
  }
  std::map<std::string, int> depths;
  for (const auto& [lead, by_depth] : tally) {
    depths[lead] = by_depth.rbegin()->first;
    for (const auto& [depth, counts] : by_depth) {
      if (counts.with_fields * 2 < counts.items) continue;
      depths[lead] = depth;
      break;
    }
  }
  return depths;
}

plan::Candidate rounded(const numbering::Candidate& candidate) {
  return {candidate.value, round_probability(candidate.p)};
}

bool is_group(plan::ItemKind kind) { return kind == plan::ItemKind::kGroup; }

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
    label.printed = item.printed_label();
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
  if (number.status == plan::NumberStatus::kRepaired) number.confidence = round_probability(verdict.confidence);
  if (verdict.suggested) number.suggested = rounded(*verdict.suggested);
  if (number.status == plan::NumberStatus::kAmbiguous || number.status == plan::NumberStatus::kMissing) {
    for (const numbering::Candidate& candidate : verdict.candidates) {
      number.candidates.push_back(rounded(candidate));
    }
  }
  return number;
}

std::vector<plan::ItemKind> kinds_of(const parser::Draft& draft, const numbering::Recovery& recovery,
                                     const std::vector<bool>& heading) {
  const std::map<std::string, int> depths = action_depths(draft, recovery, heading);
  std::vector<plan::ItemKind> kinds;
  kinds.reserve(draft.items.size());
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    const parser::DraftItem& item = draft.items[i];
    const int form = recovery.verdicts[i].form;
    if (item.kind) {
      kinds.push_back(*item.kind);
    } else if (heading[i]) {
      kinds.push_back(plan::ItemKind::kSection);
    } else if (form >= 0) {
      const grammar::FormRule& rule = draft.forms[static_cast<std::size_t>(form)];
      const auto depth = depths.find(rule.form.lead);
      const int action_depth = depth == depths.end() ? rule.form.depth : depth->second;
      kinds.push_back(rule.kind ? *rule.kind : parser::kind_by_depth(rule.form.depth, action_depth));
    } else {
      kinds.push_back(item.section_like && item.fields.empty() ? plan::ItemKind::kSection : plan::ItemKind::kAction);
    }
  }
  return kinds;
}

std::vector<int> parents_of(const parser::Draft& draft, const numbering::Recovery& recovery,
                            const std::vector<plan::ItemKind>& kinds, const std::vector<bool>& heading) {
  const auto count = static_cast<int>(draft.items.size());
  std::vector<int> parents(draft.items.size(), -1);
  int group = -1;
  int last_top = -1;
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const parser::DraftItem& item = draft.items[at];
    const bool new_table = i == 0 || draft.items[at - 1].table != item.table;
    if (new_table) group = last_top = -1;
    if (heading[at]) {
      parents[at] = -1;
      group = i;
      continue;
    }
    if (is_group(kinds[at])) {
      // A group above a top-level number heads what follows; one inside a section belongs to the section.
      int next = i + 1;
      while (next < count && !draft.items[static_cast<std::size_t>(next)].number_expected) ++next;
      const bool heads = next >= count || recovery.verdicts[static_cast<std::size_t>(next)].parent < 0 ||
                         draft.items[static_cast<std::size_t>(next)].table != item.table;
      if (heads) {
        group = i;
      } else {
        parents[at] = last_top;
      }
      continue;
    }
    const int by_number = recovery.verdicts[at].parent;
    if (by_number >= 0 && draft.items[static_cast<std::size_t>(by_number)].table == item.table) {
      parents[at] = by_number;
    } else if (item.parent_hint >= 0) {
      parents[at] = item.parent_hint;
    } else {
      parents[at] = group;
      if (item.number_expected) last_top = i;
    }
  }
  return parents;
}

}  // namespace pactable::assembly
