// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/plan_page.h"

#include <fmt/format.h>

#include <string_view>

#include "pages/look/page.h"
#include "pages/site/charts.h"
#include "pages/site/download_list.h"
#include "pages/site/embedded.h"
#include "pages/site/item_text.h"
#include "pages/site/plan_parts.h"
#include "pages/site/plan_table.h"
#include "pages/site/wording.h"

namespace pactable::pages::site {
namespace {

using look::Html;

constexpr std::size_t kTitleShown = 160;  // code points; the whole title stands among the facts

Html section(std::string_view id, std::string_view heading, Html content) {
  Html out;
  if (content.empty()) return out;
  out.open("section", {{"class", "card"}, {"aria-labelledby", id}}).open("div", {{"class", "inside stack"}});
  out.element("h2", heading, {{"id", id}}).add(std::move(content));
  return out;
}

Html tiles(const Figures& figures) {
  const std::size_t repaired = figures.states[static_cast<std::size_t>(plan::NumberStatus::kRepaired)];
  Html out;
  out.open("ul", {{"class", "tiles"}});
  const auto tile = [&](const std::string& figure, const std::string& name) {
    out.open("li").element("strong", figure).text(" ").element("span", name).close();
  };
  tile(grouped(figures.actions), figures.actions == 1 ? "action" : "actions");
  tile(grouped(figures.items), "rows in all");
  tile(figures.numbered == 0 ? std::string("0 %")
                             : percent(static_cast<double>(repaired) / static_cast<double>(figures.numbered)),
       "of the numbers repaired");
  tile(grouped(figures.repaired_fields), "other values repaired");
  tile(grouped(figures.errors + figures.warnings),
       figures.errors + figures.warnings == 1 ? "warning" : "warnings");
  return out;
}

Html charts(const Figures& figures) {
  Html out;
  if (!figures.sections.empty()) {
    const bool silent = figures.urgencies == std::vector<std::string>{std::string(kNotSaid)};
    BarChart chart{silent ? "Actions by section" : "Actions by section and urgency", "Section",
                   silent ? std::vector<std::string>{"Actions"} : figures.urgencies, {}, {}};
    for (const Section& one : figures.sections) {
      const std::string address = one.item.empty() ? std::string() : "#" + look::file_address(one.item);
      chart.bars.push_back({one.label, address, one.by_urgency});
    }
    out.add(bar_chart(chart));
  }
  if (figures.numbered > 0) out.add(states_chart({{"Numbers", {}, {figures.states.begin(), figures.states.end()}}}));
  return out;
}

Html contents(const plan::Plan& plan) {
  Html out;
  out.open("nav", {{"class", "contents no-print"}, {"aria-label", "On this page"}}).open("ul");
  const auto entry = [&](std::string_view address, std::string_view name) {
    out.open("li").link(address, name).close();
  };
  entry("#about", "About");
  entry("#figures", "Figures");
  entry("#tables", plan.tables.size() > 1 ? "Tables" : "Table");
  if (!plan.code_lists.empty()) entry("#legend", "Legend");
  if (!plan.findings.empty()) entry("#findings", "Findings");
  if (!plan.repairs.empty() || !plan.decisions.empty()) entry("#changes", "Changes");
  if (!plan.discarded.empty()) entry("#discarded", "Left out");
  entry("#downloads", "Downloads");
  return out;
}

}  // namespace

std::string write_plan_page(const PlanPage& page) {
  const plan::Plan& plan = page.plan;
  const Mentions mentions(plan);
  look::Page out;
  out.title = shortened(page.summary.title, kTitleShown);
  out.kind = page.summary.period.empty() ? "Plan" : "Plan " + page.summary.period;
  out.path = {{"../index.html", "All plans"}, {"../search.html", "Search"}};
  Html main;
  main.open("div", {{"class", "stack plan"}});
  main.add(contents(plan)).add(tiles(page.summary.figures));
  main.open("div", {{"class", "beside"}});
  main.add(section("about", "About", facts(plan, page.summary.title.size() > out.title.size() ? page.summary.title : std::string(), page.source)));
  main.add(section("legend", "Legend", legend(plan, page.source))).close();
  main.add(section("figures", "Figures", charts(page.summary.figures)));
  main.open("div", {{"id", "tables"}}).add(plan_tables(plan, mentions, page.source)).close();
  main.add(section("findings", fmt::format("Findings ({})", grouped(plan.findings.size())),
                   findings(plan, mentions, page.source)));
  main.add(changes(plan, mentions)).add(discarded(plan, page.source));
  main.add(section("downloads", "Downloads", download_list(page.downloads)));

  out.made_by = page.made_by;
  out.note = fmt::format("Made from {} (SHA-256 {}).", plan.source.file, plan.source.sha256);
  out.styles = {kSiteStyle};
  return look::write_page(out, std::move(main));
}

}  // namespace pactable::pages::site
