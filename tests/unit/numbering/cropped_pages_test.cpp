// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of which the scanner took the left edge: every label of the page has lost its first glyphs.
#include <boost/test/unit_test.hpp>

#include "unit/numbering/examples.h"

using namespace pactable;
using namespace pactable::numbering;

namespace {

struct Plan {
  std::vector<Label> labels;
  std::vector<std::string> truth;
  Scheme scheme;
};

/// Sixteen sections of eight rows, fifteen labels a page; `cropped` says what a page leaves of a label.
template <class Crop>
Plan plan_with(const Crop& cropped) {
  Plan plan;
  plan.scheme.forms = {{1, "", ".0", ".", {}}, {2, "", "", ".", {}}};
  for (int section = 1; section <= 16; ++section) {
    for (int row = 0; row <= 8; ++row) {
      const std::string truth = std::to_string(section) + "." + std::to_string(row);
      Label label;
      label.page = static_cast<int>(plan.labels.size()) / 15 + 1;
      label.printed = cropped(label.page, truth);
      label.origin = LabelOrigin::kOcr;
      label.scope_begins = plan.labels.empty();
      label.section_like = row == 0;
      label.codes_present = row > 0;
      plan.labels.push_back(label);
      plan.truth.push_back(truth);
    }
  }
  return plan;
}

struct Count {
  int repaired = 0, wrong = 0, silent = 0, open = 0;
};

Count count(const Plan& plan) {
  const Recovery recovery = recover(plan.labels, plan.scheme);
  Count out;
  for (std::size_t i = 0; i < plan.labels.size(); ++i) {
    const Verdict& verdict = recovery.verdicts[i];
    const bool right = verdict.canonical == plan.truth[i];
    if (verdict.status == Status::kRepaired)
      ++(right ? out.repaired : out.wrong);
    else if (verdict.canonical)
      out.silent += right ? 0 : 1;
    else
      ++out.open;
  }
  BOOST_TEST_MESSAGE("repaired " << out.repaired << ", wrong " << out.wrong << ", silently wrong " << out.silent
                                 << ", open " << out.open);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_last_page_that_lost_the_first_figure_is_no_return_to_a_section_of_that_number) {
  // 15.3 to 16.8: 5.3 to 6.8, all of them numbers of the plan.
  const Plan plan = plan_with([](int page, const std::string& label) { return page >= 9 ? label.substr(1) : label; });
  const Count got = count(plan);
  BOOST_TEST(got.wrong == 0);
  BOOST_TEST(got.silent == 0);
  BOOST_TEST(got.repaired >= 12);
}

BOOST_AUTO_TEST_CASE(two_cropped_stretches_do_not_take_each_others_numbers) {
  // Of section 5 the figure is lost, of 15 the first one: what is left of 15.x is what 5.x would be.
  const Plan plan = plan_with(
      [](int page, const std::string& label) { return page == 4 || page == 5 || page >= 9 ? label.substr(1) : label; });
  const Count got = count(plan);
  BOOST_TEST(got.wrong == 0);
  BOOST_TEST(got.silent == 0);
  BOOST_TEST(got.repaired >= 30);
}

BOOST_AUTO_TEST_CASE(of_labels_without_lead_and_point_the_steps_between_exact_rows_tell_the_section) {
  const auto without_two = [](int page, const std::string& label) {
    return page == 4 || page == 5 ? label.substr(2) : label;
  };
  const Count between = count(plan_with(without_two));
  BOOST_TEST(between.wrong == 0);
  BOOST_TEST(between.repaired >= 25);
  // Where a row is gone as well the sections in between cannot be counted, and nothing is repaired that only a count
  // tells.
  Plan gap = plan_with(without_two);
  gap.labels.erase(gap.labels.begin() + 54);
  gap.truth.erase(gap.truth.begin() + 54);
  BOOST_TEST(count(gap).wrong == 0);
}
