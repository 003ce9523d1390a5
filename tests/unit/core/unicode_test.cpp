// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unicode.h"

#include <boost/test/unit_test.hpp>

#include "core/place.h"
#include "core/sha256.h"

using namespace pactable;

BOOST_AUTO_TEST_CASE(white_space_collapses_to_single_spaces) {
  BOOST_TEST(unicode::collapse_space(" a \t b\u00A0c\n") == "a b c");
  BOOST_TEST(unicode::collapse_space("").empty());
  BOOST_TEST(unicode::trim("\u200B x y \uFEFF") == "x y");
}

BOOST_AUTO_TEST_CASE(the_skeleton_of_a_look_alike_is_that_of_the_letter) {
  BOOST_TEST(unicode::skeleton("В") == unicode::skeleton("B"));  // U+0412
  BOOST_TEST(unicode::skeleton("A") != unicode::skeleton("B"));
}

BOOST_AUTO_TEST_CASE(characters_that_xml_forbids_are_replaced_and_counted) {
  std::size_t replaced = 0;
  BOOST_TEST(unicode::xml_safe(std::string("a\x01z\tq"), &replaced) == "a\uFFFDz\tq");
  BOOST_TEST(replaced == 1U);
}

BOOST_AUTO_TEST_CASE(malformed_utf8_is_told_from_well_formed) {
  BOOST_TEST(unicode::is_valid_utf8("В ok"));
  BOOST_TEST(!unicode::is_valid_utf8("\xC0\xAF"));
  BOOST_TEST(!unicode::is_valid_utf8("\xED\xA0\x80"));
}

BOOST_AUTO_TEST_CASE(sha256_of_the_standard_example) {
  BOOST_TEST(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(boxes_merge_by_page_and_stretches_by_neighbourhood) {
  const auto merged = merge_places({PagePlace{1, {0, 0, 1, 1}}, PagePlace{2, {0, 0, 1, 1}}, PagePlace{1, {5, 5, 6, 6}},
                                    LinePlace{3, 0, 0, 4}, LinePlace{3, 0, 5, 9}, LinePlace{3, 1, 0, 2}});
  BOOST_REQUIRE(merged.size() == 4U);
  BOOST_TEST((std::get<PagePlace>(merged[0]).box == Box{0, 0, 6, 6}));
  BOOST_TEST((std::get<LinePlace>(merged[2]) == LinePlace{3, 0, 0, 9}));
}

BOOST_AUTO_TEST_CASE(one_slip_is_a_letter_more_less_or_other_or_two_swapped) {
  BOOST_TEST(unicode::is_slip_away("high", "hihg"));
  BOOST_TEST(unicode::is_slip_away("urgency", "urgenc"));
  BOOST_TEST(unicode::is_slip_away("срок", "сроки"));
  BOOST_TEST(unicode::is_slip_away("timescale", "tlmescale"));
  BOOST_TEST(!unicode::is_slip_away("high", "high"));
  BOOST_TEST(!unicode::is_slip_away("срок", "сорт"));
  BOOST_TEST(!unicode::is_slip_away("low", "lows."));
  BOOST_TEST(!unicode::is_slip_away("", "ab"));
}
