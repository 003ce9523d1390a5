// SPDX-License-Identifier: GPL-3.0-or-later
// What: one document of the corpus in figures: its line in the list, its charts, its part of the corpus' charts.
// In:   its record and, where there is one, its plan. Out: data that is small enough to keep for every document.
// Never: leaves a document out: one without a plan has its record.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/corpus.h"
#include "plan/plan.h"

namespace pactable::pages::site {

inline constexpr std::size_t kStates = 5;                // of numbers
inline constexpr std::string_view kNotSaid = "not said";  // the urgency of a row without one

/// A label with how many rows have it.
using Tally = std::vector<std::pair<std::string, std::size_t>>;

struct Section {
  std::string item;   // id; empty for rows that stand under none
  std::string label;  // "3.0 Trade"
  std::vector<std::size_t> by_urgency;  // in the order of Figures::urgencies
};

/// Actions are rows of the kinds action and sub-task.
struct Figures {
  std::size_t items = 0, actions = 0, numbered = 0;
  std::array<std::size_t, kStates> states = {};     // numbers, by plan::NumberStatus
  std::size_t repaired_fields = 0, reviewed = 0;    // other values; decisions of reviewers
  std::size_t errors = 0, warnings = 0, notes = 0;  // findings
  std::vector<std::string> urgencies;               // labels in the order of the legend, then as they come
  std::vector<Section> sections;                    // in the order of the plan, those with actions
};

[[nodiscard]] Figures figures_of(const plan::Plan& plan);

struct Summary {
  plan::CorpusRecord record;
  std::string page;  // name without ".html"; empty where there is no plan
  std::string title, period, status;
  Figures figures;
  Tally urgencies;  // of its actions
};

/// `page` may be empty, `plan` null.
[[nodiscard]] Summary summary_of(const plan::CorpusRecord& record, const std::string& page, const plan::Plan* plan);

/// Its title, or the name of its file.
[[nodiscard]] std::string title_of(const plan::Plan& plan);

/// Urgency of a row as charts name it: decoded, or as printed with quotation marks, or "not said".
[[nodiscard]] std::string urgency_of(const plan::Item& item);

}  // namespace pactable::pages::site
