// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/jsonl/item_lines.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "unit/writers/sample_plans.h"
#include "writers/json/plan_json.h"

using namespace pactable;
using nlohmann::ordered_json;

namespace {

std::vector<ordered_json> lines_of(const plan::Plan& plan) {
  plan::CorpusRecord record;
  record.path = "sub/saiga.txt";
  std::istringstream text(writers::jsonl::write_items({7, record, &plan, "saiga.json"}));
  std::vector<ordered_json> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(ordered_json::parse(line));
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_line_is_understood_without_another_one) {
  const auto lines = lines_of(samples::handmade());
  BOOST_REQUIRE(lines.size() == 5U);
  const ordered_json& line = lines[1];
  BOOST_TEST(line["document"]["path"] == "sub/saiga.txt");
  BOOST_TEST(line["document"]["id"] == 7);
  BOOST_TEST(line["document"]["title"] == "Saiga Antelope");
  BOOST_TEST(line["table"]["caption"] == "ACTION PLAN");
  BOOST_TEST(line["parents"][0]["number"] == "3.0");
  BOOST_TEST(line["parents"][0]["text"] == "Work towards 3.2");
  BOOST_TEST(line["item"]["number"]["canonical"] == "3.2");
  BOOST_TEST(line["item"]["fields"]["urgency"]["label"] == "Urgent");
  BOOST_TEST(line["repairs"].size() == 2U);
  BOOST_TEST(line["repairs"][0]["from"] == ".2");
  BOOST_TEST(lines[2]["findings"][0]["rule"] == "NUM-AUTHOR");
  BOOST_TEST(lines[0]["references"].size() == 2U);
  BOOST_TEST(!lines[3].contains("repairs"));
}

BOOST_AUTO_TEST_CASE(the_items_of_the_lines_are_those_of_the_json) {
  samples::RandomPlans random(3);
  for (int i = 0; i < 200; ++i) {
    const plan::Plan plan = random.plan();
    const auto lines = lines_of(plan);
    const auto written = ordered_json::parse(writers::json::write_plan(plan));
    BOOST_REQUIRE(lines.size() == plan.items.size());
    for (std::size_t at = 0; at < lines.size(); ++at) BOOST_REQUIRE(lines[at]["item"] == written["items"][at]);
  }
}

BOOST_AUTO_TEST_CASE(a_circle_of_parents_ends) {
  plan::Plan plan = samples::handmade();
  plan.items[0].parent = plan.items[1].id;
  const auto lines = lines_of(plan);
  BOOST_TEST(lines[1]["parents"].size() <= 2U);
}

BOOST_AUTO_TEST_CASE(a_document_without_plan_has_no_line) {
  const plan::CorpusRecord record;
  BOOST_TEST(writers::jsonl::write_items({1, record}) == "");
}
