// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of headings: sections in rows, topics left of the numbers, lines above tables; and what looks like one.
#include "unit/parser/row_rules.h"

using namespace pactable;
using namespace pactable::test;

namespace {

const std::vector<std::string> kFirst = {"1.1", "Protect the nests.", "1", "A"};
const std::vector<std::string> kSecond = {"1.2", "Count the young.", "2", "A"};
const std::string kFirstLine = "1.1 | Protect the nests. | urgency=1 | timescale=A";
const std::string kSecondLine = "1.2 | Count the young. | urgency=2 | timescale=A";

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_of_headings)

BOOST_AUTO_TEST_CASE(r_section_takes_a_numbered_row_across_the_table) {
  const auto draft = rows_of(
      grid(below(kHeader, {{"1. Law"}, kFirst, kSecond, {"2. Nests"}, {"2.1", "Mark all of them.", "1", "A"}})));
  check_items(draft, {"section 1. | Law", kFirstLine, kSecondLine, "section 2. | Nests",
                      "2.1 | Mark all of them. | urgency=1 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r1") == "R-SECTION");
  BOOST_TEST(draft.items.front().section_like);
  BOOST_TEST((draft.items.front().heading == parser::Heading::kRow));
}

BOOST_AUTO_TEST_CASE(a_phrase_across_the_table_is_a_group_and_a_sentence_a_note) {
  const auto draft =
      rows_of(grid(below(kHeader, {{"Southern range"}, kFirst, {"None of this was tried before."}, kSecond})));
  check_items(draft, {"group  | Southern range", kFirstLine, "note  | None of this was tried before.", kSecondLine});
  BOOST_TEST(rules_at(draft, "t1.r1") == "R-SECTION");
  BOOST_TEST(draft.items.at(2).parent_hint == 1);
  BOOST_TEST((draft.items.at(2).heading == parser::Heading::kNone));
}

BOOST_AUTO_TEST_CASE(a_text_across_the_table_that_goes_on_is_no_section) {
  const auto draft = rows_of(
      cut_grid(below(kHeader, {{"1.1", "Protect the nests that", "1", "A"}, {"stand near roads."}, kSecond}), 2));
  check_items(draft, {"1.1 | Protect the nests that stand near roads. | urgency=1 | timescale=A", kSecondLine});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-CONTINUE");
}

BOOST_AUTO_TEST_CASE(r_section_takes_number_and_name_alone_in_the_number_column) {
  const auto draft = rows_of(grid(below(kHeader, {{"1. Beaches and dunes", "", "", ""},
                                                  kFirst,
                                                  kSecond,
                                                  {"High priority tasks", "", "", ""},
                                                  {"1.3", "Mark all of them.", "1", "A"}})));
  check_items(draft, {"section 1. | Beaches and dunes", kFirstLine, kSecondLine, "group  | High priority tasks",
                      "1.3 | Mark all of them. | urgency=1 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r1") == "R-SECTION");
  BOOST_TEST(rules_at(draft, "t1.r4") == "R-SECTION");
}

BOOST_AUTO_TEST_CASE(a_number_with_its_state_alone_in_a_row_is_no_section) {
  const auto draft = rows_of(grid(
      below(kHeader,
            {kFirst, {"1.2 (deleted)", "", "", ""}, {"1.3 new", "", "", ""}, {"1.4", "Mark all of them.", "1", "A"}})));
  check_items(draft, {kFirstLine, "placeholder 1.2 | ", "placeholder 1.3 | ",
                      "1.4 | Mark all of them. | urgency=1 | timescale=A"});
  BOOST_TEST(draft.items.at(1).state.value_or("") == "(deleted)");
  BOOST_TEST(draft.items.at(2).state.value_or("") == "new");
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-ITEM");
}

