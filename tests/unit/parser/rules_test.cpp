// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of rows that are no action: each with a row that looks alike and is left alone.
#include "unit/parser/row_rules.h"

using namespace pactable;
using namespace pactable::test;

BOOST_AUTO_TEST_SUITE(rules_of_rows)

BOOST_AUTO_TEST_CASE(r_noise_takes_rows_without_letter_or_figure) {
  const auto draft = rows_of(grid(below(
      kHeader, {{"1.1", "Protect the nests.", "1", "A"}, {"_", "", "", "·"}, {"1.2", "Count the young.", "2", "A"}})));
  check_items(draft, {"1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "1.2 | Count the young. | urgency=2 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-NOISE");
  check_lines(discarded_for(draft, "noise"), {"_", "·"});
  BOOST_TEST(draft.noise.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_row_with_nothing_but_an_automatic_number_is_no_noise) {
  const auto draft = rows_of(grid(below(
      kHeader,
      {{"⟦1.1⟧", "Protect the nests.", "1", "A"}, {"⟦1.2⟧", "", "", ""}, {"⟦1.3⟧", "Count the young.", "2", "A"}})));
  check_items(draft, {"1.1 | Protect the nests. | urgency=1 | timescale=A", "placeholder 1.2 | ",
                      "1.3 | Count the young. | urgency=2 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-ITEM");
}

BOOST_AUTO_TEST_CASE(r_frame_keeps_a_vision_across_the_table_in_the_frame) {
  const auto draft = rows_of(grid(below(kHeader, {{"Vision: herons breed everywhere."},
                                                  {"1.1", "Protect the nests.", "1", "A"},
                                                  {"1.2", "Count the young.", "2", "A"}})));
  check_items(draft, {"1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "1.2 | Count the young. | urgency=2 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r1") == "R-FRAME");
  BOOST_TEST(draft.metadata.vision.value_or("") == "herons breed everywhere.");
  check_lines(discarded_for(draft, "frame"), {"Vision: herons breed everywhere."});
}

BOOST_AUTO_TEST_CASE(a_vision_without_a_colon_or_beside_values_is_no_frame) {
  const auto draft = rows_of(grid(below(
      kHeader,
      {{"Vision for the north"}, {"1.1", "Vision: agree on one.", "1", "A"}, {"1.2", "Count the young.", "2", "A"}})));
  check_items(draft, {"group  | Vision for the north", "1.1 | Vision: agree on one. | urgency=1 | timescale=A",
                      "1.2 | Count the young. | urgency=2 | timescale=A"});
  BOOST_TEST(!draft.metadata.vision.has_value());
}

BOOST_AUTO_TEST_CASE(r_legend_makes_a_note_of_codes_that_are_explained_alone_in_a_row) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect the nests.", "1", "A"},
                                                  {"", "Urgency: 1 - Urgent (now). 2 - Useful.", "", ""},
                                                  {"1.2", "Count the young.", "2", "A"}})));
  check_items(draft, {"1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "1.2 | Count the young. | urgency=2 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-LEGEND");
  BOOST_REQUIRE(draft.code_lists.size() == 1U);
  BOOST_TEST(draft.code_lists[0].role == "urgency");
  BOOST_TEST(draft.code_lists[0].codes.size() == 2U);
}

BOOST_AUTO_TEST_CASE(codes_that_are_explained_beside_a_number_stay_an_action) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect the nests.", "1", "A"},
                                                  {"1.2", "Urgency: 1 - Urgent (now). 2 - Useful.", "", ""},
                                                  {"1.3", "Count the young.", "2", "A"}})));
  check_items(draft,
              {"1.1 | Protect the nests. | urgency=1 | timescale=A", "1.2 | Urgency: 1 - Urgent (now). 2 - Useful.",
               "1.3 | Count the young. | urgency=2 | timescale=A"});
  BOOST_TEST(draft.code_lists.empty());
}

BOOST_AUTO_TEST_CASE(frames_and_legends_beside_values_are_actions) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect the nests.", "1", "A"},
                                                  {"", "Vision: agree on one.", "1", "A"},
                                                  {"", "Urgency: 1 - Urgent (now). 2 - Useful.", "2", "A"}})));
  check_items(draft, {"1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "action  | Vision: agree on one. | urgency=1 | timescale=A",
                      "action  | Urgency: 1 - Urgent (now). 2 - Useful. | urgency=2 | timescale=A"});
}

