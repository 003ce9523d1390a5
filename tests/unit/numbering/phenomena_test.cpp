// SPDX-License-Identifier: GPL-3.0-or-later
// One phenomenon a test.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "unit/numbering/examples.h"

using namespace pactable;
using namespace pactable::numbering;
using namespace pactable::numbering::examples;

namespace {

Recovery scanned(const std::string& printed, const Scheme& scheme) {
  return recover(labels(printed, LabelOrigin::kOcr), scheme);
}
Recovery typed(const std::string& printed, const Scheme& scheme) {
  return recover(labels(printed, LabelOrigin::kTyped), scheme);
}

/// Canonical numbers, "?" where there is none; repaired ones with a star, disputed ones with their suggestion.
std::string told(const Recovery& recovery) {
  std::string out;
  for (const Verdict& verdict : recovery.verdicts) {
    if (!out.empty()) out += ' ';
    out += verdict.canonical.value_or("?");
    if (verdict.status == Status::kRepaired) out += '*';
    if (verdict.status == Status::kDisputed) out += "!" + verdict.suggested->value;
  }
  return out;
}

bool among_first_two(const Verdict& verdict, const std::string& number) {
  for (std::size_t i = 0; i < std::min<std::size_t>(2, verdict.candidates.size()); ++i)
    if (verdict.candidates[i].value == number) return true;
  return false;
}

std::string rules(const Recovery& recovery) {
  std::string out;
  for (const Oddity& oddity : recovery.oddities) out += (out.empty() ? "" : " ") + oddity.rule;
  return out;
}

const std::string kTwoSections = "1.0 1.1 1.2 1.3 1.4 2.0 2.1 2.2 2.3 2.4 2.5 3.0 3.1 3.2 3.3";

}  // namespace

BOOST_AUTO_TEST_CASE(a_lost_point_is_put_back) {
  BOOST_TEST(told(scanned("1.0 1.1 12 1.3 1.4 2.0 2.1 2.2 23 2.4 3.0 3.1 3.2", section_and_row())) ==
             "1.0 1.1 1.2* 1.3 1.4 2.0 2.1 2.2 2.3* 2.4 3.0 3.1 3.2");
}

BOOST_AUTO_TEST_CASE(a_comma_for_a_point_is_put_right) {
  BOOST_TEST(told(scanned("1.0 1.1 1,2 1.3 1.4 2.0 2.1 2.2 2:3 2.4 3.0 3.1 3.2", section_and_row())) ==
             "1.0 1.1 1.2* 1.3 1.4 2.0 2.1 2.2 2.3* 2.4 3.0 3.1 3.2");
}

BOOST_AUTO_TEST_CASE(letters_that_look_like_figures_are_put_right) {
  BOOST_TEST(told(scanned("l.0 1.1 I.2 1.3 1.4 2.0 Z.1 2.2 2.3 2.4 3.0 3.1 З.2 3.3", section_and_row())) ==
             "1.0* 1.1 1.2* 1.3 1.4 2.0 2.1* 2.2 2.3 2.4 3.0 3.1 3.2* 3.3");
}

BOOST_AUTO_TEST_CASE(a_section_row_with_a_lost_figure_is_the_next_section_and_not_the_look_alike) {
  BOOST_TEST(told(scanned("1.0 1.1 1.2 2.0 2.1 2.2 3.0 3.1 3.2 l.0 4.1 4.2 5.0 5.1", section_and_row())) ==
             "1.0 1.1 1.2 2.0 2.1 2.2 3.0 3.1 3.2 4.0* 4.1 4.2 5.0 5.1");
}

BOOST_AUTO_TEST_CASE(clean_text_is_left_alone_and_has_no_oddities) {
  const Recovery recovery = scanned(kTwoSections, section_and_row());
  BOOST_TEST(told(recovery) == kTwoSections);
  BOOST_TEST(rules(recovery) == "");
}

