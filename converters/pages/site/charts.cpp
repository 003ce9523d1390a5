// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "pages/site/summary.h"
#include "pages/site/wording.h"

namespace pactable::pages::site {
namespace {

using look::Html;

constexpr std::size_t kColours = 6;  // parts from the sixth on share one
constexpr double kWidth = 1000;      // of the drawing; it is stretched to its column

std::size_t sum(const Bar& bar) { return std::accumulate(bar.parts.begin(), bar.parts.end(), std::size_t{0}); }

std::string colour(const BarChart& chart, std::size_t part) {
  return part < chart.colours.size() ? chart.colours[part] : fmt::format("part-{}", std::min(part, kColours - 1));
}

Html drawing(const BarChart& chart, const Bar& bar, std::size_t longest) {
  Html out;
  out.open("svg", {{"class", "bar-drawing"}, {"viewBox", "0 0 1000 10"}, {"preserveAspectRatio", "none"},
                   {"aria-hidden", "true"}, {"focusable", "false"}});
  double x = 0;
  for (std::size_t part = 0; part < bar.parts.size(); ++part) {
    const double width = longest == 0 ? 0 : kWidth * static_cast<double>(bar.parts[part]) / static_cast<double>(longest);
    if (width > 0) {
      out.element("rect", "", {{"class", colour(chart, part)}, {"x", fmt::format("{:.1f}", x)}, {"y", "0"},
                               {"width", fmt::format("{:.1f}", width)}, {"height", "10"}});
    }
    x += width;
  }
  out.close();
  return out;
}

Html head(const BarChart& chart) {
  Html out;
  out.open("thead").open("tr").element("th", chart.rows, {{"scope", "col"}});
  for (std::size_t part = 0; part < chart.parts.size(); ++part) {
    out.open("th", {{"scope", "col"}, {"class", "figure"}});
    if (chart.parts.size() > 1) {
      out.open("svg", {{"class", "swatch"}, {"viewBox", "0 0 10 10"}, {"aria-hidden", "true"}, {"focusable", "false"}});
      out.element("rect", "", {{"class", colour(chart, part)}, {"width", "10"}, {"height", "10"}}).close();
    }
    out.quote(chart.parts[part]).close();
  }
  if (chart.parts.size() > 1) out.element("th", "All", {{"scope", "col"}, {"class", "figure"}});
  return out;
}

std::string lower(std::string name) {
  if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z') name.front() = static_cast<char>(name.front() - 'A' + 'a');
  return name;
}

}  // namespace

Html bar_chart(const BarChart& chart) {
  std::size_t longest = 0;
  for (const Bar& bar : chart.bars) longest = std::max(longest, sum(bar));
  Html out;
  out.open("div", {{"class", "scroll chart-box"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", chart.caption}});
  out.open("table", {{"class", "bars"}}).element("caption", chart.caption);
  out.add(head(chart)).open("tbody");
  for (const Bar& bar : chart.bars) {
    out.open("tr").open("th", {{"scope", "row"}}).open("div", {{"class", "bar-line"}}).open("span");
    if (bar.address.empty()) {
      out.quote(bar.label);
    } else {
      out.link(bar.address, bar.label);
    }
    out.close().add(drawing(chart, bar, longest)).close().close();
    for (const std::size_t part : bar.parts) {
      out.element("td", grouped(part), {{"class", part == 0 ? "figure zero" : "figure"}});
    }
    if (chart.parts.size() > 1) out.element("td", grouped(sum(bar)), {{"class", "figure"}});
    out.close();
  }
  return out;
}

Html states_chart(const std::vector<Bar>& bars) {
  BarChart chart{"How many numbers stand as they are printed", "Numbers", {}, {}, {}};
  for (const Bar& bar : bars) chart.bars.push_back({bar.label, bar.address, {}});
  std::string none;
  for (std::size_t state = 0; state < kStates; ++state) {
    const std::string name(status_name(static_cast<plan::NumberStatus>(state)));
    if (std::all_of(bars.begin(), bars.end(), [&](const Bar& bar) { return bar.parts.at(state) == 0; })) {
      none += (none.empty() ? "; none is " : " or ") + lower(name);
      continue;
    }
    chart.parts.push_back(name);
    chart.colours.push_back(fmt::format("state-{}", state));
    for (std::size_t at = 0; at < bars.size(); ++at) chart.bars[at].parts.push_back(bars[at].parts.at(state));
  }
  chart.caption += none;
  return bar_chart(chart);
}

}  // namespace pactable::pages::site
