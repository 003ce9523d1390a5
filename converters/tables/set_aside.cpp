// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/set_aside.h"

#include <algorithm>
#include <string>

#include "tables/lines.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

using layout::Cell;
using layout::SetAside;

Cell* cell_at(const Box& box, int page, std::size_t first, std::vector<layout::Block>& blocks) {
  for (std::size_t i = first; i < blocks.size(); ++i) {
    auto* table = std::get_if<layout::Table>(&blocks[i]);
    if (table == nullptr) continue;
    for (Cell& cell : table->cells) {
      if (cell.page == page && cell.box && box.mid_x() >= cell.box->x0 && box.mid_x() <= cell.box->x1 &&
          box.mid_y() >= cell.box->y0 && box.mid_y() <= cell.box->y1) {
        return &cell;
      }
    }
  }
  return nullptr;
}

void add_hidden(const layout::Page& page, std::size_t first, std::vector<layout::Block>& blocks) {
  const std::vector<Line> lines = make_lines(pointers(page.hidden));
  std::vector<layout::Block> outside;
  for (const Line& whole : lines) {
    for (const Line& line : split_at_gaps(whole, 1)) {
      const SetAside aside{SetAside::Reason::kHidden, layout::Text(text_of(line), PagePlace{page.number, line.box})};
      Cell* const cell = cell_at(line.words.front()->box, page.number, first, blocks);
      if (cell == nullptr) {
        layout::TextBlock block;
        block.furniture = layout::Furniture::kRunningHead;
        block.paragraph.set_aside.push_back(aside);
        outside.emplace_back(std::move(block));
        continue;
      }
      if (cell->paragraphs.empty()) cell->paragraphs.emplace_back();
      cell->paragraphs.back().set_aside.push_back(aside);
    }
  }
  std::move(outside.begin(), outside.end(), std::back_inserter(blocks));
}

bool is_label(const std::string& text) {
  return begins_list(text + ' ') ||
         (!text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

}  // namespace

void add_asides(const layout::Page& page, std::size_t first, std::vector<layout::Block>& blocks) {
  if (!page.hidden.empty()) add_hidden(page, first, blocks);
  for (const Line& line : make_lines(pointers(page.beside))) {
    layout::TextBlock block;
    block.furniture = layout::Furniture::kRunningHead;
    block.paragraph.text = layout::Text(text_of(line), PagePlace{page.number, line.box});
    blocks.emplace_back(std::move(block));
  }
}

void keep_labels_of_struck_rows(layout::Table& table) {
  const auto struck = [](const Cell& cell) {
    return std::any_of(cell.paragraphs.begin(), cell.paragraphs.end(),
                       [](const layout::Paragraph& paragraph) { return !paragraph.set_aside.empty(); });
  };
  if (std::none_of(table.cells.begin(), table.cells.end(), struck)) return;
  for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
    const std::vector<const Cell*> cells = table.row_cells(row);
    const auto gone = [](const Cell* cell) { return cell->empty(); };
    if (cells.empty() || !std::all_of(cells.begin(), cells.end(), gone)) continue;
    const auto first = std::find_if(cells.begin(), cells.end(), [&](const Cell* cell) { return struck(*cell); });
    if (first == cells.end()) continue;
    Cell& cell = table.cells[static_cast<std::size_t>(*first - table.cells.data())];
    for (layout::Paragraph& paragraph : cell.paragraphs) {
      if (paragraph.set_aside.empty() || !is_label(paragraph.set_aside.front().text.utf8())) continue;
      paragraph.text = paragraph.set_aside.front().text;
      paragraph.set_aside.erase(paragraph.set_aside.begin());
      break;
    }
  }
}

}  // namespace pactable::tables