BOOST_AUTO_TEST_CASE(r_note_keeps_a_sentence_between_rows_below_the_action_above_it) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect the nests.", "1", "A"},
                                                  {"", "The law of 1998 does not name the species.", "", ""},
                                                  {"1.2", "Count the young.", "2", "A"}})));
  check_items(draft, {"1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "note  | The law of 1998 does not name the species.",
                      "1.2 | Count the young. | urgency=2 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-NOTE");
  BOOST_TEST(draft.items.at(1).parent_hint == 0);
  BOOST_TEST(!draft.items.at(1).number_expected);
}

BOOST_AUTO_TEST_CASE(values_without_an_action_above_them_are_a_note) {
  const auto draft =
      rows_of(grid(below({"Action", "Timeframe", "Responsible"}, {{"", "2024", "Parks"},
                                                                  {"Protect the nests of all herons.", "2025", "Parks"},
                                                                  {"Count the young of the year.", "2026", "Parks"}})));
  check_items(draft, {"note  |  | timeframe=2024 | responsible=Parks",
                      " | Protect the nests of all herons. | timeframe=2025 | responsible=Parks",
                      " | Count the young of the year. | timeframe=2026 | responsible=Parks"});
  BOOST_TEST(rules_at(draft, "t1.r1") == "R-NOTE");
}

BOOST_AUTO_TEST_CASE(r_placeholder_takes_a_word_that_holds_a_place) {
  const auto draft = rows_of(grid(
      below(kHeader,
            {{"1.1", "Protect the nests.", "1", "A"}, {"1.2", "Count the young.", "2", "A"}, {"", "Etc.", "", ""}})));
  check_items(draft, {"1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "1.2 | Count the young. | urgency=2 | timescale=A", "placeholder  | Etc."});
  BOOST_TEST(rules_at(draft, "t1.r3") == "R-PLACEHOLDER");
  BOOST_TEST(draft.items.back().parent_hint == 1);
  BOOST_TEST(!draft.items.back().number_expected);
}

BOOST_AUTO_TEST_CASE(etc_with_a_number_or_within_a_text_holds_no_place) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect the nests, eggs, etc.", "1", "A"},
                                                  {"1.2", "Etc.", "2", "A"},
                                                  {"1.3", "Count the young.", "2", "A"}})));
  check_items(draft, {"1.1 | Protect the nests, eggs, etc. | urgency=1 | timescale=A",
                      "1.2 | Etc. | urgency=2 | timescale=A", "1.3 | Count the young. | urgency=2 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-ITEM");
}

BOOST_AUTO_TEST_CASE(r_item_makes_one_item_of_a_row_beside_a_number_column) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.0", "Law", "", ""},
                                                  {"1.1", "Protect the nests.", "1", "A"},
                                                  {"", "Fine poachers.", "2", "A"},
                                                  {"1.3", "", "2", "A"},
                                                  {"1.4", "", "", ""},
                                                  {"", "Population-specific measures", "", ""},
                                                  {"2.0", "Nests", "", ""}})));
  check_items(draft, {"1.0 | Law", "1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "action  | Fine poachers. | urgency=2 | timescale=A", "1.3 |  | urgency=2 | timescale=A",
                      "placeholder 1.4 | ", "group  | Population-specific measures", "2.0 | Nests"});
  for (const char* row : {"t1.r1", "t1.r2", "t1.r3", "t1.r4", "t1.r5", "t1.r6", "t1.r7"}) {
    BOOST_TEST(rules_at(draft, row) == "R-ITEM", row);
  }
  BOOST_TEST(draft.items.at(2).number_expected);
  BOOST_TEST(!draft.items.at(5).number_expected);
}

BOOST_AUTO_TEST_CASE(a_number_that_the_text_repeats_stands_once) {
  const auto draft = rows_of(grid(below(kHeader, {{"1", "1. Protect the nests.", "1", "A"},
                                                  {"2", "2. Count the young.", "2", "A"},
                                                  {"3", "12. of May: meet.", "2", "A"}})));
  check_items(draft,
              {"1 | Protect the nests. | urgency=1 | timescale=A", "2 | Count the young. | urgency=2 | timescale=A",
               "3 | 12. of May: meet. | urgency=2 | timescale=A"});
  check_lines(discarded_for(draft, "repeated-cell"), {"1.", "2."});
}

