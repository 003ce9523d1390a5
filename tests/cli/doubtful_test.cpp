// SPDX-License-Identifier: GPL-3.0-or-later
// A document that looks like a plan and was not read, from its written file on: audited, exported, as a site; and the
// tables that a user names.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/lines.h"
#include "cli/run_program.h"
#include "unit/writers/sample_plans.h"
#include "writers/json/plan_json.h"

using namespace pactable;
namespace fs = std::filesystem;
using nlohmann::json;
using test::content;
using test::run_program;
using test::ScratchFolder;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A corpus of one such document and one without a plan.
void write_corpus(const ScratchFolder& scratch) {
  const plan::Plan plan = samples::doubtful();
  plan::CorpusRecord doubtful, none;
  doubtful.path = "who.docx";
  doubtful.sha256 = plan.source.sha256;
  doubtful.media_type = plan.source.media_type;
  doubtful.layer = plan.source.layer;
  doubtful.family = plan.family;
  doubtful.outcome = plan::Outcome::kDoubtful;
  doubtful.outputs = {"who.json"};
  doubtful.judgements = plan.judgements;
  doubtful.findings = plan.findings;
  none.path = "x.txt";
  none.outcome = plan::Outcome::kNoPlan;
  none.judgements = {{"table-1", plan::TableVerdict::kNoPlan, 1.9, {}, 3, {}, {"no column says who"}, {}}};
  none.findings = {{"TABLE-NOT-READ", plan::Level::kNote, {}, "table-1 is a time table", std::nullopt, {}}};
  scratch.write("corpus/who.json", writers::json::write_plan(plan));
  scratch.write("corpus/corpus.json", writers::json::write_corpus({"pactable 0.1.0", {doubtful, none}, {}, {}}));
}

}  // namespace

