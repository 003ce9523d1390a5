// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <string>

#include "unit/pdf/page_reading.h"

using namespace pactable;
using tests::count_rule;
using tests::PdfBuilder;
using tests::read_pdf;

namespace {

constexpr int kSide = 200;

/// A grey picture of 200 by 200 pixels, a row every 40, a column every 50; `text`: short dark strokes in all squares.
std::string grid(bool text) {
  std::string pixels;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const bool rule = y % 40 == 0 || x % 50 == 0;
      const bool stroke = text && y % 40 > 10 && y % 40 < 30 && x % 50 > 5 && x % 50 < 45 && x % 4 < 2;
      pixels += rule || stroke ? '\x10' : '\xFF';
    }
  }
  return pixels;
}

layout::Document with_picture(const std::string& pixels, const std::string& words) {
  const std::string image =
      "<</Type/XObject/Subtype/Image/Width 200/Height 200/BitsPerComponent 8/ColorSpace/DeviceGray/Length " +
      std::to_string(pixels.size()) + ">>\nstream\n" + pixels + "\nendstream";
  return read_pdf(PdfBuilder().object(image).page(words + "q 200 0 0 150 20 20 cm /P Do Q",
                                                  "/Resources<</Font<</F 3 0 R>>/XObject<</P 6 0 R>>>>"));
}

const std::string kWords = "BT /F 10 Tf 20 250 Td (Actions that were added) Tj ET ";

}  // namespace

BOOST_AUTO_TEST_CASE(a_picture_of_a_table_on_a_page_of_text_is_reported) {
  BOOST_TEST(count_rule(with_picture(grid(true), kWords), "PIC-TABLE") == 1);
}

BOOST_AUTO_TEST_CASE(the_grid_of_a_chart_and_a_photograph_are_no_tables) {
  BOOST_TEST(count_rule(with_picture(grid(false), kWords), "PIC-TABLE") == 0);
  BOOST_TEST(count_rule(with_picture(std::string(kSide * kSide, '\x20'), kWords), "PIC-TABLE") == 0);
}

BOOST_AUTO_TEST_CASE(a_page_that_is_a_picture_alone_is_reported_as_such) {
  BOOST_TEST(count_rule(with_picture(grid(true), ""), "PIC-TABLE") == 0);
}
