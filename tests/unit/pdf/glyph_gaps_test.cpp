// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <map>
#include <string>

#include "unit/pdf/page_reading.h"

using namespace pactable;
using tests::PdfBuilder;
using tests::read_pdf;
using tests::text_of;

namespace {

// Of Helvetica, in thousandths of the font size.
int width_of(char c) {
  static const std::map<char, int> kWidths = {{'i', 222}, {'l', 222}, {'j', 222}, {'t', 278}, {'f', 278}, {'r', 333},
                                              {'c', 500}, {'s', 500}, {'m', 833}, {'w', 722}, {'.', 278}, {'k', 500},
                                              {'v', 500}, {'x', 500}, {'y', 500}, {'z', 500}};
  const auto found = kWidths.find(c);
  return found == kWidths.end() ? 556 : found->second;
}

/// Each sign by an operation of its own; blanks are not set. Gaps in thousandths of the font size.
std::string by_sign(const std::string& text, double y, int between_signs, int for_blank,
                    const std::string& again = {}) {
  std::string out = "BT /F 10 Tf ";
  double x = 20;
  for (const char c : text) {
    if (c == ' ') {
      x += for_blank / 100.0;
      continue;
    }
    const auto show = [&](double at) {
      out += "1 0 0 1 " + std::to_string(at) + " " + std::to_string(y) + " Tm (" + std::string(1, c) + ") Tj ";
    };
    show(x);
    if (!again.empty()) show(x + std::stod(again));
    x += (width_of(c) + between_signs) / 100.0;
  }
  return out + "ET ";
}

const std::string kLine = "the warden and the ferry crew count nests on each island in may";

std::string expected(std::string text) { return text.substr(0, text.size()) + "|"; }

}  // namespace

BOOST_AUTO_TEST_CASE(words_that_stand_closer_than_usual_are_parted_where_no_blanks_are_set) {
  BOOST_TEST(text_of(PdfBuilder().page(by_sign(kLine, 250, 0, 80))) == expected(kLine));
}

BOOST_AUTO_TEST_CASE(letters_that_are_spaced_out_make_words) {
  BOOST_TEST(text_of(PdfBuilder().page(by_sign(kLine, 250, 130, 300))) == expected(kLine));
}

BOOST_AUTO_TEST_CASE(letters_that_overlap_make_words_and_the_small_gaps_part_them) {
  BOOST_TEST(text_of(PdfBuilder().page(by_sign(kLine, 250, -60, 120))) == expected(kLine));
}

BOOST_AUTO_TEST_CASE(a_line_that_is_spaced_out_among_common_ones_makes_words) {
  const auto document = read_pdf(PdfBuilder().page(by_sign(kLine, 250, 0, 278) + by_sign(kLine, 230, 0, 278) +
                                                   by_sign("action priority responsible", 210, 200, 500)));
  BOOST_TEST(text_of(document.pages.at(0).words) == kLine + " " + kLine + " action priority responsible|");
}

BOOST_AUTO_TEST_CASE(figures_that_stand_apart_stay_numbers_of_their_own) {
  const auto document = read_pdf(PdfBuilder().page(by_sign(kLine, 250, 0, 278) + by_sign("1 2 3 4 5 6", 230, 0, 250)));
  BOOST_TEST(text_of(document.pages.at(0).words) == kLine + " 1 2 3 4 5 6|");
}

BOOST_AUTO_TEST_CASE(kerning_in_a_font_with_blanks_parts_no_word) {
  // A pair that is kerned apart by .09, nine that are not, and blanks.
  const auto document = read_pdf(PdfBuilder().page(
      "BT /F 10 Tf 20 250 Td [(W) -90 (arden) ( and ) (river) ( and ) (island) ( and ) (nest)] TJ ET"));
  BOOST_TEST(text_of(document.pages.at(0).words) == "Warden and river and island and nest|");
}

BOOST_AUTO_TEST_CASE(bold_by_printing_each_sign_twice_keeps_double_letters_and_points) {
  const auto document = read_pdf(PdfBuilder().page(by_sign("all hill sites at 11.1 and 1.11", 250, 0, 278, "0.8")));
  BOOST_TEST(text_of(document.pages.at(0).words) == "all hill sites at 11.1 and 1.11|");
  BOOST_TEST(document.pages.at(0).words.at(0).bold);
}

BOOST_AUTO_TEST_CASE(a_shadow_and_a_second_layer_count_once_and_are_not_bold) {
  const std::string line = "(Fill the pools of the hill) Tj ET ";
  const auto document =
      read_pdf(PdfBuilder().page("0.7 g BT /F 10 Tf 21.5 248.5 Td " + line + "0 g BT /F 10 Tf 20 250 Td " + line +
                                 "BT /F 10 Tf 20 200 Td (all ill) Tj ET"));
  BOOST_TEST(text_of(document.pages.at(0).words) == "Fill the pools of the hill all ill|");
  BOOST_TEST(!document.pages.at(0).words.at(0).bold);
}

BOOST_AUTO_TEST_CASE(a_font_without_widths_still_makes_words_and_numbers) {
  std::string widths;
  for (int i = 32; i < 127; ++i) widths += " 0";
  const std::string font = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/FirstChar 32/LastChar 126/Widths[" +
                           widths + "]/Encoding/WinAnsiEncoding>>";
  std::string content = by_sign("warden 1.1 and 11.1", 250, 0, 278);
  for (std::size_t at = content.find("/F "); at != std::string::npos; at = content.find("/F ", at + 3))
    content[at + 1] = 'X';
  const auto document = read_pdf(PdfBuilder().object(font).page(content, "/Resources<</Font<</X 6 0 R>>>>"));
  const auto& words = document.pages.at(0).words;
  BOOST_TEST(text_of(words) == "warden 1.1 and 11.1|");
  BOOST_TEST(words.at(0).box.width() > 20);
}
