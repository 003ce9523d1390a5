// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a page against the words of its layer.
#include "scans/ink.h"

#include <boost/test/unit_test.hpp>

#include "scans/layer_quality.h"
#include "unit/scans/fake_recogniser.h"

using namespace pactable;

namespace {

// One pixel a point. A "letter" is an upright frame of 5 by 8 points.
struct Sheet {
  layout::GreyPicture picture{1, 400, 300, 1, std::vector<std::uint8_t>(400 * 300, 240)};
  std::vector<layout::Word> words;

  void dark(int x0, int y0, int x1, int y1) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x) picture.grey[static_cast<std::size_t>(y) * 400 + static_cast<std::size_t>(x)] = 20;
  }
  void letter(int x, int y) {
    dark(x, y, x + 5, y + 8);
    for (int row = y + 2; row < y + 6; ++row)
      for (int at = x + 2; at < x + 4; ++at)
        picture.grey[static_cast<std::size_t>(row) * 400 + static_cast<std::size_t>(at)] = 240;
  }
  /// Letters side by side, with a word over them or without.
  void text(int x, int y, int letters, bool layered) {
    for (int i = 0; i < letters; ++i) letter(x + i * 7, y);
    if (layered) words.push_back(test::word("x", {double(x), double(y), double(x + letters * 7), double(y + 8)}));
  }
};

// Ten rows: a number, a text, a code in a column of its own.
Sheet table(bool codes_layered) {
  Sheet sheet;
  for (int row = 0; row < 10; ++row) {
    sheet.text(20, 20 + row * 20, 3, true);
    sheet.text(60, 20 + row * 20, 30, true);
    sheet.text(330, 20 + row * 20, 1, codes_layered);
  }
  return sheet;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_layer_that_covers_every_letter_shows_nothing_bad) {
  const Sheet sheet = table(true);
  const scans::InkSigns signs = scans::compare_ink(sheet.picture, sheet.words);
  BOOST_TEST(signs.letters == 340);
  BOOST_TEST(signs.uncovered == 0);
  BOOST_TEST(scans::signs_in_picture(sheet.picture, sheet.words).empty());
}

BOOST_AUTO_TEST_CASE(a_column_of_single_signs_that_is_not_in_the_layer_is_noticed) {
  const Sheet sheet = table(false);
  const scans::InkSigns signs = scans::compare_ink(sheet.picture, sheet.words);
  BOOST_TEST(signs.missing_column == 10);
  BOOST_TEST(scans::signs_in_picture(sheet.picture, sheet.words).size() == 1U);
}

BOOST_AUTO_TEST_CASE(rulings_bullets_dirt_and_broken_lines_are_no_missing_letters) {
  Sheet sheet = table(true);
  sheet.dark(10, 10, 390, 12);
  sheet.dark(10, 10, 11, 250);
  for (int row = 0; row < 10; ++row) {
    sheet.dark(45, 23 + row * 20, 48, 26 + row * 20);    // a bullet
    sheet.dark(385, 15 + row * 20, 386, 25 + row * 20);  // a dash of a broken line
    sheet.dark(370, 30 + row * 20, 371, 31 + row * 20);  // a speck
  }
  BOOST_TEST(scans::signs_in_picture(sheet.picture, sheet.words).empty());
}

BOOST_AUTO_TEST_CASE(a_layer_that_misses_a_block_of_text_is_bad) {
  Sheet sheet = table(true);
  for (int row = 0; row < 10; ++row) sheet.text(60, 29 + row * 20, 30, false);
  const std::vector<std::string> signs = scans::signs_in_picture(sheet.picture, sheet.words);
  BOOST_REQUIRE(signs.size() == 1U);
  BOOST_TEST(signs[0].find("300 of 640 letters") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_white_or_black_page_has_no_letters) {
  Sheet sheet;
  BOOST_TEST(scans::compare_ink(sheet.picture, {}).letters == 0);
  sheet.dark(0, 0, 400, 300);
  BOOST_TEST(scans::compare_ink(sheet.picture, {}).letters == 0);
  BOOST_TEST(scans::compare_ink({}, {}).letters == 0);
}
