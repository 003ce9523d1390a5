// SPDX-License-Identifier: GPL-3.0-or-later
// The three seeds and their renderings against the hand-made truth.
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

pipeline::ConvertOptions without_recognition() {
  pipeline::ConvertOptions options;
  options.scans.ocr = scans::Ocr::kNever;
  return options;
}

// The fixtures' own words: what is made of a bad layer, not what a recogniser puts in its place.
plan::Plan convert(const std::string& fixture, const pipeline::ConvertOptions& options = without_recognition()) {
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

namespace {

std::size_t repairs_of(const plan::Plan& plan, const std::string& rule) {
  return static_cast<std::size_t>(std::count_if(plan.repairs.begin(), plan.repairs.end(),
                                                [&](const plan::Repair& repair) { return repair.rule == rule; }));
}

std::vector<std::string> messages_of(const plan::Plan& plan, const std::string& rule) {
  std::vector<std::string> messages;
  for (const plan::Finding& finding : plan.findings) {
    if (finding.rule == rule) messages.push_back(finding.message);
  }
  return messages;
}

std::string number_of(const plan::Plan& plan, const std::string& id) {
  const auto item = std::find_if(plan.items.begin(), plan.items.end(), [&](const plan::Item& i) { return i.id == id; });
  return item != plan.items.end() && item->number ? item->number->canonical.value_or("?") : "";
}

// "7.1 > 6.3": a reference and its targets by their numbers.
std::vector<std::string> references_of(const plan::Plan& plan) {
  std::vector<std::string> lines;
  for (const plan::Reference& reference : plan.references) {
    std::string line = number_of(plan, reference.from) + " >";
    for (const std::string& target : reference.targets) line += " " + number_of(plan, target);
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> suggestions_of(const plan::Plan& plan) {
  std::vector<std::string> lines;
  for (const plan::Item& item : plan.items) {
    if (item.number && item.number->suggested) {
      lines.push_back(item.number->printed.value_or("") + " > " + item.number->suggested->value);
    }
  }
  return lines;
}

void check_lists(const std::vector<std::string>& got, const std::vector<std::string>& expected) {
  BOOST_CHECK_EQUAL_COLLECTIONS(got.begin(), got.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_repaired_and_odd_in_the_scanned_programme_is_said) {
  for (const char* fixture : {"seeds/saiga-mtiwp-2021-2025.txt", "pdf/saiga-scan-bad-text-layer.pdf"}) {
    BOOST_TEST_CONTEXT(fixture) {
      const plan::Plan plan = convert(fixture);
      BOOST_TEST(repairs_of(plan, "NUM-OCR") == 20U);
      BOOST_TEST(repairs_of(plan, "TXT-HOMOGLYPH") == 50U);
      check_lists(messages_of(plan, "NUM-GAP"), {"2.6 is missing between 2.5 and 2.7"});
      check_lists(messages_of(plan, "NUM-ORDER"), {"10.7 stands between 10.4 and 10.5"});
      BOOST_TEST(messages_of(plan, "ROW-SPLIT").size() == 2U);
      check_lists(references_of(plan), {"7.1 > 6.3", "9.6 > 9.5", "13.4 > 6.1 6.2", "14.2 > 6.1 6.2"});
      BOOST_TEST(plan.metadata.status.value_or("") == "DRAFT");
      BOOST_TEST(plan.metadata.period_edtf.value_or("") == "2021/2025");
      BOOST_TEST(plan.code_lists.size() == 2U);
    }
  }
}

BOOST_AUTO_TEST_CASE(slips_of_the_authors_are_kept_with_a_suggestion) {
  for (const char* folder : {"seeds/", "docx/", "pdf/"}) {
    const std::string ending = folder == std::string("seeds/")  ? ".txt"
                               : folder == std::string("docx/") ? ".docx"
                                                                : ".pdf";
    const plan::Plan cami = convert(folder + std::string("cami-programme-of-work-2014-2020") + ending);
    check_lists(suggestions_of(cami), {"4.2.1. > 4.4.2"});
    BOOST_TEST(cami.repairs.empty());
    BOOST_TEST(cami.metadata.objectives.size() == 4U);
    const plan::Plan iwc = convert(folder + std::string("iwc-cmp-action-plan-2018-2024") + ending);
    check_lists(suggestions_of(iwc), {"2.1.2. > 2.2.1"});
    BOOST_TEST(iwc.tables.size() == 2U);
    BOOST_TEST(iwc.tables.back().period.value_or("") == "2022-10/2024");
  }
}

BOOST_AUTO_TEST_CASE(damage_that_is_typed_is_reported_and_not_repaired) {
  const plan::Plan typed = convert("docx/saiga-typed-damage.docx");
  BOOST_TEST(typed.repairs.empty());
  BOOST_TEST(suggestions_of(typed).size() == 20U);
  pipeline::ConvertOptions as_ocr = without_recognition();
  as_ocr.layer = pipeline::LayerChoice::kOcr;
  BOOST_TEST(repairs_of(convert("docx/saiga-typed-damage.docx", as_ocr), "NUM-OCR") == 20U);
}

BOOST_AUTO_TEST_CASE(a_bad_text_layer_is_noticed_where_recognition_is_not_ruled_out) {
  const plan::Plan plan = convert("pdf/saiga-scan-bad-text-layer.pdf", {});
  BOOST_TEST(messages_of(plan, "OCR-WANTED").size() == 1U);  // there is no recogniser in this test
  BOOST_TEST(repairs_of(plan, "NUM-OCR") == 20U);
}
