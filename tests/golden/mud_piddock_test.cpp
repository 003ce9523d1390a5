// SPDX-License-Identifier: GPL-3.0-or-later
// A recovery strategy that was a PDF and was turned back into Word: no merges, no marked headers, figures for notes.
// One of its 25 tables holds actions.
#include <boost/test/unit_test.hpp>

#include "golden/others_documents.h"
#include "pipeline/converter.h"

using namespace pactable;

namespace {

std::vector<std::vector<std::string>> expected_rows(const std::filesystem::path& path) {
  std::istringstream lines(test::read_whole(path));
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string>& row = rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
  }
  rows.erase(rows.begin());
  return rows;
}

std::string field_of(const plan::Item& item, const std::string& role) {
  for (const plan::Field& field : item.fields) {
    if (field.role == role) return field.printed;
  }
  return {};
}

}  // namespace

BOOST_TEST_DECORATOR(*boost::unit_test::precondition(test::has_others_documents))
BOOST_AUTO_TEST_CASE(ten_approaches_of_one_table_and_nothing_of_the_other_tables) {
  const auto folder = test::others_document("dfo-mud-piddock");
  const std::string bytes = test::read_whole(folder / "mud-piddock-recovery-strategy-2022.docx");
  const std::vector<std::filesystem::path> grammar = {std::filesystem::path(PACTABLE_SOURCE_DIR) / "grammar"};
  const auto converter = pipeline::Converter::load(grammar);
  BOOST_REQUIRE(converter.has_value());
  BOOST_TEST(pipeline::read_tables(bytes, false)->size() == 25U);
  const auto conversion = converter->convert(bytes, "mud-piddock.docx");
  BOOST_REQUIRE(conversion.has_value());
  BOOST_REQUIRE(conversion->plan.has_value());
  const auto& items = conversion->plan->items;
  const auto rows = expected_rows(folder / "table-5.expected.tsv");
  BOOST_TEST(conversion->plan->tables.size() == 1U);
  BOOST_REQUIRE_EQUAL(items.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    BOOST_TEST_CONTEXT("row " << i) {
      BOOST_TEST(items[i].number->canonical.value_or("") == rows[i][0]);
      BOOST_TEST(field_of(items[i], "urgency") == rows[i][2]);
      BOOST_TEST(field_of(items[i], "threat-or-concern-addressed") == rows[i][3]);
      BOOST_TEST(items[i].text.value_or("").starts_with(rows[i][4]));
    }
  }
}

BOOST_TEST_DECORATOR(*boost::unit_test::precondition(test::has_others_documents))
BOOST_AUTO_TEST_CASE(a_table_of_threats_is_no_plan) {
  const std::vector<std::filesystem::path> grammar = {std::filesystem::path(PACTABLE_SOURCE_DIR) / "grammar"};
  const auto converter = pipeline::Converter::load(grammar);
  BOOST_REQUIRE(converter.has_value());
  const auto conversion = converter->convert(
      test::read_whole(test::others_document("dfo-mud-piddock/threat-table-only.docx")), "threats.docx");
  BOOST_REQUIRE(conversion.has_value());
  BOOST_TEST(!conversion->plan.has_value());
}