BOOST_AUTO_TEST_CASE(flat_numbers_run_through_several_tables) {
  std::vector<Label> sequence;
  for (int i = 1; i <= 38; ++i) {
    Label label;
    label.printed = std::to_string(i);
    label.scope_begins = i == 1 || i == 12 || i == 25;
    sequence.push_back(label);
  }
  const Recovery recovery = recover(sequence, levels({1}));
  BOOST_TEST(rules(recovery) == "");
  for (const Verdict& verdict : recovery.verdicts) {
    BOOST_TEST(name_of(verdict.status) == "as-printed");
    BOOST_TEST(verdict.parent == -1);
  }
}

BOOST_AUTO_TEST_CASE(a_list_of_more_than_four_thousand_rows_is_walked_to_its_end) {
  std::vector<Label> sequence;
  for (int i = 1; i <= 4200; ++i) {
    Label label;
    label.printed = std::to_string(i);
    sequence.push_back(label);
  }
  const Recovery recovery = recover(sequence, levels({1}));
  BOOST_TEST(name_of(recovery.verdicts[1234].status) == "as-printed");
  BOOST_TEST(recovery.verdicts.size() == 4200U);
}

BOOST_AUTO_TEST_CASE(roman_and_letter_levels_are_followed) {
  Scheme scheme = levels({1, 2, 3});
  scheme.forms[0].figures = {Figure::kRomanUpper};
  scheme.forms[1].figures = {Figure::kRomanUpper, Figure::kDecimal};
  scheme.forms[2].figures = {Figure::kRomanUpper, Figure::kDecimal, Figure::kLetterLower};
  const std::string plan = "I. I.1 I.1.a I.1.b I.2 II. II.1 II.1.a II.1.b II.1.c III. III.1 IV. IV.1";
  const Recovery recovery = typed(plan, scheme);
  BOOST_TEST(rules(recovery) == "");
  BOOST_TEST(recovery.verdicts[8].parent == 6);
  BOOST_TEST(
      told(typed("I. I.1 I.1.a I.1.b I.2 II. II.1 II.1.a I.1.b II.1.c III. III.1", scheme)).find("I.1.b!II.1.b") !=
      std::string::npos);
}

BOOST_AUTO_TEST_CASE(codes_with_zero_filled_figures_keep_their_width_in_suggestions) {
  Scheme scheme = levels({1});
  scheme.forms[0].lead = "MON-";
  BOOST_TEST(told(scanned("MON-01 MON-02 MON-O3 MON-04 MON-05 MON-06 MON-07 MON-08 MON-09 MON-10 MON-11", scheme)) ==
             "MON-01 MON-02 MON-03* MON-04 MON-05 MON-06 MON-07 MON-08 MON-09 MON-10 MON-11");
}

BOOST_AUTO_TEST_CASE(two_numbers_of_one_row_are_kept_as_printed_at_the_place_of_the_first) {
  Scheme scheme = levels({1});
  scheme.joining_words = {"and"};
  scheme.forms[0].lead = "Task No. ";
  std::vector<Label> sequence = labels("52 53 54 55 57 58 59 61", LabelOrigin::kTyped);
  for (Label& label : sequence) label.printed = "Task No. " + label.printed;
  sequence[2].printed = "Task No. 54 and 56";
  sequence[6].printed = "Task No. 59 & 60";
  const Recovery recovery = recover(sequence, scheme);
  BOOST_TEST(told(recovery) == "52 53 54 and 56 55 57 58 59 & 60 61");
  BOOST_TEST(recovery.verdicts[2].path == (std::vector<int>{54}), boost::test_tools::per_element());
  BOOST_TEST(rules(recovery) == "NUM-SEVERAL NUM-SEVERAL");
  BOOST_TEST(recovery.oddities[0].message == "54 and 56 are two numbers of one row; it stands at the first");
}

