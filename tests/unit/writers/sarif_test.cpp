// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/sarif/sarif.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "unit/writers/sample_plans.h"

using namespace pactable;
using nlohmann::json;
using writers::sarif::Document;

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

std::string problems_of(const json& log) {
  std::ifstream file(PACTABLE_SOURCE_DIR "/fixtures/sarif/sarif-2.1.0-part.schema.json");
  const json text = json::parse(file);
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(text), schema);
  valijson::ValidationResults results;
  valijson::Validator(valijson::Validator::kStrongTypes).validate(schema, Adapter(log), &results);
  std::string out;
  for (const auto& error : results) {
    for (const std::string& step : error.context) out += step;
    out += ": " + error.description + "\n";
  }
  return out;
}

plan::Plan audited_plan() {
  plan::Plan plan;
  plan.source = {"plan.pdf", std::string(64, 'a'), "application/pdf", plan::Layer::kOcr, {}};
  plan::Item on_page, on_line, in_cell;
  on_page.id = "t1.r27";
  on_page.number.emplace();
  on_page.number->printed = ".2";
  on_page.number->derived_from = {PagePlace{3, {40, 100, 52.5, 110}}};
  on_line.id = "t1.r28";
  on_line.text_from = {LinePlace{45, 1, 0, 9}};
  in_cell.id = "t1.r29";
  in_cell.text_from = {PartPlace{std::make_shared<const std::string>("word/document.xml"), 0, 29, 1, 0, 0, 4}};
  plan.items = {on_page, on_line, in_cell};
  plan.repairs = {{"rep1", "t1.r27", "number", "NUM-OCR", ".2", "3.2", 0.99999, {}, {"suffix-intact"}, "act1"}};
  plan.findings = {
      {"NUM-GAP", plan::Level::kWarning, {"t1.r27", "t1.r28"}, "2.6 is missing", plan::Candidate{"2.6", 0.5}, {}},
      {"DATE-IRREGULAR", plan::Level::kNote, {"t1.r29"}, "two readings", {}, {}},
      {"PDF-NO-TEXT", plan::Level::kWarning, {}, "page 4 is a picture", {}, {PagePlace{4, {}}}},
      {"ROW-NOISE", plan::Level::kNote, {}, "somewhere", {}, {}}};
  return plan;
}

json log_of(const std::vector<Document>& documents) {
  return json::parse(writers::sarif::write_sarif(documents, "0.1.0"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_written_is_valid_sarif) {
  const plan::Plan plan = audited_plan();
  const plan::Plan sample = samples::handmade();
  const json log =
      log_of({{"folder/plan one.pdf", &plan, {}}, {"sample.txt", &sample, {}}, {"minutes.pdf", nullptr, {}}});
  BOOST_TEST(problems_of(log) == "");
  BOOST_TEST(problems_of(log_of({})) == "");
}

BOOST_AUTO_TEST_CASE(the_schema_refuses_what_is_no_sarif) {
  json log = log_of({});
  log["version"] = "2.0.0";
  BOOST_TEST(problems_of(log) != "");
  log = log_of({});
  log["runs"][0]["results"].push_back({{"ruleId", "NUM-GAP"}});
  BOOST_TEST(problems_of(log) != "");
}

BOOST_AUTO_TEST_CASE(every_result_names_its_rule_and_its_place) {
  const plan::Plan plan = audited_plan();
  const json run = log_of({{"folder/plan one.pdf", &plan, {}}})["runs"][0];
  const json& results = run["results"];
  BOOST_TEST_REQUIRE(results.size() == 5U);
  for (const json& result : results) {
    const json& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
    BOOST_TEST(rule["id"] == result["ruleId"]);
    BOOST_TEST(!rule["help"]["text"].get<std::string>().empty());
    for (const json& location : result["locations"])
      BOOST_TEST(location["physicalLocation"]["artifactLocation"]["uri"] == "folder/plan%20one.pdf");
  }
  BOOST_TEST(results[0]["locations"][0]["properties"]["page"] == 3);
  BOOST_TEST(results[0]["locations"][0]["properties"]["box"][2] == 52.5);
  BOOST_TEST(results[0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "t1.r27");
  BOOST_TEST(results[1]["locations"][1]["physicalLocation"]["region"]["startLine"] == 45);
  BOOST_TEST(results[1]["level"] == "warning");
  BOOST_TEST(results[1]["properties"]["suggestion"] == "2.6");
  BOOST_TEST(results[2]["locations"][0]["properties"]["part"] == "word/document.xml");
  BOOST_TEST(results[2]["locations"][0]["properties"]["row"] == 29);
  BOOST_TEST(results[3]["locations"][0]["properties"]["page"] == 4);
  BOOST_TEST(results[4]["locations"].size() == 1U);
  BOOST_TEST(run["artifacts"][0]["hashes"]["sha-256"] == std::string(64, 'a'));
}

BOOST_AUTO_TEST_CASE(a_document_that_failed_makes_the_run_a_failure) {
  const plan::Plan plan = audited_plan();
  const std::vector<Document> documents = {{"plan.pdf", &plan, {}},
                                           {"x/bad.pdf", nullptr, Error{ErrorCode::kEncrypted, "needs a password"}},
                                           {"x/bad.pdf", nullptr, Error{ErrorCode::kEncrypted, "needs a password"}}};
  const json log = log_of(documents);
  BOOST_TEST(problems_of(log) == "");
  const json& invocation = log["runs"][0]["invocations"][0];
  BOOST_TEST(invocation["executionSuccessful"] == false);
  BOOST_TEST(invocation["toolExecutionNotifications"][0]["message"]["text"] == "encrypted: needs a password");
  BOOST_TEST(log_of({{"plan.pdf", &plan, {}}})["runs"][0]["invocations"][0]["executionSuccessful"] == true);
}
