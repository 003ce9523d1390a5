// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tables/tables.h"
#include "unit/tables/page_builder.h"

using namespace pactable;
using tests::PageBuilder;

namespace {

struct Read {
  std::vector<layout::Block> blocks;
  std::vector<layout::Oddity> oddities;

  [[nodiscard]] const layout::Table& table() const {
    for (const layout::Block& block : blocks) {
      if (const auto* table = std::get_if<layout::Table>(&block)) return *table;
    }
    BOOST_FAIL("there is a table");
    std::abort();
  }
  [[nodiscard]] std::string cell(int row, int column) const {
    const layout::Cell* cell = table().at(row, column);
    return cell == nullptr ? "" : cell->text().collapsed().utf8();
  }
  [[nodiscard]] long count(const std::string& rule) const {
    return std::count_if(oddities.begin(), oddities.end(), [&](const auto& odd) { return odd.rule == rule; });
  }
};

Read read(layout::Page page) {
  Read read;
  layout::Document document;
  document.pages.push_back(std::move(page));
  read.blocks = tables::find(document, &read.oddities);
  return read;
}

/// A ruled table: numbers, actions, a column of 66 points for the party; rows from 100 on, 40 points high.
PageBuilder ruled(int rows) {
  std::vector<double> ys;
  for (int i = 0; i <= rows; ++i) ys.push_back(100 + 40.0 * i);
  PageBuilder page;
  page.grid({50, 90, 300, 366}, ys);
  for (int i = 0; i < rows; ++i) {
    page.text(55, 112 + 40.0 * i, "1." + std::to_string(i + 1)).text(95, 112 + 40.0 * i, "Count the nests again.");
  }
  return page;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_word_that_is_wider_than_its_cell_is_joined_and_that_is_told) {
  // Letters are five points wide: eleven fit between the paddings.
  auto page = ruled(2);
  page.text(305, 112, "Environment").text(305, 124, "al").text(305, 152, "Park");
  const Read found = read(page.build());
  BOOST_TEST(found.cell(0, 2) == "Environmental");
  BOOST_TEST(found.count("PDF-WORD-CUT") == 1);
}

BOOST_AUTO_TEST_CASE(words_that_fill_their_lines_stay_two_where_the_document_knows_one_of_them) {
  auto page = ruled(2);
  page.text(305, 112, "Environment").text(305, 124, "agency").text(305, 152, "Park");
  page.text(50, 60, "The Environment of the agency is kept.");
  const Read found = read(page.build());
  BOOST_TEST(found.cell(0, 2) == "Environment agency");
  BOOST_TEST(found.count("PDF-WORD-CUT") == 0);
}

BOOST_AUTO_TEST_CASE(words_with_room_behind_them_stay_two) {
  auto page = ruled(2);
  page.text(305, 112, "Wardens").text(305, 124, "ferrymen").text(305, 152, "Park");
  BOOST_TEST(read(page.build()).cell(0, 2) == "Wardens ferrymen");
}

BOOST_AUTO_TEST_CASE(a_number_that_is_cut_in_its_last_digit_is_joined_and_two_numbers_are_not) {
  auto page = ruled(2);
  page.text(305, 112, "2026.2027.2").text(305, 124, "8").text(305, 152, "12").text(305, 164, "8");
  const Read found = read(page.build());
  BOOST_TEST(found.cell(0, 2) == "2026.2027.28");
  BOOST_TEST(found.cell(1, 2) == "12 8");
}

BOOST_AUTO_TEST_CASE(struck_words_are_set_aside_and_a_struck_row_keeps_its_number) {
  auto built = ruled(2);
  built.text(305, 112, "Guard").text(305, 124, "Park").text(305, 152, "Trust");
  layout::Page page = built.build();
  for (layout::Word& word : page.words) word.struck = word.text == "Guard" || word.baseline == 152;
  const Read found = read(std::move(page));
  BOOST_TEST(found.cell(0, 2) == "Park");
  BOOST_TEST(found.cell(1, 0) == "1.2");
  BOOST_TEST(found.cell(1, 1).empty());
  const layout::Cell* cell = found.table().at(1, 1);
  BOOST_REQUIRE(!cell->paragraphs.empty());
  BOOST_REQUIRE(cell->paragraphs.front().set_aside.size() == 1U);
  BOOST_TEST(cell->paragraphs.front().set_aside.front().text.utf8() == "Count the nests again.");
}

BOOST_AUTO_TEST_CASE(hidden_words_are_set_aside_in_their_cell_and_stamps_stand_by_themselves) {
  layout::Page page = ruled(2).text(305, 112, "2").text(305, 152, "1").build();
  page.hidden = PageBuilder().text(320, 112, "old").build().words;
  page.beside = PageBuilder().text(100, 180, "AGREED", 26).build().words;
  const Read found = read(std::move(page));
  BOOST_TEST(found.cell(0, 2) == "2");
  const auto& paragraphs = found.table().at(0, 2)->paragraphs;
  BOOST_REQUIRE(!paragraphs.empty());
  BOOST_REQUIRE(paragraphs.back().set_aside.size() == 1U);
  BOOST_TEST(paragraphs.back().set_aside.front().text.utf8() == "old");
  const bool stamp = std::any_of(found.blocks.begin(), found.blocks.end(), [](const layout::Block& block) {
    const auto* text = std::get_if<layout::TextBlock>(&block);
    return text != nullptr && text->paragraph.text.utf8() == "AGREED";
  });
  BOOST_TEST(stamp);
}

BOOST_AUTO_TEST_CASE(a_line_of_arabic_is_read_from_the_right_and_its_numbers_from_the_left) {
  layout::Page page = ruled(2).text(305, 112, "1 2025 x y").text(305, 152, "1").build();
  for (layout::Word& word : page.words) {
    if (word.text == "x") word.text = "\u0639\u0627\u0645";
    if (word.text == "y") word.text = "\u0641\u064A";
  }
  BOOST_TEST(read(std::move(page)).cell(0, 2) == "\u0641\u064A \u0639\u0627\u0645 1 2025");
}

BOOST_AUTO_TEST_CASE(a_hyphen_that_a_browser_shows_goes_and_stays_where_the_document_has_the_word_with_it) {
  auto page = ruled(2);
  page.text(305, 112, "Prior\u2010").text(305, 124, "ity").text(305, 152, "long\u2010").text(305, 164, "term");
  page.text(50, 60, "a long-term plan");
  const Read found = read(page.build());
  BOOST_TEST(found.cell(0, 2) == "Priority");
  BOOST_TEST(found.cell(1, 2) == "long\u2010term");
}

BOOST_AUTO_TEST_CASE(a_number_before_its_text_has_the_box_of_its_own_word) {
  auto page = ruled(1);
  page.text(95, 124, "2.1 Ring the chicks");
  const Read found = read(page.build());
  const layout::Text text = found.table().at(0, 1)->text();
  const std::size_t at = text.utf8().find("2.1");
  BOOST_REQUIRE(at != std::string::npos);
  const auto places = text.slice(at, at + 3).places();
  BOOST_REQUIRE(places.size() == 1U);
  BOOST_TEST(std::get<PagePlace>(places.front()).box.x1 == 110);
}