BOOST_AUTO_TEST_CASE(codes_with_a_letter_behind_the_figure_are_followed) {
  Scheme scheme = levels({1, 2});
  scheme.forms[0].lead = scheme.forms[1].lead = "IG";
  scheme.forms[1].separator.clear();
  scheme.forms[1].figures = {Figure::kDecimal, Figure::kLetterLower};
  BOOST_TEST(rules(typed("IG1 IG1a IG1b IG2 IG2a IG2b IG2c IG3 IG3a", scheme)) == "");
  BOOST_TEST(told(typed("IG1 IG1a IG1b IG2 IG2a IG1b IG2c IG3 IG3a", scheme)) ==
             "IG1 IG1a IG1b IG2 IG2a IG1b!IG2b IG2c IG3 IG3a");
}

BOOST_AUTO_TEST_CASE(a_repeated_number_is_reported_with_both_rows) {
  const Recovery recovery = typed("1.0 1.1 1.2 1.2 1.3 1.4 2.0 2.1 2.2", section_and_row());
  const auto repeats = of_rule(recovery, "NUM-DUPLICATE");
  BOOST_TEST_REQUIRE(repeats.size() == 1U);
  BOOST_TEST(repeats[0].labels == (std::vector<int>{2, 3}), boost::test_tools::per_element());
  BOOST_TEST(rules(recovery) == "NUM-DUPLICATE");
}

BOOST_AUTO_TEST_CASE(a_restart_under_a_caption_is_silent_and_elsewhere_reported) {
  const std::string twice = "1 2 3 4 5 6 1 2 3 4 5 6";
  std::vector<Label> sequence = labels(twice, LabelOrigin::kTyped);
  BOOST_TEST(rules(recover(sequence, levels({1}))) == "NUM-RESTART");
  sequence[6].scope_begins = true;
  BOOST_TEST(rules(recover(sequence, levels({1}))) == "");
}

BOOST_AUTO_TEST_CASE(numbers_missing_at_the_end_are_not_invented) {
  const Recovery recovery = typed("1.0 1.1 1.2 2.0 2.1", section_and_row());
  BOOST_TEST(recovery.verdicts.size() == 5U);
  BOOST_TEST(rules(recovery) == "");
}

BOOST_AUTO_TEST_CASE(a_plan_sorted_by_something_else_is_kept_and_reported_once) {
  const std::string plan = "3.2 1.4 2.1 5.6 1.1 4.3 2.7 3.1 5.1 1.2 4.1 2.2 6.3 5.4 1.3 6.1";
  for (const LabelOrigin origin : {LabelOrigin::kTyped, LabelOrigin::kOcr}) {
    const Recovery recovery = recover(labels(plan, origin), levels({2}));
    BOOST_TEST(told(recovery) == plan);
    BOOST_TEST(rules(recovery) == "NUM-ORDER");
  }
}

BOOST_AUTO_TEST_CASE(two_missing_numbers_are_named_together) {
  const Recovery recovery = typed("1.0 1.1 1.2 1.5 1.6 2.0 2.1 2.2 2.3 3.0 3.1", section_and_row());
  BOOST_TEST_REQUIRE(recovery.oddities.size() == 1U);
  BOOST_TEST(recovery.oddities[0].message == "1.3, 1.4 are missing between 1.2 and 1.5");
}

BOOST_AUTO_TEST_CASE(an_empty_number_cell_is_missing_with_a_candidate_and_gets_no_number) {
  const Recovery recovery = scanned("1.0 1.1 - 1.3 1.4 2.0 2.1 2.2", section_and_row());
  const Verdict& verdict = recovery.verdicts[2];
  BOOST_TEST(name_of(verdict.status) == "missing");
  BOOST_TEST(!verdict.canonical.has_value());
  BOOST_TEST_REQUIRE(!verdict.candidates.empty());
  BOOST_TEST(verdict.candidates[0].value == "1.2");
  BOOST_TEST(rules(recovery) == "NUM-MISSING");
}

