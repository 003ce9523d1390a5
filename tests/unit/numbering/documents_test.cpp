// SPDX-License-Identifier: GPL-3.0-or-later
// The label sequences of three real plans, as tables of examples.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "unit/numbering/examples.h"

using namespace pactable;
using namespace pactable::numbering;
using namespace pactable::numbering::examples;

namespace {

Scheme objectives() {
  Scheme scheme = levels({1, 2, 3});
  scheme.forms[0].lead = "Objective ";
  return scheme;
}

void check(const Examples& examples, const std::vector<std::string>& expected, const Recovery& recovery) {
  BOOST_REQUIRE_EQUAL(recovery.verdicts.size(), examples.labels.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Verdict& verdict = recovery.verdicts[i];
    BOOST_TEST_CONTEXT("label " << i << " " << examples.labels[i].printed << " truly " << examples.truth[i]) {
      BOOST_TEST(name_of(verdict.status) == expected[i]);
      if (expected[i] == "disputed") {
        BOOST_TEST_REQUIRE(verdict.suggested.has_value());
        BOOST_TEST(verdict.suggested->value == examples.truth[i]);
      } else if (expected[i] != "unnumbered") {
        BOOST_TEST(verdict.canonical.value_or("none") == examples.truth[i]);
      }
    }
  }
}

long count(const Recovery& recovery, Status status) {
  return std::count_if(recovery.verdicts.begin(), recovery.verdicts.end(),
                       [status](const Verdict& verdict) { return verdict.status == status; });
}

int label_with(const Examples& examples, const std::string& truth, int from = 0) {
  for (std::size_t i = static_cast<std::size_t>(from); i < examples.truth.size(); ++i)
    if (examples.truth[i] == truth) return static_cast<int>(i);
  return -1;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_twenty_damaged_numbers_of_a_scanned_table_are_repaired_and_no_other) {
  const Examples examples = read("saiga-mtiwp-2021-2025", LabelOrigin::kOcr);
  const Recovery recovery = recover(examples.labels, section_and_row());
  check(examples, examples.ocr, recovery);
  BOOST_TEST(count(recovery, Status::kRepaired) == 20);
  for (const Verdict& verdict : recovery.verdicts)
    if (verdict.status == Status::kRepaired) {
      BOOST_TEST(verdict.confidence >= 0.99);
      BOOST_TEST(!verdict.evidence.empty());
    }
  const Verdict& repaired = recovery.verdicts[static_cast<std::size_t>(label_with(examples, "3.2"))];
  BOOST_TEST(std::count(repaired.evidence.begin(), repaired.evidence.end(), "sandwich:3.1<3.2<3.3") == 1);
}

BOOST_AUTO_TEST_CASE(a_missing_number_is_named_and_one_out_of_order_is_kept) {
  const Examples examples = read("saiga-mtiwp-2021-2025", LabelOrigin::kOcr);
  const Recovery recovery = recover(examples.labels, section_and_row());
  const auto gaps = of_rule(recovery, "NUM-GAP");
  BOOST_TEST_REQUIRE(gaps.size() == 1U);
  BOOST_TEST(gaps[0].message == "2.6 is missing between 2.5 and 2.7");
  const auto order = of_rule(recovery, "NUM-ORDER");
  BOOST_TEST_REQUIRE(order.size() == 1U);
  BOOST_TEST(order[0].message == "10.7 stands between 10.4 and 10.5");
  BOOST_TEST(recovery.oddities.size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_same_numbers_typed_are_disputed_and_none_is_changed) {
  const Examples examples = read("saiga-mtiwp-2021-2025", LabelOrigin::kTyped);
  const Recovery recovery = recover(examples.labels, section_and_row());
  check(examples, examples.typed, recovery);
  BOOST_TEST(count(recovery, Status::kDisputed) == 20);
  BOOST_TEST(count(recovery, Status::kRepaired) == 0);
}

BOOST_AUTO_TEST_CASE(a_section_holds_the_rows_below_it_whatever_their_printed_digits) {
  const Examples examples = read("saiga-mtiwp-2021-2025", LabelOrigin::kTyped);
  const Recovery recovery = recover(examples.labels, section_and_row());
  for (std::size_t i = 0; i < examples.labels.size(); ++i) {
    const std::string& truth = examples.truth[i];
    if (truth.empty() || truth.ends_with(".0")) continue;
    const std::string section = truth.substr(0, truth.find('.')) + ".0";
    BOOST_TEST_CONTEXT(truth) { BOOST_TEST(recovery.verdicts[i].parent == label_with(examples, section)); }
  }
}

BOOST_AUTO_TEST_CASE(a_copied_number_is_disputed_once_and_not_reported_as_a_repeat) {
  const Examples examples = read("cami-programme-of-work-2014-2020", LabelOrigin::kTyped);
  const Recovery recovery = recover(examples.labels, objectives());
  check(examples, examples.typed, recovery);
  const auto disputes = of_rule(recovery, "NUM-AUTHOR");
  BOOST_TEST_REQUIRE(disputes.size() == 1U);
  BOOST_TEST(disputes[0].message == "4.2.1. stands under 4.4; the sequence asks for 4.4.2");
  BOOST_TEST(of_rule(recovery, "NUM-DUPLICATE").empty());
  BOOST_TEST(of_rule(recovery, "NUM-GAP").empty());
  const auto dots = of_rule(recovery, "NUM-DOT");
  BOOST_TEST_REQUIRE(dots.size() == 2U);
  BOOST_TEST(dots[0].labels.size() == 7U);
  BOOST_TEST(dots[1].labels.size() == 1U);
  BOOST_TEST(recovery.oddities.size() == 3U);
}

BOOST_AUTO_TEST_CASE(etc_rows_stand_under_the_action_above_them) {
  const Examples examples = read("cami-programme-of-work-2014-2020", LabelOrigin::kTyped);
  const Recovery recovery = recover(examples.labels, objectives());
  BOOST_TEST(recovery.verdicts.back().parent == label_with(examples, "4.4"));
  BOOST_TEST(recovery.verdicts[static_cast<std::size_t>(label_with(examples, "4.4.2"))].parent ==
             label_with(examples, "4.4"));
}

BOOST_AUTO_TEST_CASE(a_sub_task_with_the_number_of_another_action_is_disputed_under_its_own) {
  const Examples examples = read("iwc-cmp-action-plan-2018-2024", LabelOrigin::kTyped);
  const Recovery recovery = recover(examples.labels, levels({1, 2, 3}));
  check(examples, examples.typed, recovery);
  const auto disputes = of_rule(recovery, "NUM-AUTHOR");
  BOOST_TEST_REQUIRE(disputes.size() == 1U);
  BOOST_TEST(disputes[0].message == "2.1.2. stands under 2.2; the sequence asks for 2.2.1");
  BOOST_TEST(recovery.verdicts[static_cast<std::size_t>(label_with(examples, "2.2.1"))].parent ==
             label_with(examples, "2.2"));
  // The second table begins again under its caption, silently.
  BOOST_TEST(of_rule(recovery, "NUM-RESTART").empty());
  BOOST_TEST(of_rule(recovery, "NUM-DUPLICATE").empty());
  const auto dots = of_rule(recovery, "NUM-DOT");
  BOOST_TEST_REQUIRE(dots.size() == 1U);
  BOOST_TEST(dots[0].labels.size() == 3U);
}
