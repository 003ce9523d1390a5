// SPDX-License-Identifier: GPL-3.0-or-later
// What: the contents of a page as the markup nests them, before tables become grids. Data only.
#pragma once

#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "layout/document.h"

namespace pactable::readers::html {

struct PageTable;
using Content = std::variant<layout::TextBlock, std::unique_ptr<PageTable>>;

struct PageCell {
  int row_span = 1, column_span = 1;  // as the markup says; 0 rows: to the end of the section
  bool header = false;
  bool gone = false;  // not displayed: it takes no place, and all of its text is set aside
  std::optional<layout::Colour> shading;
  std::vector<Content> contents;
};

enum class Section { kHead, kBody, kFoot };

struct PageRow {
  Section section = Section::kBody;
  int group = 0;      // rows of one thead, tbody or tfoot element have one number
  bool gone = false;  // not displayed: spans do not count it, and all of its text is set aside
  std::vector<PageCell> cells;
};

struct PageTable {
  std::vector<PageRow> rows;
  std::vector<layout::Paragraph> caption;
  std::vector<Content> stray;  // what stands in the table and in none of its cells; printed before it
};

}  // namespace pactable::readers::html
