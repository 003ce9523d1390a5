// SPDX-License-Identifier: GPL-3.0-or-later
// The three seeds and their renderings against the hand-made truth.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "golden/truth_lines.h"
#include "pipeline/converter.h"

using namespace pactable;
namespace data = boost::unit_test::data;

namespace {

const pipeline::Converter& converter() {
  static const pipeline::Converter instance = [] {
    const std::vector<std::filesystem::path> folders = {std::filesystem::path(PACTABLE_SOURCE_DIR) / "grammar"};
    auto loaded = pipeline::Converter::load(folders);
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  return instance;
}

plan::Plan convert(const std::string& fixture, const pipeline::ConvertOptions& options = {}) {
  auto conversion =
      converter().convert(test::read_fixture(fixture), std::filesystem::path(fixture).filename(), options);
  if (!conversion) throw std::runtime_error(fixture + ": " + conversion.error().message);
  if (!conversion->plan) throw std::runtime_error(fixture + ": no plan");
  return std::move(*conversion->plan);
}

struct Rendering {
  const char* fixture;
  const char* truth;
  const char* family;
  bool true_numbers;
};

std::ostream& operator<<(std::ostream& out, const Rendering& rendering) { return out << rendering.fixture; }

const std::vector<Rendering> kRenderings = {
    {"seeds/saiga-mtiwp-2021-2025.txt", "saiga-mtiwp-2021-2025", "cms-mtiwp", false},
    {"docx/saiga-mtiwp-2021-2025.docx", "saiga-mtiwp-2021-2025", "cms-mtiwp", true},
    {"pdf/saiga-mtiwp-2021-2025.pdf", "saiga-mtiwp-2021-2025", "cms-mtiwp", true},
    {"pdf/saiga-scan-bad-text-layer.pdf", "saiga-mtiwp-2021-2025", "cms-mtiwp", false},
    {"seeds/cami-programme-of-work-2014-2020.txt", "cami-programme-of-work-2014-2020", "cms-programme-of-work", false},
    {"docx/cami-programme-of-work-2014-2020.docx", "cami-programme-of-work-2014-2020", "cms-programme-of-work", false},
    {"pdf/cami-programme-of-work-2014-2020.pdf", "cami-programme-of-work-2014-2020", "cms-programme-of-work", false},
    {"seeds/iwc-cmp-action-plan-2018-2024.txt", "iwc-cmp-action-plan-2018-2024", "iwc-cmp", false},
    {"docx/iwc-cmp-action-plan-2018-2024.docx", "iwc-cmp-action-plan-2018-2024", "iwc-cmp", false},
    {"pdf/iwc-cmp-action-plan-2018-2024.pdf", "iwc-cmp-action-plan-2018-2024", "iwc-cmp", false},
};

}  // namespace

BOOST_DATA_TEST_CASE(every_rendering_of_a_seed_yields_the_items_of_its_truth, data::make(kRenderings), rendering) {
  const plan::Plan plan = convert(rendering.fixture);
  BOOST_TEST(plan.family == rendering.family);
  const test::TruthOptions options{true, rendering.true_numbers};
  const auto expected = test::truth_lines(test::read_truth(rendering.truth), options);
  const auto got = test::plan_lines(plan, options);
  for (std::size_t i = 0; i < std::max(expected.size(), got.size()); ++i) {
    BOOST_TEST_CONTEXT("item " << i) {
      BOOST_TEST((i < got.size() ? got[i] : "(none)") == (i < expected.size() ? expected[i] : "(none)"));
    }
  }
}
