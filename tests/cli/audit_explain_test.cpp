// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audit_explain.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/lines.h"
#include "cli/run_program.h"

using namespace pactable;
using test::run_program;

namespace {

constexpr const char* kSaiga = PACTABLE_SOURCE_DIR "/fixtures/seeds/saiga-mtiwp-2021-2025.txt";
constexpr const char* kCami = PACTABLE_SOURCE_DIR "/fixtures/seeds/cami-programme-of-work-2014-2020.txt";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

batch::Document document(plan::Number number, std::vector<plan::Repair> repairs) {
  batch::Document out;
  out.record.path = "plan.pdf";
  out.plan.emplace();
  for (const char* id : {"t1.r1", "t1.r2", "t1.r3"}) {
    plan::Item item;
    item.id = id;
    item.table = "t1";
    item.text = "Text of " + std::string(id);
    out.plan->items.push_back(std::move(item));
  }
  out.plan->items[1].number = std::move(number);
  out.plan->repairs = std::move(repairs);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_repaired_number_is_explained_by_candidates_evidence_and_rows_around_it) {
  plan::Number number;
  number.printed = ".2";
  number.canonical = "3.2";
  number.status = plan::NumberStatus::kRepaired;
  const std::vector<batch::Document> documents = {document(
      number,
      {{"rep1", "t1.r2", "number", "NUM-OCR", ".2", "3.2", 0.9987, {{"2.2", 0.0004}}, {"suffix-intact"}, "act1"}})};
  const auto text = cli::explain_items(documents, "t1.r2", cli::Paint());
  BOOST_TEST_REQUIRE(text.has_value());
  test::check_fits_terminal(*text);
  for (const char* part : {"printed \".2\"; repaired", "taken as 3.2", "3.2 0.998700 chosen", "2.2 0.000400",
                           "its last part is as printed (suffix-intact)", "    t1.r1 ", "  > t1.r2 ", "    t1.r3 "})
    BOOST_TEST(holds(*text, part), part << " in " << *text);
  BOOST_TEST((cli::explain_items(documents, "3.2", cli::Paint()) == text));
  BOOST_TEST(!cli::explain_items(documents, "9.9", cli::Paint()).has_value());
}

BOOST_AUTO_TEST_CASE(an_ambiguous_number_is_explained_by_its_candidates) {
  plan::Number number;
  number.printed = "4.";
  number.status = plan::NumberStatus::kAmbiguous;
  number.candidates = {{"4.2", 0.61}, {"4.3", 0.38}};
  const std::vector<batch::Document> documents = {document(number, {})};
  const auto text = cli::explain_items(documents, "t1.r2", cli::Paint());
  BOOST_TEST_REQUIRE(text.has_value());
  BOOST_TEST(holds(*text, "4.2 0.610000"));
  BOOST_TEST(holds(*text, "4.3 0.380000"));
}

BOOST_AUTO_TEST_CASE(every_piece_of_evidence_of_the_seeds_has_words) {
  const auto outcome = run_program({"audit", kSaiga, "--json"});
  const auto audit = nlohmann::json::parse(outcome.out);
  std::size_t pieces = 0;
  for (const auto& repair : audit["documents"][0]["repairs"]) {
    for (const std::string evidence : repair["evidence"]) {
      if (repair["rule"] != "NUM-OCR") continue;
      ++pieces;
      BOOST_TEST(cli::evidence_in_words(evidence) != evidence, evidence);
    }
  }
  BOOST_TEST(pieces >= 40U);
}

BOOST_AUTO_TEST_CASE(a_row_is_explained_from_its_json_as_from_the_document) {
  const test::ScratchFolder scratch;
  const std::string folder = (scratch.path() / "out").string();
  run_program({"convert", kSaiga, "--output", folder, "--formats", "json"});
  const auto from_text = run_program({"audit", kSaiga, "--explain", "3.2"});
  const auto from_json = run_program({"audit", folder + "/saiga-mtiwp-2021-2025.txt.json", "--explain", "3.2"});
  BOOST_TEST(from_text.exit_code == 0);
  const auto behind_name = [](const std::string& text) { return text.substr(text.find(": ")); };
  BOOST_TEST_REQUIRE(!from_json.out.empty());
  BOOST_TEST(behind_name(from_json.out) == behind_name(from_text.out));
  BOOST_TEST(holds(from_text.out, "it stands between 3.1 and 3.3, which are settled"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_explained_or_asked_for_is_said) {
  const auto missing = run_program({"audit", kCami, "--explain", "77.7"});
  BOOST_TEST(missing.exit_code == 2);
  BOOST_TEST(missing.out.empty());
  BOOST_TEST(holds(missing.err, "no item has the id or number 77.7"));
  BOOST_TEST(run_program({"audit", kCami, "--json", "--sarif", "-"}).exit_code == 64);
}

BOOST_AUTO_TEST_CASE(sarif_goes_to_a_file_beside_the_report_or_to_standard_output) {
  const test::ScratchFolder scratch;
  const std::string file = (scratch.path() / "audit.sarif").string();
  const auto report = run_program({"audit", kCami, "--sarif", file});
  BOOST_TEST(report.exit_code == 0);
  BOOST_TEST(holds(report.out, "NUM-AUTHOR"));
  const auto output = run_program({"audit", kCami, "--sarif", "-"});
  std::ifstream written(file);
  const auto from_file = nlohmann::json::parse(written);
  BOOST_TEST((from_file == nlohmann::json::parse(output.out)));
  BOOST_TEST(from_file["runs"][0]["results"].size() == 6U);
  BOOST_TEST(run_program({"audit", kCami, "--sarif", (scratch.path() / "no/such").string()}).exit_code == 2);
}