BOOST_AUTO_TEST_CASE(number_and_name_in_the_number_column_beside_values_are_an_action) {
  const auto draft = rows_of(
      grid(below(kHeader, {kFirst, {"1.2 Beaches and dunes", "", "1", "A"}, {"1.3", "Mark all of them.", "1", "A"}})));
  check_items(draft, {kFirstLine, "1.2 | Beaches and dunes | urgency=1 | timescale=A",
                      "1.3 | Mark all of them. | urgency=1 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-ITEM");
}

BOOST_AUTO_TEST_CASE(r_section_takes_number_and_name_alone_in_the_column_of_the_actions) {
  const auto draft = rows_of(grid(below(kHeader, {{"", "1. Beaches", "", ""},
                                                  kFirst,
                                                  kSecond,
                                                  {"", "2. Roads", "", ""},
                                                  {"2.1", "Mark all of them.", "1", "A"}})));
  check_items(draft, {"section 1. | Beaches", kFirstLine, kSecondLine, "section 2. | Roads",
                      "2.1 | Mark all of them. | urgency=1 | timescale=A"});
  BOOST_TEST(rules_at(draft, "t1.r1") == "R-SECTION");
  BOOST_TEST(rules_at(draft, "t1.r4") == "R-SECTION");
}

BOOST_AUTO_TEST_CASE(the_rest_of_a_cut_text_that_begins_with_a_number_is_no_section) {
  const auto draft = rows_of(cut_grid(
      below(kHeader, {{"1.1", "Protect the nests as said in", "1", "A"}, {"", "1.2 for all herons", "", ""}, kSecond}),
      2));
  check_items(draft, {"1.1 | Protect the nests as said in 1.2 for all herons | urgency=1 | timescale=A", kSecondLine});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-CONTINUE");
}

BOOST_AUTO_TEST_CASE(a_number_and_a_name_behind_a_break_and_an_open_text_are_the_rest_of_it) {
  const auto draft = rows_of(cut_grid(below(kHeader, {{"1.1", "Protect the nests as is said in", "1", "A"},
                                                      {"", "1.2 Nests of herons", "", ""},
                                                      kSecond,
                                                      {"1.3", "Mark all of them.", "1", "A"}}),
                                      2));
  BOOST_TEST(rules_at(draft, "t1.r2") != "R-SECTION");
  BOOST_TEST(draft.items.front().text.utf8() == "Protect the nests as is said in 1.2 Nests of herons");
}

BOOST_AUTO_TEST_CASE(a_badge_before_number_and_name_makes_no_section) {
  const auto draft = rows_of(grid(
      below(kHeader, {kFirst, {"NEW 1.2 Beaches and dunes", "", "", ""}, {"1.3", "Mark all of them.", "1", "A"}})));
  check_items(draft, {kFirstLine, "1.2 | Beaches and dunes", "1.3 | Mark all of them. | urgency=1 | timescale=A"});
  BOOST_TEST(draft.items.at(1).state.value_or("") == "NEW");
}

BOOST_AUTO_TEST_CASE(a_section_that_is_printed_again_on_the_next_page_is_one) {
  const auto draft = rows_of(cut_grid(below(kHeader, {{"1. Law"}, kFirst, {"1. Law (cont.)"}, kSecond}), 3));
  check_items(draft, {"section 1. | Law", kFirstLine, kSecondLine});
  BOOST_TEST(rules_at(draft, "t1.r3") == "R-SECTION");
  check_lines(discarded_for(draft, "repeated-cell"), {"1.", "Law (cont.)"});
}

BOOST_AUTO_TEST_CASE(a_group_that_is_printed_again_on_the_next_page_is_one) {
  const auto draft =
      rows_of(cut_grid(below(kHeader, {{"Southern range"}, kFirst, {"Southern range (cont.)"}, kSecond}), 3));
  check_items(draft, {"group  | Southern range", kFirstLine, kSecondLine});
}

BOOST_AUTO_TEST_CASE(sections_of_one_name_and_other_numbers_are_two) {
  const auto draft =
      rows_of(grid(below(kHeader, {{"1. Law"}, kFirst, {"2. Law"}, {"2.1", "Count the young.", "2", "A"}})));
  check_items(draft,
              {"section 1. | Law", kFirstLine, "section 2. | Law", "2.1 | Count the young. | urgency=2 | timescale=A"});
}

namespace {

const Rows kTopics = {{"Theme", "No.", "Action", "Responsible"},
                      {"A. Habitat", "1", "Develop a database of nests.", "Secretariat"},
                      {"", "2", "Train wardens in the delta.", "Parks"},
                      {"B. Trade", "3", "Review the law on trade.", "Range States"},
                      {"", "4", "Publish a leaflet.", "Secretariat"}};

layout::Table merged_topics() {
  layout::Table table = grid(kTopics);
  span_rows(table, 1, 0, 2);
  span_rows(table, 3, 0, 2);
  return table;
}

}  // namespace

BOOST_AUTO_TEST_CASE(r_topic_heads_the_rows_beside_a_merged_cell_left_of_the_numbers) {
  const auto draft = rows_of(merged_topics());
  check_items(draft, {"section A. | Habitat", "1 | Develop a database of nests. | responsible=Secretariat",
                      "2 | Train wardens in the delta. | responsible=Parks", "section B. | Trade",
                      "3 | Review the law on trade. | responsible=Range States",
                      "4 | Publish a leaflet. | responsible=Secretariat"});
  BOOST_TEST(rules_at(draft, "t1.r1") == "R-TOPIC R-ITEM");
  BOOST_TEST(draft.items.front().id == "t1.r1.c0");
  BOOST_TEST((draft.items.front().heading == parser::Heading::kRow));
}

BOOST_AUTO_TEST_CASE(a_topic_that_is_repeated_in_each_row_is_one_heading) {
  Rows rows = kTopics;
  rows[2][0] = "A. Habitat";
  rows[4][0] = "B. Trade (cont.)";
  const auto draft = rows_of(grid(rows));
  check_items(draft, {"section A. | Habitat", "1 | Develop a database of nests. | responsible=Secretariat",
                      "2 | Train wardens in the delta. | responsible=Parks", "section B. | Trade",
                      "3 | Review the law on trade. | responsible=Range States",
                      "4 | Publish a leaflet. | responsible=Secretariat"});
  check_lines(discarded_for(draft, "repeated-cell"), {"A. Habitat", "B. Trade (cont.)"});
}

BOOST_AUTO_TEST_CASE(a_topic_that_a_page_cuts_goes_on) {
  Rows rows = kTopics;
  rows[1][0] = "Habitat of the";
  rows[2][0] = "grey heron";
  rows[3][0] = "Trade";
  layout::Table table = cut_grid(rows, 2);
  span_rows(table, 3, 0, 2);
  const auto draft = rows_of(table);
  check_items(
      draft,
      {"group  | Habitat of the grey heron", "1 | Develop a database of nests. | responsible=Secretariat",
       "2 | Train wardens in the delta. | responsible=Parks", "group  | Trade",
       "3 | Review the law on trade. | responsible=Range States", "4 | Publish a leaflet. | responsible=Secretariat"});
  BOOST_TEST(rules_at(draft, "t1.r2") == "R-TOPIC R-ITEM");
}

BOOST_AUTO_TEST_CASE(a_word_of_its_own_in_every_row_is_no_topic) {
  Rows rows = {{"No.", "Action", "Species", "Responsible"},
               {"1", "Develop a database of nests.", "Grey heron", "Secretariat"},
               {"2", "Train wardens in the delta.", "Purple heron", "Parks"},
               {"3", "Review the law on trade.", "Bittern", "Range States"}};
  const auto draft = rows_of(grid(rows));
  check_items(draft, {"1 | Develop a database of nests. | species=Grey heron | responsible=Secretariat",
                      "2 | Train wardens in the delta. | species=Purple heron | responsible=Parks",
                      "3 | Review the law on trade. | species=Bittern | responsible=Range States"});
}

namespace {

std::vector<layout::Block> two_tables(const std::string& first, const std::string& second) {
  return {line_of("HERON PLAN"),
          line_of("It was agreed by all."),
          line_of(first),
          grid(below(kHeader, {{"1.1", "Protect the nests in reeds.", "1", "A"},
                               {"1.2", "Count the young each year.", "2", "A"},
                               {"1.3", "Mark all of the nests.", "1", "A"}})),
          line_of(second),
          grid(below(kHeader, {{"2.1", "Train wardens in the delta.", "1", "A"},
                               {"2.2", "Review the law on trade.", "2", "A"},
                               {"2.3", "Publish a leaflet on herons.", "1", "A"}}))};
}

}  // namespace

BOOST_AUTO_TEST_CASE(r_heading_takes_numbered_lines_above_tables) {
  const auto draft = draft_of(two_tables("Objective 1: Habitat", "Objective 2: People"));
  BOOST_TEST(rules_at(draft, "t1.h") == "R-HEADING");
  BOOST_TEST(rules_at(draft, "t2.h") == "R-HEADING");
  BOOST_TEST(lines_of(draft).front() == "section Objective 1: | Habitat");
  BOOST_REQUIRE(draft.items.size() == 8U);
  BOOST_TEST((draft.items.at(4).heading == parser::Heading::kBlock));
  check_lines(lost_texts(draft), {});
}

BOOST_AUTO_TEST_CASE(captions_and_sentences_above_tables_are_no_headings) {
  for (const auto& [first, second] :
       {std::pair{"Table 1: Habitat", "Table 2: People"}, std::pair{"Plan 2018-2020", "Plan 2021-2023"},
        std::pair{"These measures were agreed.", "So were these measures."}}) {
    const auto draft = draft_of(two_tables(first, second));
    BOOST_TEST(draft.items.size() == 6U, first);
    BOOST_TEST(rules_at(draft, "t1.h").empty(), first);
    check_lines(lost_texts(draft), {});
  }
}

BOOST_AUTO_TEST_SUITE_END()
