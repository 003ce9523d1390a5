// SPDX-License-Identifier: GPL-3.0-or-later
// What a row is: an action, the rest of one, a heading, a note, an empty slot or dirt.
#include <boost/test/unit_test.hpp>

#include "unit/parser/grids.h"

using namespace pactable;
using test::cut_grid;
using test::discarded_for;
using test::grid;
using test::line_of;
using test::Rows;
using test::rows_of;
using Lines = std::vector<std::string>;

namespace {

const std::vector<std::string> kHeader = {"No.", "Measures", "Urgency", "Timescale"};
const std::vector<std::string> kCells = {"Topic", "Action", "Sub-task", "Responsible"};

Rows below(const std::vector<std::string>& header, Rows rows) {
  rows.insert(rows.begin(), header);
  return rows;
}

Lines items(const layout::Table& table, const std::string& family = "generic") {
  return test::lines_of(rows_of(table, test::family(family)));
}

void check(const Lines& got, const Lines& expected) { BOOST_TEST(got == expected, boost::test_tools::per_element()); }

}  // namespace

BOOST_AUTO_TEST_CASE(a_row_with_a_number_is_an_item_with_its_filled_fields) {
  check(items(grid(below(kHeader, {{"1.0", "Law", "", ""}, {"1.1", "Protect", "1", "A"}, {"1.2", "Fine", "2", ""}}))),
        {"1.0 | Law", "1.1 | Protect | urgency=1 | timescale=A", "1.2 | Fine | urgency=2"});
}

BOOST_AUTO_TEST_CASE(text_behind_a_page_break_without_number_and_codes_is_the_rest_of_the_row) {
  const auto draft = rows_of(cut_grid(below(kHeader, {{"1.1", "Train wardens so that", "1", "A"},
                                                      {"", "6.2 is carried out alike.", "", ""},
                                                      {"1.2", "Count.", "2", "B"},
                                                      {"1.3", "Meet.", "2", "B"}}),
                                      2));
  check(test::lines_of(draft), {"1.1 | Train wardens so that 6.2 is carried out alike. | urgency=1 | timescale=A",
                                "1.2 | Count. | urgency=2 | timescale=B", "1.3 | Meet. | urgency=2 | timescale=B"});
  BOOST_REQUIRE(draft.joined.size() == 1U);
  BOOST_TEST(draft.joined[0].item == 0);
  BOOST_REQUIRE(draft.joined[0].fragment.size() == 1U);
  BOOST_TEST(std::get<LinePlace>(draft.joined[0].fragment[0]).line == 3);
}

BOOST_AUTO_TEST_CASE(a_word_that_is_cut_at_its_hyphen_is_joined_without_a_space) {
  check(items(cut_grid(below(kHeader, {{"1.1", "Agree on trans-", "1", "A"},
                                       {"", "boundary parks.", "", ""},
                                       {"1.2", "Count.", "2", "B"},
                                       {"1.3", "Meet.", "2", "B"}}),
                       2)),
        {"1.1 | Agree on trans-boundary parks. | urgency=1 | timescale=A", "1.2 | Count. | urgency=2 | timescale=B",
         "1.3 | Meet. | urgency=2 | timescale=B"});
}

