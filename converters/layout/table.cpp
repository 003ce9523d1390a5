// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::layout {

Text Cell::text() const {
  std::vector<Text> texts;
  texts.reserve(paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) texts.push_back(paragraph.text.trimmed());
  return join(texts, " ");
}

bool Cell::empty() const {
  return std::all_of(paragraphs.begin(), paragraphs.end(), [](const Paragraph& paragraph) {
    return paragraph.list_label.empty() && unicode::trim(paragraph.text.utf8()).empty();
  });
}

const Cell* Table::at(int row, int column) const {
  // Cells are in row-major order of their upper left corner: nothing that begins below `row` can cover it.
  const auto past = std::partition_point(cells.begin(), cells.end(), [row](const Cell& c) { return c.row <= row; });
  for (auto it = past; it != cells.begin();) {
    --it;
    if (row < it->row + it->row_span && column >= it->column && column < it->column + it->column_span) return &*it;
  }
  return nullptr;
}

std::vector<const Cell*> Table::row_cells(int row) const {
  const auto first = std::partition_point(cells.begin(), cells.end(), [row](const Cell& c) { return c.row < row; });
  const auto past = std::partition_point(first, cells.end(), [row](const Cell& c) { return c.row <= row; });
  std::vector<const Cell*> found;
  for (auto it = first; it != past; ++it) found.push_back(&*it);
  return found;
}

}  // namespace pactable::layout
