// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of pages through the whole program, with Tesseract. Where its data is missing there is nothing to test.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "cli/converted_seeds.h"
#include "cli/lines.h"

using namespace pactable;
using nlohmann::json;
using test::Outcome;
using test::run_program;

namespace {

const std::string kScans = PACTABLE_SOURCE_DIR "/tests/fixtures/scans/";

bool recogniser_is_there() {
  static const bool kThere = run_program({"doctor"}).out.find("tesseract") != std::string::npos;
  if (!kThere) BOOST_TEST_MESSAGE("skipped: Tesseract's module or its English data is missing");
  return kThere;
}

json plan_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {"convert"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  for (const char* more : {"--formats", "json", "--output", "-"}) all.emplace_back(more);
  const Outcome outcome = run_program(all);
  BOOST_TEST(outcome.exit_code == 0);
  return json::parse(outcome.out, nullptr, false);
}

// Printed on page 4: 5.1 to 7.2, without a gap.
const std::vector<std::string> kNumbers = {"5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "5.9",
                                           "6.0", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "7.0", "7.1"};

}  // namespace

BOOST_AUTO_TEST_CASE(a_picture_of_a_page_becomes_its_rows_and_no_number_is_wrong) {
  if (!recogniser_is_there()) return;
  for (const char* name : {"saiga-page-4.png", "saiga-page-4.tiff"}) {
    const json plan = plan_of({kScans + name, "--family", "cms-mtiwp"});
    BOOST_TEST_CONTEXT(name) {
      BOOST_TEST(plan["source"]["layer"] == "ocr");
      std::size_t right = 0, wrong = 0;
      for (const json& item : plan["items"]) {
        if (!item.contains("number") || !item["number"].contains("canonical")) continue;
        const std::string number = item["number"]["canonical"];
        ++(std::find(kNumbers.begin(), kNumbers.end(), number) != kNumbers.end() ? right : wrong);
      }
      BOOST_TEST_MESSAGE(name << ": " << right << " numbers right, " << wrong << " wrong");
      BOOST_TEST(wrong == 0U);
      BOOST_TEST(right >= kNumbers.size() * 9 / 10);
      BOOST_TEST(plan["activities"].dump().find("recognise-characters") != std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(without_the_data_a_scan_fails_with_the_name_of_the_package_and_the_rest_goes_on) {
  const test::ScratchFolder scratch;
  const auto empty = scratch.path() / "empty";
  std::filesystem::create_directories(empty);
  const Outcome outcome =
      run_program({"convert", kScans + "saiga-page-4.png", test::fixture("pdf/iwc-cmp-action-plan-2018-2024.pdf"),
                   "--output", (scratch.path() / "out").string()},
                  {{}, {{"TESSDATA_PREFIX", empty.string()}}});
  BOOST_TEST(outcome.exit_code == 2);
  const json manifest = test::read_json(scratch.path() / "out" / "corpus.json");
  BOOST_REQUIRE(manifest["documents"].size() == 2U);
  for (const json& record : manifest["documents"]) {
    const bool scan = record["path"] == "saiga-page-4.png";
    BOOST_TEST(record["outcome"] == (scan ? "failed" : "converted"));
    if (!scan) continue;
    BOOST_TEST(record["error"]["code"] == "unsupported");
    BOOST_TEST(record["error"]["message"].get<std::string>().find("Debian package") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(pictures_are_not_read_where_recognition_is_ruled_out) {
  const Outcome outcome =
      run_program({"convert", kScans + "saiga-page-4.tiff", "--ocr", "never", "--formats", "json", "--output", "-"});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.err.find("character recognition") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(languages_are_names_and_no_paths) {
  for (const char* bad : {"../eng", "/etc/passwd", "eng fra", "e;g"}) {
    const Outcome outcome = run_program({"convert", kScans + "saiga-page-4.png", "--ocr-lang", bad, "--output", "-"});
    BOOST_TEST(outcome.exit_code == 64);
  }
}
