// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/index_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "core/unicode.h"
#include "pages/look/page.h"
#include "pages/site/charts.h"
#include "pages/site/embedded.h"
#include "pages/site/wording.h"
#include "plan/outcome_reason.h"

namespace pactable::pages::site {
namespace {

using look::Html;

constexpr std::size_t kTitleShown = 140;  // code points of a plan's title in the list
constexpr std::size_t kUrgenciesShown = 9;

bool has_page(const Summary& summary) { return !summary.page.empty(); }

std::size_t repaired(const Figures& figures) {
  return figures.states[static_cast<std::size_t>(plan::NumberStatus::kRepaired)];
}

std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? std::string("\u2013") : percent(static_cast<double>(part) / static_cast<double>(whole));
}

std::string_view chip_of(plan::Outcome outcome) {
  if (outcome == plan::Outcome::kConverted) return "chip good";
  return outcome == plan::Outcome::kFailed ? "chip bad" : "chip warn";
}

std::string outcome_name(plan::Outcome outcome) {
  return outcome == plan::Outcome::kNoPlan ? std::string("no plan in it") : std::string(plan::to_string(outcome));
}

void add_plan(Html& out, const Summary& summary) {
  const Figures& figures = summary.figures;
  out.open("tr").open("th", {{"scope", "row"}, {"role", "rowheader"}, {"class", "plan-name"}});
  out.link("plans/" + look::file_address(summary.page + ".html"), shortened(summary.title, kTitleShown));
  out.open("span", {{"class", "path"}}).quote(summary.record.path).close().close();
  const auto cell = [&](std::string_view name, std::string_view text, std::string_view look) {
    out.quoted("td", text, {{"role", "cell"}, {"class", look}, {"data-label", name}});
  };
  cell("Family", summary.record.family.value_or(""), "family");
  cell("Period", summary.period.empty() ? "\u2013" : summary.period, "period");
  cell("Status", summary.status.empty() ? "\u2013" : summary.status, "status");
  cell("Actions", grouped(figures.actions), "figure");
  cell("Numbers repaired", share(repaired(figures), figures.numbered), "figure");
  cell("Warnings", grouped(figures.errors + figures.warnings), "figure");
  out.open("td", {{"role", "cell"}, {"data-label", "Outcome"}});
  out.element("span", outcome_name(summary.record.outcome), {{"class", chip_of(summary.record.outcome)}});
  if (const std::string lacks = shortfall(summary.record); !lacks.empty()) {
    out.open("span", {{"class", "path"}}).quote(lacks).close();
  }
  out.close().close();
}

Html plan_list(const std::vector<Summary>& documents) {
  Html out;
  out.open("section", {{"class", "stack"}, {"aria-labelledby", "plans"}});
  const auto plans = static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), has_page));
  out.open("div", {{"class", "row apart"}}).element("h2", "Plans", {{"id", "plans"}});
  out.open("div", {{"class", "row no-print"}, {"id", "plan-filter"}, {"hidden", ""}});
  out.element("label", "Show those with", {{"for", "filter"}});
  out.open("input", {{"id", "filter"}, {"type", "search"}, {"autocomplete", "off"}});
  out.element("span", counted(plans, "plan", "plans"), {{"id", "filter-count"}, {"role", "status"}, {"class", "soft"}});
  out.close().close();
  out.open("div", {{"class", "card scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-labelledby", "plans"}});
  out.open("table", {{"class", "plans"}, {"role", "table"}, {"aria-labelledby", "plans"}});
  out.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
  static constexpr std::array<std::string_view, 8> kHeaders = {"Plan",    "Family",           "Period",   "Status",
                                                               "Actions", "Numbers repaired", "Warnings", "Outcome"};
  for (std::size_t at = 0; at < kHeaders.size(); ++at) {
    const bool figure = at >= 4 && at <= 6;
    out.element("th", kHeaders.at(at),
                {{"scope", "col"}, {"role", "columnheader"}, {"class", figure ? "figure" : "name"}});
  }
  out.close().close().open("tbody", {{"role", "rowgroup"}, {"id", "plan-rows"}});
  for (const Summary& summary : documents) {
    if (has_page(summary)) add_plan(out, summary);
  }
  return out;
}

std::string why(const Summary& summary) {
  const plan::CorpusRecord& record = summary.record;
  if (record.error) return fmt::format("{}: {}", to_string(record.error->code), record.error->message);
  if (record.outcome == plan::Outcome::kNoPlan && record.judgements.empty()) {
    return "no table of actions was found in it";
  }
  if (record.outcome == plan::Outcome::kNoPlan || record.outcome == plan::Outcome::kDoubtful) {
    return plan::reason_without_plan(record);
  }
  return "the corpus holds no JSON of it";
}

