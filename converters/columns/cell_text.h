// SPDX-License-Identifier: GPL-3.0-or-later
// What: the live words of a cell, for comparing and counting.
// In:   a cell. Out: its text without note marks, and the words of it.
// Never: is a value: what is written out comes from the cell itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/table.h"

namespace pactable::columns {

/// Of a text longer than 20,000 bytes only the beginning.
struct CellText {
  std::string printed;             // superscripts off, spaces collapsed within a paragraph, "\n" between paragraphs
  std::string folded;              // the same on one line, case folded, figures of all scripts as ASCII
  std::string list_label;          // automatic label of the first paragraph, empty where there is none
  std::vector<std::string> marks;  // superscripts that were taken off
  std::vector<std::string_view> words;  // into `folded`, punctuation at both ends off; punctuation alone is no word

  CellText() = default;
  CellText(const CellText&) = delete;  // `words` are views into `folded`
  CellText& operator=(const CellText&) = delete;
  CellText(CellText&&) = delete;
  CellText& operator=(CellText&&) = delete;
  ~CellText() = default;
  explicit CellText(const layout::Cell& cell);
  [[nodiscard]] bool empty() const { return printed.empty() && list_label.empty(); }
};

/// Decimal figures of any script as ASCII: "۱۲" → "12".
[[nodiscard]] std::string ascii_figures(std::string_view text);

/// Folded, without brackets, final marks, and figures glued to a word of four letters: equal where a header is
/// repeated.
[[nodiscard]] std::string bare_header(std::string_view printed);

/// Words of `folded` without punctuation at their ends.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view folded);

}  // namespace pactable::columns