BOOST_AUTO_TEST_CASE(its_audit_shows_the_tables_and_is_2) {
  const ScratchFolder scratch;
  write_corpus(scratch);
  const std::string file = (scratch.path() / "corpus/who.json").string();
  const auto outcome = run_program({"audit", file});
  BOOST_TEST(outcome.exit_code == 2);
  test::check_fits_terminal(outcome.out);
  BOOST_TEST(outcome.out.starts_with("who.json: doubtful: looks like a plan, not read: table-3 "));
  BOOST_TEST(holds(outcome.out, "convert --as-plan table-3"));
  BOOST_TEST(holds(outcome.out, "    column \"Priority <1>\": urgency, 0.3 points before timescale\n"));
  BOOST_TEST(holds(outcome.out, "  TABLE-DOUBTFUL  1 warning\n"));
  BOOST_TEST(holds(outcome.out, "1 document (1 doubtful): 0 items"));

  const auto as_json = run_program({"audit", "--json", file});
  BOOST_TEST(as_json.exit_code == 2);
  const json document = json::parse(as_json.out)["documents"][0];
  BOOST_TEST(document["outcome"] == "doubtful");
  BOOST_TEST(document["judgements"][0]["id"] == "table-3");
  BOOST_TEST(document["findings"].size() == 1U);
  BOOST_TEST(run_program({"audit", "--fail-on", "warning", file}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(its_files_are_valid_and_its_export_says_that_it_was_not_read) {
  const ScratchFolder scratch;
  write_corpus(scratch);
  const fs::path corpus = scratch.path() / "corpus", out = scratch.path() / "out";
  BOOST_TEST(run_program({"validate", (corpus / "who.json").string(), (corpus / "corpus.json").string()}).exit_code ==
             0);
  const auto outcome = run_program(
      {"export", corpus.string(), "--formats", "json,xml,markdown,akn,csv,jsonl,sqlite", "--output", out.string()});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(holds(outcome.err, "0 plans of 2 documents\n"));
  BOOST_TEST(holds(outcome.err, "not read, though they look like plans: 1;"));
  BOOST_TEST(content(out / "who.json") == content(corpus / "who.json"));
  BOOST_TEST(content(out / "items.jsonl").empty());
  for (const std::string file : {"who.json", "who.xml", "who.akn.xml"}) {
    const auto checked = run_program({"validate", (out / file).string()});
    BOOST_TEST(checked.exit_code == 0, checked.out);
  }
  BOOST_TEST(holds(content(out / "who.md"), "table-3 doubtful, 3.1 points"));
  BOOST_TEST(holds(content(out / "csv/judgements.csv"), "1,table-3,1,doubtful,3.1,"));
  BOOST_TEST(holds(content(out / "csv/judgements.csv"), "2,table-1,1,no-plan,1.9,"));
  BOOST_TEST(holds(content(out / "csv/findings.csv"), "2,1,TABLE-NOT-READ,"));
}

BOOST_AUTO_TEST_CASE(a_site_lists_it_among_the_documents_without_a_plan) {
  const ScratchFolder scratch;
  write_corpus(scratch);
  const fs::path site = scratch.path() / "site";
  const auto outcome = run_program({"site", (scratch.path() / "corpus").string(), "--output", site.string()});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.err.starts_with("0 plans of 2 documents"));
  const std::string index = content(site / "index.html");
  BOOST_TEST(holds(index, "looks like a plan, not read: table-3"));
  BOOST_TEST(holds(index, "no plan: best table table-1, 1.9 points: no column says who"));
  BOOST_TEST(!fs::exists(site / "plans/who.html"));
  BOOST_TEST(fs::exists(site / "downloads/who.json"));
}

BOOST_AUTO_TEST_CASE(the_examples_of_the_documentation_are_what_the_program_prints) {
  const ScratchFolder scratch;
  const fs::path root(PACTABLE_SOURCE_DIR), documents = root / "tests/fixtures/docs";
  const std::string out = (scratch.path() / "out").string();
  const auto stands_in = [&](const std::string& printed, std::string_view first, std::string_view last,
                             const char* page) {
    const std::size_t begin = printed.find(first), end = printed.find(last, begin);
    BOOST_REQUIRE(begin != std::string::npos && end != std::string::npos);
    const std::string block = printed.substr(begin, end - begin);
    BOOST_TEST(holds(test::content(root / "docs" / page), block), page << " does not hold\n" << block);
  };
  const std::string annex = (documents / "annex-2.html").string();
  stands_in(run_program({"convert", annex, "--output", out}).err, "document ", "total ", "understanding.md");
  stands_in(run_program({"audit", annex}).out, "  table-2  doubtful", "  TABLE-DOUBTFUL", "understanding.md");
  stands_in(run_program({"convert", (documents / "porpoise-plan.html").string(), "--output", out, "--trace"}).err,
            "== porpoise-plan.html", "document ", "cli.md");
}

BOOST_AUTO_TEST_CASE(a_table_that_is_no_plan_is_read_where_someone_says_so) {
  const ScratchFolder scratch;
  const std::string annex = scratch
                                .write("annex.md",
                                       "# Annex\n\n| No. | Task | Remarks |\n|---|---|---|\n"
                                       "| 1 | Nets for the harbour | none |\n| 2 | Lamps at the beach | none |\n"
                                       "| 3 | Signs on the road | two |\n| 4 | Boats for the wardens | three |\n")
                                .string();
  const std::string out = (scratch.path() / "out").string();
  BOOST_TEST(run_program({"convert", annex, "--output", out}).exit_code == 2);
  const auto chosen = run_program({"convert", annex, "--as-plan", "table-1", "--output", out, "--force"});
  BOOST_TEST(chosen.exit_code == 0);
  BOOST_TEST(holds(chosen.err, "1 converted"));
  const std::string record = test::content(scratch.path() / "out/annex.md.json");
  BOOST_TEST(holds(record, "Boats for the wardens"));
  BOOST_TEST(holds(record, "\"verdict\": \"plan\""));
}

BOOST_AUTO_TEST_CASE(a_table_that_the_document_does_not_have_is_no_silent_success) {
  const ScratchFolder scratch;
  const std::string letter = scratch.write("letter.txt", "Dear all,\nthere is no table here.\n").string();
  const std::string out = (scratch.path() / "out").string();
  const auto outcome =
      run_program({"convert", letter, "--as-plan", "table-9", "--as-plan", "table-10", "--output", out});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(holds(outcome.err, "--as-plan table-9: no such table can be read"));
  BOOST_TEST(holds(content(fs::path(out) / "corpus.json"), "\"outcome\": \"failed\""));
}
