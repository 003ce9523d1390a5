// SPDX-License-Identifier: GPL-3.0-or-later
// The three plans in every layout that scripts/make-fixtures prints against the hand-made truth.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

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

// Prints that do not show where some rows end: paragraphs of a cell stand as far apart as rows, and rows of a merged
// cell have no number. What is read of those rows may be wrong, but must say so.
const std::set<std::string> kUnsure = {"cami-programme-of-work-2014-2020-outer-frame"};

void drop_unsure_rows(const plan::Plan& plan, std::vector<std::string>& got, std::vector<std::string>& expected) {
  std::set<std::string> unsure;
  for (const plan::Finding& finding : plan.findings) {
    if (finding.rule == "ROW-UNSURE") unsure.insert(finding.items.begin(), finding.items.end());
  }
  BOOST_TEST(!unsure.empty());
  const auto text_of = [](const std::string& line) { return line.substr(line.find(" | ") + 3); };
  const auto kind_of = [](const std::string& line) { return line.substr(0, line.find(' ')); };
  std::vector<std::string> sure;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    if (!unsure.contains(plan.items[i].id)) {
      sure.push_back(got[i]);
      continue;
    }
    const auto from = expected.begin() + static_cast<std::ptrdiff_t>(std::min(sure.size(), expected.size()));
    const auto right = std::find(from, expected.end(), got[i]);
    if (right != expected.end()) {
      expected.erase(right);
      continue;
    }
    std::erase_if(expected, [&](const std::string& line) {
      return kind_of(line) == kind_of(got[i]) && text_of(got[i]).find(text_of(line)) != std::string::npos;
    });
  }
  got = std::move(sure);
}

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
  auto expected = test::truth_lines(test::read_truth(*plan), options);
  auto got = test::plan_lines(*conversion->plan, options);
  if (kUnsure.contains(name)) drop_unsure_rows(*conversion->plan, got, expected);
  for (std::size_t i = 0; i < std::max(expected.size(), got.size()); ++i) {
    BOOST_TEST_CONTEXT("item " << i) {
      BOOST_TEST((i < got.size() ? got[i] : "(none)") == (i < expected.size() ? expected[i] : "(none)"));
    }
  }
}
