// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/numbering_definitions.h"

#include <boost/test/unit_test.hpp>

#include "core/number_formats.h"
#include "readers/docx/docx_reader.h"
#include "unit/readers/docx_package.h"

using namespace pactable;
using pactable::format_number;
using readers::docx::NumberingDefinitions;
using test::DocxPackage;

namespace {

std::string lvl(int level, const std::string& format, const std::string& text, const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(level) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" +
         more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
std::string list(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}
std::string num(int id, int abstract, const std::string& overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract) + "\"/>" +
         overrides + "</w:num>";
}

NumberingDefinitions definitions(const std::string& xml) {
  auto parsed = NumberingDefinitions::parse(DocxPackage().root("numbering", xml), "word/numbering.xml");
  BOOST_REQUIRE(parsed.has_value());
  return std::move(*parsed);
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_are_spelled_in_the_formats_of_lists) {
  BOOST_TEST(format_number(14, "upperRoman") == "XIV");
  BOOST_TEST(format_number(1999, "lowerRoman") == "mcmxcix");
  BOOST_TEST(format_number(27, "lowerLetter") == "aa");
  BOOST_TEST(format_number(2, "upperLetter") == "B");
  BOOST_TEST(format_number(7, "decimalZero") == "07");
  BOOST_TEST(format_number(12, "decimalZero") == "12");
  BOOST_TEST(format_number(3, "none").empty());
  BOOST_TEST(format_number(1000000000, "lowerLetter") == "1000000000");
}

BOOST_AUTO_TEST_CASE(levels_count_restart_and_print_their_parents) {
  auto numbering = definitions(
      list(0, lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2.") + lvl(2, "lowerLetter", "%3)")) + num(1, 0));
  std::string labels;
  for (const int level : {0, 1, 1, 2, 2, 0, 1, 2}) labels += numbering.next_label(1, level) + " ";
  BOOST_TEST(labels == "1. 1.1. 1.2. a) b) 2. 2.1. a) ");
}

BOOST_AUTO_TEST_CASE(a_level_whose_parent_never_stood_prints_its_start) {
  auto numbering = definitions(list(0, lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2")) + num(1, 0));
  BOOST_TEST(numbering.next_label(1, 1) == "1.1");
}

BOOST_AUTO_TEST_CASE(lists_of_one_definition_count_on_unless_a_start_is_overridden) {
  auto numbering = definitions(list(0, lvl(0, "decimal", "%1")) + num(1, 0) + num(2, 0) +
                               num(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>"));
  BOOST_TEST(numbering.next_label(1, 0) == "1");
  BOOST_TEST(numbering.next_label(2, 0) == "2");
  BOOST_TEST(numbering.next_label(3, 0) == "7");
  BOOST_TEST(numbering.next_label(3, 0) == "8");
}

BOOST_AUTO_TEST_CASE(legal_levels_print_decimal_and_restarts_can_be_switched_off) {
  auto numbering = definitions(list(0, lvl(0, "upperRoman", "%1") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>") +
                                           lvl(2, "decimal", "%3", "<w:lvlRestart w:val=\"0\"/>")) +
                               num(1, 0));
  BOOST_TEST(numbering.next_label(1, 0) == "I");
  BOOST_TEST(numbering.next_label(1, 1) == "1.1");
  BOOST_TEST(numbering.next_label(1, 2) == "1");
  BOOST_TEST(numbering.next_label(1, 0) == "II");
  BOOST_TEST(numbering.next_label(1, 2) == "2");
}

BOOST_AUTO_TEST_CASE(bullets_and_undefined_lists_have_no_label) {
  auto numbering = definitions(list(0, lvl(0, "bullet", "\u2022")) + num(1, 0));
  BOOST_TEST(numbering.next_label(1, 0).empty());
  BOOST_TEST(numbering.next_label(1, 5).empty());
  BOOST_TEST(numbering.next_label(1, 12).empty());
  BOOST_TEST(numbering.next_label(99, 0).empty());
}

BOOST_AUTO_TEST_CASE(labels_stand_beside_the_text_of_paragraphs_and_cells) {
  const auto item = [](const std::string& text, int level) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
           "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  DocxPackage package;
  package.body(
      "<w:p><w:pPr><w:pStyle w:val=\"Num\"/></w:pPr><w:r><w:t>styled</w:t></w:r></w:p><w:tbl><w:tr><w:tc>" +
      item("", 0) + "</w:tc><w:tc>" + item("deep", 1) + "</w:tc></w:tr></w:tbl>" +
      "<w:p><w:pPr><w:pStyle w:val=\"Num\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>off</w:t>"
      "</w:r></w:p>");
  package.related(
      "styles", "styles.xml", "styles",
      "<w:style w:type=\"paragraph\" w:styleId=\"Num\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
      "</w:style>");
  package.related("numbering", "numbering.xml", "numbering",
                  list(0, lvl(0, "decimal", "%1.0") + lvl(1, "decimal", "%1.%2")) + num(1, 0));
  const auto document = readers::docx::read(package.bytes());
  BOOST_REQUIRE(document.has_value());
  const auto& styled = std::get<layout::TextBlock>(document->blocks.at(0)).paragraph;
  BOOST_TEST(styled.list_label == "1.0");
  BOOST_TEST(styled.text.utf8() == "styled");
  const auto& table = std::get<layout::Table>(document->blocks.at(1));
  BOOST_TEST(table.cells.at(0).paragraphs.at(0).list_label == "2.0");
  BOOST_TEST(table.cells.at(1).paragraphs.at(0).list_label == "2.1");
  BOOST_TEST(table.cells.at(1).paragraphs.at(0).list_level == 1);
  BOOST_TEST(std::get<layout::TextBlock>(document->blocks.at(2)).paragraph.list_label.empty());
}
