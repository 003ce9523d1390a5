// SPDX-License-Identifier: GPL-3.0-or-later
// Tables without rulings whose rows are told by numbers and by the space between them.
#include <boost/test/unit_test.hpp>

#include "tables/tables.h"
#include "unit/tables/page_builder.h"

using namespace pactable;
using tests::cell_text;
using tests::document_of;
using tests::PageBuilder;
using tests::tables_of;

namespace {

// Number, text of two lines, code: rows `between` points apart from the last line of the one above.
PageBuilder& add_rows(PageBuilder& page, double& y, int first, int count, double between, double number_shift = 0) {
  for (int row = first; row < first + count; ++row) {
    page.text(100, y, "Encourage the range states to act");
    page.text(60, y + number_shift, "1." + std::to_string(row)).text(400, y + number_shift, "A");
    page.text(100, y + 12, "and to report on it.");
    y += 12 + between;
  }
  return page;
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_begin_the_rows_of_a_table_without_lines) {
  PageBuilder page;
  double y = 112;
  page.text(100, 99, "Measures to take", 10, true).text(390, 99, "Time", 10, true);
  add_rows(page, y, 1, 5, 13);
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].rows.size() == 6U);
  BOOST_TEST(cell_text(tables[0], 2, 1) == "Encourage the range states to act and to report on it.");
}

BOOST_AUTO_TEST_CASE(a_row_without_a_number_is_told_by_the_space_around_it) {
  PageBuilder page;
  double y = 112;
  page.text(100, 99, "Measures to take", 10, true).text(390, 99, "Time", 10, true);
  add_rows(page, y, 1, 4, 13);
  page.text(100, y, "Other measures");
  y += 13;
  add_rows(page, y, 5, 3, 13);
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE(tables[0].rows.size() == 9U);
  BOOST_TEST(cell_text(tables[0], 5, 1) == "Other measures");
}

BOOST_AUTO_TEST_CASE(numbers_in_the_middle_of_their_rows_do_not_cut_them) {
  PageBuilder page;
  double y = 112;
  page.text(100, 99, "Measures to take", 10, true).text(390, 99, "Time", 10, true);
  add_rows(page, y, 1, 5, 14, 6);
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE(tables[0].rows.size() >= 5U);
  const int last = static_cast<int>(tables[0].rows.size()) - 1;
  BOOST_TEST(cell_text(tables[0], last, 0) == "1.5");
  BOOST_TEST(cell_text(tables[0], last, 1) == "Encourage the range states to act and to report on it.");
}

BOOST_AUTO_TEST_CASE(a_merged_cell_goes_on_beside_the_next_row) {
  PageBuilder page;
  page.text(60, 100, "Topic", 10, true).text(200, 100, "Activity", 10, true).text(400, 100, "By", 10, true);
  page.text(60, 113, "1. Regional work on").text(200, 113, "1.1. Review the use").text(400, 113, "UNEP");
  page.text(60, 125, "the inventories of").text(200, 125, "of the inventory.");
  page.text(60, 137, "all ranges").text(200, 138, "1.2. Submit advice").text(400, 138, "CMS");
  page.text(200, 150, "to the committee.");
  page.text(60, 163, "2. Funds").text(200, 163, "2.1. Ask for funds").text(400, 163, "IWC");
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE(tables[0].rows.size() == 4U);
  BOOST_TEST(cell_text(tables[0], 1, 0) == "1. Regional work on the inventories of all ranges");
  BOOST_TEST(tables[0].at(1, 0)->row_span == 2);
  BOOST_TEST(cell_text(tables[0], 2, 1) == "1.2. Submit advice to the committee.");
}

BOOST_AUTO_TEST_CASE(a_column_that_only_its_header_names_stays) {
  PageBuilder page;
  page.text(60, 100, "Action", 10, true).text(200, 100, "Activity", 10, true).text(400, 100, "By", 10, true);
  double y = 113;
  for (int row = 1; row <= 6; ++row, y += 25) {
    page.text(60, y, "1." + std::to_string(row) + ". Reduce trade in").text(200, y, "1." + std::to_string(row) + ".1.");
    page.text(60, y + 12, "all range states").text(200, y + 12, "1." + std::to_string(row) + ".2.");
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].column_count == 3);
  BOOST_TEST(tables[0].rows.size() == 7U);
  BOOST_TEST(tables[0].at(1, 1)->paragraphs.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_cut_row_goes_on_in_the_columns_of_the_page_before) {
  PageBuilder first(1);
  PageBuilder second(2);
  double y = 112;
  first.text(100, 99, "Measures to take", 10, true).text(390, 99, "Time", 10, true);
  add_rows(first, y, 1, 5, 13);
  second.text(100, 99, "wherever it is needed.")
      .text(60, 112, "1.6")
      .text(100, 112, "Ask for more funds")
      .text(400, 112, "B");
  const auto blocks = tables::join(tables::find(document_of({first, second})));
  const auto tables = tables_of(blocks);
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE(tables[0].rows.size() == 8U);
  BOOST_TEST(cell_text(tables[0], 6, 1) == "wherever it is needed.");
  BOOST_TEST(cell_text(tables[0], 7, 0) == "1.6");
}
