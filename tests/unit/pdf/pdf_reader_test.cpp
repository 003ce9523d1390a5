// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/pdf_reader.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <thread>

#include "unit/pdf/pdf_builder.h"

using namespace pactable;
using tests::PdfBuilder;

namespace {

layout::Document read(const PdfBuilder& pdf) {
  auto document = readers::pdf::read(pdf.build());
  BOOST_REQUIRE_MESSAGE(document.has_value(), "the PDF is read");
  return std::move(*document);
}

std::string words_of(const layout::Page& page) {
  std::string text;
  for (const layout::Word& word : page.words) text += word.text + (word.space_after ? " " : "|");
  return text;
}

bool has_rule(const layout::Document& document, const std::string& rule) {
  return std::any_of(document.oddities.begin(), document.oddities.end(),
                     [&](const layout::Oddity& oddity) { return oddity.rule == rule; });
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_pdf_is_known_by_its_mark_within_the_first_kilobyte) {
  BOOST_TEST(readers::pdf::recognises("%PDF-1.4"));
  BOOST_TEST(readers::pdf::recognises(std::string(1000, ' ') + "%PDF-1.4"));
  BOOST_TEST(!readers::pdf::recognises(std::string(1100, ' ') + "%PDF-1.4"));
  BOOST_TEST(!readers::pdf::recognises("a text about %PDF"));
}

BOOST_AUTO_TEST_CASE(words_end_at_spaces_and_at_gaps) {
  const auto document =
      read(PdfBuilder().page("BT /F 10 Tf 20 250 Td (One two) Tj ET BT /F 10 Tf 100 250 Td (three) Tj ET"));
  BOOST_TEST(words_of(document.pages.at(0)) == "One two three|");
}

BOOST_AUTO_TEST_CASE(kerning_does_not_part_a_word_and_a_wide_shift_does) {
  const auto document = read(PdfBuilder().page("BT /F 10 Tf 20 250 Td [(A) 70 (V) -300 (B)] TJ ET"));
  BOOST_TEST(words_of(document.pages.at(0)) == "AV B|");
}

BOOST_AUTO_TEST_CASE(a_word_has_its_place_from_the_upper_left) {
  const auto document = read(PdfBuilder().page("BT /F 10 Tf 20 250 Td (Hi) Tj ET"));
  const layout::Word& word = document.pages.at(0).words.at(0);
  BOOST_TEST(word.box.x0 == 20, boost::test_tools::tolerance(0.01));
  BOOST_TEST(word.baseline == 50, boost::test_tools::tolerance(0.01));
  BOOST_TEST(word.box.y0 < 50);
  BOOST_TEST(word.box.y1 > 50);
  BOOST_TEST(word.font_size == 10, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(bold_type_and_colour_are_kept) {
  const auto document = read(PdfBuilder().page("1 0 0 rg BT /B 10 Tf 20 250 Td (Bold) Tj ET"));
  const layout::Word& word = document.pages.at(0).words.at(0);
  BOOST_TEST(word.bold);
  BOOST_TEST((word.colour == layout::Colour{255, 0, 0}));
}

BOOST_AUTO_TEST_CASE(a_small_raised_mark_is_a_superscript_of_its_own) {
  const auto document = read(PdfBuilder().page("BT /F 10 Tf 20 250 Td (Urgency) Tj /F 6 Tf 4 Ts (1) Tj ET"));
  const auto& words = document.pages.at(0).words;
  BOOST_REQUIRE(words.size() == 2U);
  BOOST_TEST(!words[0].superscript);
  BOOST_TEST(words[1].superscript);
  BOOST_TEST(!words[0].space_after);
}

BOOST_AUTO_TEST_CASE(fake_bold_counts_once_and_is_told) {
  const auto document = read(PdfBuilder().page(
      "BT /F 10 Tf 20 250 Td (Total) Tj ET BT /F 10 Tf 20.4 250 Td (Total) Tj ET BT /F 10 Tf 20 200 Td (ill) Tj ET"));
  BOOST_TEST(words_of(document.pages.at(0)) == "Total ill|");
  BOOST_TEST(document.pages.at(0).words.at(0).bold);
  BOOST_TEST(has_rule(document, "PDF-REPEATED-GLYPH"));
}

BOOST_AUTO_TEST_CASE(glyphs_without_unicode_are_counted_and_marked) {
  const auto document =
      read(PdfBuilder()
               .object("<</Type/Font/Subtype/Type1/BaseFont/Symbols/FirstChar 65/LastChar 65/Widths[600]"
                       "/FontDescriptor<</Type/FontDescriptor/FontName/Symbols/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0"
                       "/Ascent 0/Descent 0/CapHeight 0/StemV 0>>/Encoding<</Type/Encoding/Differences[65/.notdef]>>>>")
               .page("BT /X 10 Tf 20 250 Td (A) Tj ET", "/Resources<</Font<</X 6 0 R>>>>"));
  BOOST_TEST(document.pages.size() == 1U);
  for (const layout::Word& word : document.pages.at(0).words) {
    BOOST_TEST(word.text == "\uFFFD");
    BOOST_TEST(has_rule(document, "PDF-NO-UNICODE"));
  }
}

BOOST_AUTO_TEST_CASE(thin_rectangles_and_strokes_are_rulings_and_wide_ones_are_fills) {
  const auto document = read(PdfBuilder().page(
      "20 100 200 0.5 re f 20 100 0.5 80 re f 0.5 w 20 200 m 220 200 l S 40 40 60 30 re S 0.8 g 200 20 50 20 re f"));
  const layout::Page& page = document.pages.at(0);
  const auto level =
      std::count_if(page.rulings.begin(), page.rulings.end(), [](const auto& r) { return r.horizontal; });
  BOOST_TEST(level == 4);  // one bar, one stroke, two sides of the box
  BOOST_TEST(static_cast<long>(page.rulings.size()) - level == 3);
  BOOST_REQUIRE(page.fills.size() == 1U);
  BOOST_TEST(page.fills[0].box.y0 == 260, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(white_on_paper_is_no_ruling_and_white_on_colour_is) {
  const auto document = read(PdfBuilder().page(
      "0.5 g 20 20 100 100 re f 1 G 1 w 20 70 m 120 70 l S 200 70 m 300 70 l S 1 g 200 200 50 50 re f"));
  const layout::Page& page = document.pages.at(0);
  BOOST_REQUIRE(page.rulings.size() == 1U);
  BOOST_TEST(page.rulings[0].box.x0 == 20, boost::test_tools::tolerance(0.01));
  BOOST_TEST(page.fills.size() == 1U);
}

BOOST_AUTO_TEST_CASE(invisible_text_over_page_images_means_recognised_text) {
  const std::string scan = "q 400 0 0 300 0 0 cm /I Do Q BT 3 Tr /F 10 Tf 20 250 Td (Recognised words) Tj ET";
  const auto document = read(PdfBuilder().page(scan).page(scan));
  BOOST_TEST((document.origin == LabelOrigin::kOcr));
  BOOST_TEST(document.origin_evidence.at(0) == "invisible text over page images on 2 of 2 pages");
  BOOST_TEST(document.pages.at(0).words.at(0).invisible);
}

BOOST_AUTO_TEST_CASE(recognised_words_that_crowd_stay_apart_and_whole) {
  // Each word is placed by itself; the second begins before the letters of the first end.
  const auto document = read(PdfBuilder().page(
      "q 400 0 0 300 0 0 cm /I Do Q BT 3 Tr /F 10 Tf 1 0 0 1 20 250 Tm (too) Tj 1 0 0 1 32.9 250 Tm (on) Tj ET"));
  BOOST_TEST(words_of(document.pages.at(0)) == "too on|");
}

BOOST_AUTO_TEST_CASE(text_beneath_a_page_image_means_recognised_text) {
  const auto document = read(PdfBuilder().page("BT /F 10 Tf 20 250 Td (Beneath) Tj ET q 400 0 0 300 0 0 cm /I Do Q"));
  BOOST_TEST((document.origin == LabelOrigin::kOcr));
}

BOOST_AUTO_TEST_CASE(visible_text_means_typed_text) {
  const auto document = read(PdfBuilder().page("BT /F 10 Tf 20 250 Td (Typed) Tj ET"));
  BOOST_TEST((document.origin == LabelOrigin::kTyped));
}

BOOST_AUTO_TEST_CASE(a_page_that_is_a_picture_is_never_silent) {
  const auto document = read(PdfBuilder().page("q 400 0 0 300 0 0 cm /I Do Q"));
  BOOST_TEST((document.origin == LabelOrigin::kUnknown));
  BOOST_TEST(has_rule(document, "PDF-NO-TEXT"));
}

BOOST_AUTO_TEST_CASE(a_rotated_page_is_read_as_it_is_displayed) {
  // Written upwards on the sheet, the page is turned clockwise for display.
  const auto document = read(PdfBuilder().page("BT /F 10 Tf 0 1 -1 0 50 20 Tm (Turned) Tj ET", "/Rotate 90"));
  const layout::Page& page = document.pages.at(0);
  BOOST_TEST(page.width == 300, boost::test_tools::tolerance(0.01));
  BOOST_TEST(page.height == 400, boost::test_tools::tolerance(0.01));
  const layout::Word& word = page.words.at(0);
  BOOST_TEST(word.rotation == 0);
  BOOST_TEST(word.box.x0 == 20, boost::test_tools::tolerance(0.01));
  BOOST_TEST(word.baseline == 50, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(text_written_upwards_knows_its_direction) {
  const auto document = read(PdfBuilder().page("BT /F 10 Tf 0 1 -1 0 50 20 Tm (Up) Tj ET"));
  BOOST_TEST(document.pages.at(0).words.at(0).rotation == 270);
}

BOOST_AUTO_TEST_CASE(impossible_coordinates_lose_no_word) {
  const auto document = read(
      PdfBuilder().page("BT /F 10 Tf 20 250 Td (near) Tj ET BT /F 10 Tf 1 0 0 1 99999999999999 20 Tm (far) Tj ET"));
  BOOST_TEST(has_rule(document, "PDF-COORDINATES"));
  std::string letters;
  for (const layout::Word& word : document.pages.at(0).words) letters += word.text;
  std::sort(letters.begin(), letters.end());
  BOOST_TEST(letters == "aaefnrr");
}

BOOST_AUTO_TEST_CASE(an_unknown_password_is_an_error_of_its_own) {
  const std::string hash(64, '0');
  const auto document = readers::pdf::read(
      PdfBuilder()
          .page("BT /F 10 Tf 20 250 Td (Secret) Tj ET")
          .trailer("/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]/Encrypt<</Filter/Standard"
                   "/V 1/R 2/P -4/O<" +
                   hash + ">/U<" + hash + ">>>")
          .build());
  BOOST_REQUIRE(!document.has_value());
  BOOST_TEST((document.error().code == ErrorCode::kEncrypted));
}

BOOST_AUTO_TEST_CASE(a_file_that_ends_early_is_repaired_and_told) {
  const std::string whole = PdfBuilder().page("BT /F 10 Tf 20 250 Td (Saved) Tj ET").build();
  const auto cut = readers::pdf::read(whole.substr(0, whole.find("xref\n0")) + "trailer\n<</Root 1 0 R>>\n");
  BOOST_REQUIRE(cut.has_value());
  BOOST_TEST(has_rule(*cut, "PDF-REPAIRED"));
  BOOST_TEST(words_of(cut->pages.at(0)) == "Saved|");
}

BOOST_AUTO_TEST_CASE(a_file_without_pages_is_damaged) {
  for (const std::string& bytes : {PdfBuilder().build(), std::string("%PDF-1.4\n"), std::string("%PDF-1.4\n%%EOF")}) {
    const auto document = readers::pdf::read(bytes);
    BOOST_REQUIRE(!document.has_value());
    BOOST_TEST((document.error().code == ErrorCode::kDamaged));
  }
}

BOOST_AUTO_TEST_CASE(no_prefix_of_a_file_breaks_the_reader) {
  const std::string whole = PdfBuilder().page("BT /F 10 Tf 20 250 Td (Cut) Tj ET 0 0 9 9 re S").build();
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    const auto document = readers::pdf::read(whole.substr(0, size));
    if (!document) BOOST_TEST((document.error().code == ErrorCode::kDamaged));
  }
}

BOOST_AUTO_TEST_CASE(pages_behind_the_last_one_that_is_wanted_are_missing) {
  const std::string bytes =
      PdfBuilder().page("BT /F 10 Tf 20 250 Td (One) Tj ET").page("BT /F 10 Tf 20 250 Td (Two) Tj ET").build();
  const auto all = readers::pdf::read(bytes);
  BOOST_REQUIRE(all.has_value());
  BOOST_TEST(!all->page_count->partial());
  const auto first = readers::pdf::read(bytes, {1, {}});
  BOOST_REQUIRE(first.has_value());
  BOOST_TEST(first->pages.size() == 1U);
  BOOST_TEST(first->page_count->total == 2);
  BOOST_TEST(first->page_count->missing == std::vector<int>{2}, boost::test_tools::per_element());
  BOOST_TEST(!has_rule(*first, "PDF-PAGE-MISSING"));
}

BOOST_AUTO_TEST_CASE(a_file_without_its_end_is_opened_by_its_catalog_or_by_its_pages) {
  const std::string whole = PdfBuilder().page("BT /F 10 Tf 20 250 Td (Saved) Tj ET").build();
  const auto cut = readers::pdf::read(whole.substr(0, whole.find("xref\n0")));
  BOOST_REQUIRE(cut.has_value());
  BOOST_TEST(words_of(cut->pages.at(0)) == "Saved|");
  BOOST_TEST(has_rule(*cut, "PDF-REPAIRED"));
  BOOST_TEST(!cut->page_count->partial());
  // Without objects 1 and 2, the catalog and the tree of pages.
  const auto rest = readers::pdf::read(
      "%PDF-1.7\n" + whole.substr(whole.find("3 0 obj"), whole.find("xref\n0") - whole.find("3 0 obj")));
  BOOST_REQUIRE(rest.has_value());
  BOOST_TEST(words_of(rest->pages.at(0)) == "Saved|");
  BOOST_TEST(rest->page_count->end_lost);
  BOOST_TEST(rest->page_count->partial());
}

BOOST_AUTO_TEST_CASE(a_page_whose_content_is_not_there_is_missing) {
  std::string bytes = PdfBuilder().page("BT /F 10 Tf 20 250 Td (One) Tj ET").page("BT (Two) Tj ET").build();
  const std::size_t content = bytes.rfind("/Contents ");
  bytes.replace(content, 12, "/Contents 99");
  const auto document = readers::pdf::read(bytes);
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->page_count->missing == std::vector<int>{2}, boost::test_tools::per_element());
  BOOST_TEST(has_rule(*document, "PDF-PAGE-MISSING"));
}

BOOST_AUTO_TEST_CASE(the_number_of_a_glyph_is_not_taken_for_its_character) {
  const auto with_font = [](const std::string& font, const std::string& shown) {
    PdfBuilder pdf;
    pdf.object(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement "
        "0>>>>");
    pdf.object(font);
    pdf.page("BT /G 10 Tf 20 250 Td " + shown + " Tj ET", "/Resources<</Font<</G 7 0 R>>>>");
    return words_of(read(pdf).pages.at(0));
  };
  const std::string composite = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>";
  BOOST_TEST(with_font(composite, "<00410042>") == "\uFFFD\uFFFD|");
  const std::string named =
      "<</Type/Font/Subtype/Type1/BaseFont/Own/Encoding<</Differences[65/g66/gid67/A/uni0042]>>>>";
  BOOST_TEST(with_font(named, "(ABCD)") == "\uFFFD\uFFFDAB|");
}

BOOST_AUTO_TEST_CASE(several_documents_are_read_at_once) {
  const std::string bytes = PdfBuilder().page("BT /F 10 Tf 20 250 Td (Same words) Tj ET").build();
  std::vector<std::string> texts(4);
  std::vector<std::thread> threads;
  for (std::string& text : texts) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        const auto document = readers::pdf::read(bytes);
        text = document ? words_of(document->pages.at(0)) : "failed";
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : texts) BOOST_TEST(text == "Same words|");
}
