// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that others wrote. They are no part of this repository: they lie in ../shared/documents or in the folder
// that PACTABLE_DOCUMENTS names, and what is absent is skipped.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/unicode.h"
#include "pipeline/converter.h"

using namespace pactable;

namespace {

std::filesystem::path documents() {
  const char* named = std::getenv("PACTABLE_DOCUMENTS");
  return named != nullptr ? std::filesystem::path(named)
                          : std::filesystem::path(PACTABLE_SOURCE_DIR) / "../shared/documents";
}

bool present(const std::string& file) {
  if (std::filesystem::exists(documents() / file)) return true;
  BOOST_TEST_MESSAGE("skipped: " + file + " is absent");
  return false;
}

std::string bytes_of(const std::string& file) {
  std::ifstream in(documents() / file, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

pipeline::Conversion convert(const std::string& file) {
  const std::vector<std::filesystem::path> folders = {std::filesystem::path(PACTABLE_SOURCE_DIR) / "grammar"};
  auto converter = pipeline::Converter::load(folders);
  if (!converter) throw std::runtime_error(converter.error().message);
  auto conversion = converter->convert(bytes_of(file), std::filesystem::path(file).filename(), {});
  if (!conversion) throw std::runtime_error(file + ": " + conversion.error().message);
  return std::move(*conversion);
}

// Rows below the header line; cells by tabs.
std::vector<std::vector<std::string>> expected_rows(const std::string& file) {
  std::istringstream lines(bytes_of(file));
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    std::vector<std::string>& row = rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
  }
  return rows;
}

std::string printed(const plan::Item& item, const std::string& role) {
  for (const plan::Field& field : item.fields) {
    if (field.role == role) return unicode::collapse_space(field.printed);
  }
  return "(no " + role + ")";
}

std::vector<int> pages_of(const std::vector<Place>& places) {
  std::vector<int> pages;
  for (const Place& place : places) pages.push_back(std::get<PagePlace>(place).page);
  return pages;
}

constexpr const char* kStrategy = "dfo-mud-piddock/mud-piddock-recovery-strategy-2022.pdf";

}  // namespace

BOOST_AUTO_TEST_CASE(the_recovery_strategy_yields_the_ten_approaches_of_its_planning_table_and_no_other_table) {
  if (!present(kStrategy)) return;
  const pipeline::Conversion conversion = convert(kStrategy);
  BOOST_REQUIRE(conversion.plan.has_value());
  BOOST_REQUIRE_EQUAL(conversion.plan->tables.size(), 1);
  const std::vector<int> pages = {27, 28};
  BOOST_TEST(pages_of(conversion.plan->tables.front().derived_from) == pages, boost::test_tools::per_element());
  const auto rows = expected_rows("dfo-mud-piddock/table-5.expected.tsv");
  BOOST_REQUIRE_EQUAL(conversion.plan->items.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const plan::Item& item = conversion.plan->items[i];
    BOOST_REQUIRE_EQUAL(rows[i].size(), 5);
    BOOST_REQUIRE(item.number && item.text);
    BOOST_TEST(item.number->printed.value_or("") == rows[i][0] + ".");
    BOOST_TEST(printed(item, "broad-strategy") == rows[i][1]);
    BOOST_TEST(printed(item, "urgency") == rows[i][2]);
    BOOST_TEST(printed(item, "threat-or-concern-addressed") == rows[i][3]);
    BOOST_TEST(item.text->starts_with(rows[i][4]), "item " << i << ": " << *item.text);
  }
}

BOOST_AUTO_TEST_CASE(documents_without_an_action_table_have_no_plan) {
  for (const char* file :
       {"us-federal-data-strategy/practices.pdf", "us-federal-data-strategy/draft-2019-2020-action-plan.pdf"}) {
    if (present(file)) BOOST_TEST(!convert(file).plan.has_value(), file);
  }
}
