// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/sqlite/corpus_database.h"

#include <sqlite3.h>

#include <boost/test/unit_test.hpp>
#include <functional>
#include <memory>

#include "unit/batch/scratch_folder.h"
#include "unit/writers/sample_plans.h"

using namespace pactable;
using writers::sqlite::CorpusDatabase;
namespace fs = std::filesystem;

namespace {

Status write(const fs::path& file, const std::vector<plan::Plan>& plans) {
  Result<CorpusDatabase> database = CorpusDatabase::create(file);
  if (!database) return tl::unexpected<Error>(database.error());
  plan::CorpusRecord record;
  record.path = "it's \"here\"; DROP TABLE items; --.txt";
  int id = 0;
  for (const plan::Plan& plan : plans) {
    if (const Status added = database->add({++id, record, &plan, "a.json"}); !added) return added;
  }
  return database->finish();
}

std::vector<std::string> ask(const fs::path& file, const std::string& question) {
  sqlite3* opened = nullptr;
  BOOST_REQUIRE(sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, sqlite3_close);
  sqlite3_stmt* prepared = nullptr;
  BOOST_REQUIRE_MESSAGE(sqlite3_prepare_v2(opened, question.c_str(), -1, &prepared, nullptr) == SQLITE_OK,
                        sqlite3_errmsg(opened));
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
  std::vector<std::string> rows;
  while (sqlite3_step(prepared) == SQLITE_ROW) {
    std::string row;
    for (int i = 0; i < sqlite3_column_count(prepared); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared, i));
      row += std::string(i == 0 ? "" : "|") + (text == nullptr ? "" : text);
    }
    rows.push_back(row);
  }
  return rows;
}

void check(const std::vector<std::string>& got, const std::vector<std::string>& expected) {
  BOOST_CHECK_EQUAL_COLLECTIONS(got.begin(), got.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_view_reads_like_the_printed_table) {
  const test::ScratchFolder scratch;
  const fs::path file = scratch.path() / "a.sqlite";
  BOOST_REQUIRE(write(file, {samples::handmade()}).has_value());
  check(ask(file,
            "SELECT number, number_printed, number_status, urgency, urgency_label, timescale_label, earliest, latest,"
            " section_number, section_text FROM actions LIMIT 1"),
        {"3.2|.2|repaired|1|Urgent|Medium-term|2022-10-01|2023-03-31|3.0|Work towards 3.2"});
  check(ask(file, "SELECT party FROM parties ORDER BY position"), {"SWG-CMP", "Secretariat"});
  check(ask(file,
            "SELECT i.number FROM item_text JOIN items AS i ON i.row_id = item_text.rowid"
            " WHERE item_text MATCH 'range'"),
        {"3.2"});
  check(ask(file, "SELECT page, x0, y1 FROM places WHERE item_id = 't1.r25' AND of = 'number'"), {"3|72|110.5"});
  check(ask(file, "SELECT text_end FROM places WHERE item_id = 't1.r27' AND of = 'field' AND role = 'urgency'"), {"1"});
}

BOOST_AUTO_TEST_CASE(tables_that_were_judged_and_marks_beside_values_can_be_asked_for) {
  const test::ScratchFolder scratch;
  const fs::path file = scratch.path() / "a.sqlite";
  BOOST_REQUIRE(write(file, {samples::handmade(), samples::doubtful()}).has_value());
  check(ask(file, "SELECT id, verdict, data_rows, caption FROM judgements WHERE document_id = 2 ORDER BY position"),
        {"table-3|doubtful|14|Who does \"what\" & when", "table-1|no-plan|0|"});
  check(ask(file, "SELECT role, header, runner_up, margin FROM judged_columns WHERE document_id = 1"),
        {"urgency|Priority <1>|timescale|0.3", "action|||2.0"});
  check(ask(file, "SELECT number_marks, number_state FROM items WHERE number_state IS NOT NULL"),
        {"[\"a\", \"*\"]|(new)"});
  check(ask(file, "SELECT role FROM fields WHERE inherited = 1"), {"responsible"});
  check(ask(file, "SELECT item_id, judgement_id, verdict FROM decisions WHERE judgement_id IS NOT NULL"),
        {"|table-3|plan"});
  check(ask(file, "SELECT page, y1 FROM places WHERE of = 'judgement' AND document_id = 1"), {"2|700"});
}

BOOST_AUTO_TEST_CASE(a_database_says_what_it_is_and_is_sound) {
  const test::ScratchFolder scratch;
  const fs::path file = scratch.path() / "a.sqlite";
  BOOST_REQUIRE(write(file, {samples::handmade(), samples::handmade()}).has_value());
  check(ask(file, "PRAGMA application_id"), {std::to_string(writers::sqlite::kApplicationId)});
  check(ask(file, "PRAGMA user_version"), {std::to_string(writers::sqlite::kSchemaVersion)});
  check(ask(file, "PRAGMA integrity_check"), {"ok"});
  check(ask(file, "PRAGMA foreign_key_check"), {});
  check(ask(file, "SELECT path FROM documents WHERE id = 2"), {"it's \"here\"; DROP TABLE items; --.txt"});
  BOOST_TEST(std::distance(fs::directory_iterator(scratch.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(the_same_documents_give_the_same_bytes) {
  const test::ScratchFolder scratch;
  const std::vector<plan::Plan> plans(40, samples::handmade());
  BOOST_REQUIRE(write(scratch.path() / "a.sqlite", plans).has_value());
  BOOST_REQUIRE(write(scratch.path() / "b.sqlite", plans).has_value());
  BOOST_TEST((test::content(scratch.path() / "a.sqlite") == test::content(scratch.path() / "b.sqlite")));
}

BOOST_AUTO_TEST_CASE(a_plan_that_names_what_it_does_not_have_is_refused) {
  const auto refused = [](const std::function<void(plan::Plan&)>& damage) {
    const test::ScratchFolder scratch;
    plan::Plan plan = samples::handmade();
    damage(plan);
    const Status written = write(scratch.path() / "a.sqlite", {samples::handmade(), plan});
    return !written && written.error().code == ErrorCode::kInvalid;
  };
  BOOST_TEST(!refused([](plan::Plan&) {}));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.items[1].parent = "t9.r9"; }));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.items[1].number->repair = "rep9"; }));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.items[1].fields[1].repair = "rep9"; }));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.items[1].table = "t9"; }));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.repairs[0].by = "act9"; }));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.repairs[1].id = "rep1"; }));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.findings[0].items = {"t9.r9"}; }));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.references[0].targets = {"t9.r9"}; }));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.items[2].id = plan.items[1].id; }));
  BOOST_TEST(refused([](plan::Plan& plan) { plan.decisions[2].table = "table-9"; }));
}

BOOST_AUTO_TEST_CASE(a_database_that_cannot_be_made_is_an_error) {
  const test::ScratchFolder scratch;
  const Status written = write(scratch.path() / "missing" / "a.sqlite", {});
  BOOST_REQUIRE(!written);
  BOOST_TEST((written.error().code == ErrorCode::kWriteFailed));
}
