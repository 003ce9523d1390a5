// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/summary_table.h"

#include <boost/test/unit_test.hpp>

#include "cli/lines.h"

using namespace pactable;

namespace {

plan::CorpusRecord converted(const std::string& path, const std::string& family, plan::Counts counts) {
  plan::CorpusRecord record;
  record.path = path;
  record.family = family;
  record.outcome = plan::Outcome::kConverted;
  record.counts = counts;
  return record;
}

plan::CorpusRecord failed(const std::string& path, ErrorCode code, const std::string& message) {
  plan::CorpusRecord record;
  record.path = path;
  record.error = Error{code, message};
  return record;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_summary_has_a_line_per_document_and_totals) {
  plan::CorpusRecord none;
  none.path = "minutes.pdf";
  none.outcome = plan::Outcome::kNoPlan;
  const std::string text = cli::summary_table({"",
                                               {none, converted("saiga.pdf", "cms-mtiwp", {139, 20, 7, 9}),
                                                failed("x.pdf", ErrorCode::kEncrypted, "opens with a password")}});
  test::check_fits_terminal(text);
  BOOST_TEST(text ==
             "document     outcome    family     items  repairs  findings\n"
             "minutes.pdf  no-plan    -              -        -         -\n"
             "  no action table was found\n"
             "saiga.pdf    converted  cms-mtiwp    139       20         7\n"
             "x.pdf        failed     -              -        -         -\n"
             "  encrypted: opens with a password\n"
             "total                                139       20         7\n"
             "1 converted, 1 without a plan, 1 failed\n");
}

BOOST_AUTO_TEST_CASE(a_doubtful_document_says_why_and_how_it_is_read) {
  plan::CorpusRecord doubtful, none;
  doubtful.path = "who.docx";
  doubtful.family = "generic";
  doubtful.outcome = plan::Outcome::kDoubtful;
  doubtful.judgements = {{"table-2", plan::TableVerdict::kDoubtful, 3.14, "Roles", 9, {}, {"no column says when"}, {}},
                         {"table-4", plan::TableVerdict::kDoubtful, 3.0, {}, 4, {}, {}, {}},
                         {"table-1", plan::TableVerdict::kNoPlan, 1.0, {}, 4, {}, {}, {}}};
  none.path = "minutes.pdf";
  none.outcome = plan::Outcome::kNoPlan;
  none.judgements = {{"table-2", plan::TableVerdict::kNoPlan, 1.9, {}, 3, {}, {"no column says who or when"}, {}}};
  const std::string text = cli::summary_table({"", {none, doubtful}});
  test::check_fits_terminal(text);
  BOOST_TEST(text ==
             "document     outcome   family   items  repairs  findings\n"
             "minutes.pdf  no-plan   -            -        -         -\n"
             "  no plan: best table table-2, 1.9 points: no column says who or when\n"
             "who.docx     doubtful  generic      -        -         -\n"
             "  looks like a plan, not read: table-2 \"Roles\", 3.1 points: no column says when;\n"
             "    to read it: convert --as-plan table-2 --as-plan table-4\n"
             "total                               0        0         0\n"
             "0 converted, 1 doubtful, 1 without a plan, 0 failed\n");
}

BOOST_AUTO_TEST_CASE(no_name_count_or_message_makes_a_line_too_wide) {
  std::string path = "folder/";
  for (int i = 0; i < 30; ++i) path += "計画-план-";
  const std::string text = cli::summary_table({"",
                                               {converted(path + "2014.pdf", "a-family-with-a-name-that-goes-on-and-on",
                                                          {2000000000, 2000000000, 2000000000, 0}),
                                                failed(path, ErrorCode::kDamaged, path + " " + path + " the end of it"),
                                                failed(path, ErrorCode::kInternal, "")}});
  test::check_fits_terminal(text);
  BOOST_TEST(text.find("the end of it") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_name_or_message_acts_on_the_terminal) {
  const std::string text =
      cli::summary_table({"", {failed("e\x1B[2J\u202Evil\n.pdf", ErrorCode::kDamaged, "\x1B]0;title\x07")}});
  test::check_fits_terminal(text);
  BOOST_TEST(text.find("e\\u{001B}[2J\\u{202E}vil\\u{000A}.pdf") != std::string::npos);
  BOOST_TEST(text.find("\\u{001B}]0;title\\u{0007}") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_empty_run_has_a_summary_too) {
  const std::string text = cli::summary_table({});
  BOOST_TEST(text.find("0 converted, 0 without a plan, 0 failed") != std::string::npos);
}
