// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of docs/export.md, asked of documents whose answers are known: the three seeds, whose truth stands in
// fixtures/truth, and a small plan in tests/fixtures/exports.
#include <sqlite3.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <sstream>

#include "cli/converted_seeds.h"

using namespace pactable;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Corpus {
  test::ScratchFolder scratch;
  std::shared_ptr<sqlite3> database;

  Corpus() {
    const std::string out = (scratch.path() / "out").string();
    const auto outcome =
        test::run_program({"convert", test::fixture("seeds"), PACTABLE_SOURCE_DIR "/tests/fixtures/exports", "--output",
                           out, "--formats", "sqlite"});
    BOOST_REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
    sqlite3* opened = nullptr;
    BOOST_REQUIRE(sqlite3_open_v2((out + "/corpus.sqlite").c_str(), &opened, SQLITE_OPEN_READONLY, nullptr) ==
                  SQLITE_OK);
    database.reset(opened, sqlite3_close);
  }
};

Rows ask(const std::string& question) {
  static const Corpus corpus;
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(corpus.database.get(), question.c_str(), -1, &statement, nullptr);
  BOOST_REQUIRE_MESSAGE(code == SQLITE_OK, sqlite3_errmsg(corpus.database.get()) << ": " << question);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> owned(statement, sqlite3_finalize);
  Rows rows;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    auto& row = rows.emplace_back();
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      row.emplace_back(text == nullptr ? "" : text);
    }
  }
  return rows;
}

std::vector<std::string> questions() {
  const std::string page = test::content(PACTABLE_SOURCE_DIR "/docs/export.md");
  const std::string fence = "```sql\n";
  std::vector<std::string> found;
  for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    found.push_back(page.substr(at, page.find("```", at) - at));
  }
  return found;
}

/// The answer to the question of that number in the page.
Rows answer(std::size_t number) {
  const auto all = questions();
  BOOST_REQUIRE(number <= all.size());
  return ask(all[number - 1]);
}

std::vector<std::string> column(const Rows& rows, std::size_t at) {
  std::vector<std::string> values;
  for (const auto& row : rows) values.push_back(row.at(at));
  return values;
}

void check(const std::vector<std::string>& got, const std::vector<std::string>& expected) {
  BOOST_CHECK_EQUAL_COLLECTIONS(got.begin(), got.end(), expected.begin(), expected.end());
}

std::size_t count(const std::vector<std::string>& values, const std::string& value) {
  return static_cast<std::size_t>(std::count(values.begin(), values.end(), value));
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_page_has_twelve_questions) { BOOST_TEST(questions().size() == 12U); }

BOOST_AUTO_TEST_CASE(urgent_actions_of_the_secretariat) { check(column(answer(1), 1), {"1.1", "1.3"}); }

BOOST_AUTO_TEST_CASE(what_is_due_before_2023) {
  // Every dated sub-task of the first IWC table, and one river dolphin action; "by 2023" is not before 2023.
  check(column(answer(2), 2), {"1.1.1", "4.1.1", "4.1.2", "1.2.1", "2.1.1", "3.1.1", "3.1.2", "1.1"});
}

BOOST_AUTO_TEST_CASE(everything_that_was_repaired) {
  const Rows rows = answer(3);
  BOOST_TEST(count(column(rows, 2), "number") == 20U);
  BOOST_TEST(count(column(rows, 2), "timescale") == 50U);
  BOOST_TEST(rows.size() == 70U);
  BOOST_TEST(count(column(rows, 4), "3.10") == 1U);
  BOOST_TEST(count(column(rows, 4), "8.10") == 1U);
}

BOOST_AUTO_TEST_CASE(actions_without_any_time) {
  // CAMI: 16 actions and a sub-task. IWC: six and four actions whose sub-tasks have the time, and 4.1.3.
  const std::vector<std::string> titles = column(answer(4), 0);
  BOOST_TEST(titles.size() == 29U);
  BOOST_TEST(count(titles, "CMP ACTION PLAN") == 11U);
  BOOST_TEST(count(titles, "ACTION PLAN FOR THE RIVER DOLPHINS (2021-2025)") == 1U);
}

BOOST_AUTO_TEST_CASE(actions_of_each_urgency) {
  const Rows rows = answer(5);
  check(column(rows, 1), {"Urgent", "Important", "Urgent", "Important", "Useful"});
  check(column(rows, 2), {"3", "2", "50", "72", "2"});
}

BOOST_AUTO_TEST_CASE(parties_by_how_often_they_are_named) {
  const Rows rows = answer(6);
  check(column(rows, 0),
        {"SWG-CMP", "Secretariat", "Range States", "Coordinators", "ICG-SF", "SC-CMP", "Universities"});
  check(column(rows, 1), {"16", "13", "4", "1", "1", "1", "1"});
}

BOOST_AUTO_TEST_CASE(slips_of_the_authors) {
  const Rows rows = answer(7);
  check(column(rows, 1), {"4.2.1.", "2.1.2."});
  check(column(rows, 2), {"4.4.2", "2.2.1"});
}

BOOST_AUTO_TEST_CASE(actions_about_poaching) {
  std::vector<std::string> numbers = column(answer(8), 1);
  std::sort(numbers.begin(), numbers.end());
  check(numbers, {"11.1", "12.1", "13.1", "13.2", "14.1", "15.9", "2.1", "2.2", "2.7"});
}

BOOST_AUTO_TEST_CASE(what_goes_on_all_the_time) {
  check(column(answer(9), 1), {"1.1.2", "2.1.2", "2.2.1", "4.1.2", "1.2"});
}

BOOST_AUTO_TEST_CASE(actions_that_lean_on_others) {
  const Rows rows = answer(10);
  check(column(rows, 0), {"7.1", "9.6", "13.4", "13.4", "14.2", "14.2"});
  check(column(rows, 2), {"6.3", "9.5", "6.1", "6.2", "6.1", "6.2"});
}

BOOST_AUTO_TEST_CASE(where_an_action_stands) {
  const Rows rows = answer(11);
  check(column(rows, 0), {".10", ".10", ".10", ".10"});
  check(column(rows, 1), {"field", "field", "number", "text"});
  check(column(rows, 4), {"53", "53", "53", "53"});
}

BOOST_AUTO_TEST_CASE(what_somebody_should_look_at) {
  const Rows rows = answer(12);
  check(column(rows, 1), {"NUM-AUTHOR", "NUM-AUTHOR", "NUM-GAP", "NUM-ORDER"});
  BOOST_TEST(rows[2][2] == "2.6 is missing between 2.5 and 2.7");
  BOOST_TEST(rows[3][2] == "10.7 stands between 10.4 and 10.5");
}
