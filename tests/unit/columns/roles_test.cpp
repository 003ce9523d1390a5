// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "unit/columns/tables.h"

using namespace pactable;
using namespace pactable::test;

BOOST_AUTO_TEST_SUITE(column_roles)

BOOST_AUTO_TEST_CASE(words_and_values_agree) {
  BOOST_TEST(roles({{"No.", "Action", "Priority", "When", "Who"},
                    {"1.1", "Develop a database of nests", "High", "2025", "Secretariat"},
                    {"1.2", "Train wardens in the delta", "Low", "2026", "Ministry of Water"},
                    {"1.3", "Map the stop-over sites", "High", "Ongoing", "Range States"}}) ==
             "number action urgency timeframe responsible");
}

BOOST_AUTO_TEST_CASE(columns_may_stand_in_any_order) {
  BOOST_TEST(roles({{"Who", "When", "Priority", "Action", "No."},
                    {"Secretariat", "2025", "High", "Develop a database of nests", "1.1"},
                    {"Ministry of Water", "2026", "Low", "Train wardens in the delta", "1.2"},
                    {"Range States", "Ongoing", "High", "Map the stop-over sites", "1.3"}}) ==
             "responsible timeframe urgency action number");
}

BOOST_AUTO_TEST_CASE(a_number_column_that_no_list_knows_is_found_by_its_values) {
  const Rows rows = {{"Lfd", "Action", "Who"},
                     {"1", "Develop a database of nests", "Secretariat"},
                     {"2", "Train wardens in the delta", "Ministry of Water"},
                     {"3", "Map the stop-over sites", "Range States"}};
  const auto tables = read({grid(rows)});
  const columns::Column& number = tables.front().columns.front().columns.front();
  BOOST_TEST(number.role == "number");
  BOOST_TEST(number.by_values);
}

BOOST_AUTO_TEST_CASE(item_heads_a_text_where_no_numbers_stand_below_it) {
  BOOST_TEST(roles({{"Item", "When", "Who"},
                    {"Develop a database of nests", "2025", "Secretariat"},
                    {"Train wardens in the delta", "2026", "Ministry of Water"},
                    {"Map the stop-over sites", "2027", "Range States"}}) == "action timeframe responsible");
}

BOOST_AUTO_TEST_CASE(a_sentence_is_never_an_urgency) {
  BOOST_TEST(roles({{"No.", "Priority actions", "Who"},
                    {"1", "Develop a database of nests", "Secretariat"},
                    {"2", "Train wardens in the delta", "Ministry of Water"},
                    {"3", "Map the stop-over sites", "Range States"}}) == "number action responsible");
}

BOOST_AUTO_TEST_CASE(codes_below_a_word_for_terms_are_a_timescale_and_dates_a_timeframe) {
  const auto table = [](const char* a, const char* b, const char* c) {
    return Rows{{"No.", "Action", "Timescale"},
                {"1", "Develop a database of nests", a},
                {"2", "Train wardens in the delta", b},
                {"3", "Map the stop-over sites", c},
                {"4", "Count the broods in the delta", a}};
  };
  BOOST_TEST(roles(table("A", "B", "A")) == "number action timescale");
  BOOST_TEST(roles(table("2025", "2026", "Ongoing")) == "number action timeframe");
}

BOOST_AUTO_TEST_CASE(years_of_the_plan_are_times_where_the_header_says_year) {
  BOOST_TEST(roles({{"No.", "Action", "Year"},
                    {"A1", "Develop a database of nests", "1"},
                    {"A2", "Train wardens in the delta", "2"},
                    {"A3", "Map the stop-over sites", "1"},
                    {"A4", "Count the broods in the delta", "3"}}) == "number action timeframe");
}

BOOST_AUTO_TEST_CASE(an_unknown_word_among_known_headers_is_an_unknown_column) {
  BOOST_TEST(roles({{"No.", "Action", "Broad strategy", "Who"},
                    {"1", "Develop a database of nests", "Research", "Secretariat"},
                    {"2", "Train wardens in the delta", "Outreach", "Ministry of Water"},
                    {"3", "Map the stop-over sites", "Research", "Range States"}}) ==
             "number action broad-strategy responsible");
}