BOOST_AUTO_TEST_CASE(a_damaged_digit_beside_a_missing_row_is_ambiguous) {
  // 2.4 or 2.5: one of the two rows is not there.
  const Recovery recovery =
      scanned("1.0 1.1 1.2 1.3 1.4 2.0 2.1 2.2 2.3 2.? 2.6 2.7 3.0 3.1 3.2 3.3 4.0 4.1", section_and_row());
  const Verdict& verdict = recovery.verdicts[9];
  BOOST_TEST(name_of(verdict.status) == "ambiguous");
  BOOST_TEST(among_first_two(verdict, "2.4"));
  BOOST_TEST(among_first_two(verdict, "2.5"));
}

BOOST_AUTO_TEST_CASE(a_damaged_last_row_of_the_document_is_ambiguous) {
  const Recovery recovery = scanned("1.0 1.1 1.2 1.3 1.4 2.0 2.1 2.2 2.?", section_and_row());
  BOOST_TEST(name_of(recovery.verdicts.back().status) == "ambiguous");
  BOOST_TEST(among_first_two(recovery.verdicts.back(), "2.3"));
}

BOOST_AUTO_TEST_CASE(two_swapped_rows_of_which_one_is_damaged_are_not_repaired_wrongly) {
  // Truly 2.4 2.3 with the first one damaged.
  const Recovery recovery =
      scanned("1.0 1.1 1.2 1.3 1.4 2.0 2.1 2.2 2.A 2.3 2.5 2.6 3.0 3.1 3.2 3.3", section_and_row());
  const Verdict& verdict = recovery.verdicts[8];
  BOOST_TEST(name_of(verdict.status) == "ambiguous");
  BOOST_TEST(among_first_two(verdict, "2.4"));
}

BOOST_AUTO_TEST_CASE(a_section_that_may_have_lost_its_leading_one_is_not_rewritten) {
  const Recovery recovery =
      scanned("9.0 9.1 9.2 10.0 10.1 10.2 10.3 1.0 1.1 1.2 1.3 1.4 12.0 12.1 12.2 13.0 13.1", section_and_row());
  for (std::size_t i = 7; i < 12; ++i) {
    BOOST_TEST(name_of(recovery.verdicts[i].status) == "ambiguous");
    BOOST_TEST(among_first_two(recovery.verdicts[i], "11." + std::to_string(i - 7)));
  }
}

BOOST_AUTO_TEST_CASE(digits_that_spell_another_number_in_the_last_place_are_not_rewritten) {
  const Recovery recovery = scanned("1.0 1.1 1.2 1.8 1.4 1.5 2.0 2.1 2.2 2.3", section_and_row());
  BOOST_TEST(name_of(recovery.verdicts[3].status) != "repaired");
  const Recovery comma = scanned("1.0 1.1 1.2 1,8 1.4 1.5 2.0 2.1 2.2 2.3", section_and_row());
  BOOST_TEST(name_of(comma.verdicts[3].status) != "repaired");
}

BOOST_AUTO_TEST_CASE(automatic_and_unknown_labels_are_never_repaired) {
  for (const LabelOrigin origin : {LabelOrigin::kAutomatic, LabelOrigin::kTyped, LabelOrigin::kUnknown}) {
    const Recovery recovery = recover(labels("1.0 1.1 .2 1.3 1.4 l.0 2.1 2.2", origin), section_and_row());
    BOOST_TEST(told(recovery) == "1.0 1.1 ?!1.2 1.3 1.4 ?!2.0 2.1 2.2");
  }
}

BOOST_AUTO_TEST_CASE(a_scheme_without_forms_and_an_empty_sequence_are_answered) {
  BOOST_TEST(recover({}, levels({1})).verdicts.empty());
  const auto sequence = labels("1 2 -", LabelOrigin::kOcr);
  BOOST_TEST(recover(sequence, Scheme{}).verdicts.size() == 3U);
}
