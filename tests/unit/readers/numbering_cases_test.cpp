// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of fixtures/docx-numbering: one phenomenon of automatic numbering each, with the labels that Word prints.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/unicode.h"
#include "readers/docx/docx_reader.h"
#include "unit/readers/docx_package.h"

using namespace pactable;
using test::DocxPackage;

namespace {

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(PACTABLE_SOURCE_DIR) + "/fixtures/docx-numbering")) {
    names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string read_case(const std::string& name) {
  std::ifstream in(std::string(PACTABLE_SOURCE_DIR) + "/fixtures/docx-numbering/" + name + ".xml", std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string between(const std::string& text, const std::string& element) {
  const std::string begin = "<" + element + ">\n";
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return {};
  return text.substr(at + begin.size(), text.find("</" + element + ">", at) - at - begin.size());
}

void add_label(std::vector<std::string>& labels, const layout::Paragraph& paragraph) {
  labels.push_back(paragraph.list_label.empty() ? "-" : paragraph.list_label);
}

std::vector<std::string> labels_of(const layout::Document& document) {
  std::vector<std::string> labels;
  for (const layout::Block& block : document.blocks) {
    if (const auto* text = std::get_if<layout::TextBlock>(&block)) {
      add_label(labels, text->paragraph);
      continue;
    }
    for (const layout::Cell& cell : std::get<layout::Table>(block).cells) {
      for (const layout::Paragraph& paragraph : cell.paragraphs) add_label(labels, paragraph);
    }
  }
  return labels;
}

}  // namespace

BOOST_DATA_TEST_CASE(labels_are_those_that_word_prints, boost::unit_test::data::make(case_names()), name) {
  const std::string text = read_case(name);
  DocxPackage package;
  package.body(between(text, "body"));
  package.related("styles", "styles.xml", "styles", between(text, "styles"));
  package.related("numbering", "numbering.xml", "numbering", between(text, "numbering"));
  const auto document = readers::docx::read(package.bytes());
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document ? "" : document.error().message));
  std::vector<std::string> expected;
  std::istringstream lines(between(text, "labels"));
  for (std::string line; std::getline(lines, line);) expected.push_back(line);
  BOOST_TEST(!expected.empty());
  BOOST_TEST(labels_of(*document) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(there_are_cases_of_numbering) { BOOST_TEST(case_names().size() >= 60U); }
