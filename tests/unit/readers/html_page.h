// SPDX-License-Identifier: GPL-3.0-or-later
// What: a page that was read, as short strings to compare.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "readers/html/html_reader.h"

namespace pactable::test {

inline layout::Document read(const std::string& page) {
  auto document = readers::html::read(page);
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document ? "" : document.error().message));
  return std::move(*document);
}
inline const layout::Paragraph& text(const layout::Document& document, std::size_t block = 0) {
  const auto* found = std::get_if<layout::TextBlock>(&document.blocks.at(block));
  BOOST_REQUIRE(found != nullptr);
  return found->paragraph;
}
inline const layout::Table& table(const layout::Document& document, std::size_t block = 0) {
  const auto* found = std::get_if<layout::Table>(&document.blocks.at(block));
  BOOST_REQUIRE(found != nullptr);
  return *found;
}
inline std::string cell(const layout::Table& table, int row, int column) {
  const layout::Cell* found = table.at(row, column);
  return found == nullptr ? "(no cell)" : found->text().utf8();
}
inline int count_oddities(const layout::Document& document, const std::string& rule) {
  return static_cast<int>(std::count_if(document.oddities.begin(), document.oddities.end(),
                                        [&](const auto& oddity) { return oddity.rule == rule; }));
}
inline bool has_oddity(const layout::Document& document, const std::string& rule) {
  return count_oddities(document, rule) > 0;
}
/// The message of the first oddity of a rule.
inline std::string message(const layout::Document& document, const std::string& rule) {
  for (const layout::Oddity& oddity : document.oddities) {
    if (oddity.rule == rule) return oddity.message;
  }
  return "(none)";
}

/// "struck:2 | hidden:x"
inline std::string aside(const layout::Paragraph& paragraph) {
  std::string all;
  for (const layout::SetAside& part : paragraph.set_aside) {
    if (!all.empty()) all += " | ";
    all += part.reason == layout::SetAside::Reason::kStruck ? "struck:" : "hidden:";
    all += part.text.utf8();
  }
  return all;
}
inline std::string aside(const layout::Cell& cell) {
  std::string all;
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    const std::string own = aside(paragraph);
    if (!own.empty()) all += (all.empty() ? "" : " | ") + own;
  }
  return all;
}

/// "[a.]text" with the level of the label before it where it is not 0: "[1:a.]text".
inline std::string shown(const layout::Paragraph& paragraph) {
  std::string out;
  if (!paragraph.list_label.empty()) {
    const std::string level = paragraph.list_level > 0 ? std::to_string(paragraph.list_level) + ":" : "";
    out = "[" + level + paragraph.list_label + "]";
  }
  return out + paragraph.text.utf8();
}
/// The paragraphs of a cell, " / " between them.
inline std::string shown(const layout::Cell& cell) {
  std::string all;
  for (const layout::Paragraph& paragraph : cell.paragraphs) all += (all.empty() ? "" : " / ") + shown(paragraph);
  return all;
}
/// A table as lines of cells: "a | b\n".
inline std::string shown(const layout::Table& table) {
  std::string all;
  for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
    const auto cells = table.row_cells(row);
    for (const layout::Cell* each : cells) all += (each == cells.front() ? "" : " | ") + shown(*each);
    all += '\n';
  }
  return all;
}
/// What a page of one cell shows.
inline std::string in_cell(const std::string& contents, const std::string& styles = "") {
  const layout::Document document =
      read("<html><head><style>" + styles + "</style></head><body><table><tr><td>" + contents + "</td></tr></table>");
  return shown(table(document).cells.at(0));
}
/// What is set aside in such a page.
inline std::string aside_in_cell(const std::string& contents, const std::string& styles = "") {
  const layout::Document document =
      read("<html><head><style>" + styles + "</style></head><body><table><tr><td>" + contents + "</td></tr></table>");
  return aside(table(document).cells.at(0));
}

/// The labels of the paragraphs of a page without tables, "-" for none.
inline std::string labels_of(const layout::Document& document) {
  std::string all;
  for (const layout::Block& block : document.blocks) {
    const auto& paragraph = std::get<layout::TextBlock>(block).paragraph;
    all += (paragraph.list_label.empty() ? "-" : paragraph.list_label) + " ";
  }
  return all;
}

/// The stretches of a text that are raised, " " between them.
inline std::string raised(const layout::Text& text) {
  std::string all;
  for (const layout::StyleSpan& span : text.styles()) {
    if (span.style == layout::Style::kSuperscript)
      all += (all.empty() ? "" : " ") + text.utf8().substr(span.begin, span.end - span.begin);
  }
  return all;
}

}  // namespace pactable::test
