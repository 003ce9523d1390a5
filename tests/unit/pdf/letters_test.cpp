// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <string>

#include "unit/pdf/page_reading.h"

using namespace pactable;
using tests::count_rule;
using tests::PdfBuilder;
using tests::read_pdf;
using tests::text_of;

namespace {

/// A font without a program, whose table of characters is `map` ("<41> <0041>" a line).
PdfBuilder with_font(const std::string& name, const std::string& map, const std::string& widths) {
  const std::string cmap =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def 1 "
      "begincodespacerange <00> <FF> endcodespacerange " +
      map + " endcmap end end";
  return PdfBuilder()
      .object("<</Type/Font/Subtype/TrueType/BaseFont/" + name + "/FirstChar 32/LastChar 126/Widths[" + widths +
              "]/ToUnicode 7 0 R/FontDescriptor<</Type/FontDescriptor/FontName/" + name +
              "/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 0/StemV 0>>>>")
      .object("<</Length " + std::to_string(cmap.size()) + ">>\nstream\n" + cmap + "\nendstream");
}

std::string all_widths(int width) {
  std::string out;
  for (int i = 32; i < 127; ++i) out += " " + std::to_string(width);
  return out;
}

const std::string kFont = "/Resources<</Font<</F 3 0 R/X 6 0 R>>>>";

}  // namespace

BOOST_AUTO_TEST_CASE(private_signs_of_wingdings_become_boxes_and_ticks) {
  const auto pdf =
      with_font("ABCDEF+Wingdings-Regular", "2 beginbfchar <41> <F0FE> <42> <F0A8> endbfchar", all_widths(890))
          .page("BT /X 10 Tf 20 250 Td (A) Tj 60 0 Td (B) Tj ET", kFont);
  BOOST_TEST(text_of(pdf) == "☑ ☐|");
}

BOOST_AUTO_TEST_CASE(letters_of_another_font_stay_letters) {
  const auto pdf = with_font("Wingate", "2 beginbfchar <41> <00FC> <42> <00FB> endbfchar", all_widths(500))
                       .page("BT /X 10 Tf 20 250 Td (A) Tj 60 0 Td (B) Tj ET", kFont);
  BOOST_TEST(text_of(pdf) == "ü û|");
}

BOOST_AUTO_TEST_CASE(an_accent_set_over_its_letter_is_part_of_it) {
  // TeX sets the accent, pulls back and sets the letter.
  BOOST_TEST(text_of(PdfBuilder().page("BT /F 10 Tf 20 250 Td [(esp) (\\250) 445 (ece)] TJ ET")) == "espëce|");
  BOOST_TEST(text_of(PdfBuilder().page("BT /F 10 Tf 20 250 Td [(a) (\\264) (e)] TJ ET")) == "a´e|");
}

BOOST_AUTO_TEST_CASE(a_space_that_the_next_letter_is_set_over_parts_no_word) {
  BOOST_TEST(text_of(PdfBuilder().page("BT /F 10 Tf 20 250 Td [(Pri) ( ) 278 (ority) ( ) (is high)] TJ ET")) ==
             "Priority is high|");
}

BOOST_AUTO_TEST_CASE(ligatures_that_a_font_does_not_tell_are_read_by_width_and_place) {
  // f and i are .3 and .2 wide, what has no character is .5.
  std::string widths;
  for (int i = 32; i < 127; ++i) widths += i == 'f' ? " 300" : i == 'i' || i == 'l' || i == ' ' ? " 200" : " 500";
  const auto pdf = with_font("Ligatures",
                             "1 beginbfrange <20> <3F> <0020> endbfrange 1 beginbfrange <61> <7A> <0061> "
                             "endbfrange 2 beginbfchar <41> <FFFD> <42> <FFFD> endbfchar",
                             widths)
                       .page("BT /X 10 Tf 20 250 Td (the Arst Ave islands of Bood in a Bow deAne all) Tj ET", kFont);
  const auto document = read_pdf(pdf);
  BOOST_TEST(text_of(document.pages.at(0).words) == "the first five islands of flood in a flow define all|");
  BOOST_TEST(count_rule(document, "PDF-LIGATURE") == 1);
  BOOST_TEST(count_rule(document, "PDF-NO-UNICODE") == 0);
}

BOOST_AUTO_TEST_CASE(letters_that_are_read_from_right_to_left_come_in_reading_order) {
  // Lam, alef and beh as they are seen from left to right, the shapes of their places in a word.
  const auto pdf = with_font("Arabic", "3 beginbfchar <41> <FE90> <42> <FE8E> <43> <FEDF> endbfchar", all_widths(500))
                       .page("BT /X 10 Tf 20 250 Td (ABC) Tj ET", kFont);
  BOOST_TEST(text_of(pdf) == "لاب|");
}

BOOST_AUTO_TEST_CASE(a_page_whose_content_is_turned_is_read_upright) {
  std::string content = "0 1 -1 0 400 0 cm ";
  for (int line = 0; line < 4; ++line) {
    content += "BT /F 10 Tf 20 " + std::to_string(350 - 20 * line) + " Td (A line of the turned page) Tj ET ";
  }
  content += "20 300 200 0.5 re f";
  const auto document = read_pdf(PdfBuilder().page(content));
  const layout::Page& page = document.pages.at(0);
  BOOST_TEST(page.turned == 90);
  BOOST_TEST(page.width == 300);
  BOOST_TEST(page.words.at(0).rotation == 0);
  BOOST_TEST(page.words.at(0).box.x0 == 20, boost::test_tools::tolerance(0.01));
  BOOST_TEST(page.rulings.at(0).horizontal);
  const Box shown = layout::as_displayed(page, page.words.at(0).box);
  BOOST_TEST(shown.y1 == 280, boost::test_tools::tolerance(0.01));
  BOOST_TEST(shown.height() > shown.width() - 10);
}

BOOST_AUTO_TEST_CASE(a_turned_label_turns_no_page) {
  const auto document = read_pdf(PdfBuilder().page(
      "BT /F 10 Tf 20 250 Td (A line of text that stands upright on its page) Tj ET BT 0 1 -1 0 200 20 Tm /F 10 Tf "
      "(Priority) Tj ET"));
  BOOST_TEST(document.pages.at(0).turned == 0);
}

BOOST_AUTO_TEST_CASE(a_word_ends_at_a_rule_where_the_next_one_is_set_anew) {
  const auto document = read_pdf(PdfBuilder().page(
      "BT /F 10 Tf 20 250 Td (Department) Tj ET BT /F 10 Tf 73 250 Td (1) Tj ET 0.5 w 70 240 m 70 270 l S"));
  BOOST_TEST(text_of(document.pages.at(0).words) == "Department 1|");
}
