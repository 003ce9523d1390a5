// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/series.h"

#include <algorithm>
#include <map>
#include <string>

namespace pactable::assembly {
namespace {

const std::string kMainSeries;
const std::string kHeadingSeries = " headings";

// A lead that is a word ("Objective ") belongs to the level; one that is a code ("MON-") names a series.
bool is_code_lead(const std::string& lead) { return !lead.empty() && !lead.ends_with(' '); }

bool is_letter_heading(const numbering::Form& form) {
  return form.depth == 1 && !form.figures.empty() && form.figures.front() != numbering::Figure::kDecimal;
}

bool has_decimal_top(const std::vector<numbering::Label>& labels, const numbering::Scheme& scheme) {
  return std::any_of(labels.begin(), labels.end(), [&](const numbering::Label& label) {
    const auto readings = numbering::read_label(label.printed, scheme);
    if (readings.empty()) return false;
    const numbering::Form& form = scheme.forms[static_cast<std::size_t>(readings.front().form)];
    return form.depth == 1 && form.lead.empty() && !is_letter_heading(form);
  });
}

std::vector<std::string> series_of(const std::vector<numbering::Label>& labels, const numbering::Scheme& scheme) {
  const bool headings_possible =
      std::any_of(scheme.forms.begin(), scheme.forms.end(), is_letter_heading) && has_decimal_top(labels, scheme);
  std::vector<std::string> keys;
  std::string current = kMainSeries;
  for (const numbering::Label& label : labels) {
    const auto readings = numbering::read_label(label.printed, scheme);
    if (!readings.empty()) {
      const numbering::Form& form = scheme.forms[static_cast<std::size_t>(readings.front().form)];
      const bool heading = headings_possible && is_letter_heading(form) && !label.codes_present;
      current = heading ? kHeadingSeries : is_code_lead(form.lead) ? form.lead : kMainSeries;
    } else if (current == kHeadingSeries) {
      current = kMainSeries;  // what follows a heading stands below it
    }
    keys.push_back(current);
  }
  return keys;
}

void move_indices(std::vector<int>& indices, const std::vector<int>& to) {
  for (int& index : indices) index = to[static_cast<std::size_t>(index)];
}

}  // namespace

SeriesRecovery recover_series(const std::vector<numbering::Label>& labels, const numbering::Scheme& scheme) {
  const std::vector<std::string> keys = series_of(labels, scheme);
  std::map<std::string, std::vector<int>> members;
  for (std::size_t i = 0; i < keys.size(); ++i) members[keys[i]].push_back(static_cast<int>(i));

  SeriesRecovery all;
  all.heading.assign(labels.size(), false);
  if (members.size() <= 1) {
    all.recovery = numbering::recover(labels, scheme);
    return all;
  }
  all.recovery.verdicts.resize(labels.size());
  for (const auto& [key, indices] : members) {
    std::vector<numbering::Label> own;
    for (const int index : indices) own.push_back(labels[static_cast<std::size_t>(index)]);
    own.front().scope_begins = true;
    numbering::Recovery recovery = numbering::recover(own, scheme);
    for (std::size_t i = 0; i < indices.size(); ++i) {
      numbering::Verdict& verdict = recovery.verdicts[i];
      if (verdict.parent >= 0) verdict.parent = indices[static_cast<std::size_t>(verdict.parent)];
      all.recovery.verdicts[static_cast<std::size_t>(indices[i])] = std::move(verdict);
      all.heading[static_cast<std::size_t>(indices[i])] = key == kHeadingSeries;
    }
    for (numbering::Oddity& oddity : recovery.oddities) {
      move_indices(oddity.labels, indices);
      all.recovery.oddities.push_back(std::move(oddity));
    }
    all.recovery.pages.insert(all.recovery.pages.end(), recovery.pages.begin(), recovery.pages.end());
  }
  std::stable_sort(all.recovery.oddities.begin(), all.recovery.oddities.end(),
                   [](const numbering::Oddity& a, const numbering::Oddity& b) { return a.labels < b.labels; });
  return all;
}

}  // namespace pactable::assembly
