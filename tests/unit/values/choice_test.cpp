// SPDX-License-Identifier: GPL-3.0-or-later
// What forms say by boxes that are ticked.
#include "values/choice.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using pactable::values::ticked;

namespace {

struct Case {
  std::string printed, said;
};

std::ostream& operator<<(std::ostream& stream, const Case& each) { return stream << each.printed; }

const std::vector<Case> kTicked = {
    {"☒ 1 ☐ 2 ☐ 3", "1"},  {"☐ high ☑ low", "low"}, {"☒ Parks ☒ Chair ☐ WWF", "Parks; Chair"},
    {"☒high☐low", "high"}, {"◉ yes ○ no", "yes"},   {"☒ short term", "short term"}};

// Without a tick, without a text behind it, or with a text before the first box nothing is chosen.
const std::vector<std::string> kAsPrinted = {
    "", "high", "☐ high ☐ low", "☐", "☒", "☒ ☐ low", "Priority: ☒ high ☐ low", "○", "○ ○ ●", "● ● ○"};

}  // namespace

BOOST_AUTO_TEST_SUITE(choices)

BOOST_DATA_TEST_CASE(what_stands_behind_ticked_boxes_is_said, boost::unit_test::data::make(kTicked), each) {
  BOOST_TEST(ticked(each.printed) == each.said);
}

BOOST_DATA_TEST_CASE(other_texts_are_said_as_printed, boost::unit_test::data::make(kAsPrinted), text) {
  BOOST_TEST(ticked(text) == text);
}

BOOST_AUTO_TEST_SUITE_END()
