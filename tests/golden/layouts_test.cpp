// SPDX-License-Identifier: GPL-3.0-or-later
// The three plans in every layout that scripts/make-fixtures prints against the hand-made truth.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "golden/truth_lines.h"
#include "pipeline/converter.h"

using namespace pactable;
namespace data = boost::unit_test::data;
using test::converter;

namespace {

std::vector<std::string> layouts() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(test::fixture_path("pdf/layouts"))) {
    if (entry.path().extension() == ".pdf") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

const std::vector<std::string> kPlans = {"saiga-mtiwp-2021-2025", "cami-programme-of-work-2014-2020",
                                         "iwc-cmp-action-plan-2018-2024"};

}  // namespace

BOOST_AUTO_TEST_CASE(every_plan_is_there_in_six_layouts_at_least) {
  const std::vector<std::string> names = layouts();
  for (const std::string& plan : kPlans) {
    const auto count =
        std::count_if(names.begin(), names.end(), [&](const auto& name) { return name.starts_with(plan); });
    BOOST_TEST(count >= 6);
  }
}

BOOST_DATA_TEST_CASE(every_layout_of_a_plan_yields_the_items_of_its_truth, data::make(layouts()), name) {
  const auto plan = std::find_if(kPlans.begin(), kPlans.end(), [&](const auto& p) { return name.starts_with(p); });
  BOOST_REQUIRE(plan != kPlans.end());
  auto conversion = converter().convert(test::read_fixture("pdf/layouts/" + name + ".pdf"), name + ".pdf", {});
  BOOST_REQUIRE(conversion.has_value());
  BOOST_REQUIRE(conversion->plan.has_value());
  // The Saiga plan is printed with its true numbers, the others with the slips of their authors.
  const test::TruthOptions options{true, plan == kPlans.begin()};
  const auto expected = test::truth_lines(test::read_truth(*plan), options);
  const auto got = test::plan_lines(*conversion->plan, options);
  for (std::size_t i = 0; i < std::max(expected.size(), got.size()); ++i) {
    BOOST_TEST_CONTEXT("item " << i) {
      BOOST_TEST((i < got.size() ? got[i] : "(none)") == (i < expected.size() ? expected[i] : "(none)"));
    }
  }
}
