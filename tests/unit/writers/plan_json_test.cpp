// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/plan_json.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "unit/writers/golden.h"
#include "unit/writers/sample_plans.h"
#include "writers/writer.h"

using namespace pactable;
using writers::json::read_plan;
using writers::json::write_plan;

namespace {

std::string damage(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

void check_error(const std::string& bytes, ErrorCode code, std::string_view begin) {
  const auto plan = read_plan(bytes);
  BOOST_REQUIRE(!plan);
  BOOST_TEST(to_string(plan.error().code) == to_string(code));
  BOOST_TEST(plan.error().message.substr(0, begin.size()) == begin);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_handmade_plan_is_written_as_the_golden_json) {
  const std::string json = write_plan(samples::handmade());
  BOOST_TEST((json == golden("handmade.json", json)));
}

BOOST_AUTO_TEST_CASE(what_is_read_back_is_written_with_the_same_bytes) {
  samples::RandomPlans random(20211025);
  for (int run = 0; run < 400; ++run) {
    const std::string bytes = write_plan(random.plan());
    const auto plan = read_plan(bytes);
    BOOST_REQUIRE_MESSAGE(plan, plan.error().message << "\n" << bytes);
    const std::string again = write_plan(*plan);
    const auto at = std::mismatch(bytes.begin(), bytes.end(), again.begin(), again.end()).first - bytes.begin();
    BOOST_REQUIRE_MESSAGE(again == bytes,
                          "run " << run << " differs at " << bytes.substr(static_cast<std::size_t>(at), 80));
  }
}

BOOST_AUTO_TEST_CASE(reading_restores_places_values_and_texts) {
  const auto plan = read_plan(write_plan(samples::handmade()));
  BOOST_REQUIRE(plan);
  const plan::Item& action = plan->items.at(1);
  BOOST_TEST(*action.text == *samples::numbered_action().text);
  BOOST_TEST((action.number->derived_from == samples::numbered_action().number->derived_from));
  BOOST_TEST((action.text_from == samples::numbered_action().text_from));
  BOOST_TEST(action.fields.at(1).role == "timescale");
  BOOST_TEST((std::get<std::vector<std::string>>(*action.fields.at(2).value).size() == 2U));
  BOOST_TEST(*std::get<plan::Timeframe>(*action.fields.at(3).value).edtf == "2022-10/2023-03");
  BOOST_TEST(!action.fields.at(4).value.has_value());
  BOOST_TEST((plan->items.at(2).text_from == samples::handmade().items.at(2).text_from));
}

BOOST_AUTO_TEST_CASE(numbers_stay_strings_and_doubles_are_short) {
  plan::Plan plan = samples::handmade();
  plan.items.at(0).number->printed = "3.10";
  const std::string json = write_plan(plan);
  BOOST_TEST(json.find("\"printed\": \"3.10\"") != std::string::npos);
  BOOST_TEST(json.find("\"confidence\": 0.99999,") != std::string::npos);
  BOOST_TEST(json.find("\"p\": 0.000002}") != std::string::npos);
  BOOST_TEST(json.find("\"bbox\": [72, 100.13, 90, 110.5]") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_absent_member_is_neither_null_nor_empty) {
  plan::Plan plan;
  plan.metadata.title = "";
  plan.items.push_back({});
  const nlohmann::json json = nlohmann::json::parse(write_plan(plan));
  BOOST_TEST(json["items"][0].size() == 3U);
  BOOST_TEST(!json["metadata"].contains("title"));
  BOOST_TEST(json["findings"].is_array());
  BOOST_TEST(json["findings"].empty());
}

BOOST_AUTO_TEST_CASE(two_fields_of_one_role_are_both_kept) {
  plan::Plan plan = samples::handmade();
  plan.items.at(1).fields.at(4).role = "urgency";
  const nlohmann::json json = nlohmann::json::parse(write_plan(plan));
  BOOST_TEST(json["items"][1]["fields"]["urgency"]["printed"] == "1");
  BOOST_TEST(json["items"][1]["fields"]["urgency-2"]["printed"] == "none");
}

BOOST_AUTO_TEST_CASE(a_value_that_is_not_finite_never_breaks_the_json) {
  plan::Plan plan = samples::handmade();
  plan.repairs.at(0).confidence = std::numeric_limits<double>::quiet_NaN();
  plan.items.at(0).text_from = {PagePlace{2, {0, std::numeric_limits<double>::infinity(), 1, 1}}};
  const std::string bytes = write_plan(plan);
  const auto again = read_plan(bytes);
  BOOST_REQUIRE(again);
  BOOST_TEST(write_plan(*again) == bytes);
}

BOOST_AUTO_TEST_CASE(broken_json_names_line_and_column) {
  check_error("{\n  \"format\": \xC3\xA9", ErrorCode::kDamaged, "line 2, column 13:");
  check_error("", ErrorCode::kDamaged, "line 1, column 1:");
  check_error(std::string(200000, '['), ErrorCode::kDamaged, "line 1, column 200001:");
}

BOOST_AUTO_TEST_CASE(a_wrong_shape_names_its_json_pointer) {
  const std::string good = write_plan(samples::handmade());
  check_error("[]", ErrorCode::kInvalid, "/: an object");
  check_error(damage(good, "pactable/1", "pactable/2"), ErrorCode::kInvalid, "/format: ");
  check_error(damage(good, "\"kind\": \"action\"", "\"kind\": \"acton\""), ErrorCode::kInvalid, "/items/1/kind: ");
  check_error(damage(good, "\"kind\": \"action\"", "\"kind\": \"action\", \"a/b\": 1"), ErrorCode::kInvalid,
              "/items/1: unknown member \"a/b\"");
  check_error(damage(good, "[3, 2]", "[3, 2.5]"), ErrorCode::kInvalid, "/items/1/number/path/1: ");
  check_error(damage(good, "[3, 2]", "[3, 99999999999]"), ErrorCode::kInvalid, "/items/1/number/path/1: ");
  check_error(damage(good, "\"line\": 45", "\"line\": \"45\""), ErrorCode::kInvalid,
              "/items/1/number/derivedFrom/0/line: ");
  check_error(damage(good, "\"discarded\"", "\"discorded\""), ErrorCode::kInvalid, "/: unknown member");
}

BOOST_AUTO_TEST_CASE(a_corpus_is_written_as_the_golden_manifest) {
  plan::Corpus corpus;
  corpus.program = "pactable 0.1.0";
  plan::CorpusRecord good;
  good.path = "a/saiga.pdf";
  good.sha256 = std::string(64, '0');
  good.media_type = "application/pdf";
  good.layer = plan::Layer::kOcr;
  good.family = "cms-mtiwp";
  good.outcome = plan::Outcome::kConverted;
  good.outputs = {"saiga.json", "saiga.xml"};
  good.counts = {60, 15, 4, 7};
  plan::CorpusRecord empty;
  empty.path = "b.txt";
  empty.outcome = plan::Outcome::kNoPlan;
  empty.findings = {
      {"TABLE-NOT-READ", plan::Level::kNote, {}, "table-1 is a time table", std::nullopt, {LinePlace{3, 0, 0, 9}}}};
  empty.judgements = {{"table-1", plan::TableVerdict::kNoPlan, 1.9, {}, 3, {}, {"no column says who"}, {}}};
  plan::CorpusRecord doubtful = good;
  doubtful.path = "c.docx";
  doubtful.outcome = plan::Outcome::kDoubtful;
  doubtful.outputs = {"c.json", "c.xml"};
  doubtful.judgements = {samples::doubtful_table()};
  plan::CorpusRecord incomplete = good;
  incomplete.path = "d.docx";
  incomplete.outcome = plan::Outcome::kPartial;
  incomplete.outputs = {"d.json"};
  incomplete.error = Error{ErrorCode::kIncomplete, "a text is missing"};
  plan::CorpusRecord bad;
  bad.path = "bad.pdf";
  bad.error = Error{ErrorCode::kEncrypted, "opens only with a password"};
  corpus.documents = {good, empty, bad, doubtful, incomplete};
  const std::string json = writers::json::write_corpus(corpus);
  BOOST_TEST((json == golden("corpus.json", json)));
  const auto again = writers::json::read_corpus(json);
  BOOST_REQUIRE(again);
  BOOST_TEST((writers::json::write_corpus(*again) == json));
}

BOOST_AUTO_TEST_CASE(a_record_keeps_why_there_is_no_plan_and_no_other_record_does) {
  plan::CorpusRecord record;
  record.path = "b.txt";
  record.outcome = plan::Outcome::kNoPlan;
  record.judgements = {samples::doubtful_table()};
  const std::string line = writers::json::write_record_line(record);
  const auto read = writers::json::read_record(line);
  BOOST_REQUIRE(read);
  BOOST_TEST(read->judgements.size() == 1U);
  BOOST_TEST(read->judgements[0].score == 3.1);
  BOOST_TEST(read->judgements[0].reasons == record.judgements[0].reasons);
  BOOST_TEST(read->judgements[0].columns[0].runner_up.value_or("") == "timescale");
  BOOST_TEST(!writers::json::read_record(damage(line, "no-plan", "converted")));
  BOOST_TEST(!writers::json::read_record(damage(line, "\"rows\": 14", "\"rows\": \"14\"")));
}

BOOST_AUTO_TEST_CASE(what_was_judged_and_what_stands_beside_values_come_back) {
  const auto read = read_plan(write_plan(samples::handmade()));
  BOOST_REQUIRE(read);
  BOOST_TEST(read->items[2].number->marks == (std::vector<std::string>{"a", "*"}));
  BOOST_TEST(read->items[2].number->state.value_or("") == "(new)");
  BOOST_TEST(read->items[1].fields[1].marks == std::vector<std::string>{"1"});
  BOOST_TEST(!read->items[1].fields[1].inherited);
  BOOST_TEST(read->items[1].fields[2].inherited);
  BOOST_TEST(read->decisions[2].table == "table-3");
  BOOST_TEST((read->decisions[2].verdict == plan::Verdict::kPlan));
  BOOST_REQUIRE(read->judgements.size() == 1U);
  BOOST_TEST((read->judgements[0].verdict == plan::TableVerdict::kDoubtful));
  BOOST_TEST(read->judgements[0].rows == 14);
  BOOST_TEST(!read->judgements[0].columns[1].header);
}

BOOST_AUTO_TEST_CASE(writers_are_found_by_their_id) {
  BOOST_REQUIRE(writers::find_writer("xml") != nullptr);
  BOOST_TEST(writers::find_writer("xml")->extension == ".xml");
  BOOST_TEST(writers::find_writer("yaml") == nullptr);
}