BOOST_AUTO_TEST_CASE(a_repeated_header_and_dirt_do_not_part_a_cut_row) {
  const auto draft = rows_of(cut_grid(below(kHeader, {{"1.1", "Train wardens so that", "1", "A"},
                                                      kHeader,
                                                      {"_", "", "", "·"},
                                                      {"", "all do alike.", "", ""},
                                                      {"1.2", "Count.", "2", "B"},
                                                      {"1.3", "Meet.", "2", "B"}}),
                                      2));
  BOOST_TEST(test::lines_of(draft).front() == "1.1 | Train wardens so that all do alike. | urgency=1 | timescale=A");
  BOOST_TEST(draft.items.size() == 3U);
  BOOST_TEST((discarded_for(draft, "repeated-header") == kHeader));
  BOOST_TEST((discarded_for(draft, "noise") == Lines{"_", "·"}));
  BOOST_TEST(draft.noise.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_phrase_without_number_and_codes_is_a_group) {
  check(items(grid(below(kHeader, {{"", "Range-wide measures", "", ""},
                                   {"1.0", "Law", "", ""},
                                   {"1.1", "Protect.", "1", "A"},
                                   {"1.2", "Fine.", "1", "A"},
                                   {"", "Population-specific measures", "", ""},
                                   {"2.0", "Nests", "", ""}}))),
        {"group  | Range-wide measures", "1.0 | Law", "1.1 | Protect. | urgency=1 | timescale=A",
         "1.2 | Fine. | urgency=1 | timescale=A", "group  | Population-specific measures", "2.0 | Nests"});
}

BOOST_AUTO_TEST_CASE(a_group_behind_a_page_break_is_no_continuation_of_a_finished_sentence) {
  check(items(cut_grid(below(kHeader, {{"1.1", "Protect.", "1", "A"},
                                       {"1.2", "Fine.", "1", "A"},
                                       {"", "Population-specific measures", "", ""},
                                       {"2.0", "Nests", "", ""},
                                       {"2.1", "Mark.", "1", "A"}}),
                       3)),
        {"1.1 | Protect. | urgency=1 | timescale=A", "1.2 | Fine. | urgency=1 | timescale=A",
         "group  | Population-specific measures", "2.0 | Nests", "2.1 | Mark. | urgency=1 | timescale=A"});
}

BOOST_AUTO_TEST_CASE(a_sentence_between_rows_is_a_note_of_the_row_above) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect.", "1", "A"},
                                                  {"", "The law of 1998 does not name the species.", "", ""},
                                                  {"1.2", "Fine.", "1", "A"},
                                                  {"1.3", "Meet.", "1", "A"}})));
  BOOST_TEST(test::lines_of(draft).at(1) == "note  | The law of 1998 does not name the species.");
  BOOST_TEST(draft.items.at(1).parent_hint == 0);
  BOOST_TEST(!draft.items.at(1).number_expected);
}

BOOST_AUTO_TEST_CASE(a_row_with_codes_and_without_number_is_an_action_that_lost_it) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect.", "1", "A"},
                                                  {"", "Fine poachers.", "2", "B"},
                                                  {"1.3", "Meet.", "1", "A"},
                                                  {"1.4", "Count.", "1", "A"}})));
  BOOST_TEST(test::lines_of(draft).at(1) == "action  | Fine poachers. | urgency=2 | timescale=B");
  BOOST_TEST(draft.items.at(1).number_expected);
}

