// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose lines are not all drawn, or not in one place.
#include <boost/test/unit_test.hpp>

#include "tables/tables.h"
#include "unit/tables/page_builder.h"

using namespace pactable;
using tests::cell_text;
using tests::document_of;
using tests::PageBuilder;
using tests::tables_of;
using tests::texts_of;

namespace {

const std::vector<double> kColumns = {100, 300, 400};

// Rows 20 points high from y on, with a text and a party each.
void add_ruled(PageBuilder& page, double y, int rows) {
  std::vector<double> ys(1, y);
  for (int row = 0; row < rows; ++row) {
    page.text(104, y + 13, "Encourage the states").text(304, y + 13, "WWF");
    ys.push_back(y += 20);
  }
  page.grid(kColumns, ys);
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_left_of_a_grid_are_a_column_of_it) {
  PageBuilder page;
  add_ruled(page, 100, 4);
  for (int row = 0; row < 4; ++row) page.text(78, 113 + 20 * row, "1." + std::to_string(row + 1));
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE(tables[0].column_count == 3);
  BOOST_TEST(cell_text(tables[0], 2, 0) == "1.3");
}

BOOST_AUTO_TEST_CASE(prose_beside_a_grid_stays_prose) {
  PageBuilder page;
  add_ruled(page, 100, 4);
  for (int line = 0; line < 14; ++line) {
    page.text(410, 80 + 12 * line, "The river falls by eight metres between here and there");
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() >= 1U);
  BOOST_TEST(tables[0].column_count == 2);
}

BOOST_AUTO_TEST_CASE(a_title_between_two_ruled_parts_is_a_row) {
  PageBuilder page;
  const std::vector<double> columns = {60, 100, 300, 400};
  for (const double top : {100.0, 190.0}) {
    std::vector<double> ys(1, top);
    for (int row = 0; row < 3; ++row) {
      page.text(64, ys.back() + 13, "1." + std::to_string(row + 1)).text(104, ys.back() + 13, "Encourage the states");
      page.text(304, ys.back() + 13, "WWF");
      ys.push_back(ys.back() + 20);
    }
    page.grid(columns, ys);
  }
  page.text(200, 178, "2. People");
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE(tables[0].rows.size() == 7U);
  BOOST_TEST(cell_text(tables[0], 3, 0) == "2. People");
  BOOST_TEST(tables[0].at(3, 0)->column_span == 3);
}

BOOST_AUTO_TEST_CASE(rules_set_as_characters_rule_a_table) {
  PageBuilder page;
  double y = 100;
  page.text(60, y, "+------+------------------------+------+");
  for (int row = 1; row <= 4; ++row) {
    page.text(60, y + 12, "|").text(70, y + 12, "1." + std::to_string(row)).text(95, y + 12, "|");
    page.text(104, y + 12, "Encourage it").text(220, y + 12, "|").text(230, y + 12, "A").text(255, y + 12, "|");
    page.text(60, y + 24, "+------+------------------------+------+");
    y += 24;
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].rows.size() == 4U);
  BOOST_TEST(cell_text(tables[0], 1, 0) == "1.2");
  BOOST_TEST(cell_text(tables[0], 1, 1) == "Encourage it");
}

BOOST_AUTO_TEST_CASE(a_sheet_over_two_pages_gets_its_columns_back) {
  PageBuilder first(1);
  PageBuilder second(2);
  add_ruled(first, 100, 5);
  std::vector<double> ys(1, 100);
  for (int row = 0; row < 5; ++row) {
    second.text(154, ys.back() + 13, "2030").text(204, ys.back() + 13, "A");
    ys.push_back(ys.back() + 20);
  }
  second.grid({150, 200, 260}, ys);
  const auto tables = tables_of(tables::join(tables::find(document_of({first, second}))));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].column_count == 4);
  BOOST_TEST(tables[0].rows.size() == 5U);
  BOOST_TEST(cell_text(tables[0], 4, 2) == "2030");
}

BOOST_AUTO_TEST_CASE(rows_that_go_on_at_the_same_heights_are_no_sheet) {
  PageBuilder first(1);
  PageBuilder second(2);
  add_ruled(first, 100, 5);
  add_ruled(second, 100, 5);
  const auto tables = tables_of(tables::join(tables::find(document_of({first, second}))));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].column_count == 2);
  BOOST_TEST(tables[0].rows.size() == 10U);
}

