// SPDX-License-Identifier: GPL-3.0-or-later
// Values of fields: ditto marks, fills of cells, marks below periods, ticked boxes, note references, merged cells.
#include <boost/test/unit_test.hpp>

#include "assembly/build.h"
#include "unit/parser/row_rules.h"

using namespace pactable;
using namespace pactable::test;

namespace {

plan::Plan plan_of(const std::vector<layout::Block>& blocks) {
  return assembly::build(parsed(blocks, generic(), {LabelOrigin::kTyped, {"table-1"}}), {}, {});
}

const plan::Field& field(const plan::Plan& plan, std::size_t item, std::string_view role) {
  for (const plan::Field& each : plan.items.at(item).fields) {
    if (each.role == role) return each;
  }
  throw std::runtime_error("no such field");
}

/// "2025" of a code or a time, "Parks; Chair" of parties, "-" without a value.
std::string value(const plan::Field& field) {
  if (!field.value) return "-";
  if (const auto* code = std::get_if<std::string>(&*field.value)) return *code;
  if (const auto* time = std::get_if<plan::Timeframe>(&*field.value))
    return time->edtf.value_or("~" + time->note.value_or(""));
  std::string names;
  for (const std::string& name : std::get<std::vector<std::string>>(*field.value))
    names += (names.empty() ? "" : "; ") + name;
  return names;
}

std::size_t findings(const plan::Plan& plan, std::string_view rule) {
  return static_cast<std::size_t>(std::count_if(plan.findings.begin(), plan.findings.end(),
                                                [&](const plan::Finding& f) { return f.rule == rule; }));
}

const Lines kTimed = {"No.", "Action", "Timeframe", "Responsible"};
const Lines kFirst = {"1", "Protect the nests in reeds.", "2025", "Parks"};

layout::Table coloured() {
  auto table = grid({{"No.", "Action", "Responsible", "Status"},
                     {"1", "Protect the nests in reeds.", "Parks", ""},
                     {"2", "Train wardens in the delta.", "Parks", ""},
                     {"3", "Review the law on trade.", "Chair", ""}});
  const layout::Colour green{0, 176, 80}, red{255, 0, 0};
  for (layout::Cell& cell : table.cells) {
    if (cell.column == 3 && cell.row > 0) cell.shading = cell.row == 2 ? red : green;
  }
  return table;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fields)

BOOST_AUTO_TEST_CASE(a_ditto_mark_is_read_as_the_value_above_and_kept_as_printed) {
  const plan::Plan plan = plan_of({grid(below(
      kTimed,
      {kFirst, {"2", "Train wardens in the delta.", "″", "ditto"}, {"3", "Review the law on trade.", "\"", "idem"}}))});
  for (std::size_t item : {1U, 2U}) {
    BOOST_TEST(value(field(plan, item, "timeframe")) == "2025");
    BOOST_TEST(value(field(plan, item, "responsible")) == "Parks");
    BOOST_TEST(field(plan, item, "timeframe").inherited);
  }
  BOOST_TEST(field(plan, 1, "timeframe").printed == "″");
  BOOST_TEST(field(plan, 1, "responsible").printed == "ditto");
  BOOST_TEST(findings(plan, plan::kTextLostRule) == 0U);
}

BOOST_AUTO_TEST_CASE(a_ditto_mark_with_nothing_above_it_says_nothing) {
  const plan::Plan plan = plan_of({grid(below(kTimed, {{"1", "Protect the nests in reeds.", "", "ditto"},
                                                       {"2", "Train wardens in the delta.", "2025", "Parks"},
                                                       {"3", "Review the law on trade.", "2026", "Chair"}}))});
  BOOST_TEST(field(plan, 0, "responsible").printed == "ditto");
  BOOST_TEST(!field(plan, 0, "responsible").inherited);
  BOOST_TEST(value(field(plan, 1, "responsible")) == "Parks");
}

BOOST_AUTO_TEST_CASE(a_fill_is_what_the_legend_of_fills_says) {
  auto legend = grid({{"", "done"}, {"", "delayed"}});
  legend.cells[0].shading = layout::Colour{0, 176, 80};
  legend.cells[2].shading = layout::Colour{255, 0, 0};
  const plan::Plan plan = plan_of({coloured(), line_of("Legend"), legend});
  BOOST_TEST(field(plan, 0, "status").printed == "#00b050");
  BOOST_TEST(value(field(plan, 0, "status")) == "done");
  BOOST_TEST(value(field(plan, 1, "status")) == "delayed");
  BOOST_TEST(findings(plan, "COLOUR-UNKNOWN") == 0U);
}

BOOST_AUTO_TEST_CASE(a_fill_without_a_legend_has_no_value_and_a_finding) {
  const plan::Plan plan = plan_of({coloured()});
  BOOST_TEST(field(plan, 0, "status").printed == "#00b050");
  BOOST_TEST(value(field(plan, 0, "status")) == "-");
  BOOST_TEST(findings(plan, "COLOUR-UNKNOWN") == 1U);
}

BOOST_AUTO_TEST_CASE(marks_below_periods_are_a_time) {
  const plan::Plan plan = plan_of({grid({{"No.", "Action", "Responsible", "2025", "2026", "2027"},
                                         {"1", "Develop a database of nests.", "Secretariat", "x", "", ""},
                                         {"2", "Train wardens in the delta.", "Parks", "", "x", "x"},
                                         {"3", "Map the stop-over sites.", "Range States", "x", "", "x"}})});
  BOOST_TEST(value(field(plan, 0, "timeframe")) == "2025");
  BOOST_TEST(value(field(plan, 1, "timeframe")) == "2026/2027");
  BOOST_TEST(value(field(plan, 2, "timeframe")) == "~2025, 2027");
  BOOST_TEST(field(plan, 1, "timeframe").printed == "x x");
  BOOST_TEST(findings(plan, plan::kTextLostRule) == 0U);
}

BOOST_AUTO_TEST_CASE(a_ticked_box_is_the_text_behind_it) {
  const plan::Plan plan = plan_of({grid({{"No.", "Action", "Priority", "Responsible"},
                                         {"1", "Protect the nests in reeds.", "☐ high ☒ low", "☒ Parks ☒ Chair ☐ WWF"},
                                         {"2", "Train wardens in the delta.", "☒ high ☐ low", "☐ Parks ☐ Chair ☒ WWF"},
                                         {"3", "Review the law on trade.", "☐ high ☒ low", "☒ Parks ☐ Chair ☐ WWF"}})});
  BOOST_TEST(value(field(plan, 0, "urgency")) == "low");
  BOOST_TEST(field(plan, 0, "urgency").printed == "☐ high ☒ low");
  BOOST_TEST(value(field(plan, 0, "responsible")) == "Parks; Chair");
  BOOST_TEST(value(field(plan, 1, "urgency")) == "high");
}

BOOST_AUTO_TEST_CASE(a_note_reference_is_a_mark_and_no_part_of_the_value) {
  const plan::Plan plan = plan_of({grid(below(kTimed, {{"1", "Protect the nests in reeds.", "2025¹", "Parks*"},
                                                       {"2*", "Train wardens in the delta.", "2026", "Chair"},
                                                       {"3", "Review the law on trade.", "2026", "Chair"}}))});
  BOOST_TEST(field(plan, 0, "timeframe").printed == "2025");
  BOOST_TEST(value(field(plan, 0, "timeframe")) == "2025");
  check_lines(field(plan, 0, "timeframe").marks, {"1"});
  check_lines(field(plan, 0, "responsible").marks, {"*"});
  check_lines(plan.items.at(1).number->marks, {"*"});
  BOOST_TEST(plan.items.at(1).number->canonical.value_or("") == "2");
}

BOOST_AUTO_TEST_CASE(a_merged_value_is_that_of_each_row_beside_it) {
  auto table = grid(below(kTimed, {{"1", "Protect the nests in reeds.", "2025", "Parks\nWWF"},
                                   {"2", "Train wardens in the delta.", "2026", ""},
                                   {"3", "Review the law on trade.", "2026", "Chair"}}));
  span_rows(table, 1, 3, 2);
  const plan::Plan plan = plan_of({table});
  BOOST_TEST(value(field(plan, 1, "responsible")) == "Parks; WWF");
  BOOST_TEST(field(plan, 1, "responsible").inherited);
  BOOST_TEST(!field(plan, 0, "responsible").inherited);
  BOOST_TEST((field(plan, 1, "responsible").derived_from == field(plan, 0, "responsible").derived_from));
}

BOOST_AUTO_TEST_CASE(figures_of_other_scripts_are_read) {
  const plan::Plan plan = plan_of({grid(below(kTimed, {{"1", "Protect the nests in reeds.", "۲۰۲۵", "Parks"},
                                                       {"2", "Train wardens in the delta.", "2026", "Chair"},
                                                       {"3", "Review the law on trade.", "2026", "Chair"}}))});
  BOOST_TEST(field(plan, 0, "timeframe").printed == "۲۰۲۵");
  BOOST_TEST(value(field(plan, 0, "timeframe")) == "2025");
}

BOOST_AUTO_TEST_CASE(a_dash_names_nobody) {
  const plan::Plan plan = plan_of({grid(below(kTimed, {{"1", "Protect the nests in reeds.", "2025", "–"},
                                                       {"2", "Train wardens in the delta.", "2026", "Chair"},
                                                       {"3", "Review the law on trade.", "2026", "Chair"}}))});
  BOOST_TEST(field(plan, 0, "responsible").printed == "–");
  BOOST_TEST(value(field(plan, 0, "responsible")) == "-");
}

BOOST_AUTO_TEST_CASE(states_of_numbers_are_kept) {
  const plan::Plan plan = plan_of({grid(below(kTimed, {kFirst,
                                                       {"2 (new)", "Train wardens in the delta.", "2026", "Chair"},
                                                       {"3", "Review the law on trade.", "2026", "Chair"}}))});
  BOOST_TEST(plan.items.at(1).number->state.value_or("") == "(new)");
  BOOST_TEST(plan.items.at(1).number->canonical.value_or("") == "2");
}

BOOST_AUTO_TEST_SUITE_END()
