// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audit_report.h"

#include <boost/test/unit_test.hpp>

#include "cli/lines.h"

using namespace pactable;

namespace {

plan::Item item(const std::string& id, const std::string& number, Place place) {
  plan::Item item;
  item.id = id;
  item.number.emplace();
  item.number->canonical = number;
  item.number->derived_from = {std::move(place)};
  return item;
}

batch::Document audited(plan::Plan plan) {
  batch::Document document;
  document.record.path = "saiga.pdf";
  document.record.outcome = plan::Outcome::kConverted;
  document.plan = std::move(plan);
  return document;
}

std::string report(batch::Document document) {
  const std::vector<batch::Document> documents = {std::move(document)};
  std::string text = cli::audit_report(documents);
  test::check_fits_terminal(text);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(repairs_and_findings_are_grouped_by_rule_with_item_and_place) {
  plan::Plan plan;
  plan.items = {item("t1.r27", "3.2", PagePlace{3, {}}), item("t1.r12", "2.1.2", LinePlace{45, 0, 0, 2})};
  plan.repairs = {{"rep1", "t1.r27", "number", "NUM-OCR", ".2", "3.2", 0.99999, {}, {"suffix-intact"}, "act1"}};
  plan.findings = {
      {"NUM-AUTHOR", plan::Level::kWarning, {"t1.r12"}, "2.1.2. stands under 2.2", plan::Candidate{"2.2.1", 0.884}, {}},
      {"NUM-GAP", plan::Level::kNote, {}, "2.6 is missing", {}, {PagePlace{4, {}}}}};
  BOOST_TEST(report(audited(plan)) ==
             "saiga.pdf: 2 items, 1 repair, 2 findings\n"
             "  NUM-OCR  1 repair\n"
             "    page 3, t1.r27: number \".2\" -> \"3.2\", confidence 0.99999\n"
             "  NUM-AUTHOR  1 warning\n"
             "    line 45, t1.r12 2.1.2: 2.1.2. stands under 2.2 (suggested: \"2.2.1\", p 0.884)\n"
             "  NUM-GAP  1 note\n"
             "    page 4: 2.6 is missing\n"
             "\n"
             "1 document: 2 items, 1 repair; 0 errors, 1 warning, 1 note\n");
}

BOOST_AUTO_TEST_CASE(documents_that_were_not_converted_are_in_the_report) {
  batch::Document failed;
  failed.record.path = "bad.pdf";
  failed.record.error = Error{ErrorCode::kEncrypted, "opens only with a password"};
  BOOST_TEST(report(failed) ==
             "bad.pdf: failed: encrypted: opens only with a password\n\n"
             "1 document (1 failed): 0 items, 0 repairs; 0 errors, 0 warnings, 0 notes\n");
  batch::Document none;
  none.record.path = "minutes.pdf";
  none.record.outcome = plan::Outcome::kNoPlan;
  BOOST_TEST(report(none) ==
             "minutes.pdf: no-plan: no action table was found\n\n"
             "1 document (1 without a plan): 0 items, 0 repairs; 0 errors, 0 warnings, 0 notes\n");
}

BOOST_AUTO_TEST_CASE(a_document_that_was_not_read_shows_its_tables_with_what_spoke_for_and_against_them) {
  batch::Document doubtful;
  doubtful.record.path = "who.docx";
  doubtful.record.outcome = plan::Outcome::kDoubtful;
  doubtful.plan.emplace();
  doubtful.plan->judgements = {{"table-2",
                                plan::TableVerdict::kDoubtful,
                                3.14,
                                "Roles",
                                9,
                                {{"Priority", "urgency", "timescale", 0.3}, {std::nullopt, "action", {}, 2}},
                                {"no column says when", "most rows begin with a verb"},
                                {}}};
  doubtful.plan->findings = {{"TABLE-DOUBTFUL", plan::Level::kWarning, {}, "table-2 was not read", {}, {}}};
  doubtful.record.judgements = doubtful.plan->judgements;
  BOOST_TEST(report(doubtful) ==
             "who.docx: doubtful: looks like a plan, not read: table-2 \"Roles\", 3.1 points: no\n"
             "    column says when; to read it: convert --as-plan table-2\n"
             "  table-2  doubtful, 3.1 points, 9 rows: Roles\n"
             "    no column says when\n"
             "    most rows begin with a verb\n"
             "    column \"Priority\": urgency, 0.3 points before timescale\n"
             "    column without a header: action\n"
             "  TABLE-DOUBTFUL  1 warning\n"
             "    table-2 was not read\n"
             "\n"
             "1 document (1 doubtful): 0 items, 0 repairs; 0 errors, 1 warning, 0 notes\n");
  batch::Document none;
  none.record.path = "minutes.pdf";
  none.record.outcome = plan::Outcome::kNoPlan;
  none.record.findings = {{"TABLE-NOT-READ", plan::Level::kNote, {}, "table-1 is a time table", {}, {}}};
  const std::string text = report(none);
  BOOST_TEST(text.find("  TABLE-NOT-READ  1 note\n    table-1 is a time table\n") != std::string::npos);
  BOOST_TEST(text.find("(1 without a plan): 0 items, 0 repairs; 0 errors, 0 warnings, 1 note") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(colours_change_no_letter_of_the_report_and_are_off_unless_asked_for) {
  plan::Plan plan;
  plan.items = {item("t1.r27", "3.2", PagePlace{3, {}})};
  plan.repairs = {{"rep1", "t1.r27", "number", "NUM-OCR", ".2", "3.2", 0.99999, {}, {}, "act1"}};
  plan.findings = {{"NUM-GAP", plan::Level::kWarning, {"t1.r27"}, "2.6 is missing", {}, {}}};
  const std::vector<batch::Document> documents = {audited(plan)};
  const std::string plain = cli::audit_report(documents), coloured = cli::audit_report(documents, cli::Paint(true));
  BOOST_TEST(plain.find('\x1B') == std::string::npos);
  BOOST_TEST(coloured.find("\x1B[33mNUM-GAP\x1B[0m") != std::string::npos);
  std::string stripped;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\x1B')
      i = coloured.find('m', i);
    else
      stripped += coloured[i];
  }
  BOOST_TEST(stripped == plain);
}

BOOST_AUTO_TEST_CASE(text_of_a_document_can_neither_widen_nor_control_the_terminal) {
  plan::Plan plan;
  std::string long_text;
  for (int i = 0; i < 50; ++i) long_text += "計画\x1B[2J\u202E ";
  plan.items = {item("t1.r1", long_text, PagePlace{1, {}})};
  plan.repairs = {{"rep1", "t1.r1", "timescale", "TXT-HOMOGLYPH", long_text, long_text, 1, {}, {long_text}, "act1"}};
  plan.findings = {{"CODE-MIXED", plan::Level::kWarning, std::vector<std::string>(70, "t1.r1"), long_text, {}, {}}};
  const std::string text = report(audited(plan));
  BOOST_TEST(text.find("64 more") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(places_are_named_as_people_count) {
  const auto part = std::make_shared<const std::string>("word/document.xml");
  BOOST_TEST(cli::place_name(PartPlace{part, 0, 3, 1, 0, 0, 0}) == "table 1 row 4");
  BOOST_TEST(cli::place_name(PartPlace{part, -1, -1, -1, 11, 0, 0}) == "paragraph 12");
}
