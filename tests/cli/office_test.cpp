// SPDX-License-Identifier: GPL-3.0-or-later
// .doc, .odt and .rtf: read through LibreOffice, which opens nothing, is ended in time and leaves nothing behind. A
// small program in its place shows what it could do; the real one is tried where it is installed.
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <chrono>

#include "cli/converted_seeds.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::content;
using test::run_program;
using test::ScratchFolder;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string kRows[] = {"1.1", "Protect the breeding sites", "1", "1.2", "Survey all colonies", "2",
                             "1.3", "Report to the parties",      "3"};

/// A table of three columns as rich text.
std::string rich_text() {
  const auto row = [](const std::string& a, const std::string& b, const std::string& c) {
    return "\\trowd\\cellx1000\\cellx6000\\cellx8000\\intbl " + a + "\\cell " + b + "\\cell " + c + "\\cell\\row\n";
  };
  std::string text = "{\\rtf1\\ansi\n" + row("No.", "Action", "Priority");
  for (std::size_t i = 0; i < std::size(kRows); i += 3) text += row(kRows[i], kRows[i + 1], kRows[i + 2]);
  return text + "\\pard Done\\par}";
}

fs::path script(const ScratchFolder& scratch, const std::string& body) {
  const fs::path file = scratch.write("office", "#!/bin/sh\n" + body);
  fs::permissions(file, fs::perms::owner_all);
  return file;
}

test::Outcome convert(const ScratchFolder& scratch, const std::string& office, std::vector<std::string> more = {}) {
  const std::string file = scratch.write("plan.rtf", rich_text()).string();
  std::vector<std::string> line = {"convert", file, "--output", (scratch.path() / "out").string()};
  line.insert(line.end(), more.begin(), more.end());
  return run_program(line, {{}, {{"PACTABLE_OFFICE", office}, {"PATH", "/usr/bin:/bin"}}});
}

boost::test_tools::assertion_result has_office(boost::unit_test::test_unit_id) {
  return fs::exists("/usr/bin/soffice");
}

}  // namespace

BOOST_AUTO_TEST_CASE(without_the_program_the_record_names_its_package) {
  const ScratchFolder scratch;
  const auto outcome = convert(scratch, "/no/such/program");
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(holds(outcome.err, "unsupported: "));
  BOOST_TEST(holds(outcome.err, "libreoffice-writer"));
}

BOOST_AUTO_TEST_CASE(a_program_that_hangs_is_ended_in_time_and_leaves_no_folder) {
  const ScratchFolder scratch;
  const auto begin = std::chrono::steady_clock::now();
  const auto spinning = convert(scratch, script(scratch, "while :; do :; done\n").string(), {"--timeout", "2"});
  BOOST_TEST(holds(spinning.err, "timed-out: LibreOffice needed more than 1 seconds of computing"), spinning.err);
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(60)));
  for (const auto& entry : fs::directory_iterator(fs::temp_directory_path())) {
    BOOST_TEST(!entry.path().filename().string().starts_with("pactable-office-"), entry.path());
  }
}

BOOST_AUTO_TEST_CASE(a_program_that_makes_nothing_or_a_link_is_a_damaged_document) {
  const ScratchFolder scratch;
  BOOST_TEST(
      holds(convert(scratch, script(scratch, "exit 0\n").string()).err, "damaged: LibreOffice made no document"));
}

BOOST_TEST_DECORATOR(*boost::unit_test::precondition(has_office))
BOOST_AUTO_TEST_CASE(rich_text_becomes_its_exact_items) {
  const ScratchFolder scratch;
  const auto outcome = run_program({"convert", scratch.write("plan.rtf", rich_text()).string(), "--output",
                                    (scratch.path() / "out").string(), "--timeout", "120"});
  BOOST_TEST(outcome.exit_code == 0, outcome.err);
  const auto plan = test::read_json(scratch.path() / "out/plan.rtf.json");
  BOOST_REQUIRE(plan["items"].size() == 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    BOOST_TEST(plan["items"][i]["number"]["printed"] == kRows[i * 3]);
    BOOST_TEST(plan["items"][i]["text"] == kRows[i * 3 + 1]);
  }
  BOOST_TEST(plan["source"]["mediaType"] == "application/rtf");
}

BOOST_TEST_DECORATOR(*boost::unit_test::precondition(has_office))
BOOST_AUTO_TEST_CASE(a_picture_that_lies_elsewhere_is_not_opened) {
  const ScratchFolder scratch;
  // A pipe: whoever opened it for reading would wait, and be seen.
  const fs::path pipe = scratch.path() / "pipe.png";
  BOOST_REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::string text = rich_text();
  text.insert(text.find("\\pard Done"), "{\\field{\\*\\fldinst INCLUDEPICTURE \"" + pipe.string() + "\"}}");
  const auto outcome = run_program({"convert", scratch.write("plan.rtf", text).string(), "--output",
                                    (scratch.path() / "out").string(), "--timeout", "120"});
  BOOST_TEST(outcome.exit_code == 0, outcome.err);
}

BOOST_AUTO_TEST_CASE(doctor_shows_the_isolation_of_documents_and_of_the_program_that_converts) {
  const auto outcome = run_program({"doctor"});
  BOOST_TEST(holds(outcome.out, "isolation "));
  if (fs::exists("/usr/bin/soffice")) BOOST_TEST(holds(outcome.out, "  sandbox           process, limits"));
}
