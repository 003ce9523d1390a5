// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of tables whose numbers stand in the cells, automatic numbers, slots, and cells below one header. What each rule
// of rows does by itself stands in rules_*_test.cpp.
#include "unit/parser/row_rules.h"

using namespace pactable;
using namespace pactable::test;

namespace {

parser::Draft cells_of(Rows rows, const Lines& header = kCellHeader, const std::string& by = "iwc-cmp") {
  return rows_of(grid(below(header, std::move(rows))), test::family(by));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rows)

BOOST_AUTO_TEST_CASE(automatic_numbers_are_no_part_of_the_text) {
  const auto draft = rows_of(grid(below(kHeader, {{"⟦1.1⟧", "Protect the nests.", "1", "A"},
                                                  {"⟦1.2⟧bis", "Fine poachers.", "2", "A"},
                                                  {"⟦1.3⟧", "Count the young.", "1", "A"}})));
  check_items(draft,
              {"1.1 | Protect the nests. | urgency=1 | timescale=A", "1.2 | Fine poachers. | urgency=2 | timescale=A",
               "1.3 | Count the young. | urgency=1 | timescale=A"});
  for (const auto& item : draft.items) BOOST_TEST(item.label.empty());
  BOOST_TEST(draft.items.at(1).state.value_or("") == "bis");
}

BOOST_AUTO_TEST_CASE(empty_slots_and_etc_are_placeholders) {
  check_items(cells_of({{"1. Funds", "1.1. Donors", "1.1.1. Ask\n1.1.2.\nEtc.", "Parks"},
                        {"", "1.2. Notes", "1.2.1.\n1.2.2.\nEtc.", ""}}),
              {"section 1. | Funds", "action 1.1. | Donors | responsible=Parks", "sub-task 1.1.1. | Ask",
               "placeholder 1.1.2. | ", "placeholder  | Etc.", "action 1.2. | Notes", "placeholder 1.2.1. | ",
               "placeholder 1.2.2. | ", "placeholder  | Etc."});
}

BOOST_AUTO_TEST_CASE(a_slot_that_carries_values_is_no_empty_slot) {
  check_items(cells_of({{"1. Funds", "1.1. Donors", "1.1.1.", "Parks"}, {"", "1.2. Notes", "1.2.1. Write", "Chair"}}),
              {"section 1. | Funds", "action 1.1. | Donors", "1.1.1. |  | responsible=Parks", "action 1.2. | Notes",
               "sub-task 1.2.1. | Write | responsible=Chair"});
}

BOOST_AUTO_TEST_CASE(a_merged_cell_that_is_printed_again_is_one_item) {
  const auto draft = cells_of({{"1. Funds", "1.1. Donors", "1.1.1. Ask", "Parks"},
                               {"1. Funds", "1.1. Donors (cont.)", "1.1.2. Thank", "Parks"},
                               {"1. Funds (continued)", "1.2. Notes", "1.2.1. Write", "Chair"}});
  check_items(draft, {"section 1. | Funds", "action 1.1. | Donors", "sub-task 1.1.1. | Ask | responsible=Parks",
                      "sub-task 1.1.2. | Thank | responsible=Parks", "action 1.2. | Notes",
                      "sub-task 1.2.1. | Write | responsible=Chair"});
  check_lines(discarded_for(draft, "repeated-cell"),
              {"1.", "Funds", "1.1.", "Donors (cont.)", "1.", "Funds (continued)"});
}

BOOST_AUTO_TEST_CASE(a_lead_word_names_its_level_in_the_column_of_actions) {
  check_items(
      cells_of({{"Objective 1. To know", "", ""}, {"1.1 Count", "1.1.1 Meet", "Parks"}, {"", "1.1.2 Go out", "Parks"}},
               {"Action", "Activity", "Responsible"}, "cms-programme-of-work"),
      {"section Objective 1. | To know", "action 1.1 | Count", "sub-task 1.1.1 | Meet | responsible=Parks",
       "sub-task 1.1.2 | Go out | responsible=Parks"});
}

BOOST_AUTO_TEST_CASE(a_column_of_activities_alone_leaves_the_level_to_the_numbers) {
  check_items(cells_of({{"1. Count", "2024", "Parks"}, {"2. Ring", "2025", "Parks"}, {"3. Meet", "2026", "Chair"}},
                       {"Activities", "Deadline", "Responsible"}, "generic"),
              {"1. | Count | timeframe=2024 | responsible=Parks", "2. | Ring | timeframe=2025 | responsible=Parks",
               "3. | Meet | timeframe=2026 | responsible=Chair"});
}

BOOST_AUTO_TEST_CASE(a_spanning_row_is_a_section_a_frame_or_a_group_where_cells_hold_the_numbers) {
  const auto draft = cells_of({{"Vision: Birds everywhere."},
                               {"Objective 1. To know"},
                               {"1.1 Count", "1.1.1 Meet", "Parks"},
                               {"Southern range"},
                               {"1.2 Ring", "1.2.1 Buy rings", "Parks"}},
                              {"Action", "Activity", "Responsible"}, "cms-programme-of-work");
  check_items(draft,
              {"section Objective 1. | To know", "action 1.1 | Count", "sub-task 1.1.1 | Meet | responsible=Parks",
               "group  | Southern range", "action 1.2 | Ring", "sub-task 1.2.1 | Buy rings | responsible=Parks"});
  BOOST_TEST(draft.metadata.vision.value_or("") == "Birds everywhere.");
}

BOOST_AUTO_TEST_CASE(values_beside_several_items_belong_to_what_stands_above_them_once) {
  // Two rows of several sub-tasks below one action, each with parties of its own.
  check_items(cells_of({{"1. Funds", "1.1. Donors", "1.1.1. Ask\n1.1.2. Thank", "Parks"},
                        {"", "", "1.1.3. Meet\n1.1.4. Report", "Chair"}}),
              {"section 1. | Funds", "action 1.1. | Donors | responsible=Parks", "sub-task 1.1.1. | Ask",
               "sub-task 1.1.2. | Thank", "sub-task 1.1.3. | Meet | responsible=Chair", "sub-task 1.1.4. | Report"});
}

BOOST_AUTO_TEST_CASE(a_second_cell_below_the_number_header_is_kept) {
  auto table = grid({{"No.", "", "Measures", "Urgency"},
                     {"1", "old 7", "Protect the nests.", "1"},
                     {"2", "", "Fine poachers.", "2"},
                     {"3", "", "Count the young.", "2"}});
  span_columns(table, 0, 0, 2);
  const auto draft = rows_of(table);
  check_items(draft, {"1 | Protect the nests. | column-2=old 7 | urgency=1", "2 | Fine poachers. | urgency=2",
                      "3 | Count the young. | urgency=2"});
}

BOOST_AUTO_TEST_CASE(what_is_struck_or_hidden_is_no_value_and_stays_to_be_found) {
  auto table = grid(below(kHeader, {{"1.1", "Protect the nests.", "1", "A"}, {"1.2", "Count the young.", "2", "A"}}));
  using Reason = layout::SetAside::Reason;
  for (layout::Cell& cell : table.cells) {
    if (cell.row != 1 || cell.column == 0 || cell.column == 3) continue;
    const bool struck = cell.column == 1;
    cell.paragraphs.front().set_aside.push_back(
        {struck ? Reason::kStruck : Reason::kHidden, text_at(struck ? "and eggs" : "draft", 2, cell.column)});
  }
  const auto draft = rows_of(table);
  check_items(draft, {"1.1 | Protect the nests. | urgency=1 | timescale=A",
                      "1.2 | Count the young. | urgency=2 | timescale=A"});
  check_lines(discarded_for(draft, "struck"), {"and eggs"});
  check_lines(discarded_for(draft, "hidden"), {"draft"});
  BOOST_TEST(rules_at(draft, "t1.r1") == "R-STRUCK R-HIDDEN R-ITEM");
}

BOOST_AUTO_TEST_CASE(the_title_of_a_column_before_each_value_is_no_part_of_it) {
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect the nests.", "Urgency: 1", "Timescale: A"},
                                                  {"1.2", "Count the young.", "Urgency: 2", "Timescale: A"},
                                                  {"1.3", "Mark all of them.", "Urgency: 2", "Timescale: A"}})));
  BOOST_TEST(lines_of(draft).front() == "1.1 | Protect the nests. | urgency=1 | timescale=A");
  check_lines(lost_texts(draft), {});
  BOOST_TEST(discarded_for(draft, "repeated-header").size() == 6U);
}

BOOST_AUTO_TEST_CASE(a_fault_of_the_account_is_said_and_the_text_kept) {
  // A number cell that holds nothing but a state is a text as any other.
  const auto draft = rows_of(grid(below(kHeader, {{"1.1", "Protect the nests.", "1", "A"},
                                                  {"(new)", "Fine poachers.", "2", "A"},
                                                  {"1.3", "Count the young.", "2", "A"}})));
  BOOST_TEST(draft.items.size() == 3U);
  check_lines(lost_texts(draft), {});
}

BOOST_AUTO_TEST_SUITE_END()
