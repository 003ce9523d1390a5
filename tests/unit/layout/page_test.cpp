// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/page.h"

#include <boost/test/unit_test.hpp>

using namespace pactable;

BOOST_AUTO_TEST_CASE(a_box_of_a_page_that_leans_clockwise_lies_lower_on_the_right_as_displayed) {
  layout::Page page;
  page.width = 600;
  page.height = 800;
  page.skew = 1;
  const Box right = layout::as_displayed(page, {500, 395, 520, 405});
  BOOST_TEST(right.mid_y() > 403.0);
  BOOST_TEST(right.mid_y() < 404.5);
  const Box upper = layout::as_displayed(page, {295, 100, 305, 110});
  BOOST_TEST(upper.mid_x() > 304.5);
  BOOST_TEST(upper.height() < 10.5);
}

BOOST_AUTO_TEST_CASE(a_box_of_a_straight_page_stays) {
  const Box box{1, 2, 3, 4};
  BOOST_TEST((layout::as_displayed(layout::Page{}, box) == box));
}
