// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of fixtures/scans through the loaded module.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "recognition/recogniser.h"
#include "tables/tables.h"
#include "unit/recognition/drawn_page.h"

using namespace pactable;

namespace {

std::string scan(const std::string& name) {
  std::ifstream in(std::string(PACTABLE_SOURCE_DIR) + "/tests/fixtures/scans/" + name, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  BOOST_REQUIRE(!bytes.empty());
  return bytes;
}

recognition::Recogniser& english() {
  static const std::unique_ptr<recognition::Recogniser> recogniser = [] {
    auto loaded = recognition::load(std::vector<std::string>{"eng"});
    BOOST_REQUIRE(loaded.has_value());
    return std::move(*loaded);
  }();
  return *recogniser;
}

layout::GreyPicture saiga_page() {
  auto pages = english().decode(scan("saiga-page-2.png"));
  BOOST_REQUIRE(pages.has_value());
  return std::move(pages->front());
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_and_codes_of_a_page_of_one_bit_at_150_dpi_are_read_and_no_row_is_lost) {
  const auto page = english().read_page(saiga_page());
  BOOST_TEST_REQUIRE(page.has_value());
  layout::Document document;
  document.pages.push_back(*page);
  std::vector<std::string> numbers;
  int codes = 0;
  int rows = 0;
  for (const layout::Block& block : tables::find(document)) {
    const auto* const table = std::get_if<layout::Table>(&block);
    if (table == nullptr || table->column_count != 4) continue;
    for (int row = 0; row < static_cast<int>(table->rows.size()); ++row, ++rows) {
      const std::string number = table->at(row, 0)->text().utf8();
      if (!number.empty()) numbers.push_back(number);
      static const std::set<std::string> kCodes = {"1", "2", "3", "A", "B"};
      for (const int column : {2, 3}) codes += kCodes.contains(table->at(row, column)->text().utf8()) ? 1 : 0;
    }
  }
  const std::vector<std::string> expected = {"1.13", "2.0", "2.1", "2.2", "2.3", "2.4", "2.5", "2.7",
                                             "3.0",  "3.1", "3.2", "3.3", "3.4", "3.5", "3.6"};
  int right = 0;
  for (const std::string& number : numbers) {
    const bool known = std::find(expected.begin(), expected.end(), number) != expected.end();
    right += known ? 1 : 0;
    BOOST_TEST((known || number.find_first_not_of("0123456789.") != std::string::npos), number << " stands nowhere");
  }
  BOOST_TEST(right >= 13);  // of 15; hairlines and dots break up in one bit a pixel
  BOOST_TEST(rows == 17);
  BOOST_TEST(codes == 26);
}

BOOST_AUTO_TEST_CASE(every_word_has_its_reading_first_and_lies_on_the_page) {
  const auto page = english().read_page(saiga_page());
  BOOST_TEST_REQUIRE(page.has_value());
  BOOST_TEST(page->words.size() > 400U);
  for (const layout::Word& word : page->words) {
    BOOST_TEST_REQUIRE(!word.readings.empty());
    BOOST_TEST(word.readings.front().text == word.text);
    BOOST_TEST((word.box.x0 >= 0 && word.box.x1 <= page->width + 1 && word.box.y0 >= 0));
    BOOST_TEST(word.font_size > 5);
  }
}

BOOST_AUTO_TEST_CASE(a_page_that_leans_says_so_and_keeps_its_rows) {
  const layout::GreyPicture straight = saiga_page();
  const auto upright = english().read_page(straight);
  const auto leaning = english().read_page(drawn::turned(straight, 1.2));
  BOOST_TEST_REQUIRE(upright.has_value());
  BOOST_TEST_REQUIRE(leaning.has_value());
  BOOST_TEST(std::abs(leaning->skew - upright->skew - 1.2) < 0.1);
}

BOOST_AUTO_TEST_CASE(the_second_look_reads_the_number_of_a_box) {
  const layout::GreyPicture picture = saiga_page();
  const auto page = english().read_page(picture);
  BOOST_TEST_REQUIRE(page.has_value());
  int seen = 0;
  for (const layout::Word& word : page->words) {
    if (word.text != "2.4" && word.text != "3.6") continue;
    const auto readings = english().read_number(picture, layout::as_displayed(*page, word.box));
    BOOST_TEST_REQUIRE(readings.has_value());
    BOOST_TEST_REQUIRE(!readings->empty());
    BOOST_TEST(readings->front().text == word.text);
    ++seen;
  }
  BOOST_TEST(seen == 2);
  BOOST_TEST(english().read_number(picture, {10, 10, 20, 20})->empty());
  BOOST_TEST(!english().read_number(picture, {20, 20, 10, 10}).has_value());
}

BOOST_AUTO_TEST_CASE(all_pages_of_a_tiff_are_decoded_in_order) {
  const auto pages = english().decode(scan("iwc-cmp-action-plan-2018-2024.tiff"));
  BOOST_TEST_REQUIRE(pages.has_value());
  BOOST_TEST_REQUIRE(pages->size() == 3U);
  for (int i = 0; i < 3; ++i) BOOST_TEST((*pages)[static_cast<std::size_t>(i)].page == i + 1);
}

BOOST_AUTO_TEST_CASE(ink_in_a_cell_that_nobody_can_read_is_a_word_without_a_text_of_its_own) {
  layout::GreyPicture page = drawn::paper(1200, 900, 200);
  drawn::grid(page, 100, 100, 220, 80, 4, 6);
  // Three bars of a letter's height: no letter of any alphabet has this form twice.
  for (int i = 0; i < 3; ++i) drawn::fill(page, 400 + 60 * i, 120, 440 + 60 * i, 150);
  const auto read = english().read_page(page);
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST(!read->words.empty());
}

BOOST_AUTO_TEST_CASE(an_empty_page_has_no_words) {
  const auto read = english().read_page(drawn::paper(1200, 900, 200));
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST(read->words.empty());
  BOOST_TEST(read->rulings.empty());
}
