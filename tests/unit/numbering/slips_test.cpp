// SPDX-License-Identifier: GPL-3.0-or-later
// Authors' slips in typed plans: reported, never changed.
#include <boost/test/unit_test.hpp>

#include "bench/damaged_plan.h"

using namespace pactable::numbering;
using namespace pactable::numbering::bench;

BOOST_AUTO_TEST_CASE(of_one_slip_in_a_hundred_rows_nearly_all_are_reported_and_hardly_anything_else) {
  SlipCount all;
  std::size_t rows = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const SlippedPlan plan = make_slipped_plan(seed);
    const SlipCount count = count_reports(plan, recover(plan.labels, plan.scheme));
    rows += plan.labels.size();
    all.slips += count.slips;
    all.reported += count.reported;
    all.false_reports += count.false_reports;
    all.changed += count.changed;
  }
  BOOST_TEST(all.slips > 100);
  BOOST_TEST(all.reported * 100 >= all.slips * 95, all.reported << " of " << all.slips);
  BOOST_TEST(static_cast<std::size_t>(all.false_reports) * 1000 <= rows);
  BOOST_TEST(all.changed == 0);
}

BOOST_AUTO_TEST_CASE(typed_plans_without_slips_have_no_findings) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SlippedPlan plan = make_slipped_plan(seed);
    for (std::size_t i = 0; i < plan.labels.size(); ++i) plan.labels[i].printed = plan.truth[i];
    BOOST_TEST(recover(plan.labels, plan.scheme).oddities.empty());
  }
}
