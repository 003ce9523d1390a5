// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "unit/columns/tables.h"

using namespace pactable;
using namespace pactable::test;
using columns::RowUse;

namespace {

const std::vector<std::string> kHead = {"No.", "Action", "Priority", "Who"};
const std::vector<std::string> kFirst = {"1.1", "Develop a database of nests", "High", "Secretariat"};
const std::vector<std::string> kSecond = {"1.2", "Train wardens in the delta", "Low", "Ministry of Water"};
const std::vector<std::string> kThird = {"1.3", "Map the stop-over sites", "High", "Range States"};
const std::vector<std::string> kFourth = {"1.4", "Review the law on trade in horns", "High", "Range States"};

}  // namespace

BOOST_AUTO_TEST_SUITE(logical_tables)

BOOST_AUTO_TEST_CASE(the_header_is_the_row_unlike_those_below) {
  const auto tables = logical({grid({kHead, kFirst, kSecond, kThird})});
  BOOST_TEST(uses(tables.front()) == "H...");
  BOOST_TEST(tables.front().headers.front().columns[1].printed == "Action");
}

BOOST_AUTO_TEST_CASE(a_header_in_words_that_nobody_knows_is_found_by_contrast) {
  const auto tables = logical({grid({{"Lfd", "Tun", "Rang", "Wer"}, kFirst, kSecond, kThird, kFourth})});
  BOOST_TEST(uses(tables.front()) == "H....");
}

BOOST_AUTO_TEST_CASE(a_row_that_carries_a_number_of_the_sequence_is_no_header_even_where_it_is_marked_as_one) {
  layout::Table table = grid({{"1.0", "Action", "Priority", "Who"}, kFirst, kSecond, kThird});
  table.rows.front().header = true;
  const auto tables = logical({table});
  BOOST_TEST(uses(tables.front()) == "....");
  BOOST_TEST(!tables.front().has_header);
  BOOST_TEST(tables.front().headers.front().columns.size() == 4u);
}

BOOST_AUTO_TEST_CASE(cells_that_begin_with_header_words_make_no_header_of_a_row_of_data) {
  const std::vector<std::string> tricky = {"1.4", "Priority actions are agreed by all.", "Action",
                                           "Who is to be agreed"};
  const auto tables = logical({grid({kHead, kFirst, kSecond, tricky, kThird})});
  BOOST_TEST(uses(tables.front()) == "H....");
}

BOOST_AUTO_TEST_CASE(a_title_row_stands_above_the_header_and_a_numbered_one_is_a_section) {
  const auto titled = logical({grid({{"Work programme of the panel"}, kHead, kFirst, kSecond, kThird})});
  BOOST_TEST(uses(titled.front()) == "TH...");
  const auto section = logical({grid({{"Objective 1. Habitats are restored"}, kHead, kFirst, kSecond, kThird})});
  BOOST_TEST(uses(section.front()) == ".H...");
}

BOOST_AUTO_TEST_CASE(a_repeated_header_is_equal_but_for_its_note_marks) {
  const auto tables = logical({grid(
      {{"No.", "Action^1", "Priority [2]", "Who"}, kFirst, kSecond, {"No.", "Action", "Priority2", "Who"}, kThird})});
  BOOST_TEST(uses(tables.front()) == "H..R.");
  BOOST_TEST(tables.front().headers.size() == 1u);
  BOOST_TEST(tables.front().headers.front().columns[1].levels.front() == "Action");
  BOOST_TEST(tables.front().headers.front().columns[1].printed == "Action1");
  BOOST_TEST(tables.front().headers.front().columns[1].marks.front() == "1");
}

BOOST_AUTO_TEST_CASE(column_numbers_belong_to_the_header_and_to_its_repetition) {
  const auto tables =
      logical({grid({kHead, {"(1)", "(2)", "(3)", "(4)"}, kFirst, kSecond, kHead, {"1", "2", "3", "4"}, kThird})});
  BOOST_TEST(uses(tables.front()) == "HN..RN.");
}

BOOST_AUTO_TEST_CASE(a_changed_header_gives_new_columns_from_there_on) {
  const auto tables = logical({grid({kHead,
                                     kFirst,
                                     kSecond,
                                     {"No.", "Action", "Where", "Who"},
                                     {"2.1", "Count the broods", "Delta", "Secretariat"}})});
  BOOST_TEST(uses(tables.front()) == "H..C.");
  BOOST_REQUIRE(tables.front().headers.size() == 2u);
  BOOST_TEST(tables.front().rows.back().header == 1);
  BOOST_TEST(tables.front().headers.back().columns[2].printed == "Where");
}

BOOST_AUTO_TEST_CASE(pieces_with_notes_between_are_one_table_and_the_first_row_stands_behind_a_break) {
  const auto tables =
      logical({grid({kHead, kFirst, kSecond}), line_of("Panel, page 2", layout::Furniture::kRunningHead),
               line_of("* see the annex for the priorities"), grid({kHead, kThird})});
  BOOST_REQUIRE(tables.size() == 1u);
  BOOST_TEST(uses(tables.front()) == "H..R.");
  BOOST_TEST(tables.front().rows.back().behind_break);
  BOOST_TEST(!tables.front().rows[1].behind_break);
}