BOOST_AUTO_TEST_CASE(a_title_that_only_says_that_a_section_goes_on_is_no_row) {
  const auto page = [](int number, const std::string& title) {
    PageBuilder out(number);
    std::vector<double> ys = {80, 100};
    out.text(104, 93, title);
    for (int row = 0; row < 4; ++row) {
      const double y = ys.back();
      out.text(64, y + 13, "1." + std::to_string(4 * number + row))
          .text(104, y + 13, "Encourage it")
          .text(304, y + 13, "WWF");
      ys.push_back(y + 20);
    }
    return out.grid({60, 100, 300, 400}, ys);
  };
  const auto blocks = tables::join(tables::find(document_of({page(1, "Habitat"), page(2, "Habitat (continued)")})));
  const auto tables = tables_of(blocks);
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].rows.size() == 9U);
  const auto texts = texts_of(blocks);
  BOOST_REQUIRE(texts.size() == 1U);
  BOOST_TEST(texts[0].paragraph.text.utf8() == "Habitat (continued)");
  // Another section.
  const auto other = tables::join(tables::find(document_of({page(1, "Habitat"), page(2, "Species (marine)")})));
  BOOST_TEST(tables_of(other)[0].rows.size() == 10U);
}

BOOST_AUTO_TEST_CASE(rows_between_shaded_rows_have_their_columns) {
  PageBuilder page;
  double y = 100;
  for (int row = 1; row <= 7; ++row, y += 20) {
    page.text(64, y + 13, "1." + std::to_string(row)).text(104, y + 13, "Encourage them").text(304, y + 13, "WWF");
    page.level(y, 60, 400);
  }
  page.level(y, 60, 400);
  layout::Page shaded = page.build();
  for (int row = 0; row < 7; row += 2) {
    const double top = 100 + 20 * row;
    shaded.fills.push_back({{60, top, 100, top + 20}, {230, 230, 230}});
    shaded.fills.push_back({{100, top, 300, top + 20}, {230, 230, 230}});
    shaded.fills.push_back({{300, top, 400, top + 20}, {230, 230, 230}});
  }
  layout::Document document;
  document.pages.push_back(shaded);
  const auto tables = tables_of(tables::find(document));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].rows.size() == 7U);
  BOOST_TEST(cell_text(tables[0], 3, 2) == "WWF");
}

BOOST_AUTO_TEST_CASE(numbered_texts_of_one_ruled_cell_with_values_level_with_them_are_rows) {
  PageBuilder page;
  page.grid({60, 300, 400}, {100, 130, 200});
  page.text(64, 113, "Action").text(304, 113, "By");
  page.text(64, 143, "1.1 Encourage the range").text(304, 143, "WWF");
  page.text(64, 155, "states to act.");
  page.text(64, 167, "1.2 Report on it.").text(304, 167, "UNEP");
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE(tables[0].rows.size() == 3U);
  BOOST_TEST(cell_text(tables[0], 2, 1) == "UNEP");
  BOOST_TEST(cell_text(tables[0], 1, 0) == "1.1 Encourage the range states to act.");
}

BOOST_AUTO_TEST_CASE(a_text_that_runs_over_the_border_onto_the_next_text_stays_whole) {
  // Words are 5 points a letter, 2.5 apart: "seas" begins beyond the border at 150.
  const auto tables = tables_of(tables::find(document_of({PageBuilder()
                                                              .grid({50, 150, 300}, {100, 120, 140})
                                                              .text(55, 113, "Count all birds at all seas")
                                                              .text(155, 113, "Medium")
                                                              .text(55, 133, "d")
                                                              .text(155, 133, "e")})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(cell_text(tables[0], 0, 0) == "Count all birds at all seas");
  BOOST_TEST(cell_text(tables[0], 0, 1) == "Medium");
}

BOOST_AUTO_TEST_CASE(texts_close_to_a_border_on_both_sides_stay_in_their_cells) {
  const auto tables = tables_of(tables::find(document_of({PageBuilder()
                                                              .grid({50, 150, 300}, {100, 120, 140})
                                                              .text(104, 113, "all birds")
                                                              .text(152, 113, "Medium")
                                                              .text(55, 133, "d")
                                                              .text(155, 133, "e")})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(cell_text(tables[0], 0, 0) == "all birds");
  BOOST_TEST(cell_text(tables[0], 0, 1) == "Medium");
}
