// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trace_report.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "cli/lines.h"
#include "cli/run_program.h"

using namespace pactable;
namespace fs = std::filesystem;

namespace {

batch::Rendered traced(const std::string& path, std::vector<plan::TraceLine> trace) {
  batch::Rendered rendered;
  rendered.record.path = path;
  rendered.trace = std::move(trace);
  return rendered;
}

struct Terminal {
  std::ostringstream out, err;
  cli::Console console{out, err};
};

const plan::TraceLine kContinued = {"t1.r14", "R-CONTINUE", "behind-break open-end",
                                    "and to the communities along the\nupper reaches of the river, where nets are set"};

}  // namespace

BOOST_AUTO_TEST_CASE(a_line_names_the_row_the_rule_what_spoke_for_it_and_the_text) {
  BOOST_TEST(cli::trace_line(kContinued) ==
             "t1.r14 R-CONTINUE behind-break open-end | and to the communities along the upper reaches of the river, "
             "where nets are set");
  BOOST_TEST(cli::trace_line({"t1.r15", "R-ITEM", "", ""}) == "t1.r15 R-ITEM");
  BOOST_TEST(cli::trace_line({"t1.r15", "R-ITEM", "number", "\x1B[2J\u202Ex"}) ==
             "t1.r15 R-ITEM number | \\u{001B}[2J\\u{202E}x");
}

BOOST_AUTO_TEST_CASE(documents_stand_in_the_order_of_their_records_whichever_was_done_first) {
  Terminal terminal;
  cli::TraceReport report(terminal.console);
  BOOST_REQUIRE(report.open("-").has_value());
  const batch::Rendered a = traced("a.docx", {kContinued}), b = traced("b.docx", {{"t1.r1", "R-ITEM", "number", "x"}});
  report.note(b);
  report.note(a);
  for (const std::string path : {"a.docx", "b.docx", "c.docx"}) report.take(traced(path, {}).record);
  BOOST_REQUIRE(report.close().has_value());
  test::check_fits_terminal(terminal.err.str());
  BOOST_TEST(terminal.err.str() ==
             "== a.docx\n"
             "t1.r14 R-CONTINUE behind-break open-end | and to the communities along the up...\n"
             "== b.docx\n"
             "t1.r1 R-ITEM number | x\n"
             "== c.docx\n"
             "no row was traced\n");
  BOOST_TEST(terminal.out.str().empty());
}

BOOST_AUTO_TEST_CASE(a_file_has_whole_lines_and_nothing_is_written_unasked) {
  const test::ScratchFolder scratch;
  const fs::path file = scratch.path() / "trace.txt";
  Terminal terminal;
  cli::TraceReport report(terminal.console);
  BOOST_REQUIRE(report.open(file.string()).has_value());
  report.write("a.docx", {kContinued});
  BOOST_REQUIRE(report.close().has_value());
  BOOST_TEST(test::content(file) == "== a.docx\n" + cli::trace_line(kContinued) + "\n");

  cli::TraceReport silent(terminal.console);
  BOOST_REQUIRE(silent.open("").has_value());
  silent.write("a.docx", {kContinued});
  silent.note(traced("a.docx", {kContinued}));
  silent.take(traced("a.docx", {}).record);
  BOOST_TEST(terminal.err.str().empty());

  cli::TraceReport refused(terminal.console);
  BOOST_TEST(!refused.open((scratch.path() / "no" / "folder").string()).has_value());
}

BOOST_AUTO_TEST_CASE(the_program_names_each_document_and_takes_a_file_behind_a_sign_of_equality_only) {
  const test::ScratchFolder scratch;
  const std::string letter = scratch.write("letter.txt", "Dear all,\nthere is no table here.\n").string();
  const std::string file = (scratch.path() / "trace.txt").string(), out = (scratch.path() / "out").string();
  const auto outcome = test::run_program({"convert", letter, "--trace=" + file, "--output", out});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(test::content(file).starts_with("== letter.txt\n"));
  BOOST_TEST(outcome.err.find("== letter.txt") == std::string::npos);

  for (const std::string command : {"convert", "audit"}) {
    std::vector<std::string> line = {command, "--trace", letter};
    if (command == "convert") line.insert(line.end(), {"--output", out});
    const auto shown = test::run_program(line);
    BOOST_TEST(shown.exit_code == 2);
    BOOST_TEST(shown.err.starts_with("== letter.txt\n"), shown.err);
    test::check_fits_terminal(shown.err);
  }
  BOOST_TEST(test::content(letter) == "Dear all,\nthere is no table here.\n");
}
