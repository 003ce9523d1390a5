// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that give a row to the one above: cut rows, lines of rows, further values, merged cells; and what looks alike.
#include "unit/parser/row_rules.h"

using namespace pactable;
using namespace pactable::test;

namespace {

const std::vector<std::string> kFirst = {"1.1", "Protect the nests.", "1", "A"};
const std::vector<std::string> kSecond = {"1.2", "Count the young.", "2", "A"};
const std::vector<std::string> kThird = {"1.3", "Mark all of them.", "2", "A"};
const std::string kFirstLine = "1.1 | Protect the nests. | urgency=1 | timescale=A";
const std::string kSecondLine = "1.2 | Count the young. | urgency=2 | timescale=A";
const std::string kThirdLine = "1.3 | Mark all of them. | urgency=2 | timescale=A";
const Lines kTimed = {"No.", "Measures", "Timeframe", "Responsible"};

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_of_joins)

BOOST_AUTO_TEST_CASE(r_continue_joins_a_text_behind_a_page_break) {
  const auto draft = rows_of(cut_grid(
      below(kHeader,
            {{"1.1", "Train wardens so that", "1", "A"}, {"", "6.2 is carried out alike.", "", ""}, kSecond, kThird}),
      2));
  check_items(draft, {"1.1 | Train wardens so that 6.2 is carried out alike. | urgency=1 | timescale=A", kSecondLine,
                      kThirdLine});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-CONTINUE");
  BOOST_REQUIRE(draft.joined.size() == 1U);
  BOOST_TEST(draft.joined[0].item == 0);
  BOOST_TEST(draft.joined[0].row == 2);
  BOOST_TEST(!draft.joined[0].sub_row);
  BOOST_REQUIRE(draft.joined[0].fragment.size() == 1U);
  BOOST_TEST(std::get<LinePlace>(draft.joined[0].fragment[0]).line == 3);
}

BOOST_AUTO_TEST_CASE(a_heading_or_an_action_behind_a_page_break_is_not_joined) {
  const auto draft =
      rows_of(cut_grid(below(kHeader, {kFirst, {"", "Population-specific measures", "", ""}, kSecond, kThird}), 2));
  check_items(draft, {kFirstLine, "group  | Population-specific measures", kSecondLine, kThirdLine});
  const auto coded = rows_of(cut_grid(below(kHeader, {kFirst, {"", "Fine poachers.", "2", "A"}, kSecond, kThird}), 2));
  check_items(coded, {kFirstLine, "action  | Fine poachers. | urgency=2 | timescale=A", kSecondLine, kThirdLine});
  BOOST_TEST(draft.joined.empty());
  BOOST_TEST(coded.joined.empty());
}

