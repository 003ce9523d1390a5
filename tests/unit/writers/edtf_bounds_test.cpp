// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/format/edtf_bounds.h"

#include <boost/test/unit_test.hpp>

using namespace pactable::writers::format;

namespace {

std::string bounds(std::string_view edtf) {
  const DayBounds found = edtf_bounds(edtf);
  return found.earliest.value_or("-") + " " + found.latest.value_or("-");
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_date_is_bounded_by_what_it_leaves_open) {
  BOOST_TEST(bounds("2018") == "2018-01-01 2018-12-31");
  BOOST_TEST(bounds("2018-12") == "2018-12-01 2018-12-31");
  BOOST_TEST(bounds("2020-02") == "2020-02-01 2020-02-29");
  BOOST_TEST(bounds("1900-02") == "1900-02-01 1900-02-28");
  BOOST_TEST(bounds("2014-09-23") == "2014-09-23 2014-09-23");
  BOOST_TEST(bounds("202X") == "2020-01-01 2029-12-31");
  BOOST_TEST(bounds("2004-XX") == "2004-01-01 2004-12-31");
  BOOST_TEST(bounds("2004-06-XX") == "2004-06-01 2004-06-30");
  BOOST_TEST(bounds("2022~") == "2022-01-01 2022-12-31");
  BOOST_TEST(bounds("2022-06?") == "2022-06-01 2022-06-30");
}

BOOST_AUTO_TEST_CASE(an_interval_is_bounded_by_its_ends_and_an_open_end_is_not) {
  BOOST_TEST(bounds("2022-10/2023-03") == "2022-10-01 2023-03-31");
  BOOST_TEST(bounds("../2026") == "- 2026-12-31");
  BOOST_TEST(bounds("2022/..") == "2022-01-01 -");
  BOOST_TEST(bounds("/2026") == "- 2026-12-31");
}

BOOST_AUTO_TEST_CASE(a_season_is_bounded_by_its_year) { BOOST_TEST(bounds("2022-21") == "2022-01-01 2022-12-31"); }

BOOST_AUTO_TEST_CASE(what_is_no_date_has_no_bounds) {
  for (const char* text : {"", "P5Y", "soon", "2022-13", "2022-00", "2023-02-30", "20-2", "-022", "2022-1",
                           "Y170000002", "2022-06-", "2022/06", "\xFF\xFF\xFF\xFF"}) {
    BOOST_TEST(bounds(text) == (std::string_view(text) == "2022/06" ? "2022-01-01 -" : "- -"), text);
  }
}
