// SPDX-License-Identifier: GPL-3.0-or-later
// What: pages made by hand for the tests of tables. Letters are half as wide as the font size.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "layout/document.h"

namespace pactable::tests {

class PageBuilder {
 public:
  explicit PageBuilder(int number = 1) {
    page_.number = number;
    page_.width = 600;
    page_.height = 800;
  }

  /// Words from `x` on, with one space between them, on the line at `baseline`.
  PageBuilder& text(double x, double baseline, const std::string& words, double size = 10, bool bold = false) {
    std::istringstream in(words);
    for (std::string word; in >> word;) {
      layout::Word w;
      w.text = word;
      w.font_size = size;
      w.baseline = baseline;
      w.bold = bold;
      const double width = static_cast<double>(word.size()) * size / 2;
      w.box = {x, baseline - 0.75 * size, x + width, baseline + 0.25 * size};
      x += width + size / 4;
      w.space_after = true;
      page_.words.push_back(w);
    }
    return *this;
  }
  PageBuilder& superscript(double x, double baseline, const std::string& mark) {
    text(x, baseline - 3, mark, 6);
    page_.words.back().superscript = true;
    return *this;
  }
  PageBuilder& level(double y, double x0, double x1) {
    page_.rulings.push_back({{x0, y - 0.25, x1, y + 0.25}, true});
    return *this;
  }
  PageBuilder& upright(double x, double y0, double y1) {
    page_.rulings.push_back({{x - 0.25, y0, x + 0.25, y1}, false});
    return *this;
  }
  /// All lines of a full grid.
  PageBuilder& grid(const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double y : ys) level(y, xs.front(), xs.back());
    for (const double x : xs) upright(x, ys.front(), ys.back());
    return *this;
  }
  [[nodiscard]] layout::Page build() const { return page_; }

 private:
  layout::Page page_;
};

inline layout::Document document_of(const std::vector<PageBuilder>& pages) {
  layout::Document document;
  document.origin = LabelOrigin::kTyped;
  for (const PageBuilder& page : pages) document.pages.push_back(page.build());
  return document;
}

/// The tables among blocks.
inline std::vector<layout::Table> tables_of(const std::vector<layout::Block>& blocks) {
  std::vector<layout::Table> out;
  for (const layout::Block& block : blocks) {
    if (const auto* table = std::get_if<layout::Table>(&block)) out.push_back(*table);
  }
  return out;
}

inline std::vector<layout::TextBlock> texts_of(const std::vector<layout::Block>& blocks) {
  std::vector<layout::TextBlock> out;
  for (const layout::Block& block : blocks) {
    if (const auto* text = std::get_if<layout::TextBlock>(&block)) out.push_back(*text);
  }
  return out;
}

inline std::string cell_text(const layout::Table& table, int row, int column) {
  const layout::Cell* cell = table.at(row, column);
  return cell == nullptr ? "(none)" : cell->text().collapsed().utf8();
}

}  // namespace pactable::tests
