// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/xml/plan_xml.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <boost/test/unit_test.hpp>
#include <memory>

#include "core/unicode.h"
#include "unit/writers/golden.h"
#include "unit/writers/sample_plans.h"
#include "writers/xml/schemas.h"

using namespace pactable;
using writers::xml::write_plan;

namespace {

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

Document parse(const std::string& bytes) {
  return {xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
          &xmlFreeDoc};
}

std::string own_string(xmlChar* text) {
  std::string out = text == nullptr ? "" : reinterpret_cast<const char*>(text);
  xmlFree(text);
  return out;
}

/// The first element of a name, in document order.
xmlNode* find(xmlNode* node, std::string_view name) {
  for (; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (reinterpret_cast<const char*>(node->name) == name) return node;
    if (xmlNode* found = find(node->children, name)) return found;
  }
  return nullptr;
}

std::string attribute(xmlNode* node, const char* name) {
  return own_string(xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)));
}

void ignore(void*, xmlErrorPtr) {}

bool fits_relax_ng(const std::string& bytes) {
  const auto& schema = writers::xml::kRelaxNg;
  xmlRelaxNGParserCtxt* parser = xmlRelaxNGNewMemParserCtxt(schema.data(), static_cast<int>(schema.size()));
  xmlRelaxNG* grammar = xmlRelaxNGParse(parser);
  BOOST_REQUIRE(grammar != nullptr);
  xmlRelaxNGValidCtxt* run = xmlRelaxNGNewValidCtxt(grammar);
  xmlRelaxNGSetValidStructuredErrors(run, ignore, nullptr);
  const Document document = parse(bytes);
  BOOST_REQUIRE(document != nullptr);
  const int outcome = xmlRelaxNGValidateDoc(run, document.get());
  xmlRelaxNGFreeValidCtxt(run);
  xmlRelaxNGFree(grammar);
  xmlRelaxNGFreeParserCtxt(parser);
  BOOST_TEST(outcome >= 0);
  return outcome == 0;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_handmade_plan_is_written_as_the_golden_xml) {
  const std::string xml = write_plan(samples::handmade());
  BOOST_TEST((xml == golden("handmade.xml", xml)));
}

BOOST_AUTO_TEST_CASE(a_repaired_number_reads_as_in_the_specification) {
  const std::string xml = write_plan(samples::handmade());
  BOOST_TEST(
      xml.find("<number printed=\".2\" status=\"repaired\" origin=\"ocr\" confidence=\"0.99999\" repair=\"rep1\" "
               "path=\"3 2\">3.2</number>") != std::string::npos);
  BOOST_TEST(xml.find("<field name=\"urgency\" printed=\"1\" label=\"Urgent\">1</field>") != std::string::npos);
  BOOST_TEST(xml.find("<from line=\"45\" cell=\"0\" start=\"0\" end=\"56\"/>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(any_text_comes_back_from_a_parser_as_it_went_in) {
  samples::RandomPlans random(99);
  for (int run = 0; run < 500; ++run) {
    const std::string text = "x" + random.text();
    plan::Plan plan = samples::handmade();
    plan.metadata.title = text;
    plan.items.at(0).number->printed = text;
    plan.items.at(0).number->canonical = text;
    plan.items.at(1).fields.at(2).value = std::vector<std::string>{text, "  "};
    const Document document = parse(write_plan(plan));
    BOOST_REQUIRE(document != nullptr);
    xmlNode* root = xmlDocGetRootElement(document.get());
    const std::string expected = unicode::xml_safe(text);
    BOOST_REQUIRE_EQUAL(own_string(xmlNodeGetContent(find(root, "title"))), expected);
    BOOST_REQUIRE_EQUAL(attribute(find(root, "number"), "printed"), expected);
    BOOST_REQUIRE_EQUAL(own_string(xmlNodeGetContent(find(root, "number"))), expected);
    xmlNode* value = find(root, "value");
    BOOST_REQUIRE_EQUAL(own_string(xmlNodeGetContent(value)), expected);
    BOOST_REQUIRE(value->next != nullptr);
    BOOST_REQUIRE_EQUAL(own_string(xmlNodeGetContent(value->next)), "  ");
  }
}

BOOST_AUTO_TEST_CASE(any_plan_is_well_formed_xml) {
  samples::RandomPlans random(4);
  for (int run = 0; run < 200; ++run) BOOST_REQUIRE(parse(write_plan(random.plan())) != nullptr);
}

BOOST_AUTO_TEST_CASE(control_characters_become_replacement_characters) {
  plan::Plan plan;
  plan.family = std::string("a\x01") + '\0' + "b";
  BOOST_TEST(write_plan(plan).find("family=\"a\xEF\xBF\xBD\xEF\xBF\xBD"
                                   "b\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(relax_ng_accepts_what_is_written_and_rejects_more_than_the_xsd) {
  const std::string good = write_plan(samples::handmade());
  BOOST_TEST(fits_relax_ng(good));
  BOOST_TEST(!fits_relax_ng(replaced(good, " repair=\"rep1\"", "")));
  BOOST_TEST(!fits_relax_ng(replaced(good, " confidence=\"0.99999\"", "")));
  BOOST_TEST(!fits_relax_ng(replaced(good, "status=\"as-printed\"", "status=\"repaired\"")));
  BOOST_TEST(!fits_relax_ng(replaced(good, "<suggested value=\"2.2.1\" p=\"0.884\"/>", "")));
  BOOST_TEST(!fits_relax_ng(
      replaced(good, "status=\"ambiguous\" origin=\"typed\"/>", "status=\"ambiguous\" origin=\"typed\">2</number>")));
  BOOST_TEST(!fits_relax_ng(replaced(good, "rule=\"NUM-OCR\" layer=\"ocr\"", "rule=\"NUM-OCR\" layer=\"mixed\"")));
  BOOST_TEST(!fits_relax_ng(replaced(good, "<from line=\"45\" cell=\"0\"", "<from line=\"45\" page=\"1\"")));
  BOOST_TEST(!fits_relax_ng(replaced(good, "kind=\"interval\"", "kind=\"interval\" x=\"1\"")));
}
