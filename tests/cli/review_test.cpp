// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/run_program.h"
#include "hostile/pdf_file.h"

using namespace pactable;
using test::run_program;

namespace {

const std::string kScan = PACTABLE_SOURCE_DIR "/fixtures/pdf/saiga-scan-bad-text-layer.pdf";

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream out;
  out << stream.rdbuf();
  return out.str();
}

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

nlohmann::json decision(const std::string& source) {
  return {{"source", source}, {"item", "t1.r26"}, {"field", "number"},   {"rule", "NUM-OCR"},
          {"printed", ".2"},  {"machine", "3.2"}, {"verdict", "reject"}, {"reviewer", "Anna"}};
}

std::string file_of(const std::vector<nlohmann::json>& decisions) {
  return nlohmann::json{{"format", "pactable-decisions/1"}, {"decisions", decisions}}.dump();
}

const std::string kSource = "ce98b510f9061794fc6a6a5282b17b7512f5ccccc845c6042c93de6c6c0da731";

/// A plan in a font that the file does not hold, with a number of the authors that its place contradicts.
std::string plan_in_helvetica() {
  const char* const rows[][3] = {{"No.", "Action", "Timeline"},
                                 {"1.1", "Survey all colonies", "2024"},
                                 {"1.2", "Protect breeding sites", "2025"},
                                 {"1.3", "Report to the parties", "2025"},
                                 {"3.4", "Train the wardens", "2026"},
                                 {"1.5", "Publish the findings", "2026"},
                                 {"1.6", "Revise the plan", "2027"}};
  std::string content = "0.5 w ";
  int y = 700;
  for (const auto& row : rows) {
    const int x[] = {60, 120, 420, 520};
    for (int i = 0; i < 3; ++i) {
      content += "BT /F 11 Tf " + std::to_string(x[i] + 4) + ' ' + std::to_string(y) + " Td (" + row[i] + ") Tj ET ";
    }
    for (int i = 0; i < 3; ++i) {
      content +=
          std::to_string(x[i]) + ' ' + std::to_string(y - 6) + ' ' + std::to_string(x[i + 1] - x[i]) + " 22 re S ";
    }
    y -= 22;
  }
  const test::OnePage page(content);
  return page.file.bytes(page.root);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_packet_has_an_index_and_a_page_for_each_document) {
  const test::ScratchFolder folder;
  write(folder.path() / "plain.txt", "no plan in here\n");
  const std::string out = (folder.path() / "packet").string();
  const auto outcome =
      run_program({"review", kScan, "--ocr", "never", (folder.path() / "plain.txt").string(), "--output", out});
  BOOST_TEST(outcome.exit_code == 2);
  const std::string index = read(folder.path() / "packet/index.html");
  BOOST_TEST(index.find("saiga-scan-bad-text-layer.pdf.review.html") != std::string::npos);
  BOOST_TEST(index.find("no-plan") != std::string::npos);
  const std::string page = read(folder.path() / "packet/saiga-scan-bad-text-layer.pdf.review.html");
  BOOST_TEST(page.find("id=\"q72\"") != std::string::npos);
  BOOST_TEST(page.find("id=\"q73\"") == std::string::npos);
  BOOST_TEST(page.size() < std::size_t{4} << 20U);
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_packet_with_and_without_isolation) {
  const test::ScratchFolder folder;
  write(folder.path() / "helvetica.pdf", plan_in_helvetica());
  const std::string file = (folder.path() / "helvetica.pdf").string();
  for (const std::string isolation : {"auto", "none"}) {
    const std::string out = (folder.path() / isolation).string();
    BOOST_TEST(run_program({"review", file, "--output", out, "--isolation", isolation, "--jobs", "1"}).exit_code == 0);
  }
  const std::string page = read(folder.path() / "auto/helvetica.pdf.review.html");
  BOOST_TEST(page.find("data:image/png;base64,") != std::string::npos);
  BOOST_TEST((page == read(folder.path() / "none/helvetica.pdf.review.html")));
  BOOST_TEST((read(folder.path() / "auto/index.html") == read(folder.path() / "none/index.html")));
}

BOOST_AUTO_TEST_CASE(decisions_on_a_document_that_is_not_there_are_reported) {
  const test::ScratchFolder folder;
  const std::string file = (folder.path() / "decisions.json").string(), out = (folder.path() / "out").string();
  write(file, file_of({decision(kSource), decision(std::string(64, 'b'))}));
  const auto outcome = run_program({"convert", kScan, "--ocr", "never", "--output", out, "--decisions", file});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.err.find("decisions that found no document: 1 on the one with SHA-256 bbbb") != std::string::npos);
  const auto plan = nlohmann::json::parse(read(folder.path() / "out/saiga-scan-bad-text-layer.pdf.json"));
  BOOST_TEST(plan["decisions"].size() == 1U);

  write(file, file_of({decision(kSource)}));
  BOOST_TEST(run_program({"convert", kScan, "--ocr", "never", "--output", out, "--decisions", file}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(decisions_that_no_longer_fit_are_findings_and_change_nothing) {
  const test::ScratchFolder folder;
  const std::string file = (folder.path() / "decisions.json").string();
  nlohmann::json stale = decision(kSource);
  stale["machine"] = "3.3";
  write(file, file_of({stale}));
  const auto before = run_program({"convert", kScan, "--ocr", "never", "--output", "-", "--formats", "json"});
  const auto after =
      run_program({"convert", kScan, "--ocr", "never", "--output", "-", "--formats", "json", "--decisions", file});
  BOOST_TEST(after.exit_code == 0);
  auto plan = nlohmann::json::parse(after.out);
  auto& findings = plan["findings"];
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [](const auto& finding) { return finding["rule"] == "DECISION-STALE"; });
  BOOST_REQUIRE((found != findings.end()));
  findings.erase(found);
  BOOST_TEST((plan == nlohmann::json::parse(before.out)));
}

BOOST_AUTO_TEST_CASE(a_file_of_decisions_that_cannot_be_read_stops_the_run_before_it_begins) {
  const test::ScratchFolder folder;
  const std::string file = (folder.path() / "decisions.json").string(), out = (folder.path() / "out").string();
  write(file, "{\"format\": \"pactable-decisions/1\", \"decisions\": [{}]}");
  const auto outcome = run_program({"convert", kScan, "--ocr", "never", "--output", out, "--decisions", file});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.err.find("/decisions/0: \"source\" is missing") != std::string::npos, outcome.err);
  BOOST_TEST(!std::filesystem::exists(out));
  BOOST_TEST(
      run_program({"convert", kScan, "--ocr", "never", "--output", out, "--decisions", file + ".no"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(wrong_usage_of_review_does_nothing) {
  BOOST_TEST(run_program({"review", kScan}).exit_code == 64);
  BOOST_TEST(run_program({"review", "--output", "x"}).exit_code == 64);
}
