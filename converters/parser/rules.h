// SPDX-License-Identifier: GPL-3.0-or-later
// What: the rules that say what a row is, in the order in which they are asked. One file a rule, under rules/.
// In:   the walk's state and a row. Out: true where the rule has spent the row.
// Never: a rule that takes a part of a row and leaves the rest says so by returning false with the part taken out.
#pragma once

#include <span>
#include <string_view>

#include "parser/row_view.h"
#include "parser/walk.h"

namespace pactable::parser {

struct RowRule {
  std::string_view id;  // "R-SECTION", shown by --trace; stable
  bool (*apply)(Walk& walk, RowView& row);
};

[[nodiscard]] std::span<const RowRule> row_rules();

namespace rules {

inline constexpr std::string_view kNoise = "R-NOISE";
inline constexpr std::string_view kFrame = "R-FRAME";
inline constexpr std::string_view kLegend = "R-LEGEND";
inline constexpr std::string_view kSection = "R-SECTION";
inline constexpr std::string_view kTopic = "R-TOPIC";
inline constexpr std::string_view kSubRow = "R-SUBROW";
inline constexpr std::string_view kStep = "R-STEP";
inline constexpr std::string_view kTotal = "R-TOTAL";
inline constexpr std::string_view kContinue = "R-CONTINUE";
inline constexpr std::string_view kLine = "R-LINE";
inline constexpr std::string_view kPlaceholder = "R-PLACEHOLDER";
inline constexpr std::string_view kItem = "R-ITEM";
inline constexpr std::string_view kCells = "R-CELLS";
inline constexpr std::string_view kNote = "R-NOTE";
inline constexpr std::string_view kInherit = "R-INHERIT";
inline constexpr std::string_view kHeading = "R-HEADING";

bool noise(Walk& walk, RowView& row);
bool frame(Walk& walk, RowView& row);
bool legend(Walk& walk, RowView& row);
bool topic(Walk& walk, RowView& row);
bool section(Walk& walk, RowView& row);
bool sub_row(Walk& walk, RowView& row);
bool total(Walk& walk, RowView& row);
bool step(Walk& walk, RowView& row);
bool continuation(Walk& walk, RowView& row);
bool placeholder(Walk& walk, RowView& row);
bool item(Walk& walk, RowView& row);
bool cells(Walk& walk, RowView& row);
bool note(Walk& walk, RowView& row);

}  // namespace rules
}  // namespace pactable::parser
