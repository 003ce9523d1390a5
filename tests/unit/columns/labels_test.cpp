// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "columns/label_run.h"
#include "unit/columns/tables.h"

using namespace pactable;
using namespace pactable::test;
using columns::LabelRun;
using columns::LightLabel;

namespace {

LabelRun run_of(const std::vector<std::string>& labels) {
  LabelRun run;
  run.begin_table();
  for (const std::string& label : labels) {
    if (const auto read = columns::read_whole_label(label, vocabulary())) run.add(*read);
  }
  return run;
}

bool whole(std::string_view text) { return columns::read_whole_label(text, vocabulary()).has_value(); }
std::size_t leading(std::string_view text) {
  const auto label = columns::read_leading_label(text, vocabulary());
  return label ? label->length : 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(labels)

BOOST_AUTO_TEST_CASE(numbers_of_all_makes_are_labels) {
  for (const char* text : {"1",      "1.2",         "3.0",  "10.",       "A1",       "A.1.3", "MT-7.1",       "IG2a",
                           "Goal 1", "Output 1.2:", "(a)",  "b)",        "IV.",      "iii",   "Action No. 5", "#3",
                           "[4]",    "14.1 (new)",  "1.1*", "54 and 56", "1.3, 1.4", "۱۲",    "2(b)"}) {
    BOOST_TEST(whole(text), text);
  }
}

BOOST_AUTO_TEST_CASE(other_short_texts_are_none) {
  for (const char* text :
       {"High", "2025", "12 000", "10 %", "UNEP", "N.º", "see 1.2", "x ray", "1.2 million", "Dec 2018", ""}) {
    BOOST_TEST(!whole(text), text);
  }
}

BOOST_AUTO_TEST_CASE(a_text_begins_with_a_label_that_is_set_off) {
  BOOST_TEST(leading("1.1. As required") == 4u);
  BOOST_TEST(leading("(a) Parties should") == 3u);
  BOOST_TEST(leading("Goal 1 Habitats") == 6u);
  BOOST_TEST(leading("5 wardens are trained") == 0u);
  BOOST_TEST(leading("A plan is made") == 0u);
  BOOST_TEST(leading("Saiga 5 years later") == 0u);
}

BOOST_AUTO_TEST_CASE(labels_follow_as_siblings_children_and_steps_up) {
  BOOST_TEST(run_of({"1.0", "1.1", "1.2", "2.0", "2.1", "2.3", "3", "3.1", "3.1.1", "3.2"}).steps() == 1.0);
  BOOST_TEST(run_of({"I", "II", "III", "IV", "V", "VI"}).steps() == 1.0);
  BOOST_TEST(run_of({"G", "H", "I", "J"}).steps() == 1.0);
  BOOST_TEST(run_of({"A1", "A2", "B1", "B2"}).steps() == 1.0);
}

BOOST_AUTO_TEST_CASE(letters_begin_again_below_each_number) {
  BOOST_TEST(run_of({"1.", "(a)", "(b)", "2.", "(a)", "(b)", "3.", "(a)"}).steps() == 1.0);
  BOOST_TEST(run_of({"1.", "(a)", "(b)", "2.", "(a)", "(b)", "3.", "(a)"}).different() == 1.0);
}

BOOST_AUTO_TEST_CASE(a_flat_count_begins_again_behind_a_stretch_and_in_a_new_table) {
  BOOST_TEST(run_of({"1", "2", "3", "4", "1", "2", "3"}).steps() == 1.0);
  LabelRun run = run_of({"1", "2"});
  run.begin_table();
  run.add(*columns::read_whole_label("1", vocabulary()));
  BOOST_TEST(run.steps() == 1.0);
}

BOOST_AUTO_TEST_CASE(ranks_are_no_sequence) {
  const LabelRun run = run_of({"1", "3", "2", "1", "1", "2", "3", "1", "2", "2", "1", "3"});
  BOOST_TEST(run.steps() * run.different() < 0.4);
}

BOOST_AUTO_TEST_SUITE_END()
