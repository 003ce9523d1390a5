// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of tables without rules: which lines are one row, and where that is not sure.
#include <boost/test/unit_test.hpp>

#include "tables/tables.h"
#include "unit/tables/page_builder.h"

using namespace pactable;
using tests::cell_text;
using tests::document_of;
using tests::PageBuilder;
using tests::tables_of;

namespace {

void add_header(PageBuilder& page) {
  page.text(60, 99, "No.", 10, true).text(100, 99, "Measures to take", 10, true).text(400, 99, "By", 10, true);
}

// A row of `lines` text lines, 12 points apart; number and party at `shift` points below the first line.
double add_row(PageBuilder& page, double y, const std::string& number, int lines, double shift) {
  static const char* const kLines[] = {"Encourage the range states to act on the use of",
                                       "baits and nets along the coasts of", "the four seas and their rivers, and to",
                                       "report on it."};
  for (int i = 0; i < lines; ++i) {
    page.text(100, y + 12 * i, i + 1 == lines && lines > 1 ? kLines[3] : kLines[i]);
  }
  page.text(60, y + shift, number).text(400, y + shift, "WWF");
  return y + 12 * lines;
}

std::vector<std::string> numbers_of(const layout::Table& table) {
  std::vector<std::string> numbers;
  for (int row = 1; row < static_cast<int>(table.rows.size()); ++row) numbers.push_back(cell_text(table, row, 0));
  return numbers;
}

const std::vector<std::string> kFive = {"1.1", "1.2", "1.3", "1.4", "1.5"};

layout::Table five_rows(double space, const auto& shift_of) {
  PageBuilder page;
  add_header(page);
  double y = 112;
  const int lines[] = {2, 3, 4, 2, 3};
  for (int i = 0; i < 5; ++i) {
    y = add_row(page, y, kFive[static_cast<std::size_t>(i)], lines[i], shift_of(lines[i])) + space;
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  return tables[0];
}

void check_five(const layout::Table& table) {
  BOOST_TEST(numbers_of(table) == kFive, boost::test_tools::per_element());
  for (int row = 1; row < static_cast<int>(table.rows.size()); ++row) {
    BOOST_TEST(cell_text(table, row, 1).starts_with("Encourage"));
    BOOST_TEST(cell_text(table, row, 1).ends_with("report on it."));
    BOOST_TEST(cell_text(table, row, 2) == "WWF");
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(rows_without_space_between_them_are_told_by_numbers_and_texts) {
  check_five(five_rows(0, [](int) { return 0.0; }));
}

BOOST_AUTO_TEST_CASE(cells_in_the_middle_of_their_rows_stay_with_them) {
  check_five(five_rows(2, [](int lines) { return 6.0 * (lines - 1); }));
}

BOOST_AUTO_TEST_CASE(cells_in_the_middle_of_rows_without_space_stay_with_them) {
  check_five(five_rows(0, [](int lines) { return 6.0 * (lines - 1); }));
}

BOOST_AUTO_TEST_CASE(numbers_at_the_foot_of_their_rows_stay_with_them) {
  check_five(five_rows(1, [](int lines) { return 12.0 * (lines - 1); }));
}

BOOST_AUTO_TEST_CASE(raised_marks_at_numbers_leave_them_numbers_of_rows) {
  PageBuilder page;
  add_header(page);
  double y = 112;
  for (int row = 1; row <= 6; ++row) {
    page.superscript(66, y, "a");
    y = add_row(page, y, std::to_string(row), 2, 0) + 1;
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].rows.size() == 7U);
}

BOOST_AUTO_TEST_CASE(a_title_over_several_columns_is_a_row_over_all_of_them) {
  PageBuilder page;
  add_header(page);
  double y = 112;
  for (int row = 1; row <= 3; ++row) y = add_row(page, y, "1." + std::to_string(row), 2, 0) + 2;
  page.text(60, y, "Awareness of the people who live within ten miles of the coast");
  y += 14;
  for (int row = 1; row <= 3; ++row) y = add_row(page, y, "2." + std::to_string(row), 2, 0) + 2;
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE(tables[0].rows.size() == 8U);
  BOOST_TEST(tables[0].at(4, 0)->column_span == 3);
}

BOOST_AUTO_TEST_CASE(a_page_that_ends_with_a_number_keeps_its_number_column) {
  PageBuilder page;
  page.text(100, 99, "Measures to take", 10, true).text(370, 99, "Until", 10, true).text(400, 99, "By", 10, true);
  double y = 112;
  for (int row = 1; row <= 8; ++row) {
    page.text(370, y, "2030");
    y = add_row(page, y, "1." + std::to_string(row), 2, 12) + 2;
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(cell_text(tables[0], 8, 0) == "1.8");
}

BOOST_AUTO_TEST_CASE(a_name_in_the_middle_of_several_rows_is_one_merged_cell) {
  PageBuilder page;
  add_header(page);
  double y = 112;
  for (int row = 1; row <= 6; ++row) {
    page.text(60, y, "1." + std::to_string(row)).text(100, y, "Encourage the range states to act on it");
    page.text(350, y, "A");
    y += 14;
  }
  page.text(400, 133, "Park Board").text(400, 175, "WWF");  // beside rows 1 to 4 and 5 and 6
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  const layout::Cell* cell = tables[0].at(1, tables[0].column_count - 1);
  BOOST_REQUIRE(cell != nullptr);
  BOOST_TEST(cell->row_span == 4);
  BOOST_TEST(cell->text().utf8() == "Park Board");
}

BOOST_AUTO_TEST_CASE(rows_that_could_as_well_begin_at_another_line_are_reported) {
  PageBuilder page;
  add_header(page);
  // Equal lines without space; numbers in the middle of three each, but for two that have five lines between them.
  double y = 112;
  for (int row = 1; row <= 8; ++row) {
    const int lines = row == 4 ? 5 : row == 5 ? 0 : 3;
    for (int i = 0; i < lines; ++i) page.text(100, y + 12 * i, "Encourage Range States Now");
    const double at = row == 5 ? y - 24 : y + 12;
    page.text(60, at, "1." + std::to_string(row)).text(400, at, "WWF");
    y += 12 * lines;
  }
  std::vector<layout::Oddity> oddities;
  const auto tables = tables_of(tables::find(document_of({page}), &oddities));
  BOOST_REQUIRE(tables.size() == 1U);
  const auto unsure =
      std::find_if(oddities.begin(), oddities.end(), [](const layout::Oddity& o) { return o.rule == "ROW-UNSURE"; });
  BOOST_REQUIRE(unsure != oddities.end());
  BOOST_TEST(unsure->place.has_value());
  BOOST_TEST(unsure->message.find("1.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(rows_that_are_clear_are_not_reported) {
  PageBuilder page;
  add_header(page);
  double y = 112;
  for (int row = 1; row <= 6; ++row) y = add_row(page, y, "1." + std::to_string(row), 3, 0) + 4;
  std::vector<layout::Oddity> oddities;
  (void)tables::find(document_of({page}), &oddities);
  BOOST_TEST(oddities.empty());
}

BOOST_AUTO_TEST_CASE(years_at_the_beginnings_of_lines_number_no_rows) {
  PageBuilder page;
  page.text(60, 99, "Aim", 10, true).text(160, 99, "Measures to take", 10, true).text(400, 99, "By", 10, true);
  page.text(60, 112, "A. Keep the").text(60, 124, "wintering").text(60, 136, "sites");
  double y = 112;
  for (const char* number : {"A.1.1", "A.1.2", "A.1.3", "A.2.1", "A.2.2", "A.2.3", "A.3.1", "A.3.2", "A.3.3"}) {
    page.text(160, y, number + std::string(" Encourage the range states to act")).text(400, y, "WWF");
    page.text(160, y + 12, "on sites that were not counted since");
    page.text(160, y + 24, "2011. Those of the north come first.");
    page.text(400, y + 12, "Parks");
    y += 36;
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].column_count == 3);
  BOOST_REQUIRE(tables[0].rows.size() == 10U);
  BOOST_TEST(cell_text(tables[0], 1, 0) == "A. Keep the wintering sites");
  for (int row = 1; row < 10; ++row) {
    BOOST_TEST(cell_text(tables[0], row, 1).starts_with("A."));
    BOOST_TEST(cell_text(tables[0], row, 1).ends_with("since 2011. Those of the north come first."));
  }
}