BOOST_AUTO_TEST_CASE(a_number_over_a_name_that_covers_the_values_is_a_section) {
  auto table = grid(below(
      kHeader,
      {{"1", "Beaches", "", ""}, {"1.1", "Protect the nests.", "1", "A"}, {"1.2", "Count the young.", "2", "A"}}));
  span_columns(table, 1, 1, 3);
  const auto draft = rows_of(table);
  check_items(draft, {"section 1 | Beaches", "1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "1.2 | Count the young. | urgency=2 | timescale=A"});
  BOOST_TEST((draft.items.front().heading == parser::Heading::kRow));
}

BOOST_AUTO_TEST_CASE(noise_in_a_number_cell_is_no_number) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect the nests.", "1", "A"},
                                                  {"–", "Fine poachers.", "2", "A"},
                                                  {"1.3", "Count the young.", "2", "A"}})));
  check_items(draft, {"1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "action  | Fine poachers. | urgency=2 | timescale=A",
                      "1.3 | Count the young. | urgency=2 | timescale=A"});
  check_lines(discarded_for(draft, "noise"), {"–"});
}

BOOST_AUTO_TEST_CASE(r_cells_reads_numbers_at_the_beginning_of_cells_and_of_their_paragraphs) {
  const auto draft = rows_of(grid(below(kCellHeader, {{"1. Funds", "1.1. Donors", "1.1.1. Ask\n1.1.2 Thank", "Parks"},
                                                      {"", "1.2. Notes", "1.2.1. Write\nand print them", "Chair"}})));
  check_items(draft, {"section 1. | Funds", "action 1.1. | Donors | responsible=Parks", "sub-task 1.1.1. | Ask",
                      "sub-task 1.1.2 | Thank", "action 1.2. | Notes",
                      "sub-task 1.2.1. | Write and print them | responsible=Chair"});
  BOOST_TEST(rules_at(draft, "t1.r1") == "R-CELLS");
  Lines ids;
  for (const auto& item : draft.items) ids.push_back(item.id);
  check_lines(ids, {"t1.r1.c0", "t1.r1.c1", "t1.r1.c2.p0", "t1.r1.c2.p1", "t1.r2.c1", "t1.r2.c2"});
}

BOOST_AUTO_TEST_CASE(figures_within_a_text_begin_no_item) {
  const auto draft =
      rows_of(grid(below(kCellHeader, {{"1. Funds", "1.1. Donors", "1.1.1. Ask\n2024 members at least", "Parks"},
                                       {"", "1.2. Notes", "1.2.1. Write\n5 pages", "Chair"}})));
  check_items(draft, {"section 1. | Funds", "action 1.1. | Donors",
                      "sub-task 1.1.1. | Ask 2024 members at least | responsible=Parks", "action 1.2. | Notes",
                      "sub-task 1.2.1. | Write 5 pages | responsible=Chair"});
}

BOOST_AUTO_TEST_CASE(r_total_keeps_a_sum_as_a_note) {
  const Lines header = {"No.", "Measures", "Cost", "Responsible"};
  const auto draft = rows_of(grid(below(header, {{"1", "Protect the nests.", "10,000", "Parks"},
                                                 {"", "Sub-total:", "10,000", ""},
                                                 {"2", "Count the young.", "5,000", "Chair"},
                                                 {"TOTAL", "", "15,000", ""}})));
  check_items(draft, {"1 | Protect the nests. | cost=10,000 | responsible=Parks", "note  | Sub-total: | cost=10,000",
                      "2 | Count the young. | cost=5,000 | responsible=Chair", "note  | TOTAL | cost=15,000"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-TOTAL");
  BOOST_TEST(rules_at(draft, "t1.r4") == "R-TOTAL");
}

BOOST_AUTO_TEST_CASE(a_word_for_a_sum_beside_a_time_is_an_action) {
  const auto draft = rows_of(grid(below(
      kHeader,
      {{"1.1", "Protect the nests.", "1", "A"}, {"1.2", "Total", "1", "A"}, {"1.3", "Count the young.", "2", "A"}})));
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-ITEM");
}

BOOST_AUTO_TEST_CASE(r_step_reads_letters_with_values_below_a_number_as_its_steps) {
  const Lines header = {"No.", "Measures", "Timeframe", "Responsible"};
  const auto draft = rows_of(grid(below(header, {{"1", "Count the young each year:", "2026", "Chair"},
                                                 {"", "a) in the delta;", "2026", "Parks"},
                                                 {"", "b) along the coast.", "2027", "Chair"},
                                                 {"2", "Protect the nests.", "2027", "Parks"},
                                                 {"3", "Train the wardens.", "2027", "Parks"}})));
  check_items(draft, {"1 | Count the young each year: | timeframe=2026 | responsible=Chair",
                      "sub-task a) | in the delta; | timeframe=2026 | responsible=Parks",
                      "sub-task b) | along the coast. | timeframe=2027 | responsible=Chair",
                      "2 | Protect the nests. | timeframe=2027 | responsible=Parks",
                      "3 | Train the wardens. | timeframe=2027 | responsible=Parks"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-STEP");
  BOOST_TEST(draft.items.at(2).parent_hint == 0);
}

BOOST_AUTO_TEST_CASE(a_letter_that_is_no_first_and_follows_none_is_no_step) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect the nests.", "1", "A"},
                                                  {"", "c) Count the young.", "1", "A"},
                                                  {"1.2", "Train the wardens.", "2", "A"}})));
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-ITEM");
}

