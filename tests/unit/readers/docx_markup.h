// SPDX-License-Identifier: GPL-3.0-or-later
// What: writes the markup of small word processing documents for tests, reads it and looks into what comes out.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "readers/docx/docx_reader.h"
#include "unit/readers/docx_package.h"

namespace pactable::test::docx {

inline std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
/// A paragraph of ready runs.
inline std::string para(const std::string& runs, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + runs + "</w:p>";
}
inline std::string p(const std::string& text, const std::string& properties = "") {
  return para("<w:r><w:t>" + text + "</w:t></w:r>", properties);
}
/// A cell of ready blocks.
inline std::string cell_of(const std::string& blocks, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + blocks + "</w:tc>";
}
inline std::string tc(const std::string& text, const std::string& properties = "") {
  return cell_of(p(text), properties);
}
inline std::string tr(const std::string& cells, const std::string& properties = "") {
  return "<w:tr>" + (properties.empty() ? "" : "<w:trPr>" + properties + "</w:trPr>") + cells + "</w:tr>";
}
inline std::string tbl(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

inline layout::Document read(const DocxPackage& package, Revisions revisions = Revisions::kFinal) {
  const std::string bytes = package.bytes();
  BOOST_TEST(readers::docx::recognises(bytes));
  auto document = readers::docx::read(bytes, revisions);
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document ? "" : document.error().message));
  return std::move(*document);
}
inline layout::Document read_body(const std::string& xml) { return read(DocxPackage().body(xml)); }

inline const layout::Table& table(const layout::Document& document, std::size_t block = 0) {
  const auto* found = std::get_if<layout::Table>(&document.blocks.at(block));
  BOOST_REQUIRE(found != nullptr);
  return *found;
}
inline const layout::TextBlock& text(const layout::Document& document, std::size_t block = 0) {
  const auto* found = std::get_if<layout::TextBlock>(&document.blocks.at(block));
  BOOST_REQUIRE(found != nullptr);
  return *found;
}
inline std::string text_of(const layout::Document& document, std::size_t block = 0) {
  return text(document, block).paragraph.text.utf8();
}
inline std::string cell(const layout::Table& table, int row, int column) {
  const layout::Cell* found = table.at(row, column);
  return found == nullptr ? "(no cell)" : found->text().utf8();
}
inline std::vector<layout::Oddity> oddities(const layout::Document& document, const std::string& rule) {
  std::vector<layout::Oddity> found;
  std::copy_if(document.oddities.begin(), document.oddities.end(), std::back_inserter(found),
               [&](const layout::Oddity& oddity) { return oddity.rule == rule; });
  return found;
}
inline bool has_oddity(const layout::Document& document, const std::string& rule) {
  return !oddities(document, rule).empty();
}

}  // namespace pactable::test::docx
