// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/akn/plan_akn.h"

#include <boost/test/unit_test.hpp>

#include "unit/writers/golden.h"
#include "unit/writers/sample_plans.h"
#include "writers/akn/item_tree.h"
#include "writers/json/plan_json.h"
#include "writers/validate.h"

using namespace pactable;
using writers::akn::write_plan;

namespace {

std::string problems_of(const std::string& bytes) {
  const auto problems = writers::validate(bytes);
  if (!problems) return problems.error().message;
  std::string text;
  for (const auto& problem : *problems) text += problem.where + ": " + problem.message + "\n";
  return text;
}

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_handmade_plan_becomes_its_frozen_akoma_ntoso) {
  const std::string written = write_plan(samples::handmade());
  BOOST_TEST(written == golden("handmade.akn.xml", written));
  BOOST_TEST(problems_of(written) == "");
}

BOOST_AUTO_TEST_CASE(a_number_is_what_the_page_says) {
  const std::string written = write_plan(samples::handmade());
  BOOST_TEST(
      has(written, "pactable:printed=\".2\" pactable:repair=\"rep1\" pactable:confidence=\"0.99999\">3.2</num>"));
  BOOST_TEST(has(written,
                 "pactable:suggested=\"2.2.1\" pactable:p=\"0.884\" pactable:marks=\"a *\" "
                 "pactable:state=\"(new)\">2.1.2.</num>"));
  BOOST_TEST(has(written, "<num pactable:status=\"ambiguous\" pactable:candidates=\"2.2.1 2.1.2\">2.1.2.</num>"));
  BOOST_TEST(has(written, "eId=\"t1.r30\" pactable:numberStatus=\"missing\" pactable:candidates=\"2.2.1 2.1.2\""));
  BOOST_TEST(has(written, "Work towards <ref href=\"#t1.r27\">3.2</ref>"));
}

BOOST_AUTO_TEST_CASE(nothing_is_claimed_that_the_plan_does_not_say) {
  plan::Plan plan = samples::handmade();
  plan.metadata.period_edtf.reset();
  plan.language = "tlh-x";
  const std::string written = write_plan(plan);
  BOOST_TEST(count(written, "<FRBRdate date=\"0001-01-01\" name=\"notStated\"/>") == 3U);
  BOOST_TEST(has(written, "<FRBRcountry value=\"xx\"/>"));
  BOOST_TEST(has(write_plan(samples::handmade()), "<FRBRdate date=\"2021-01-01\" name=\"periodBegin\"/>"));
}

BOOST_AUTO_TEST_CASE(any_plan_is_valid_and_gives_the_same_bytes_when_it_is_read_back) {
  samples::RandomPlans random(29, samples::RandomPlans::Texts::kWellFormed);
  for (int i = 0; i < 60; ++i) {
    const plan::Plan plan = random.plan();
    const std::string written = write_plan(plan);
    BOOST_REQUIRE_MESSAGE(problems_of(written).empty(), problems_of(written) << written);
    const auto read = writers::json::read_plan(writers::json::write_plan(plan));
    BOOST_REQUIRE(read.has_value());
    BOOST_REQUIRE(written == write_plan(*read));
  }
}

BOOST_AUTO_TEST_CASE(malformed_text_is_valid_all_the_same) {
  samples::RandomPlans random(31);
  for (int i = 0; i < 30; ++i) {
    const std::string written = write_plan(random.plan());
    BOOST_REQUIRE_MESSAGE(problems_of(written).empty(), problems_of(written) << written);
  }
}

BOOST_AUTO_TEST_CASE(an_empty_plan_is_valid) { BOOST_TEST(problems_of(write_plan({})) == ""); }

BOOST_AUTO_TEST_CASE(no_item_is_lost_in_the_tree) {
  std::vector<plan::Item> items(2000);
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].id = std::to_string(i);
    items[i].table = "t1";
    if (i > 0) items[i].parent = std::to_string(i - 1);  // deeper than any document
  }
  items[0].parent = "1";  // a circle
  items[7].parent = "missing";
  items[9].table = "t2";  // the parent stands in another table
  const auto tree = writers::akn::tree_of(items);
  std::size_t found = 0;
  for (const auto& children : tree.children) found += children.size();
  for (const auto& [table, roots] : tree.roots) found += roots.size();
  BOOST_TEST(found == items.size());
  plan::Plan plan = samples::handmade();
  plan.items = items;
  plan.repairs.clear();
  const std::string written = write_plan(plan);
  BOOST_TEST(count(written, "<hcontainer name=\"action\"") == items.size());
  BOOST_TEST(problems_of(written) == "");
}
