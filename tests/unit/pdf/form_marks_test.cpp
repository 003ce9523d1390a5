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

// Objects 6 to 8 are the widgets, 9 the field of the radio buttons.
std::string radio(int number, const std::string& state, double y) {
  return "<</Type/Annot/Subtype/Widget/Parent 9 0 R/Rect[20 " + std::to_string(y) + " 30 " + std::to_string(y + 10) +
         "]/AS/" + state + "/AP<</N<</S" + std::to_string(number) + " 10 0 R/Off 10 0 R>>>>/F 4>>";
}

PdfBuilder radios(int chosen) {
  PdfBuilder pdf;
  for (int i = 1; i <= 3; ++i) pdf.object(radio(i, i == chosen ? "S" + std::to_string(i) : "Off", 200 - 15.0 * i));
  const std::string value = chosen > 0 ? "/S" + std::to_string(chosen) : "/Off";
  pdf.object("<</FT/Btn/Ff 49152/T(p)/V" + value + "/Kids[6 0 R 7 0 R 8 0 R]>>");
  pdf.object("<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Length 0>>\nstream\n\nendstream");
  pdf.form("<</Fields[9 0 R]>>");
  return pdf.page("BT /F 10 Tf 34 187 Td (High) Tj 0 -15 Td (Medium) Tj 0 -15 Td (Low) Tj ET",
                  "/Annots[6 0 R 7 0 R 8 0 R]");
}

}  // namespace

BOOST_AUTO_TEST_CASE(of_radio_buttons_the_words_of_the_chosen_one_are_text) {
  const auto document = read_pdf(radios(2));
  BOOST_TEST(text_of(document.pages.at(0).words) == "Medium ");
  BOOST_TEST(text_of(document.pages.at(0).hidden) == "High Low|");
  BOOST_TEST(count_rule(document, "PDF-NOT-CHOSEN") == 1);
}

BOOST_AUTO_TEST_CASE(where_no_radio_button_is_chosen_all_words_stay) {
  const auto document = read_pdf(radios(0));
  BOOST_TEST(document.pages.at(0).hidden.empty());
  BOOST_TEST(text_of(document.pages.at(0).words).find("High") != std::string::npos);
  BOOST_TEST(text_of(document.pages.at(0).words).find("○") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(check_boxes_are_words_where_they_stand) {
  const auto box = [](const std::string& state, int y) {
    return "<</Type/Annot/Subtype/Widget/FT/Btn/T(c" + std::to_string(y) + ")/V/" + state + "/AS/" + state +
           "/Rect[100 " + std::to_string(y) + " 110 " + std::to_string(y + 10) +
           "]/AP<</N<</Yes 8 0 R/Off 8 0 R>>>>/F 4>>";
  };
  PdfBuilder pdf;
  pdf.object(box("Yes", 200)).object(box("Off", 150));
  pdf.object("<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Length 0>>\nstream\n\nendstream");
  pdf.form("<</Fields[6 0 R 7 0 R]>>").page("", "/Annots[6 0 R 7 0 R]");
  const auto document = read_pdf(pdf);
  const auto& words = document.pages.at(0).words;
  BOOST_REQUIRE(words.size() == 2U);
  BOOST_TEST(words[0].text == "☑");
  BOOST_TEST(words[0].box.x0 == 100, boost::test_tools::tolerance(0.01));
  BOOST_TEST(words[0].box.y1 == 100, boost::test_tools::tolerance(0.01));
  BOOST_TEST(words[1].text == "☐");
}

BOOST_AUTO_TEST_CASE(numbers_of_lines_at_the_margin_stand_beside_the_text) {
  std::string content;
  for (int line = 1; line <= 20; ++line) {
    const std::string y = std::to_string(290 - 13 * line);
    content +=
        "BT /F 8 Tf " + std::to_string(line < 10 ? 24.4 : 20.0) + " " + y + " Td (" + std::to_string(line) + ") Tj ET ";
    if (line % 3 == 0)
      content += "BT /F 10 Tf 60 " + y + " Td (1." + std::to_string(line) + " a row of the table) Tj ET ";
  }
  const auto document = read_pdf(PdfBuilder().page(content));
  BOOST_TEST(document.pages.at(0).beside.size() == 20U);
  BOOST_TEST(text_of(document.pages.at(0).words).starts_with("1.3 a row of the table 1.6 a row"));
}

BOOST_AUTO_TEST_CASE(numbers_of_rows_are_text) {
  std::string content;
  for (int line = 1; line <= 20; ++line) {
    const std::string y = std::to_string(290 - 13 * line);
    content += "BT /F 8 Tf 20 " + y + " Td (" + std::to_string(line) + ") Tj ET ";
    content += "BT /F 8 Tf 60 " + y + " Td (an action that is level with its number) Tj ET ";
  }
  BOOST_TEST(read_pdf(PdfBuilder().page(content)).pages.at(0).beside.empty());
}

BOOST_AUTO_TEST_CASE(a_stamp_over_the_text_stands_beside_it_and_a_large_title_does_not) {
  const std::string text =
      "BT /F 9 Tf 20 200 Td (Compare the fish of dry years) Tj 0 -12 Td (and of wet ones with care) Tj ET ";
  const auto stamped = read_pdf(PdfBuilder().page(text + "1 0 0 rg BT /B 26 Tf 60 190 Td (AGREED) Tj ET"));
  BOOST_TEST(text_of(stamped.pages.at(0).beside) == "AGREED|");
  const auto titled = read_pdf(PdfBuilder().page(text + "BT /B 26 Tf 60 250 Td (AGREED) Tj ET"));
  BOOST_TEST(titled.pages.at(0).beside.empty());
}
