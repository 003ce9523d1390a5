// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/text.h"

#include <boost/test/unit_test.hpp>

using namespace pactable;
using layout::Style;
using layout::Text;

BOOST_AUTO_TEST_CASE(a_slice_keeps_its_place_in_code_points) {
  const Text text("é1.1. Ab", LinePlace{8, 1, 0, 8});
  const Text slice = text.slice(2, 6);  // "1.1." : é is two bytes, one code point
  BOOST_TEST(slice.utf8() == "1.1.");
  BOOST_TEST((std::get<LinePlace>(slice.places().at(0)) == LinePlace{8, 1, 1, 5}));
}

BOOST_AUTO_TEST_CASE(collapsing_space_keeps_places_and_styles) {
  Text text("a  bc ", LinePlace{1, 0, 0, 6});
  text.add_style(3, 5, Style::kItalic);
  const Text collapsed = text.collapsed();
  BOOST_TEST(collapsed.utf8() == "a bc");
  BOOST_REQUIRE(collapsed.styles().size() == 1U);
  BOOST_TEST((collapsed.styles()[0] == layout::StyleSpan{2, 4, Style::kItalic}));
  BOOST_REQUIRE(collapsed.fragments().size() == 2U);
  BOOST_TEST((std::get<LinePlace>(collapsed.fragments()[1].place) == LinePlace{1, 0, 3, 5}));
}

BOOST_AUTO_TEST_CASE(a_text_is_bold_where_all_its_visible_characters_are) {
  Text text("ab cd", LinePlace{});
  text.add_style(0, 2, Style::kBold);
  BOOST_TEST(!text.is_all(Style::kBold));
  text.add_style(3, 5, Style::kBold);
  BOOST_TEST(text.is_all(Style::kBold));
}