BOOST_AUTO_TEST_CASE(r_continue_joins_several_columns_of_a_cut_row) {
  const auto draft =
      rows_of(cut_grid(below(kTimed, {{"1", "Protect the nests that stand", "no later than", "Ministry of the"},
                                      {"", "near roads.", "March 2027", "environment"},
                                      {"2", "Count the young.", "2026", "Parks"},
                                      {"3", "Mark all of them.", "2027", "Parks"}}),
                       2));
  check_items(draft, {"1 | Protect the nests that stand near roads. | timeframe=no later than March 2027 | "
                      "responsible=Ministry of the environment",
                      "2 | Count the young. | timeframe=2026 | responsible=Parks",
                      "3 | Mark all of them. | timeframe=2027 | responsible=Parks"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-CONTINUE");
  BOOST_REQUIRE(draft.items.front().fields.size() == 2U);
  check_lines(draft.items.front().fields.at(1).lines, {"Ministry of the environment"});
  BOOST_TEST(draft.joined.size() == 1U);
}

BOOST_AUTO_TEST_CASE(r_continue_joins_a_value_that_a_page_break_wraps) {
  const auto draft = rows_of(cut_grid(below(kTimed, {{"1", "Protect the nests.", "no later than September", "Parks"},
                                                     {"", "", "2027", ""},
                                                     {"2", "Count the young.", "2026", "Parks"},
                                                     {"3", "Mark all of them.", "2027", "Parks"}}),
                                      2));
  check_items(draft, {"1 | Protect the nests. | timeframe=no later than September 2027 | responsible=Parks",
                      "2 | Count the young. | timeframe=2026 | responsible=Parks",
                      "3 | Mark all of them. | timeframe=2027 | responsible=Parks"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-CONTINUE");
}

BOOST_AUTO_TEST_CASE(r_continue_joins_names_that_a_page_break_parts) {
  const auto draft =
      rows_of(cut_grid(below({"No.", "Measures", "Responsible"}, {{"1", "Protect the nests.", "Ministry of"},
                                                                  {"", "", "Water"},
                                                                  {"2", "Count the young.", "Parks"},
                                                                  {"3", "Mark all of them.", "Parks"}}),
                       2));
  check_items(draft, {"1 | Protect the nests. | responsible=Ministry of Water",
                      "2 | Count the young. | responsible=Parks", "3 | Mark all of them. | responsible=Parks"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-CONTINUE");
}

BOOST_AUTO_TEST_CASE(r_continue_joins_cells_where_numbers_stand_in_them) {
  const auto draft =
      rows_of(cut_grid(below({"Topic", "Action", "Sub-task", "Progress"},
                             {{"1. Funds", "1.1. Donors", "1.1.1. Ask all members for", "A list was sent"},
                              {"", "", "names of donors.", "in May."},
                              {"", "", "1.1.2. Thank them.", ""}}),
                       2));
  check_items(draft, {"section 1. | Funds", "action 1.1. | Donors",
                      "sub-task 1.1.1. | Ask all members for names of donors. | progress=A list was sent in May.",
                      "sub-task 1.1.2. | Thank them."});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-CONTINUE");
  BOOST_TEST(draft.joined.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_cell_without_a_number_behind_a_break_goes_on_with_the_numbered_one_above) {
  const auto draft =
      rows_of(cut_grid(below(kCellHeader, {{"1. Funds", "1.1. Donors", "1.1.1. Ask all of the members.", "Parks"},
                                           {"", "", "Those who gave before come first.", ""},
                                           {"", "", "1.1.2. Thank them.", "Parks"}}),
                       2));
  check_items(draft, {"section 1. | Funds", "action 1.1. | Donors",
                      "sub-task 1.1.1. | Ask all of the members. Those who gave before come first. | responsible=Parks",
                      "sub-task 1.1.2. | Thank them. | responsible=Parks"});
}

BOOST_AUTO_TEST_CASE(a_word_that_is_cut_at_its_hyphen_is_joined_without_a_space) {
  const auto draft = rows_of(cut_grid(
      below(kHeader, {{"1.1", "Agree on trans-", "1", "A"}, {"", "boundary parks.", "", ""}, kSecond, kThird}), 2));
  check_items(draft, {"1.1 | Agree on trans-boundary parks. | urgency=1 | timescale=A", kSecondLine, kThirdLine});
}

BOOST_AUTO_TEST_CASE(a_repeated_header_and_noise_do_not_part_a_cut_row) {
  const auto draft = rows_of(cut_grid(below(kHeader, {{"1.1", "Train wardens so that", "1", "A"},
                                                      kHeader,
                                                      {"_", "", "", "·"},
                                                      {"", "all do alike.", "", ""},
                                                      kSecond,
                                                      kThird}),
                                      2));
  check_items(draft, {"1.1 | Train wardens so that all do alike. | urgency=1 | timescale=A", kSecondLine, kThirdLine});
  check_lines(discarded_for(draft, "repeated-header"), kHeader);
}

BOOST_AUTO_TEST_CASE(r_line_joins_a_row_that_is_cut_into_lines_inside_a_page) {
  const auto draft = rows_of(grid(
      below(kHeader, {{"1.1", "Train wardens so that", "1", "A"}, {"", "all do alike.", "", ""}, kSecond, kThird})));
  check_items(draft, {"1.1 | Train wardens so that all do alike. | urgency=1 | timescale=A", kSecondLine, kThirdLine});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-LINE");
}

BOOST_AUTO_TEST_CASE(a_text_below_a_finished_one_is_no_line_of_it) {
  const auto draft = rows_of(grid(below(kHeader, {kFirst, {"", "all of this by law.", "", ""}, kSecond, kThird})));
  check_items(draft, {kFirstLine, "note  | all of this by law.", kSecondLine, kThirdLine});
}

BOOST_AUTO_TEST_CASE(r_subrow_gives_values_alone_to_the_action_above) {
  const auto draft = rows_of(grid(below(kTimed, {{"1", "Protect the nests.", "2025", "Parks"},
                                                 {"", "", "2026", "Range States"},
                                                 {"2", "Count the young.", "2026", "Parks"},
                                                 {"3", "Mark all of them.", "2027", "Parks"}})));
  check_items(draft, {"1 | Protect the nests. | timeframe=2025 2026 | responsible=Parks Range States",
                      "2 | Count the young. | timeframe=2026 | responsible=Parks",
                      "3 | Mark all of them. | timeframe=2027 | responsible=Parks"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-SUBROW");
  check_lines(draft.items.front().fields.at(1).lines, {"Parks", "Range States"});
  BOOST_REQUIRE(draft.joined.size() == 1U);
  BOOST_TEST(draft.joined[0].sub_row);
}

BOOST_AUTO_TEST_CASE(r_subrow_makes_steps_of_rows_beside_a_merged_number) {
  auto table = grid(below(kTimed, {{"1", "Protect the nests.", "2025", "Parks"},
                                   {"", "Put up fences.", "2026", "Wardens"},
                                   {"", "Mark the trees.", "2027", "Wardens"},
                                   {"2", "Count the young.", "2026", "Parks"},
                                   {"3", "Mark all of them.", "2027", "Parks"}}));
  span_rows(table, 1, 0, 3);
  const auto draft = rows_of(table);
  check_items(draft, {"1 | Protect the nests. | timeframe=2025 | responsible=Parks",
                      "sub-task  | Put up fences. | timeframe=2026 | responsible=Wardens",
                      "sub-task  | Mark the trees. | timeframe=2027 | responsible=Wardens",
                      "2 | Count the young. | timeframe=2026 | responsible=Parks",
                      "3 | Mark all of them. | timeframe=2027 | responsible=Parks"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-SUBROW");
  BOOST_TEST(draft.items.at(1).parent_hint == 0);
  BOOST_TEST(draft.items.at(2).parent_hint == 0);
}

BOOST_AUTO_TEST_CASE(a_text_without_values_beside_a_merged_number_goes_on) {
  auto table = grid(below(kTimed, {{"1", "Protect the nests.", "2025", "Parks"},
                                   {"", "Put up fences.", "", ""},
                                   {"2", "Count the young.", "2026", "Parks"},
                                   {"3", "Mark all of them.", "2027", "Parks"}}));
  span_rows(table, 1, 0, 2);
  const auto draft = rows_of(table);
  check_items(draft, {"1 | Protect the nests. Put up fences. | timeframe=2025 | responsible=Parks",
                      "2 | Count the young. | timeframe=2026 | responsible=Parks",
                      "3 | Mark all of them. | timeframe=2027 | responsible=Parks"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-SUBROW");
}

BOOST_AUTO_TEST_CASE(a_row_with_a_text_and_values_below_an_unmerged_number_is_no_sub_row) {
  const auto draft = rows_of(grid(below(kTimed, {{"1", "Protect the nests.", "2025", "Parks"},
                                                 {"", "Put up fences.", "2026", "Wardens"},
                                                 {"2", "Count the young.", "2026", "Parks"},
                                                 {"3", "Mark all of them.", "2027", "Parks"}})));
  check_items(draft, {"1 | Protect the nests. | timeframe=2025 | responsible=Parks",
                      "action  | Put up fences. | timeframe=2026 | responsible=Wardens",
                      "2 | Count the young. | timeframe=2026 | responsible=Parks",
                      "3 | Mark all of them. | timeframe=2027 | responsible=Parks"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-ITEM");
}

BOOST_AUTO_TEST_CASE(r_inherit_gives_the_value_of_a_merged_cell_to_each_row) {
  auto table = grid(below(kTimed, {{"1", "Protect the nests.", "2025", "Parks"},
                                   {"2", "Count the young.", "2026", ""},
                                   {"3", "Mark all of them.", "2027", "Wardens"}}));
  span_rows(table, 1, 3, 2);
  const auto draft = rows_of(table);
  check_items(draft, {"1 | Protect the nests. | timeframe=2025 | responsible=Parks",
                      "2 | Count the young. | timeframe=2026 | responsible=Parks",
                      "3 | Mark all of them. | timeframe=2027 | responsible=Wardens"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-INHERIT R-ITEM");
  const parser::DraftField& inherited = draft.items.at(1).fields.at(1);
  BOOST_TEST(inherited.inherited);
  check_lines(inherited.lines, {"Parks"});
  BOOST_REQUIRE(inherited.text.places().size() == 1U);
  BOOST_TEST(std::get<LinePlace>(inherited.text.places().front()).line == 2);
  BOOST_TEST(!draft.items.at(0).fields.at(1).inherited);
}

BOOST_AUTO_TEST_CASE(a_value_of_its_own_beside_a_merged_one_is_the_value) {
  auto table = grid({{"No.", "Measures", "Responsible", ""},
                     {"1", "Protect the nests.", "Parks", ""},
                     {"2", "Count the young.", "", "Wardens"},
                     {"3", "Mark all of them.", "Chair", ""}});
  span_columns(table, 0, 2, 2);
  span_rows(table, 1, 2, 2);
  check_items(rows_of(table),
              {"1 | Protect the nests. | responsible=Parks", "2 | Count the young. | responsible=Wardens",
               "3 | Mark all of them. | responsible=Chair"});
}

BOOST_AUTO_TEST_CASE(a_blank_cell_below_a_value_inherits_nothing) {
  const auto draft = rows_of(grid(below(kTimed, {{"1", "Protect the nests.", "2025", "Parks"},
                                                 {"2", "Count the young.", "2026", ""},
                                                 {"3", "Mark all of them.", "2027", "Wardens"}})));
  check_items(draft,
              {"1 | Protect the nests. | timeframe=2025 | responsible=Parks", "2 | Count the young. | timeframe=2026",
               "3 | Mark all of them. | timeframe=2027 | responsible=Wardens"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-ITEM");
}

BOOST_AUTO_TEST_CASE(a_ditto_mark_stands_for_the_value_above) {
  const auto draft = rows_of(grid(below(kTimed, {{"1", "Protect the nests.", "2025", "Parks"},
                                                 {"2", "Count the young.", "″", "ditto"},
                                                 {"3", "Mark all of them.", "″", "″"}})));
  check_items(draft, {"1 | Protect the nests. | timeframe=2025 | responsible=Parks",
                      "2 | Count the young. | timeframe=″ | responsible=ditto",
                      "3 | Mark all of them. | timeframe=″ | responsible=″"});
  for (std::size_t item : {1U, 2U}) {
    const auto& fields = draft.items.at(item).fields;
    BOOST_TEST(fields.at(0).same_as.value_or("") == "2025");
    BOOST_TEST(fields.at(1).same_as.value_or("") == "Parks");
    BOOST_TEST(fields.at(0).inherited);
  }
}

BOOST_AUTO_TEST_CASE(a_name_behind_a_break_and_an_open_text_begins_no_group_where_the_table_has_none) {
  const Rows rows = {{"1.1", "Ask the ministries of Water and", "1", "A"},
                     {"", "Environment", "", ""},
                     {"1.2", "Nests", "2", "A"},
                     {"1.3", "Reeds", "2", "A"}};
  const auto draft = rows_of(cut_grid(below(kHeader, rows), 2));
  check_items(draft, {"1.1 | Ask the ministries of Water and Environment | urgency=1 | timescale=A",
                      "1.2 | Nests | urgency=2 | timescale=A", "1.3 | Reeds | urgency=2 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-CONTINUE");
  Rows grouped = rows;
  grouped.push_back({"", "Beaches", "", ""});
  grouped.push_back({"1.4", "Dunes", "2", "A"});
  const auto with_groups = rows_of(cut_grid(below(kHeader, grouped), 2));
  BOOST_TEST(lines_of(with_groups).at(1) == "group  | Environment");
}

BOOST_AUTO_TEST_CASE(rows_behind_a_break_that_are_not_the_rest_of_a_text_stay_by_themselves) {
  const Lines header = {"Action", "Timeframe", "Responsible"};
  const auto unnumbered = rows_of(cut_grid(below(header, {{"Protect the nests in the reeds", "2025", "Parks"},
                                                          {"Count the young", "2026", "Chair"},
                                                          {"Train wardens in the delta", "2026", "Parks"}}),
                                           2));
  BOOST_TEST(unnumbered.items.size() == 3U);
  BOOST_TEST(unnumbered.joined.empty());
  auto across =
      cut_grid(below(kHeader, {{"1.1", "Nests", "1", "A"}, {"Beaches and dunes"}, {"1.2", "Reeds", "2", "A"}}), 2);
  span_columns(across, 2, 0, 4);
  check_items(rows_of(across), {"1.1 | Nests | urgency=1 | timescale=A", "group  | Beaches and dunes",
                                "1.2 | Reeds | urgency=2 | timescale=A"});
  const auto valued = rows_of(cut_grid(
      below({"No.", "Measures", "Responsible"},
            {{"1", "Nests", "Parks"}, {"", "Reeds", "Chair"}, {"2", "Dunes", "Parks"}, {"3", "Beaches", "Parks"}}),
      2));
  BOOST_TEST(valued.items.size() == 4U);
}

BOOST_AUTO_TEST_SUITE_END()
