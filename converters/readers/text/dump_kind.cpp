// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/dump_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "readers/text/notes.h"
#include "readers/text/unsure.h"

namespace pactable::readers::text {
namespace {

constexpr std::array<DumpKind, 5> kKinds = {{
    {"cells separated by tabs", weigh_tabs, read_tabs},
    {"a cell a line behind a tab", weigh_stacked, read_stacked},
    {"values separated by commas or semicolons", weigh_comma_values, read_comma_values},
    {"columns separated by spaces", weigh_spaced_columns, read_spaced_columns},
    {"a cell a line", weigh_cell_per_line, read_cell_per_line},
}};

// Kinds whose scores are nearer than this are as likely: the share of lines that notes and titles make up.
constexpr double kMargin = 0.1;

}  // namespace

std::size_t filled_lines(Lines lines) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](const Line& line) { return !line.blank; }));
}

void read_by_best_kind(Lines lines, Markup markup, layout::Document& document) {
  if (filled_lines(lines) == 0) return;
  std::array<Evidence, kKinds.size()> evidence;
  std::size_t best = 0;
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    evidence[i] = kKinds[i].weigh(lines);
    if (evidence[i].score > evidence[best].score) best = i;
  }
  const auto doubt = [&](const Evidence& one) {
    if (one.doubt.empty()) return;
    document.oddities.push_back({std::string(kColumnsUnsure), one.doubt, LinePlace{one.doubt_line, 0, 0, 0}});
  };
  if (evidence[best].score <= 0) {
    for (const Evidence& one : evidence) doubt(one);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].blank) document.blocks.emplace_back(text_block(lines, i, markup));
    }
    return;
  }
  doubt(evidence[best]);
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (i == best || evidence[i].score <= 0 || evidence[i].score + kMargin < evidence[best].score) continue;
    document.oddities.push_back(
        {"TEXT-KIND-UNSURE",
         fmt::format("the text was read as {}, but might as well be {}", kKinds[best].name, kKinds[i].name),
         LinePlace{lines.front().number, 0, 0, 0}});
  }
  kKinds[best].read(lines, document);
}

}  // namespace pactable::readers::text
