// SPDX-License-Identifier: GPL-3.0-or-later
// The built program, as scripts use it: exit codes, standard output and standard error, files.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cli/lines.h"
#include "cli/run_program.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::run_program;
using test::ScratchFolder;

namespace {

constexpr std::string_view kJpeg = "\xFF\xD8\xFF\xE0\x01\x10JFIF\x01";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

struct Line {
  std::string name;
  std::vector<std::string> arguments;
};

std::ostream& operator<<(std::ostream& stream, const Line& line) { return stream << line.name; }

const std::vector<Line> kWrongLines = {
    {"unknown command", {"konvert"}},
    {"unknown option", {"--bogus"}},
    {"unknown option of a command", {"convert", "a.pdf", "--output", "o", "--bogus"}},
    {"no input", {"convert", "--output", "o"}},
    {"no output", {"convert", "a.pdf"}},
    {"option without its value", {"convert", "a.pdf", "--output"}},
    {"unknown format", {"convert", "a.pdf", "--output", "o", "--formats", "json,parquet"}},
    {"empty format", {"convert", "a.pdf", "--output", "o", "--formats", "json,"}},
    {"no jobs", {"convert", "a.pdf", "--output", "o", "--jobs", "0"}},
    {"jobs that are no number", {"convert", "a.pdf", "--output", "o", "--jobs", "many"}},
    {"unknown layer", {"convert", "a.pdf", "--output", "o", "--layer", "Ocr"}},
    {"unknown family", {"convert", "a.pdf", "--output", "o", "--family", "no-such-family"}},
    {"grammar folder that is not there", {"convert", "a.pdf", "--output", "o", "--grammar", "/no/such/folder"}},
    {"two formats to standard output", {"convert", "a.pdf", "--output", "-"}},
    {"two documents to standard output", {"convert", "a.pdf", "b.pdf", "--output", "-", "--formats", "json"}},
    {"empty input", {"convert", "", "--output", "o"}},
    {"a name that is no table", {"convert", "a.pdf", "--output", "o", "--as-plan", "t3"}},
    {"a table of no number", {"convert", "a.pdf", "--output", "o", "--as-plan", "table-"}},
    {"a table before the first", {"convert", "a.pdf", "--output", "o", "--as-plan", "table-0"}},
    {"a table of two documents", {"convert", "a.pdf", "b.pdf", "--output", "o", "--as-plan", "table-3"}},
    {"unknown level", {"audit", "a.pdf", "--fail-on", "info"}},
    {"unknown table format", {"tables", "a.pdf", "--format", "xml"}},
    {"two files for tables", {"tables", "a.pdf", "b.pdf"}},
    {"nothing to validate", {"validate"}},
    {"families takes no file", {"families", "a.pdf"}},
};

}  // namespace

BOOST_DATA_TEST_CASE(wrong_usage_is_one_line_with_a_hint_and_64, boost::unit_test::data::make(kWrongLines), line) {
  const ScratchFolder scratch;
  const auto outcome = run_program(line.arguments, {scratch.path(), {}});
  BOOST_TEST(outcome.exit_code == 64);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(outcome.err.starts_with("pactable: "));
  BOOST_TEST(test::lines_of(outcome.err).size() == 1U);
  BOOST_TEST(!fs::exists(scratch.path() / "o"));
}

BOOST_AUTO_TEST_CASE(no_command_shows_the_help_and_64) {
  const auto outcome = run_program({});
  BOOST_TEST(outcome.exit_code == 64);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(holds(outcome.err, "convert"));
}

BOOST_AUTO_TEST_CASE(help_and_version_are_results) {
  BOOST_TEST(run_program({"--version"}).out == "pactable 0.1.0\n");
  for (const std::string command : {"", "convert", "audit", "tables", "validate", "families"}) {
    const auto outcome =
        run_program(command.empty() ? std::vector<std::string>{"--help"} : std::vector<std::string>{command, "--help"});
    BOOST_TEST(outcome.exit_code == 0);
    BOOST_TEST(outcome.err.empty());
    BOOST_TEST(holds(outcome.out, "Example:\n  pactable " + command));
    for (const std::string& text : test::lines_of(outcome.out)) BOOST_TEST(cli::display_width(text) <= 80);
  }
}

BOOST_AUTO_TEST_CASE(documents_that_cannot_be_converted_are_records_and_2) {
  const ScratchFolder scratch;
  const std::string picture = scratch.write("in/picture.pdf", kJpeg).string();
  const std::string empty = scratch.write("in/empty.txt", "").string();
  scratch.write("out/picture.json", "from an earlier run");
  const std::string out = (scratch.path() / "out").string();
  const auto outcome =
      run_program({"convert", picture, empty, (scratch.path() / "gone.pdf").string(), "--output", out});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(holds(outcome.err, "unknown-type: "));
  BOOST_TEST(holds(outcome.err, "empty-file: "));
  BOOST_TEST(holds(outcome.err, "not-found: "));
  BOOST_TEST(holds(outcome.err, "0 converted, 0 without a plan, 3 failed"));
  test::check_fits_terminal(outcome.err);
  BOOST_TEST(fs::exists(scratch.path() / "out/corpus.json"));
  // Nobody knows whose it is.
  BOOST_TEST(test::content(scratch.path() / "out/picture.json") == "from an earlier run");
}

