// SPDX-License-Identifier: GPL-3.0-or-later
// What: bar charts as tables: every row has its label, a bar that is drawn, and its figures as text.
// In:   rows of figures. Out: HTML; the bars are inline SVG, hidden from screen readers, which read the figures.
// Never: says by colour alone what a figure beside it does not say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pages/look/html.h"

namespace pactable::pages::site {

struct Bar {
  std::string label;
  std::string address;             // a link of the label; empty: none
  std::vector<std::size_t> parts;  // as many as the chart has names of parts
};

struct BarChart {
  std::string caption;                  // "Actions by section and urgency"
  std::string_view rows;                // "Section"
  std::vector<std::string> parts;       // "Urgent", "Important"; one name: no colours to tell apart
  std::vector<Bar> bars;
  std::vector<std::string> colours = {};  // a class for each part; empty: one after the other
};

/// Bars are as long as their sums, the longest as the column.
[[nodiscard]] look::Html bar_chart(const BarChart& chart);

/// Numbers by how they came to be what they are; `parts` by plan::NumberStatus. States that no number is in are named in
/// the caption.
[[nodiscard]] look::Html states_chart(const std::vector<Bar>& bars);

}  // namespace pactable::pages::site
