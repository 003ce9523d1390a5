// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a document that want to do something: in no format of text do they. (In a database they are values of bound
// parameters: corpus_database_test.cpp.)
#include <boost/test/unit_test.hpp>

#include "core/unicode.h"
#include "unit/writers/sample_plans.h"
#include "writers/csv/cells.h"
#include "writers/format/acting_characters.h"
#include "writers/jsonl/item_lines.h"
#include "writers/writer.h"

using namespace pactable;

namespace {

constexpr const char* kHostile =
    "<script>alert(1)</script>]]><!--\x1B[31m\x1B]0;t\x07\u009B2J\u202Egnp.exe\u2066x\u2069\u2028\x7F"
    "=cmd|' /C calc'!A0 ${x} {{7*7}} [a](javascript:alert(1)) ![b](http://x/y.png) <img src=x onerror=alert(1)> "
    "&lt;b&gt;";

plan::Plan hostile_plan() {
  plan::Plan plan = samples::handmade();
  const std::string text = kHostile;
  plan.metadata.title = plan.metadata.vision = plan.metadata.goal = plan.metadata.status = text;
  plan.metadata.period_printed = text;
  plan.metadata.objectives = {text};
  plan.metadata.footnotes[0].printed = text;
  plan.source.file = text;
  plan.code_lists[0].codes[0] = {text, text, text};
  plan.code_lists[0].role = plan.code_lists[0].printed = text;
  plan.tables[0].caption = plan.tables[0].columns[1].header = text;
  for (plan::Item& item : plan.items) {
    item.text = text;
    if (item.number) item.number->printed = item.number->canonical = text;
    if (item.number && item.number->suggested) item.number->suggested->value = text;
    for (plan::Candidate& candidate : item.number->candidates) candidate.value = text;
    for (plan::Field& field : item.fields) field.printed = text, field.label = text;
    if (!item.fields.empty()) item.fields[0].role = text, item.fields[0].value = text;
  }
  for (plan::Repair& repair : plan.repairs) {
    repair.from = repair.to = text;
    repair.evidence = {text};
    repair.alternatives = {{text, 0.5}};
  }
  for (plan::Finding& finding : plan.findings) finding.message = text, finding.suggestion = plan::Candidate{text, 0.5};
  for (plan::Reference& reference : plan.references) reference.printed = text;
  plan.discarded[0].text = text;
  return plan;
}

/// Every format of text, with what it writes.
std::vector<std::pair<std::string, std::string>> written() {
  const plan::Plan plan = hostile_plan();
  std::vector<std::pair<std::string, std::string>> all;
  for (const writers::Writer& writer : writers::writers()) all.emplace_back(writer.id, writer.write(plan));
  plan::CorpusRecord record;
  record.path = kHostile;
  const writers::CorpusDocument document{1, record, &plan, "a.json"};
  all.emplace_back("jsonl", writers::jsonl::write_items(document));
  std::string lines;
  writers::rows::give_rows(document, [&](writers::rows::Relation relation, const writers::rows::Row& row) {
    writers::csv::append_line(lines, writers::rows::describe(relation), row);
  });
  all.emplace_back("csv", lines);
  return all;
}

bool has(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

/// In Markdown a character behind an odd number of backslashes is that character.
bool has_markup(const std::string& text, std::string_view piece) {
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
    std::size_t backslashes = 0;
    while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return true;
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_format_holds_a_character_that_acts) {
  for (const auto& [format, bytes] : written()) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      BOOST_REQUIRE_MESSAGE(writers::format::acting_character_at(bytes, at).bytes == 0, format << " at " << at);
    }
  }
}

BOOST_AUTO_TEST_CASE(no_format_lets_markup_through) {
  for (const auto& [format, bytes] : written()) {
    BOOST_TEST_CONTEXT(format) {
      if (format == "xml" || format == "akn") {
        BOOST_TEST(!has(bytes, "<script"));
        BOOST_TEST(!has(bytes, "<img"));
        BOOST_TEST(has(bytes, "&lt;script&gt;"));
      } else if (format == "markdown") {
        for (const char* markup : {"<script", "<img", "](javascript", "![b]", "[a]", "${x}", "&lt;", "$x"}) {
          BOOST_TEST(!has_markup(bytes, markup), markup);
        }
        BOOST_TEST(has(bytes, "\\<script\\>"));
      }  // in the others markup means nothing
    }
  }
}

BOOST_AUTO_TEST_CASE(in_lines_every_record_stays_on_its_line) {
  const plan::Plan plan = hostile_plan();
  const auto all = written();
  for (const auto& [format, bytes] : all) {
    if (format != "jsonl") continue;
    BOOST_TEST(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) == plan.items.size());
    BOOST_TEST(!has(bytes, "\u2028"));
  }
}
