// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "core/unicode.h"
#include "unit/writers/sample_plans.h"
#include "writers/csv/cells.h"
#include "writers/csv/data_package.h"

using namespace pactable;
using namespace pactable::writers;
using csv::cell_text;

namespace {

/// As docs/export.md says that a cell is read.
std::optional<std::string> read_text(const std::string& cell) {
  if (cell.empty()) return std::nullopt;
  if (cell.starts_with("'\"")) return nlohmann::json::parse(cell.substr(1)).get<std::string>();
  return cell.front() == '\'' ? cell.substr(1) : cell;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_text_that_a_spreadsheet_would_run_gets_an_apostrophe) {
  for (const std::string text : {"=1+1", "+5", "-", "-3.10", "@SUM(A1)", "\t=2", "\r=2", "\n=2", "＝1", "－1"}) {
    BOOST_TEST(cell_text(text) == "'" + text);
  }
  for (const std::string text : {"3.10", "10.7", "a=b", " =1", "1-3", "“"}) BOOST_TEST(cell_text(text) == text);
}

BOOST_AUTO_TEST_CASE(an_apostrophe_and_an_empty_text_can_be_told_from_what_was_put_in) {
  BOOST_TEST(cell_text("'") == "''");
  BOOST_TEST(cell_text("'=1") == "''=1");
  BOOST_TEST(cell_text("'\"x") == "''\"x");
  BOOST_TEST(cell_text("") == "'");
}

BOOST_AUTO_TEST_CASE(a_character_that_acts_is_written_in_words) {
  BOOST_TEST(cell_text("\x1B[2Jx") == "'\"\\u001b[2Jx\"");
  BOOST_TEST(cell_text("a\u202Eb\u2028") == "'\"a\\u202eb\\u2028\"");
  BOOST_TEST(cell_text("=\u009B1m") == "'\"=\\u009b1m\"");
  BOOST_TEST(cell_text("שלום\u200F") == "שלום\u200F");
}

BOOST_AUTO_TEST_CASE(every_text_comes_back_from_its_cell) {
  samples::RandomPlans random(11);
  for (int i = 0; i < 20000; ++i) {
    // Malformed bytes are U+FFFD in every format.
    const std::string text = unicode::to_utf8(unicode::to_code_points(random.text()));
    const std::string cell = cell_text(text);
    BOOST_REQUIRE(read_text(cell) == text);
    BOOST_REQUIRE(cell.find('\x1B') == std::string::npos);
    BOOST_REQUIRE(std::string_view("=+-@\t\r\n").find(cell.front()) == std::string_view::npos);
  }
}

BOOST_AUTO_TEST_CASE(every_row_has_a_cell_for_each_column_and_what_is_required) {
  samples::RandomPlans random(5);
  std::set<rows::Relation> seen;
  plan::CorpusRecord record;
  for (int i = 0; i < 200; ++i) {
    const plan::Plan plan = i == 0 ? samples::handmade() : random.plan();
    rows::give_rows({1, record, &plan, "a.json"}, [&](rows::Relation relation, const rows::Row& row) {
      const rows::Description& description = rows::describe(relation);
      seen.insert(relation);
      BOOST_REQUIRE_MESSAGE(row.size() == description.columns.size(), description.name);
      for (std::size_t at = 0; at < row.size(); ++at) {
        const bool absent = std::holds_alternative<std::monostate>(row[at]);
        BOOST_REQUIRE_MESSAGE(!(absent && description.columns[at].required),
                              description.name << "." << description.columns[at].name);
        const rows::Type type = description.columns[at].type;
        BOOST_REQUIRE(absent || (type == rows::Type::kInteger) == std::holds_alternative<std::int64_t>(row[at]));
        BOOST_REQUIRE(absent || (type == rows::Type::kNumber) == std::holds_alternative<double>(row[at]));
      }
    });
  }
  BOOST_TEST(seen.size() == rows::kRelationCount);
}

BOOST_AUTO_TEST_CASE(a_document_without_a_plan_gives_the_rows_of_its_reasons) {
  plan::CorpusRecord record;
  record.outcome = plan::Outcome::kNoPlan;
  record.findings = {{"TABLE-NOT-READ", plan::Level::kNote, {}, "table-3 is a time table", std::nullopt, {}}};
  record.judgements = {samples::doubtful_table()};
  std::map<rows::Relation, int> counts;
  rows::give_rows({1, record, nullptr, {}}, [&](rows::Relation relation, const rows::Row& row) {
    BOOST_TEST(row.size() == rows::describe(relation).columns.size());
    ++counts[relation];
  });
  BOOST_TEST(counts[rows::Relation::kFindings] == 1);
  BOOST_TEST(counts[rows::Relation::kJudgements] == 1);
  BOOST_TEST(counts[rows::Relation::kJudgedColumns] == 2);
}

BOOST_AUTO_TEST_CASE(relations_stand_in_their_order_and_name_columns_that_are_there) {
  const auto has = [](const rows::Description& relation, std::string_view column) {
    return std::any_of(relation.columns.begin(), relation.columns.end(),
                       [&](const rows::Column& one) { return one.name == column; });
  };
  for (std::size_t i = 0; i < rows::kRelationCount; ++i) {
    const rows::Description& relation = rows::relations()[i];
    BOOST_TEST((relation.relation == static_cast<rows::Relation>(i)), relation.name);
    for (const auto column : relation.primary_key) BOOST_TEST(has(relation, column));
    for (const rows::ForeignKey& key : relation.foreign_keys) {
      BOOST_TEST((key.target_columns == rows::describe(key.target).primary_key), relation.name);
      for (const auto column : key.columns) BOOST_TEST(has(relation, column));
    }
  }
}

BOOST_AUTO_TEST_CASE(numbers_of_actions_are_strings_in_the_package) {
  const auto package = nlohmann::json::parse(csv::write_data_package({}));
  BOOST_TEST(package["profile"] == "tabular-data-package");
  int numbers = 0;
  for (const auto& resource : package["resources"]) {
    for (const auto& field : resource["schema"]["fields"]) {
      const std::string name = field["name"];
      if (name != "number" && name != "number_printed" && name != "suggested_number") continue;
      BOOST_TEST(field["type"] == "string");
      ++numbers;
    }
  }
  BOOST_TEST(numbers == 3);
}

BOOST_AUTO_TEST_CASE(lines_are_those_of_rfc_4180) {
  const rows::Description& relation = rows::describe(rows::Relation::kParties);
  std::string line;
  csv::append_line(line, relation, {std::int64_t{1}, "t1.r1", "responsible", std::int64_t{1}, "a,\"b\"\r\nc"});
  BOOST_TEST(csv::header_line(relation) == "document_id,item_id,role,position,party\r\n");
  BOOST_TEST(line == "1,t1.r1,responsible,1,\"a,\"\"b\"\"\r\nc\"\r\n");
}