BOOST_AUTO_TEST_CASE(r_legend_keeps_a_row_that_begins_with_a_mark_as_its_note) {
  const Lines header = {"No.", "Measures", "Cost", "Responsible"};
  const auto draft = rows_of(grid(below(header, {{"1", "Protect the nests.", "10,000 €¹", "Parks*"},
                                                 {"2", "Count the young.", "5,000 €", "Chair"},
                                                 {"¹ of which 4,000 from the state"},
                                                 {"* where there are any"},
                                                 {"A * stands alone"}})));
  check_items(draft, {"1 | Protect the nests. | cost=10,000 € | responsible=Parks",
                      "2 | Count the young. | cost=5,000 € | responsible=Chair", "group  | A * stands alone"});
  BOOST_TEST(rules_at(draft, "t1.r3") == "R-LEGEND");
  BOOST_REQUIRE(draft.metadata.footnotes.size() == 2U);
  BOOST_TEST(draft.metadata.footnotes[0].mark.value_or("") == "1");
  BOOST_TEST(draft.metadata.footnotes[1].mark.value_or("") == "*");
  check_lines(draft.items.front().fields.front().marks, {"1"});
}

BOOST_AUTO_TEST_CASE(r_total_finds_its_word_in_the_topic_and_among_the_values) {
  const Lines header = {"Theme", "No.", "Measures", "Timeframe", "Cost"};
  const auto draft = rows_of(grid(below(header, {{"Habitat", "1", "Protect the nests.", "2025", "100"},
                                                 {"", "2", "Restore two fens.", "2026", "50"},
                                                 {"", "3", "Fence the dunes.", "2026", "5"},
                                                 {"Total", "", "", "", "155"},
                                                 {"", "", "", "Total", "155"}})));
  BOOST_TEST(rules_at(draft, "t1.r4") == "R-TOTAL");
  BOOST_TEST(rules_at(draft, "t1.r5") == "R-TOTAL");
  BOOST_TEST(lines_of(draft).at(lines_of(draft).size() - 2) == "note  | Total | cost=155");
}

BOOST_AUTO_TEST_CASE(a_word_for_a_sum_beside_an_automatic_number_is_an_action) {
  const auto draft = rows_of(grid(below(kHeader, {{"⟦1.1⟧", "Protect the nests.", "1", "A"},
                                                  {"⟦1.2⟧", "Total", "", ""},
                                                  {"⟦1.3⟧", "Count the young.", "2", "A"}})));
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-ITEM");
  check_lines(lost_texts(draft), {});
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(a_line_that_begins_with_a_figure_inside_a_sentence_is_no_number) {
  const auto read = [](const std::string& cell) {
    return rows_of(grid({{"Objective", "Priority action", "Year", "Responsible"},
                         {"A. Keep the stop-over sites.", "A.1.1 Fund a survey of nests.", "2025", "Parks"},
                         {"", cell, "2026", "Parks"},
                         {"", "A.1.3 Publish the atlas of nests.", "2027", "Parks"}}));
  };
  const auto items = [&](const std::string& cell) { return read(cell).items.size(); };
  const std::size_t whole = items("A.1.2 Count the cranes as asked by Resolution 13.3. Census sites come first.");
  const auto draft = read("A.1.2 Count the cranes as asked by Resolution\n13.3. Census sites come first.");
  BOOST_TEST(draft.items.size() == whole);
  const auto said = std::find_if(draft.findings.begin(), draft.findings.end(),
                                 [](const auto& finding) { return finding.rule == "NUM-IN-TEXT"; });
  BOOST_REQUIRE((said != draft.findings.end()));
  BOOST_TEST(draft.items[static_cast<std::size_t>(said->items.front())].label.utf8() == "A.1.2");
  // Steps of the same form, first steps, and what follows a sentence are numbers.
  BOOST_TEST(items("A.1.2 Count the cranes\nA.1.4 Count the herons") == whole + 1);
  BOOST_TEST(items("A.1.2 Count\n(a) cranes\n(b) herons") > whole);
}