BOOST_AUTO_TEST_CASE(of_two_party_columns_the_words_say_which) {
  BOOST_TEST(roles({{"No.", "Action", "Partners", "Lead"},
                    {"1", "Develop a database of nests", "IUCN", "Secretariat"},
                    {"2", "Train wardens in the delta", "WWF", "Ministry of Water"},
                    {"3", "Map the stop-over sites", "FAO, WWF", "Range States"}}) ==
             "number action support responsible");
}

BOOST_AUTO_TEST_CASE(a_topic_that_stands_above_several_rows_makes_sections) {
  const auto merged = read({grid({{"Theme", "No.", "Action", "Who"},
                                  {"Habitat", "1", "Develop a database of nests", "Secretariat"},
                                  {"", "2", "Train wardens in the delta", "Ministry of Water"},
                                  {"", "3", "Map the stop-over sites", "Range States"},
                                  {"Trade", "4", "Review the law on trade", "Range States"},
                                  {"", "5", "Publish a leaflet", "Secretariat"}})});
  const columns::Columns& columns = merged.front().columns.front();
  BOOST_TEST(roles_of(columns) == "topic number action responsible");
  BOOST_TEST(columns.columns.front().sections);
  BOOST_TEST((columns.columns.front().value == grammar::ColumnValue::kItem));
}

BOOST_AUTO_TEST_CASE(marks_below_years_are_one_time) {
  const auto tables = read({grid({{"No.", "Action", "Who", "2025", "2026", "2027"},
                                  {"1", "Develop a database of nests", "Secretariat", "x", "", ""},
                                  {"2", "Train wardens in the delta", "Ministry of Water", "", "x", "x"},
                                  {"3", "Map the stop-over sites", "Range States", "x", "x", "x"}})});
  const columns::Columns& columns = tables.front().columns.front();
  BOOST_TEST(roles_of(columns) == "number action responsible timeframe timeframe timeframe");
  BOOST_TEST(columns.columns[4].period.value() == "2026");
  BOOST_TEST(!columns.columns[2].period.has_value());
}

BOOST_AUTO_TEST_CASE(blank_cells_of_few_colours_are_a_status_by_colour) {
  layout::Table table = grid({{"No.", "Action", "Who", "State"},
                              {"1", "Develop a database of nests", "Secretariat", ""},
                              {"2", "Train wardens in the delta", "Ministry of Water", ""},
                              {"3", "Map the stop-over sites", "Range States", ""}});
  table.cells[7].shading = layout::Colour{0, 176, 80};
  table.cells[11].shading = layout::Colour{255, 192, 0};
  table.cells[15].shading = layout::Colour{0, 176, 80};
  const columns::Column& state = read({table}).front().columns.front().columns.back();
  BOOST_TEST(state.role == "status");
  BOOST_TEST(state.by_colour);
}

BOOST_AUTO_TEST_CASE(a_changed_header_keeps_the_roles_of_columns_that_keep_their_words) {
  const auto tables = read({grid({{"No.", "Action", "Priority", "Who"},
                                  {"1", "Develop a database of nests", "High", "Secretariat"},
                                  {"2", "Train wardens in the delta", "Low", "Ministry of Water"},
                                  {"No.", "Action", "Site", "Who"},
                                  {"3", "Etc.", "Delta", "tbd"}})});
  BOOST_REQUIRE(tables.front().columns.size() == 2u);
  BOOST_TEST(roles_of(tables.front().columns.back()) == "number action site responsible");
}

BOOST_AUTO_TEST_CASE(roles_of_a_header_are_different) {
  BOOST_TEST(roles({{"No.", "Action", "Note", "Note"},
                    {"1", "Develop a database of nests", "some remark on this", "and one more of them"},
                    {"2", "Train wardens in the delta", "another remark", "nothing to add here"},
                    {"3", "Map the stop-over sites", "see the annex", "as was said before"}}) ==
             "number action note note-2");
}

BOOST_AUTO_TEST_SUITE_END()
