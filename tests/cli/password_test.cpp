// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted documents: opened with a password from a file, which nothing shows. locked.pdf was made with qpdf; its
// password is "saiga".
#include "cli/passwords.h"

#include <boost/test/unit_test.hpp>

#include "cli/converted_seeds.h"

using namespace pactable;
using test::run_program;

namespace {

const std::string kLocked = PACTABLE_SOURCE_DIR "/tests/cli/locked.pdf";

test::Outcome convert(const test::ScratchFolder& scratch, const std::string& passwords) {
  const auto file = scratch.write("passwords", passwords);
  return run_program({"convert", kLocked, "--output", (scratch.path() / "out").string(), "--password-file",
                      file.string(), "--report", (scratch.path() / "report").string()});
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_password_is_of_all_documents_or_of_one) {
  const auto passwords = cli::parse_passwords("all\r\n\nfolder/plan.pdf\town\nplan.pdf\tby name\nother.pdf\tother");
  const auto found = cli::passwords_for("folder/plan.pdf", passwords);
  const std::vector<std::string> expected = {"own", "by name", "all"};
  BOOST_TEST(found == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_encrypted_document_is_converted_with_its_password_and_nothing_shows_it) {
  for (const std::string passwords : {"wrong\nsaiga\n", "locked.pdf\tsaiga"}) {
    const test::ScratchFolder scratch;
    const auto outcome = convert(scratch, passwords);
    BOOST_TEST(outcome.exit_code == 0);
    BOOST_TEST((outcome.out + outcome.err).find("saiga") == std::string::npos);
    for (const auto& [name, bytes] : test::files_of(scratch.path() / "out")) {
      BOOST_TEST(bytes.find("saiga") == std::string::npos, name);
    }
    BOOST_TEST(test::content(scratch.path() / "report").find("saiga") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(an_encrypted_document_without_its_password_fails_as_encrypted) {
  const test::ScratchFolder scratch;
  const auto outcome = convert(scratch, "wrong\nother.pdf\tsaiga\n");
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.err.find("encrypted: the PDF opens with none of the passwords") != std::string::npos);
  BOOST_TEST(run_program({"convert", kLocked, "--output", "-", "--formats", "json", "--password-file", "/no/such/file"})
                 .exit_code == 64);
}

BOOST_AUTO_TEST_CASE(what_a_document_cost_is_a_line_of_json) {
  const test::ScratchFolder scratch;
  convert(scratch, "saiga");
  const auto line = test::read_json(scratch.path() / "report");
  BOOST_TEST(line["path"] == "locked.pdf");
  BOOST_TEST(line["outcome"] == "converted");
  BOOST_TEST(line["processes"] == 1);
  BOOST_TEST(line["pages"] == 1);
  BOOST_TEST(line["peakMemoryMiB"].get<int>() > 0);
}