BOOST_AUTO_TEST_CASE(a_legend_between_rows_is_a_footnote_with_its_codes) {
  const auto draft = rows_of(grid(
      below({"No.", "Measures", "Urgency ¹", "Timescale"}, {{"1.1", "Protect.", "1", "A"},
                                                            {"", "¹ Urgency: 1 - Urgent (now). 2 - Useful.", "", ""},
                                                            {"1.2", "Fine.", "2", "A"},
                                                            {"1.3", "Meet.", "1", "A"}})));
  BOOST_TEST(draft.items.size() == 3U);
  BOOST_REQUIRE(draft.code_lists.size() == 1U);
  BOOST_TEST(draft.code_lists[0].role == "urgency");
  BOOST_TEST(draft.code_lists[0].codes.size() == 2U);
  BOOST_TEST(draft.metadata.footnotes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(numbers_stand_at_the_beginning_of_cells_and_of_their_paragraphs) {
  const auto draft = rows_of(grid(below(kCells, {{"1. Funds", "1.1. Donors", "1.1.1. Ask\n1.1.2 Thank", "Parks"},
                                                 {"", "1.2. Notes", "1.2.1. Write\nand print them", "Chair"}})),
                             test::family("iwc-cmp"));
  check(test::lines_of(draft), {"section 1. | Funds", "action 1.1. | Donors | responsible=Parks",
                                "sub-task 1.1.1. | Ask", "sub-task 1.1.2 | Thank", "action 1.2. | Notes",
                                "sub-task 1.2.1. | Write and print them | responsible=Chair"});
  Lines ids;
  for (const auto& item : draft.items) ids.push_back(item.id);
  check(ids, {"t1.r1.c0", "t1.r1.c1", "t1.r1.c2.p0", "t1.r1.c2.p1", "t1.r2.c1", "t1.r2.c2"});
}

BOOST_AUTO_TEST_CASE(automatic_numbers_are_no_part_of_the_text) {
  const auto draft = rows_of(grid(below(
      kHeader, {{"⟦1.1⟧", "Protect.", "1", "A"}, {"⟦1.2⟧bis", "Fine.", "2", "A"}, {"⟦1.3⟧", "Meet.", "1", "A"}})));
  check(test::lines_of(draft), {"1.1 | Protect. | urgency=1 | timescale=A", "1.2 | Fine. | urgency=2 | timescale=A",
                                "1.3 | Meet. | urgency=1 | timescale=A"});
  for (const auto& item : draft.items) BOOST_TEST(item.label.empty());
}

BOOST_AUTO_TEST_CASE(empty_slots_and_etc_are_placeholders) {
  check(items(grid(below(kCells, {{"1. Funds", "1.1. Donors", "1.1.1. Ask\n1.1.2.\nEtc.", "Parks"},
                                  {"", "1.2. Notes", "1.2.1.\n1.2.2.\nEtc.", ""}})),
              "iwc-cmp"),
        {"section 1. | Funds", "action 1.1. | Donors | responsible=Parks", "sub-task 1.1.1. | Ask",
         "placeholder 1.1.2. | ", "placeholder  | Etc.", "action 1.2. | Notes", "placeholder 1.2.1. | ",
         "placeholder 1.2.2. | ", "placeholder  | Etc."});
}

BOOST_AUTO_TEST_CASE(a_merged_cell_that_is_printed_again_is_one_item) {
  const auto draft = rows_of(grid(below(kCells, {{"1. Funds", "1.1. Donors", "1.1.1. Ask", "Parks"},
                                                 {"1. Funds", "1.1. Donors (cont.)", "1.1.2. Thank", "Parks"},
                                                 {"1. Funds (continued)", "1.2. Notes", "1.2.1. Write", "Chair"}})),
                             test::family("iwc-cmp"));
  check(test::lines_of(draft),
        {"section 1. | Funds", "action 1.1. | Donors", "sub-task 1.1.1. | Ask | responsible=Parks",
         "sub-task 1.1.2. | Thank | responsible=Parks", "action 1.2. | Notes",
         "sub-task 1.2.1. | Write | responsible=Chair"});
  check(discarded_for(draft, "repeated-cell"), {"1.", "Funds", "1.1.", "Donors (cont.)", "1.", "Funds (continued)"});
}

BOOST_AUTO_TEST_CASE(a_row_cut_in_two_columns_goes_on_in_both) {
  const auto draft =
      rows_of(cut_grid(below({"Topic", "Action", "Sub-task", "Progress"},
                             {{"1. Funds", "1.1. Donors", "1.1.1. Ask all members for", "A list was sent"},
                              {"", "", "names of donors.", "in May."},
                              {"", "", "1.1.2. Thank them.", ""}}),
                       2),
              test::family("iwc-cmp"));
  check(test::lines_of(draft),
        {"section 1. | Funds", "action 1.1. | Donors",
         "sub-task 1.1.1. | Ask all members for names of donors. | progress=A list was sent in May.",
         "sub-task 1.1.2. | Thank them."});
  BOOST_TEST(draft.joined.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_lead_word_names_its_level_in_the_column_of_actions) {
  check(items(grid(below({"Action", "Activity", "Responsible"}, {{"Objective 1. To know", "", ""},
                                                                 {"1.1 Count", "1.1.1 Meet", "Parks"},
                                                                 {"", "1.1.2 Go out", "Parks"}})),
              "cms-programme-of-work"),
        {"section Objective 1. | To know", "action 1.1 | Count", "sub-task 1.1.1 | Meet | responsible=Parks",
         "sub-task 1.1.2 | Go out | responsible=Parks"});
}

BOOST_AUTO_TEST_CASE(a_column_of_activities_alone_leaves_the_level_to_the_numbers) {
  check(items(grid(below({"Activities", "Deadline", "Responsible"},
                         {{"1. Count", "2024", "Parks"}, {"2. Ring", "2025", "Parks"}, {"3. Meet", "2026", "Chair"}}))),
        {"1. | Count | timeframe=2024 | responsible=Parks", "2. | Ring | timeframe=2025 | responsible=Parks",
         "3. | Meet | timeframe=2026 | responsible=Chair"});
}

BOOST_AUTO_TEST_CASE(a_spanning_row_is_a_section_a_frame_or_a_group) {
  const auto draft =
      rows_of(grid(below({"Action", "Activity", "Responsible"}, {{"Vision: Birds everywhere."},
                                                                 {"Objective 1. To know"},
                                                                 {"1.1 Count", "1.1.1 Meet", "Parks"},
                                                                 {"Southern range"},
                                                                 {"1.2 Ring", "1.2.1 Buy rings", "Parks"}})),
              test::family("cms-programme-of-work"));
  check(test::lines_of(draft),
        {"section Objective 1. | To know", "action 1.1 | Count", "sub-task 1.1.1 | Meet | responsible=Parks",
         "group  | Southern range", "action 1.2 | Ring", "sub-task 1.2.1 | Buy rings | responsible=Parks"});
  BOOST_TEST(draft.metadata.vision.value_or("") == "Birds everywhere.");
  check(discarded_for(draft, "frame"), {"Vision: Birds everywhere."});
}

BOOST_AUTO_TEST_CASE(no_role_stands_twice_in_an_item) {
  // Two rows of several sub-tasks below one action, each with parties of its own.
  const auto shared = rows_of(grid(below(kCells, {{"1. Funds", "1.1. Donors", "1.1.1. Ask\n1.1.2. Thank", "Parks"},
                                                  {"", "", "1.1.3. Meet\n1.1.4. Report", "Chair"}})),
                              test::family("iwc-cmp"));
  check(test::lines_of(shared),
        {"section 1. | Funds", "action 1.1. | Donors | responsible=Parks", "sub-task 1.1.1. | Ask",
         "sub-task 1.1.2. | Thank", "sub-task 1.1.3. | Meet | responsible=Chair", "sub-task 1.1.4. | Report"});
  // Two cells below one header.
  auto table = grid({{"No.", "Measures", "Responsible", ""},
                     {"1", "Count.", "Parks", "NGOs"},
                     {"2", "Ring.", "Parks", ""},
                     {"3", "Meet.", "Chair", ""}});
  std::erase_if(table.cells, [](const layout::Cell& cell) { return cell.row == 0 && cell.column == 3; });
  for (layout::Cell& cell : table.cells) {
    if (cell.row == 0 && cell.column == 2) cell.column_span = 2;
  }
  BOOST_TEST(items(table).front() == "1 | Count. | responsible=Parks NGOs");
}

BOOST_AUTO_TEST_CASE(a_second_cell_below_the_number_header_is_kept) {
  auto table = grid({{"No.", "", "Measures", "Urgency"},
                     {"1", "old 7", "Count.", "1"},
                     {"2", "", "Ring.", "2"},
                     {"3", "", "Meet.", "2"}});
  std::erase_if(table.cells, [](const layout::Cell& cell) { return cell.row == 0 && cell.column == 1; });
  table.cells.front().column_span = 2;
  check(items(table), {"1 | Count. | column-2=old 7 | urgency=1", "2 | Ring. | urgency=2", "3 | Meet. | urgency=2"});
}
