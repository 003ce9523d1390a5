// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/validate.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "unit/writers/golden.h"
#include "unit/writers/sample_plans.h"
#include "writers/akn/plan_akn.h"
#include "writers/json/plan_json.h"
#include "writers/xml/plan_xml.h"

using namespace pactable;
using writers::validate;

namespace {

int line_at(const std::string& text, std::size_t at) {
  return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + 1;
}

std::string describe(const Result<std::vector<writers::Problem>>& problems) {
  if (!problems) return problems.error().message;
  std::string out;
  for (const auto& problem : *problems) {
    out += std::to_string(problem.line) + " " + problem.where + " " + problem.message + "\n";
  }
  return out;
}

struct Planted {
  std::string_view from, to;  // the first place where `from` stands becomes `to`
  std::string_view where;     // what the problem's place ends with
  std::string_view begin{};   // how the value begins that is reported, where it is not the changed one but around it
};

void check_planted(const std::string& good, const Planted& planted) {
  const auto at = good.find(planted.from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, planted.from);
  std::string bad = good;
  bad.replace(at, planted.from.size(), planted.to);
  const auto problems = validate(bad);
  BOOST_REQUIRE_MESSAGE(problems, describe(problems));
  const int line = line_at(good, planted.begin.empty() ? at : good.rfind(planted.begin, at));
  const bool found = std::any_of(problems->begin(), problems->end(), [&](const writers::Problem& problem) {
    return problem.line == line && problem.where.ends_with(planted.where);
  });
  BOOST_TEST(found, planted.from << " → " << planted.to << ", line " << line << "; found:\n" << describe(problems));
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_the_writers_write_is_valid) {
  const plan::Plan plan = samples::handmade();
  plan::Plan empty;
  empty.family = plan.family;
  empty.source = plan.source;
  const plan::Plan doubtful = samples::doubtful();
  for (const std::string& bytes :
       {writers::json::write_plan(doubtful), writers::xml::write_plan(doubtful), writers::akn::write_plan(doubtful),
        writers::json::write_plan(plan), writers::xml::write_plan(plan), writers::json::write_plan(empty),
        writers::xml::write_plan(empty), read_file(PACTABLE_SOURCE_DIR "/tests/unit/writers/golden/corpus.json")}) {
    const auto problems = validate(bytes);
    BOOST_TEST((problems && problems->empty()), describe(problems));
  }
}

BOOST_AUTO_TEST_CASE(planted_violations_of_the_json_schema_are_found_on_their_line) {
  const std::string good = writers::json::write_plan(samples::handmade());
  const Planted cases[] = {
      {"\"language\": \"en\"", "\"language\": 5", "/language"},
      {"\"language\": \"en\"", "\"language\": \"\"", "/language"},
      {"\"layer\": \"ocr\"", "\"layer\": \"scan\"", "/source/layer"},
      {"aaaaaaaa\"", "aaaaaaa\"", "/source/sha256"},
      {"\"kind\": \"action\"", "\"kind\": \"deed\"", "/items/1/kind"},
      {"\"kind\": \"action\"", "\"kind\": \"action\", \"extra\": true", "/items/1", "    {\n"},
      {"\"repair\": \"rep1\",", "", "/items/1/number", "\"number\": {"},
      {"\"confidence\": 0.99999,", "", "/items/1/number", "\"number\": {"},
      {"\"confidence\": 0.99999", "\"confidence\": 1.5", "/items/1/number/confidence"},
      {"\"status\": \"as-printed\",", "\"status\": \"as-printed\", \"repair\": \"rep1\",", "/items/0/number",
       "\"number\": {"},
      {"\"status\": \"disputed\"", "\"status\": \"as-printed\"", "/items/2/number", "\"number\": {"},
      {"\"status\": \"ambiguous\"", "\"canonical\": \"1\", \"status\": \"ambiguous\"", "/items/3/number",
       "\"number\": {"},
      {"\"status\": \"missing\"", "\"status\": \"as-printed\"", "/items/4/number", "\"number\": {"},
      {"\"bbox\": [72, 100.13, 90, 110.5]", "\"bbox\": [72, 100.13, 90]", "/derivedFrom/0/bbox"},
      {"\"page\": 3", "\"page\": 0", "/derivedFrom/0/page"},
      {"\"path\": [3, 2]", "\"path\": [\"3\", 2]", "/items/1/number/path/0"},
      {"\"printed\": \"none\"", "\"printed\": \"none\", \"edtf\": \"2020\"", "/fields/progress", "\"progress\": {"},
      {"\"layer\": \"ocr\",\n      \"from\": \".2\"", "\"layer\": \"mixed\",\n      \"from\": \".2\"",
       "/repairs/0/layer"},
      {"\"reason\": \"noise\"", "\"reason\": \"boring\"", "/discarded/0/reason"},
      {"\"message\": \"2.1.2. stands under 2.2\"", "\"message\": null", "/findings/0/message"},
      {"\"verdict\": \"doubtful\"", "\"verdict\": \"perhaps\"", "/judgements/0/verdict"},
      {"\"rows\": 14", "\"rows\": -1", "/judgements/0/rows"},
      {"\"margin\": 0.3}", "\"margin\": \"0.3\"}", "/judgements/0/columns/0/margin"},
      {"\"inherited\": true", "\"inherited\": false", "/fields/responsible/inherited"},
      {"\"state\": \"(new)\"", "\"state\": \"\"", "/items/2/number/state"},
      {"\"table\": \"table-3\"", "\"table\": \"table-3\", \"item\": \"t1.r25\"", "/decisions/2", "    {\n"},
      {"\"verdict\": \"plan\"", "\"verdict\": \"accept\"", "/decisions/2/verdict"},
  };
  for (const Planted& planted : cases) check_planted(good, planted);
}

BOOST_AUTO_TEST_CASE(ids_that_a_schema_cannot_check_are_checked) {
  const std::string good = writers::json::write_plan(samples::handmade());
  const Planted cases[] = {
      {"\"parent\": \"t1.r25\"", "\"parent\": \"t1.r99\"", "/items/1/parent"},
      {"\"id\": \"t1.r28\"", "\"id\": \"t1.r27\"", "/items/2/id"},
      {"\"table\": \"t1\"", "\"table\": \"t2\"", "/items/0/table"},
      {"\"kind\": \"section\"", "\"kind\": \"section\", \"parent\": \"t1.r27\"", "/items/0/parent"},
      {"\"parent\": \"t1.r25\"", "\"parent\": \"t1.r27\"", "/items/1/parent"},
      {"\"repair\": \"rep1\"", "\"repair\": \"rep9\"", "/items/1/number/repair"},
      {"\"repair\": \"rep1\"", "\"repair\": \"rep2\"", "/items/1/number/repair"},
      {"\"by\": \"act1\"", "\"by\": \"act2\"", "/repairs/0/by"},
      {"\"from\": \"t1.r25\"", "\"from\": \"t1.r1\"", "/references/0/from"},
      {"\"end\": 16", "\"end\": 12", "/references/0/end"},
      {"\"table\": \"table-3\"", "\"table\": \"table-4\"", "/decisions/2/table"},
  };
  for (const Planted& planted : cases) check_planted(good, planted);
}

BOOST_AUTO_TEST_CASE(planted_violations_of_the_xsd_are_found_on_their_line) {
  const std::string good = writers::xml::write_plan(samples::handmade());
  const Planted cases[] = {
      {"layer=\"ocr\"", "layer=\"scan\"", "/plan/source"},
      {"<title>Saiga Antelope</title>", "<title/>", "/plan/metadata/title"},
      {"kind=\"action\"", "kind=\"deed\"", "/plan/items/item[@id='t1.r27']"},
      {"parent=\"t1.r25\"", "parent=\"t1.r99\"", "/plan/items/item[@id='t1.r27']"},
      {"<item id=\"t1.r28\"", "<item id=\"t1.r27\"", "/plan/items/item[@id='t1.r27']"},
      {"repair=\"rep1\"", "repair=\"rep9\"", "/item[@id='t1.r27']/number"},
      {"path=\"3 2\"", "path=\"3 x\"", "/item[@id='t1.r27']/number"},
      {"bbox=\"72 100.13 90 110.5\"", "bbox=\"72 100.13 90\"", "/from"},
      {"<repair id=\"rep1\"", "<repair id=\"rep1\" note=\"x\"", "/repair[@id='rep1']"},
      {"<field name=\"timescale\"", "<field name=\"urgency\"", "/field"},
      {"<about item=\"t1.r28\"/>", "<about item=\"t9\"/>", "/finding/about"},
      {"reason=\"noise\"", "reason=\"boring\"", "/discarded/fragment"},
      {"inherited=\"true\"", "inherited=\"perhaps\"", "/field"},
      {"table=\"table-3\"", "table=\"table-4\"", "/decision[@id='dec3']"},
      {"verdict=\"doubtful\"", "verdict=\"perhaps\"", "/judgement[@id='table-3']"},
      {"score=\"3.1\" ", "", "/judgement[@id='table-3']"},
  };
  for (const Planted& planted : cases) check_planted(good, planted);
}

BOOST_AUTO_TEST_CASE(planted_violations_of_the_manifest_are_found_on_their_line) {
  const std::string good = read_file(PACTABLE_SOURCE_DIR "/tests/unit/writers/golden/corpus.json");
  const Planted cases[] = {
      {"\"outcome\": \"no-plan\"", "\"outcome\": \"failed\"", "/documents/1", "    {\n"},
      {"\"saiga.xml\"", "\"saiga.json\"", "/documents/0/outputs/1"},
      {"\"items\": 60", "\"items\": -1", "/documents/0/counts/items"},
      {"\"outcome\": \"doubtful\"", "\"outcome\": \"no\"", "/documents/3/outcome"},
      {"\"outcome\": \"doubtful\"", "\"outcome\": \"failed\"", "/documents/3", "    {\n"},
      {"\"code\": \"incomplete\"", "\"code\": \"lossy\"", "/documents/4/error/code"},
  };
  for (const Planted& planted : cases) check_planted(good, planted);
}

BOOST_AUTO_TEST_CASE(what_does_not_parse_is_an_error_with_line_and_column) {
  const auto json = validate("{\"format\": \"pactable/1\",\n  \"items\": [}");
  BOOST_REQUIRE(!json);
  BOOST_TEST(to_string(json.error().code) == "damaged");
  BOOST_TEST(json.error().message == "line 2, column 13: not JSON");
  const auto xml = validate("<plan xmlns=\"urn:pactable:plan:1\">\n  <items></plan>");
  BOOST_REQUIRE(!xml);
  BOOST_TEST(to_string(xml.error().code) == "damaged");
  BOOST_TEST(xml.error().message.starts_with("line 2, column "), xml.error().message);
}

BOOST_AUTO_TEST_CASE(other_formats_are_an_unknown_type) {
  for (const std::string_view bytes : {"<html/>", "{}", "[1]", "{\"format\": \"pactable/9\"}", "Urgency,Action"}) {
    const auto problems = validate(bytes);
    BOOST_REQUIRE_MESSAGE(!problems, bytes);
    BOOST_TEST(to_string(problems.error().code) == "unknown-type", bytes << ": " << problems.error().message);
  }
  BOOST_TEST(to_string(validate(" \n").error().code) == "empty-file");
}

BOOST_AUTO_TEST_CASE(a_doctype_is_refused_before_its_entities_are_read) {
  const auto problems = validate(
      "<!DOCTYPE plan [<!ENTITY a SYSTEM \"file:///etc/hostname\"><!ENTITY b \"&a;&a;\">]>"
      "<plan xmlns=\"urn:pactable:plan:1\">&b;</plan>");
  BOOST_REQUIRE(!problems);
  BOOST_TEST(to_string(problems.error().code) == "damaged");
  BOOST_TEST(problems.error().message == "a DOCTYPE is not allowed");
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_a_problem_and_no_crash) {
  const std::size_t depth = 200000;
  const std::string json =
      "{\"format\": \"pactable/1\", \"deep\": " + std::string(depth, '[') + std::string(depth, ']') + "}";
  const auto problems = validate(json);
  BOOST_TEST((problems && !problems->empty()), describe(problems));
  BOOST_TEST(!writers::json::read_plan(json));
  std::string xml = "<plan xmlns=\"urn:pactable:plan:1\">";
  for (std::size_t i = 0; i < depth; ++i) xml += "<a>";
  BOOST_TEST(!validate(xml));
  for (std::size_t i = 0; i < depth; ++i) xml += "</a>";
  const auto deep = validate(xml + "</plan>");
  BOOST_TEST((deep && !deep->empty()), describe(deep));
}

BOOST_AUTO_TEST_CASE(no_bytes_make_the_check_throw) {
  samples::RandomPlans random(7);
  const std::string json = writers::json::write_plan(samples::handmade());
  const std::string xml = writers::xml::write_plan(samples::handmade());
  for (const std::string& good : {json, xml}) {
    for (std::size_t at = 0; at < good.size(); at += 97) {
      std::string bad = good;
      bad.insert(at, random.text());
      BOOST_CHECK_NO_THROW(static_cast<void>(validate(bad)));
      BOOST_CHECK_NO_THROW(static_cast<void>(validate(good.substr(0, at))));
    }
  }
}