BOOST_AUTO_TEST_CASE(a_piece_without_a_header_goes_on_and_one_with_another_header_does_not) {
  const auto tables = logical({grid({kHead, kFirst, kSecond}), grid({kThird}),
                               grid({{"Player", "Club", "Goals", "Price"},
                                     {"A. Berg", "Rovers", "4", "20"},
                                     {"B. Moss", "City", "7", "25"},
                                     {"C. Lind", "Town", "2", "10"}})});
  BOOST_REQUIRE(tables.size() == 2u);
  BOOST_TEST(tables.front().pieces.size() == 2u);
  BOOST_TEST(tables.back().headers.front().columns.front().printed == "Player");
}

BOOST_AUTO_TEST_CASE(a_table_below_a_heading_is_its_own_and_takes_the_header_that_it_lacks) {
  const auto tables = logical({grid({kHead, kFirst, kSecond, kThird}), line_of("Objective 2: trade ends"),
                               grid({{"2.1", "Review the law on trade", "Low", "Range States"},
                                     {"2.2", "Publish a leaflet for hunters", "High", "Secretariat"}})});
  BOOST_REQUIRE(tables.size() == 2u);
  BOOST_TEST(tables.back().header_from.value() == 0u);
  BOOST_TEST(uses(tables.back()) == "..");
  BOOST_TEST(tables.back().caption.value() == 1u);
  BOOST_TEST(tables.back().column_of(0, 0, std::get<layout::Table>(layout::Block(grid({kThird}))).cells[2]) == 2);
}

BOOST_AUTO_TEST_CASE(a_table_that_is_nothing_but_a_header_stands_above_the_rows_of_the_next) {
  const auto tables = logical({grid({kHead}), grid({kFirst, kSecond, kThird})});
  BOOST_REQUIRE(tables.size() == 1u);
  BOOST_TEST(uses(tables.front()) == "H...");
}

BOOST_AUTO_TEST_CASE(a_header_of_two_rows_has_levels) {
  layout::Table table = grid({{"No.", "Action", "Timetable", "", ""},
                              {"", "", "2025", "2026", "2027"},
                              {"1", "Develop a plan of the sites", "x", "", ""},
                              {"2", "Train wardens in the delta", "", "x", "x"}});
  table.cells[2].column_span = 3;
  table.cells.erase(table.cells.begin() + 3, table.cells.begin() + 5);
  const auto tables = logical({table});
  BOOST_TEST(uses(tables.front()) == "HH..");
  BOOST_REQUIRE(tables.front().headers.front().columns.size() == 5u);
  BOOST_TEST(tables.front().headers.front().columns[3].printed == "Timetable 2026");
  BOOST_TEST(tables.front().headers.front().columns[3].levels.size() == 2u);
}

BOOST_AUTO_TEST_CASE(years_alone_below_a_header_are_its_second_level_and_so_they_are_on_the_next_page) {
  const std::vector<std::string> years = {"", "", "2025", "2026", "(EUR)"};
  const auto tables = logical({grid({{"No.", "Action", "Timetable", "", "Cost"},
                                     years,
                                     {"1", "Develop a plan of the sites", "x", "", "500"},
                                     {"2", "Train wardens in the delta", "", "x", "700"}}),
                               line_of("No. Action Timetable Cost", layout::Furniture::kRunningHead),
                               grid({years,
                                     {"3", "Map the stop-over sites", "x", "x", "200"},
                                     {"4", "Count the broods in May", "x", "x", "300"}})});
  BOOST_REQUIRE(tables.size() == 1u);
  BOOST_TEST(uses(tables.front()) == "HH..R..");
}

BOOST_AUTO_TEST_CASE(a_header_cell_over_numbers_and_texts_is_split_where_they_are) {
  layout::Table table = grid({{"Action", "", "Who"},
                              {"1", "Develop a plan of the sites", "Secretariat"},
                              {"2", "Train wardens", "Ministry of Water"},
                              {"3", "Map the sites", "Secretariat"}});
  table.cells[0].column_span = 2;
  table.cells.erase(table.cells.begin() + 1);
  const auto tables = logical({table});
  BOOST_TEST(tables.front().headers.front().columns.size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_piece_with_other_grid_columns_is_mapped_by_its_boxes) {
  const auto boxed = [](layout::Table table, const std::vector<double>& borders, int page) {
    for (layout::Cell& cell : table.cells) {
      cell.page = page;
      cell.box = Box{borders[static_cast<std::size_t>(cell.column)], 10.0 * cell.row,
                     borders[static_cast<std::size_t>(cell.column + cell.column_span)], 10.0 * cell.row + 10};
    }
    for (layout::Row& row : table.rows) row.page = page;
    return table;
  };
  const auto tables = logical({boxed(grid({kHead, kFirst, kSecond, kThird}), {0, 30, 200, 250, 300}, 1),
                               boxed(grid({{"1.4", "Count the broods", "Secretariat"}}), {0, 30, 200, 300}, 2)});
  BOOST_REQUIRE(tables.size() == 1u);
  const std::vector<int> expected = {0, 1, 2};
  BOOST_TEST(tables.front().maps[1][0] == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
