// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers by their looks, at the beginning of a text.
#include "parser/label_shape.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "unit/parser/grids.h"

using namespace pactable;

namespace {

std::optional<parser::LabelShape> shape(std::string_view text) {
  return parser::leading_shape(text, test::generic().words->number_leads);
}

/// The label that the text begins with, "" where none.
std::string label(const std::string& text) {
  const auto read = shape(text);
  return read ? text.substr(0, read->length) : "";
}

struct Case {
  std::string text, label;
};

std::ostream& operator<<(std::ostream& stream, const Case& each) { return stream << '"' << each.text << '"'; }

const std::vector<Case> kLabels = {{"1 Count", "1"},
                                   {"1. Count", "1."},
                                   {"1.1. Count", "1.1."},
                                   {"1.1.5.3.1 Count", "1.1.5.3.1"},
                                   {"1) Count", "1)"},
                                   {"(1) Count", "(1)"},
                                   {"[4] Count", "[4]"},
                                   {"1: Count", "1:"},
                                   {"1.0 Law", "1.0"},
                                   {"a) walk", "a)"},
                                   {"(ii) walk", "(ii)"},
                                   {"IV. Law", "IV."},
                                   {"A.1.3 Count", "A.1.3"},
                                   {"II.4 Count", "II.4"},
                                   {"MT-7.1 Count", "MT-7.1"},
                                   {"MT.7 Count", "MT.7"},
                                   {"H2 Count", "H2"},
                                   {"IG2a Count", "IG2a"},
                                   {"MON-01 Count", "MON-01"},
                                   {"Goal 1: Birds", "Goal 1:"},
                                   {"Objective A Birds", "Objective A"},
                                   {"1.3bis Count", "1.3bis"},
                                   {"1.3a Count", "1.3a"},
                                   {"1.3 ter", "1.3"},
                                   {"1.Count", "1."}};

const std::vector<std::string> kNone = {
    "",     "Count", "2024 was dry", "1999", "12000 birds",   "0 birds",  "Rings 5",  "1st of May",      "3D model",
    "10th", "Étude", "élan",         "iPad", "ABCDEFG1 code", "(1 Count", "[a Count", "1.1.1.1.1.1.1.1x"};

}  // namespace

BOOST_AUTO_TEST_SUITE(label_shapes)

BOOST_DATA_TEST_CASE(a_text_begins_with_a_number, boost::unit_test::data::make(kLabels), each) {
  BOOST_TEST(label(each.text) == each.label);
}

BOOST_DATA_TEST_CASE(a_text_begins_with_none, boost::unit_test::data::make(kNone), text) {
  BOOST_TEST(label(text).empty(), label(text));
}

BOOST_AUTO_TEST_CASE(mere_figures_and_letters_are_not_set_off) {
  for (const char* text : {"1 bird", "A bird", "i bird"}) BOOST_TEST(!shape(text).value().set_off, text);
  for (const char* text :
       {"1. Count", "1.1 Count", "(a) Count", "Goal 1", "a) Count", "1: Count", "H2 Count", "1.0 Law"})
    BOOST_TEST(shape(text).value().set_off, text);
}

BOOST_AUTO_TEST_CASE(the_form_says_depth_lead_tail_and_kinds_of_figures) {
  using numbering::Figure;
  BOOST_TEST(shape("1.1.1")->form.depth == 3);
  BOOST_TEST(shape("1.1.1")->form.figures.empty());
  BOOST_TEST(shape("10.0 Law")->form.tail == ".0");
  BOOST_TEST(shape("10.0 Law")->form.depth == 1);
  BOOST_TEST(shape("MT-7.1")->form.lead == "MT-");
  BOOST_TEST(shape("Goal 1")->form.lead == "Goal ");
  BOOST_TEST((shape("A.1")->form.figures == std::vector{Figure::kLetterUpper, Figure::kDecimal}));
  BOOST_TEST((shape("iv. x")->form.figures == std::vector{Figure::kRomanLower}));
  BOOST_TEST((shape("d) x")->form.figures == std::vector{Figure::kLetterLower}));
}

BOOST_AUTO_TEST_CASE(a_number_that_was_put_in_has_a_suffix_behind_its_base) {
  const auto inserted = shape("1.3bis Count");
  BOOST_REQUIRE(inserted.has_value());
  BOOST_TEST(inserted->suffix == "bis");
  BOOST_TEST(inserted->base == 3U);
  BOOST_TEST(inserted->form.depth == 2);
  BOOST_TEST(shape("1.3 Count")->suffix.empty());
  BOOST_TEST(shape("IG2a")->suffix == "a");
}

BOOST_AUTO_TEST_SUITE_END()
