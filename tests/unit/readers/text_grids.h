// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the tests of text dumps ask of a document.
// In:   bytes, documents. Out: grids, texts, counts of characters.
// Never: changes a document.
#pragma once

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "core/unicode.h"
#include "readers/text/text_reader.h"

namespace text_grids {

using Grid = std::vector<std::vector<std::string>>;

inline pactable::layout::Document read(const std::string& bytes) {
  auto document = pactable::readers::text::read(bytes);
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document ? "" : document.error().message));
  return std::move(*document);
}

inline std::vector<const pactable::layout::Table*> tables(const pactable::layout::Document& document) {
  std::vector<const pactable::layout::Table*> found;
  for (const auto& block : document.blocks) {
    if (const auto* table = std::get_if<pactable::layout::Table>(&block)) found.push_back(table);
  }
  return found;
}

inline std::vector<std::string> texts(const pactable::layout::Document& document) {
  std::vector<std::string> found;
  for (const auto& block : document.blocks) {
    if (const auto* text = std::get_if<pactable::layout::TextBlock>(&block))
      found.push_back(text->paragraph.text.utf8());
  }
  return found;
}

/// Rows with their cells by column, white space collapsed, trailing empty cells left out.
inline Grid grid(const pactable::layout::Table& table) {
  Grid rows(table.rows.size());
  for (const auto& cell : table.cells) {
    auto& row = rows[static_cast<std::size_t>(cell.row)];
    if (row.size() <= static_cast<std::size_t>(cell.column)) row.resize(static_cast<std::size_t>(cell.column) + 1);
    row[static_cast<std::size_t>(cell.column)] = pactable::unicode::collapse_space(cell.text().utf8());
  }
  for (auto& row : rows) {
    while (!row.empty() && row.back().empty()) row.pop_back();
  }
  return rows;
}

inline Grid grid(const std::string& bytes) {
  const auto document = read(bytes);
  const auto found = tables(document);
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  return grid(*found[0]);
}

inline std::size_t count_oddities(const pactable::layout::Document& document, const std::string& rule) {
  return static_cast<std::size_t>(std::count_if(document.oddities.begin(), document.oddities.end(),
                                                [&](const auto& oddity) { return oddity.rule == rule; }));
}

/// Visible characters that are none of `markup`.
inline std::map<char32_t, int> characters(std::string_view text, std::string_view markup = {}) {
  const std::u32string left_out = pactable::unicode::to_code_points(markup);
  std::map<char32_t, int> counts;
  for (const char32_t c : pactable::unicode::to_code_points(text)) {
    if (!pactable::unicode::is_space(c) && left_out.find(c) == std::u32string::npos) ++counts[c];
  }
  return counts;
}

/// Everything that a document holds, set-aside stretches too.
inline std::string all_text(const pactable::layout::Document& document) {
  std::string all;
  const auto add = [&](const pactable::layout::Paragraph& paragraph) {
    all += paragraph.text.utf8() + " ";
    for (const auto& aside : paragraph.set_aside) all += aside.text.utf8() + " ";
  };
  for (const auto& block : document.blocks) {
    if (const auto* text = std::get_if<pactable::layout::TextBlock>(&block)) {
      add(text->paragraph);
      continue;
    }
    for (const auto& cell : std::get<pactable::layout::Table>(block).cells) {
      for (const auto& paragraph : cell.paragraphs) add(paragraph);
    }
  }
  return all;
}

}  // namespace text_grids
