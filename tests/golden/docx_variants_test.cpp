// SPDX-License-Identifier: GPL-3.0-or-later
// The three plans in other markup: Word documents as people and programs set them, and HTML pages.
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

plan::Plan convert(const std::string& fixture, Revisions revisions = Revisions::kFinal) {
  pipeline::ConvertOptions options;
  options.revisions = revisions;
  auto conversion =
      converter().convert(test::read_fixture(fixture), std::filesystem::path(fixture).filename(), options);
  if (!conversion) throw std::runtime_error(fixture + ": " + conversion.error().message);
  if (!conversion->plan) throw std::runtime_error(fixture + ": no plan");
  return std::move(*conversion->plan);
}

const std::vector<std::string> kSeeds = {"saiga-mtiwp-2021-2025", "cami-programme-of-work-2014-2020",
                                         "iwc-cmp-action-plan-2018-2024"};

std::vector<std::string> fixtures_in(const std::string& folder) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(test::fixture_path(folder))) {
    found.push_back(folder + "/" + entry.path().filename().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> variants() {
  std::vector<std::string> all = fixtures_in("docx/variants");
  const std::vector<std::string> pages = fixtures_in("html");
  all.insert(all.end(), pages.begin(), pages.end());
  all.push_back("docx/saiga-automatic-numbers.docx");
  return all;
}

std::string seed_of(const std::string& fixture) {
  for (const std::string& seed : kSeeds) {
    if (fixture.find(seed.substr(0, seed.find('-') + 1)) != std::string::npos) return seed;
  }
  return {};
}

void check_items(const plan::Plan& plan, const std::string& seed) {
  const test::TruthOptions options{true, seed.starts_with("saiga")};
  const auto expected = test::truth_lines(test::read_truth(seed), options);
  const auto got = test::plan_lines(plan, options);
  for (std::size_t i = 0; i < std::max(expected.size(), got.size()); ++i) {
    BOOST_TEST_CONTEXT("item " << i) {
      BOOST_TEST((i < got.size() ? got[i] : "(none)") == (i < expected.size() ? expected[i] : "(none)"));
    }
  }
}

bool has_finding(const plan::Plan& plan, const std::string& rule) {
  return std::any_of(plan.findings.begin(), plan.findings.end(),
                     [&](const auto& finding) { return finding.rule == rule; });
}

}  // namespace

BOOST_DATA_TEST_CASE(another_markup_yields_the_items_of_the_truth, data::make(variants()), fixture) {
  check_items(convert(fixture), seed_of(fixture));
}

BOOST_AUTO_TEST_CASE(there_are_variants_of_every_plan) { BOOST_TEST(variants().size() >= 30U); }

BOOST_AUTO_TEST_CASE(automatic_numbers_are_those_that_word_prints_and_say_so) {
  const plan::Plan plan = convert("docx/saiga-automatic-numbers.docx");
  const auto automatic = std::count_if(plan.items.begin(), plan.items.end(), [](const plan::Item& item) {
    return item.number && item.number->printed && item.number->origin == LabelOrigin::kAutomatic;
  });
  const auto numbered = std::count_if(plan.items.begin(), plan.items.end(),
                                      [](const plan::Item& item) { return item.number.has_value(); });
  BOOST_TEST(automatic == 139);
  BOOST_TEST(numbered == 139);
  BOOST_TEST(plan.repairs.empty());
}

BOOST_DATA_TEST_CASE(tracked_changes_are_told_and_can_be_rejected, data::make(kSeeds), seed) {
  const std::string fixture = "docx/variants/" + seed + "-tracked-changes.docx";
  BOOST_TEST(has_finding(convert(fixture), "DOCX-TRACKED"));
  const plan::Plan original = convert(fixture, Revisions::kOriginal);
  BOOST_TEST(has_finding(original, "DOCX-TRACKED"));
  const bool formerly = std::any_of(original.items.begin(), original.items.end(), [](const plan::Item& item) {
    return item.text && item.text->find("9.9 formerly") != std::string::npos;
  });
  BOOST_TEST(formerly);
}
