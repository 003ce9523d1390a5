// SPDX-License-Identifier: GPL-3.0-or-later
// The audit as scripts use it: its exit status, its JSON, and that a converted file says what its document says.
#include <boost/test/unit_test.hpp>

#include "cli/converted_seeds.h"
#include "cli/lines.h"

using namespace pactable;
using nlohmann::json;
using test::fixture;
using test::run_program;
using test::ScratchFolder;

namespace {

const std::string kName = "iwc-cmp-action-plan-2018-2024";

std::string seed() { return fixture("seeds/" + kName + ".txt"); }
std::string converted() { return (test::converted_seeds().folder / (kName + ".txt.json")).string(); }

json audit(const std::vector<std::string>& arguments) {
  std::vector<std::string> line = {"audit", "--json"};
  line.insert(line.end(), arguments.begin(), arguments.end());
  return json::parse(run_program(line).out, nullptr, false);
}

int exit_code(const std::string& input, const std::string& level) {
  return run_program({"audit", input, "--fail-on", level}).exit_code;
}

}  // namespace

BOOST_AUTO_TEST_CASE(findings_at_or_above_the_level_exit_with_1) {
  // The plan has warnings (the author's slip) and notes, but no error.
  BOOST_TEST(run_program({"audit", converted()}).exit_code == 0);
  BOOST_TEST(exit_code(converted(), "never") == 0);
  BOOST_TEST(exit_code(converted(), "error") == 0);
  BOOST_TEST(exit_code(converted(), "warning") == 1);
  BOOST_TEST(exit_code(converted(), "note") == 1);
}

BOOST_AUTO_TEST_CASE(a_document_that_fails_outranks_findings) {
  const auto outcome = run_program({"audit", converted(), "/no/such/file.pdf", "--fail-on", "note"});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.out.find("file.pdf: failed: not-found: ") != std::string::npos);
  BOOST_TEST(outcome.out.find("NUM-AUTHOR") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_converted_file_has_the_repairs_and_findings_of_its_document) {
  const json of_document = audit({seed()}), of_file = audit({converted()});
  BOOST_TEST(of_document["documents"][0]["path"] == kName + ".txt");
  BOOST_TEST(of_file["documents"][0]["path"] == kName + ".txt.json");
  for (const char* member : {"outcome", "repairs", "findings"}) {
    BOOST_TEST(of_document["documents"][0][member] == of_file["documents"][0][member], member);
  }
}

BOOST_AUTO_TEST_CASE(audit_json_has_the_form_of_the_converted_file) {
  const json report = audit({test::converted_seeds().folder.string()});
  BOOST_TEST(report["format"] == "pactable-audit/1");
  // The manifest and the XML files of the folder are passed over.
  BOOST_REQUIRE(report["documents"].size() == 3U);
  for (const json& document : report["documents"]) {
    const std::string path = document["path"];
    const json plan = test::read_json(test::converted_seeds().folder / path);
    BOOST_TEST(document["outcome"] == "converted");
    BOOST_TEST(document["findings"] == plan["findings"], path);
    BOOST_TEST(document["repairs"] == (plan.contains("repairs") ? plan["repairs"] : json::array()), path);
  }
}

BOOST_AUTO_TEST_CASE(a_slip_of_the_author_is_shown_with_its_suggestion_and_place) {
  const auto outcome = run_program({"audit", converted()});
  BOOST_TEST(outcome.err.empty());
  BOOST_TEST(outcome.out.find("NUM-AUTHOR") != std::string::npos);
  BOOST_TEST(outcome.out.find("2.1.2") != std::string::npos);
  BOOST_TEST(outcome.out.find("2.2.1") != std::string::npos);
  test::check_fits_terminal(outcome.out);
}

BOOST_AUTO_TEST_CASE(an_empty_folder_is_said_to_be_empty) {
  const ScratchFolder scratch;
  const auto outcome = run_program({"audit", scratch.path().string(), "--fail-on", "note"});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.err == "no document was found\n");
}