BOOST_AUTO_TEST_CASE(a_folder_is_searched_and_its_output_folder_is_not) {
  const ScratchFolder scratch;
  scratch.write("in/sub/picture.pdf", kJpeg);
  scratch.write("in/output/old.txt", "");
  scratch.write("in/letter.xyz", "");
  const auto outcome = run_program({"convert", ".", "--output", "./output"}, {scratch.path() / "in", {}});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(holds(outcome.err, "sub/picture.pdf"));
  BOOST_TEST(!holds(outcome.err, "old.txt"));
  BOOST_TEST(holds(outcome.err, "unknown-type: .xyz is none of the types that are searched for"));
  BOOST_TEST(holds(outcome.err, "1 failed, 1 skipped"));
}

BOOST_AUTO_TEST_CASE(a_failed_document_leaves_standard_output_empty) {
  const ScratchFolder scratch;
  const std::string picture = scratch.write("picture.pdf", kJpeg).string();
  const auto outcome = run_program({"convert", picture, "--output", "-", "--formats", "json"});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(holds(outcome.err, "unknown-type"));
}

BOOST_AUTO_TEST_CASE(an_output_folder_that_cannot_be_is_reported) {
  const ScratchFolder scratch;
  const std::string file = scratch.write("file", "x").string();
  const auto outcome = run_program({"convert", file, "--output", file});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(holds(outcome.err, "write-failed"));
  BOOST_TEST(test::content(file) == "x");
}

BOOST_AUTO_TEST_CASE(names_are_escaped_on_the_terminal) {
  const ScratchFolder scratch;
  const std::string file = scratch.write("x\u202Efdp\x1B[2J.txt", "").string();
  const auto outcome = run_program({"convert", file, "--output", (scratch.path() / "out").string()});
  BOOST_TEST(holds(outcome.err, "x\\u{202E}fdp\\u{001B}[2J.txt"));
  const auto wrong = run_program({"convert", "--\x1B[2J"});
  BOOST_TEST(wrong.err.find('\x1B') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_manifest_depends_neither_on_place_nor_on_order_threads_locale_or_time_zone) {
  const ScratchFolder scratch;
  scratch.write("here/a/x.pdf", kJpeg);
  scratch.write("here/b/x.pdf", "");
  scratch.write("there/deeper/a/x.pdf", kJpeg);
  scratch.write("there/deeper/b/x.pdf", "");
  const auto first =
      run_program({"convert", "a", "b", "--output", "out", "--jobs", "1"}, {scratch.path() / "here", {}});
  const std::string root = (scratch.path() / "there/deeper").string();
  const auto second = run_program({"convert", root + "/b", root + "/a/", "--output", root + "/out", "--jobs", "7"},
                                  {"/", {{"LC_ALL", "de_DE.UTF-8"}, {"TZ", "Asia/Tokyo"}}});
  BOOST_TEST(first.exit_code == 2);
  BOOST_TEST(first.err == second.err);
  BOOST_TEST(test::content(scratch.path() / "here/out/corpus.json") ==
             test::content(scratch.path() / "there/deeper/out/corpus.json"));
}

BOOST_AUTO_TEST_CASE(audit_reports_documents_that_fail) {
  const ScratchFolder scratch;
  const std::string picture = scratch.write("picture.pdf", kJpeg).string();
  const auto text = run_program({"audit", picture, "--fail-on", "note"});
  BOOST_TEST(text.exit_code == 2);
  BOOST_TEST(text.out.starts_with("picture.pdf: failed: unknown-type: "));
  const auto json = run_program({"audit", picture, "--json"});
  BOOST_TEST(json.exit_code == 2);
  BOOST_TEST(json.out.starts_with("{\n  \"format\": \"pactable-audit/1\",\n  \"documents\": [\n"));
  BOOST_TEST(holds(json.out, "\"code\": \"unknown-type\""));
  BOOST_TEST(holds(json.out, "\"repairs\": []"));
  BOOST_TEST(holds(json.err, "unknown-type"));
}

BOOST_AUTO_TEST_CASE(tables_and_validate_report_what_they_cannot_read) {
  const ScratchFolder scratch;
  const std::string gone = (scratch.path() / "gone").string();
  const auto tables = run_program({"tables", gone});
  BOOST_TEST(tables.exit_code == 2);
  BOOST_TEST(tables.out.empty());
  BOOST_TEST(holds(tables.err, "not-found"));
  const auto valid = run_program({"validate", gone, scratch.path().string()});
  BOOST_TEST(valid.exit_code == 2);
  BOOST_TEST(holds(valid.out, gone + ": not-found: "));
  BOOST_TEST(holds(valid.out, scratch.path().string() + ": unreadable: "));
}

BOOST_AUTO_TEST_CASE(a_grammar_variable_that_names_no_folder_is_wrong_usage) {
  const auto outcome = run_program({"families"}, {{}, {{"PACTABLE_GRAMMAR", "/no/such/folder"}}});
  BOOST_TEST(outcome.exit_code == 64);
  BOOST_TEST(holds(outcome.err, "PACTABLE_GRAMMAR"));
}
