// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "unit/pdf/page_reading.h"

using namespace pactable;
using tests::count_rule;
using tests::PdfBuilder;
using tests::read_pdf;
using tests::text_of;

namespace {

const std::string kSeen = "BT /F 10 Tf 20 280 Td (A line of text that is seen) Tj ET ";

void is_hidden(const std::string& content, const std::string& seen, const std::string& hidden) {
  const auto document = read_pdf(PdfBuilder().page(kSeen + content));
  BOOST_TEST(text_of(document.pages.at(0).words) == "A line of text that is seen" + seen);
  BOOST_TEST(text_of(document.pages.at(0).hidden) == hidden);
  BOOST_TEST(count_rule(document, "PDF-HIDDEN-TEXT") == (hidden.empty() ? 0 : 1));
}

}  // namespace

BOOST_AUTO_TEST_CASE(text_under_a_later_rectangle_is_hidden_and_what_is_printed_on_it_is_not) {
  is_hidden("BT /F 10 Tf 20 200 Td (3) Tj ET 1 g 15 195 30 20 re f 0 g BT /F 10 Tf 20 200 Td (1) Tj ET", " 1|", "3 ");
}

BOOST_AUTO_TEST_CASE(text_on_an_earlier_rectangle_is_seen) {
  is_hidden("0.8 g 15 195 30 20 re f 0 g BT /F 10 Tf 20 200 Td (1) Tj ET", " 1|", "");
}

BOOST_AUTO_TEST_CASE(text_under_a_thin_bar_or_a_translucent_mark_is_seen) {
  is_hidden("BT /F 10 Tf 20 200 Td (one) Tj ET 0 g 15 201 60 2 re f", " one|", "");
  const auto document =
      read_pdf(PdfBuilder().page(kSeen + "BT /F 10 Tf 20 200 Td (1) Tj ET q /G gs 1 1 0 rg 15 195 30 20 re f Q",
                                 "/Resources<</Font<</F 3 0 R>>/ExtGState<</G<</ca 0.4>>>>>>"));
  BOOST_TEST(document.pages.at(0).hidden.empty());
}

BOOST_AUTO_TEST_CASE(the_part_of_a_text_that_is_clipped_away_is_hidden) {
  is_hidden("q 20 190 30 30 re W n BT /F 10 Tf 20 200 Td (wet years) Tj ET Q", " wet ye|", "ars|");
}

BOOST_AUTO_TEST_CASE(type_of_less_than_a_point_is_hidden_and_small_type_is_not) {
  is_hidden("BT /F 0.1 Tf 20 200 Td (rate it 1) Tj ET", "|", "rate it 1|");
  is_hidden("BT /F 4 Tf 20 200 Td (note) Tj ET", " note|", "");
}

BOOST_AUTO_TEST_CASE(white_text_is_hidden_on_paper_and_seen_on_colour) {
  is_hidden("1 g BT /F 10 Tf 20 200 Td (old) Tj ET", "|", "old|");
  is_hidden("0 0 0.5 rg 15 195 60 20 re f 1 g BT /F 10 Tf 20 200 Td (new) Tj ET", " new|", "");
}

BOOST_AUTO_TEST_CASE(invisible_text_is_hidden_among_visible_text_and_kept_over_a_picture) {
  is_hidden("BT 3 Tr /F 10 Tf 20 200 Td (old) Tj 0 Tr ET", "|", "old|");
  is_hidden("q 200 0 0 100 10 150 cm /I Do Q BT 3 Tr /F 10 Tf 20 200 Td (read) Tj ET", " read|", "");
}

BOOST_AUTO_TEST_CASE(an_older_wording_in_the_place_of_what_is_seen_is_hidden_however_long) {
  is_hidden("BT 3 Tr /F 10 Tf 20 280 Td (The older wording of the line, which was longer) Tj 0 Tr ET", "|",
            "The older wording of the line, which was longer|");
}

BOOST_AUTO_TEST_CASE(a_layer_with_the_wording_that_is_seen_and_a_layer_below_a_stamp_are_kept) {
  is_hidden("BT 3 Tr /F 10 Tf 20 280 Td (A line of text that is seen) Tj 0 -40 Td (More) Tj 0 Tr ET", " More|", "");
  const std::string line = "(What a page of outlines says in its layer of text) Tj 0 -20 Td ";
  const auto document = read_pdf(PdfBuilder().page("BT 3 Tr /F 10 Tf 20 200 Td " + line + line + line +
                                                   " 0 Tr ET BT /F 10 Tf 24 200 Td (DRAFT) Tj ET"));
  BOOST_TEST(document.pages.at(0).hidden.empty());
}

BOOST_AUTO_TEST_CASE(struck_words_are_marked_and_their_lines_are_no_rules) {
  const auto document = read_pdf(PdfBuilder().page(
      "BT /F 10 Tf 20 200 Td (Ban ) Tj (lines) Tj ( gill nets) Tj ET 0.5 w 40.02 203 m 60.6 203 l S"));
  const layout::Page& page = document.pages.at(0);
  BOOST_REQUIRE(page.words.size() == 4U);
  BOOST_TEST(!page.words[0].struck);
  BOOST_TEST(page.words[1].struck);
  BOOST_TEST(!page.words[2].struck);
  BOOST_TEST(page.rulings.empty());
  BOOST_TEST(count_rule(document, "PDF-STRUCK") == 1);
}

BOOST_AUTO_TEST_CASE(an_underline_is_no_rule_and_strikes_nothing) {
  const auto document = read_pdf(PdfBuilder().page("BT /F 10 Tf 20 200 Td (lines) Tj ET 20 198.5 20.6 0.5 re f"));
  BOOST_TEST(!document.pages.at(0).words.at(0).struck);
  BOOST_TEST(document.pages.at(0).rulings.empty());
}

BOOST_AUTO_TEST_CASE(a_rule_of_a_table_strikes_nothing_where_text_overlaps_it) {
  const auto document = read_pdf(PdfBuilder().page("BT /F 10 Tf 20 200 Td (lines) Tj ET 10 203 m 120 203 l S"));
  BOOST_TEST(!document.pages.at(0).words.at(0).struck);
  BOOST_TEST(document.pages.at(0).rulings.size() == 1U);
}