Html other_documents(const std::vector<Summary>& documents) {
  Html out;
  if (std::all_of(documents.begin(), documents.end(), has_page)) return out;
  out.open("section", {{"class", "stack"}, {"aria-labelledby", "others"}});
  out.element("h2", "Documents without a plan", {{"id", "others"}});
  out.open("div", {{"class", "card scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-labelledby", "others"}});
  out.open("table", {{"aria-labelledby", "others"}}).open("thead").open("tr");
  for (const std::string_view header : {"Document", "Outcome", "Why"}) out.element("th", header, {{"scope", "col"}});
  out.close().close().open("tbody");
  for (const Summary& summary : documents) {
    if (has_page(summary)) continue;
    out.open("tr").open("th", {{"scope", "row"}}).quote(summary.record.path).close().open("td");
    out.element("span", outcome_name(summary.record.outcome), {{"class", chip_of(summary.record.outcome)}}).close();
    out.quoted("td", why(summary)).close();
  }
  return out;
}

Html tiles(const std::vector<Summary>& documents) {
  std::size_t plans = 0, actions = 0, numbered = 0, changed = 0;
  for (const Summary& summary : documents) {
    plans += has_page(summary) ? 1 : 0;
    actions += summary.figures.actions;
    numbered += summary.figures.numbered;
    changed += repaired(summary.figures);
  }
  Html out;
  out.open("ul", {{"class", "tiles"}});
  const auto tile = [&](const std::string& figure, const std::string& name) {
    out.open("li").element("strong", figure).text(" ").element("span", name).close();
  };
  tile(grouped(plans), plans == 1 ? "plan" : "plans");
  tile(grouped(actions), actions == 1 ? "action" : "actions");
  tile(share(changed, numbered), "of the numbers repaired");
  tile(grouped(documents.size() - plans),
       documents.size() - plans == 1 ? "document without a plan" : "documents without a plan");
  return out;
}

Html urgency_chart(const std::vector<Summary>& documents) {
  std::map<std::string, std::pair<std::string, std::size_t>> counts;  // by what makes two spellings one
  for (const Summary& summary : documents) {
    for (const auto& [label, count] : summary.urgencies) {
      auto& entry = counts[unicode::fold(label)];
      if (entry.first.empty()) entry.first = label;
      entry.second += count;
    }
  }
  std::vector<std::pair<std::string, std::size_t>> sorted;
  for (auto& [key, entry] : counts) sorted.push_back(std::move(entry));
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  BarChart chart{"Actions by urgency, as the legends of the plans decode it", "Urgency", {"Actions"}, {}, {}};
  std::size_t others = 0;
  for (std::size_t at = 0; at < sorted.size(); ++at) {
    if (at < kUrgenciesShown) {
      chart.bars.push_back({sorted[at].first, {}, {sorted[at].second}});
    } else {
      others += sorted[at].second;
    }
  }
  if (others > 0) chart.bars.push_back({fmt::format("{} others", sorted.size() - kUrgenciesShown), {}, {others}});
  Html out;
  if (!chart.bars.empty()) out.add(bar_chart(chart));
  return out;
}

Html numbers_chart(const std::vector<Summary>& documents) {
  std::map<std::string, std::vector<std::size_t>> families;
  for (const Summary& summary : documents) {
    if (!has_page(summary)) continue;
    auto& states = families[summary.record.family.value_or("no family")];
    states.resize(kStates);
    for (std::size_t at = 0; at < kStates; ++at) states[at] += summary.figures.states.at(at);
  }
  std::vector<Bar> bars;
  for (const auto& [family, states] : families) bars.push_back({family, {}, states});
  Html out;
  if (!bars.empty()) out.add(states_chart(bars));
  return out;
}

Html downloads(const std::vector<Download>& files) {
  Html out;
  if (files.empty()) return out;
  out.open("section", {{"class", "card"}, {"aria-labelledby", "downloads"}}).open("div", {{"class", "inside stack"}});
  out.element("h2", "Downloads: all plans", {{"id", "downloads"}}).add(download_list(files));
  return out;
}

}  // namespace

std::string write_index_page(const IndexPage& page) {
  Html main;
  main.open("div", {{"class", "stack"}}).add(tiles(page.documents));
  Html charts = urgency_chart(page.documents);
  charts.add(numbers_chart(page.documents));
  if (!charts.empty()) {
    main.open("section", {{"class", "card"}, {"aria-label", "Figures"}}).open("div", {{"class", "inside charts"}});
    main.add(std::move(charts)).close().close();
  }
  main.add(plan_list(page.documents)).add(other_documents(page.documents)).add(downloads(page.downloads));

  look::Page out;
  out.title = page.title;
  out.kind = "Data library";
  out.lead =
      "Action plans and work programmes as data: every row says where it is printed and what, if anything, was done to "
      "it.";
  out.path = {{"index.html", "All plans"}, {"search.html", "Search"}};
  out.made_by = page.made_by;
  out.styles = {kSiteStyle};
  out.scripts = {kIndexScript};
  Html header;
  header.link("search.html", "Search all rows", {{"class", "button main no-print"}});
  return look::write_page(out, std::move(main), std::move(header));
}

}  // namespace pactable::pages::site
