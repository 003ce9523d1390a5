// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/summary.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/unicode.h"
#include "pages/site/wording.h"

namespace pactable::pages::site {
namespace {

constexpr std::size_t kLabelShown = 90;    // code points of a section's name in a chart
constexpr std::size_t kUrgencyShown = 30;  // of an urgency that no legend decodes

bool is_action(const plan::Item& item) {
  return item.kind == plan::ItemKind::kAction || item.kind == plan::ItemKind::kSubTask;
}

bool is_section(const plan::Item& item) { return item.kind == plan::ItemKind::kSection; }

/// Labels of the legend first, in its order; then what rows say besides; at last those that say nothing.
std::vector<std::string> urgencies_of(const plan::Plan& plan) {
  std::vector<std::string> found, out;
  for (const plan::Item& item : plan.items) {
    if (!is_action(item)) continue;
    const std::string urgency = urgency_of(item);
    if (std::find(found.begin(), found.end(), urgency) == found.end()) found.push_back(urgency);
  }
  const auto take = [&](const std::string& label) {
    const auto at = std::find(found.begin(), found.end(), label);
    if (at == found.end()) return;
    out.push_back(label);
    found.erase(at);
  };
  for (const plan::CodeList& list : plan.code_lists) {
    if (list.role != "urgency") continue;
    for (const plan::Code& code : list.codes) take(code.label);
  }
  const bool silent = std::find(found.begin(), found.end(), kNotSaid) != found.end();
  for (const std::string& label : std::vector<std::string>(found)) {
    if (label != kNotSaid) take(label);
  }
  if (silent) out.emplace_back(kNotSaid);
  return out;
}

std::string section_label(const plan::Item& item, const plan::Plan& plan) {
  std::string label;
  if (plan.tables.size() > 1) {
    const auto table = std::find_if(plan.tables.begin(), plan.tables.end(),
                                    [&](const plan::Table& one) { return one.id == item.table; });
    label = "Table " + std::to_string(table - plan.tables.begin() + 1) + ": ";
  }
  if (item.number && item.number->canonical) label += *item.number->canonical + " ";
  return label + shortened(item.text.value_or(""), kLabelShown);
}

void count_sections(const plan::Plan& plan, Figures& figures) {
  std::unordered_map<std::string_view, std::size_t> section_of;  // item to its place in `sections`, parents first
  std::vector<Section> sections = {{"", "Under no section", std::vector<std::size_t>(figures.urgencies.size())}};
  for (const plan::Item& item : plan.items) {
    std::size_t section = 0;
    if (item.parent) {
      if (const auto found = section_of.find(*item.parent); found != section_of.end()) section = found->second;
    }
    if (is_section(item)) {
      section = sections.size();
      sections.push_back({item.id, section_label(item, plan), std::vector<std::size_t>(figures.urgencies.size())});
    }
    section_of[item.id] = section;
    if (!is_action(item)) continue;
    const auto urgency = std::find(figures.urgencies.begin(), figures.urgencies.end(), urgency_of(item));
    ++sections[section].by_urgency.at(static_cast<std::size_t>(urgency - figures.urgencies.begin()));
  }
  for (Section& section : sections) {
    const auto& counts = section.by_urgency;
    if (std::any_of(counts.begin(), counts.end(), [](std::size_t count) { return count > 0; })) {
      figures.sections.push_back(std::move(section));
    }
  }
}

}  // namespace

std::string urgency_of(const plan::Item& item) {
  for (const plan::Field& field : item.fields) {
    if (field.role != "urgency") continue;
    if (field.label) return *field.label;
    return "\u201C" + shortened(unicode::collapse_space(field.printed), kUrgencyShown) + "\u201D";
  }
  return std::string(kNotSaid);
}

std::string title_of(const plan::Plan& plan) {
  const std::string title = unicode::collapse_space(plan.metadata.title.value_or(""));
  return title.empty() ? plan.source.file : title;
}

Figures figures_of(const plan::Plan& plan) {
  Figures figures;
  figures.urgencies = urgencies_of(plan);
  figures.items = plan.items.size();
  figures.reviewed = plan.decisions.size();
  for (const plan::Item& item : plan.items) {
    if (is_action(item)) ++figures.actions;
    if (item.number) {
      ++figures.numbered;
      ++figures.states.at(static_cast<std::size_t>(item.number->status));
    }
    figures.repaired_fields += static_cast<std::size_t>(
        std::count_if(item.fields.begin(), item.fields.end(), [](const plan::Field& field) { return field.repair; }));
  }
  for (const plan::Finding& finding : plan.findings) {
    if (finding.level == plan::Level::kError) ++figures.errors;
    if (finding.level == plan::Level::kWarning) ++figures.warnings;
    if (finding.level == plan::Level::kNote) ++figures.notes;
  }
  count_sections(plan, figures);
  return figures;
}

Summary summary_of(const plan::CorpusRecord& record, const std::string& page, const plan::Plan* plan) {
  Summary summary{record, page, record.path, {}, {}, {}, {}};
  if (plan == nullptr) return summary;
  summary.title = title_of(*plan);
  summary.period = plan->metadata.period_printed.value_or("");
  summary.status = plan->metadata.status.value_or("");
  summary.figures = figures_of(*plan);
  for (std::size_t at = 0; at < summary.figures.urgencies.size(); ++at) {
    std::size_t count = 0;
    for (const Section& section : summary.figures.sections) count += section.by_urgency[at];
    summary.urgencies.emplace_back(summary.figures.urgencies[at], count);
  }
  return summary;
}

}  // namespace pactable::pages::site
