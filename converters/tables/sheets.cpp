// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sheets.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_set>

#include "core/unicode.h"
#include "tables/headers.h"

namespace pactable::tables {
namespace {

using layout::Block;
using layout::Cell;
using layout::Table;
using layout::TextBlock;

constexpr double kSameHeight = 2;       // points: a sheet breaks its columns, not its rows
constexpr int kMinSheetRows = 3;        // that stand at the same heights; fewer may by chance
constexpr double kSameShare = 0.9;      // of the rows: texts found by white space may be a line off at the head or foot
constexpr int kMaxHeadRows = 4;         // of a page: title, header of two rows, section
constexpr int kMaxTitleCells = 2;       // a section: its number and its title
constexpr std::size_t kMaxTitle = 160;  // code points

// The middle of the first line of each row, NaN for a row without text.
std::vector<double> row_heights(const Table& table) {
  std::vector<double> heights(table.rows.size(), NAN);
  for (const Cell& cell : table.cells) {
    double& height = heights[static_cast<std::size_t>(cell.row)];
    if (cell.box && cell.row_span == 1 && !cell.empty()) height = std::isnan(height) ? cell.box->y0 : height;
  }
  return heights;
}

bool has_one_page(const Table& table, int page) {
  return !table.rows.empty() &&
         std::all_of(table.rows.begin(), table.rows.end(), [&](const layout::Row& row) { return row.page == page; });
}

bool same_rows(const Table& left, const Table& right) {
  if (left.rows.size() != right.rows.size() || left.rows.size() < static_cast<std::size_t>(kMinSheetRows)) return false;
  const std::vector<double> a = row_heights(left);
  const std::vector<double> b = row_heights(right);
  int compared = 0;
  int same = 0;
  for (std::size_t r = 0; r < a.size(); ++r) {
    if (std::isnan(a[r]) || std::isnan(b[r])) continue;
    ++compared;
    same += std::abs(a[r] - b[r]) <= kSameHeight ? 1 : 0;
  }
  return compared >= kMinSheetRows && same >= kSameShare * compared;
}

// Rows that go on down the pages stand in the same columns, or repeat their header.
bool same_columns(const Table& left, const Table& right) {
  if (left.column_count != right.column_count) return false;
  if (same_row(left, 0, right, 0)) return true;
  for (int c = 0; c < left.column_count; ++c) {
    const Cell* a = left.at(0, c);
    const Cell* b = right.at(0, c);
    if (a == nullptr || b == nullptr || !a->box || !b->box) return true;
    if (std::abs(a->box->x0 - b->box->x0) > 3 * kSameHeight) return false;
  }
  return true;
}

bool is_sheet_beside(const Table& left, const Table& right) {
  if (left.rows.empty() || right.rows.empty()) return false;
  const int page = left.rows.front().page;
  if (page == 0 || !has_one_page(left, page) || !has_one_page(right, page + 1)) return false;
  return same_rows(left, right) && !same_columns(left, right);
}

void add_columns(Table& left, Table right) {
  for (Cell& cell : right.cells) {
    cell.column += left.column_count;
    left.cells.push_back(std::move(cell));
  }
  left.column_count += right.column_count;
  std::stable_sort(left.cells.begin(), left.cells.end(), [](const Cell& a, const Cell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  });
  for (std::size_t r = 0; r < left.rows.size(); ++r) left.rows[r].header = left.rows[r].header || right.rows[r].header;
  if (right.origin == LabelOrigin::kOcr) left.origin = LabelOrigin::kOcr;
}

bool is_between(const Block& block) {
  const auto* text = std::get_if<TextBlock>(&block);
  return text != nullptr && text->furniture != layout::Furniture::kNone;
}

// A title without the bracket of one or two words at its end; empty where there is none. What the words say is not
// read: they follow a title that stood before, or one right above a header that comes again.
std::string title_before_bracket(std::string_view text) {
  const std::string_view trimmed = unicode::trim(text);
  const std::size_t open = trimmed.rfind('(');
  if (!trimmed.ends_with(')') || open == std::string_view::npos || open == 0) return {};
  const std::string_view inside = trimmed.substr(open + 1, trimmed.size() - open - 2);
  const bool figures = inside.find_first_of("0123456789") != std::string_view::npos;
  if (figures || !unicode::has_word_character(inside) || std::count(inside.begin(), inside.end(), ' ') > 1) return {};
  return unicode::fold(unicode::trim(trimmed.substr(0, open)));
}

std::string row_text(const Table& table, int row) {
  std::string text;
  for (const Cell* cell : table.row_cells(row)) {
    const std::string own = cell->text().collapsed().utf8();
    if (!own.empty()) text += (text.empty() ? "" : " ") + own;
  }
  return text;
}

int filled_cells(const Table& table, int row) {
  const std::vector<const Cell*> cells = table.row_cells(row);
  return static_cast<int>(std::count_if(cells.begin(), cells.end(), [](const Cell* cell) { return !cell->empty(); }));
}

bool spans_rows(const Table& table, int row) {
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
    return cell.row <= row && cell.row + cell.row_span > row && cell.row_span > 1;
  });
}

std::vector<TextBlock> take_row(Table& table, int row) {
  std::vector<TextBlock> out;
  std::vector<Cell> kept;
  for (Cell& cell : table.cells) {
    if (cell.row != row) {
      cell.row -= cell.row > row ? 1 : 0;
      kept.push_back(std::move(cell));
      continue;
    }
    for (layout::Paragraph& paragraph : cell.paragraphs) {
      out.push_back({std::move(paragraph), layout::Furniture::kRunningHead, {}});
    }
  }
  table.cells = std::move(kept);
  table.rows.erase(table.rows.begin() + row);
  return out;
}

}  // namespace

std::vector<Block> join_sheets(std::vector<Block> blocks) {
  std::vector<Block> out;
  std::size_t last = SIZE_MAX;  // index in `out` of the latest table, where only furniture stands behind it
  for (Block& block : blocks) {
    auto* table = std::get_if<Table>(&block);
    if (table == nullptr) {
      if (!is_between(block)) last = SIZE_MAX;
      out.push_back(std::move(block));
      continue;
    }
    if (last != SIZE_MAX && is_sheet_beside(std::get<Table>(out[last]), *table)) {
      add_columns(std::get<Table>(out[last]), std::move(*table));
      continue;
    }
    last = out.size();
    out.push_back(std::move(block));
  }
  return out;
}

std::vector<Block> set_apart_continued(std::vector<Block> blocks) {
  std::vector<Block> out;
  std::unordered_set<std::string> titles;  // of blocks so far, folded
  std::string section;                     // the latest, folded: only that one can go on
  const Table* before = nullptr;
  std::size_t last = SIZE_MAX;  // index of that table in `out`
  for (Block& block : blocks) {
    auto* table = std::get_if<Table>(&block);
    if (table == nullptr) {
      titles.insert(unicode::fold(unicode::trim(std::get<TextBlock>(block).paragraph.text.utf8())));
      out.push_back(std::move(block));
      continue;
    }
    before = last == SIZE_MAX ? nullptr : &std::get<Table>(out[last]);
    std::vector<Block> apart;
    for (int row = 0; before != nullptr && row < std::min(kMaxHeadRows, static_cast<int>(table->rows.size()) - 1);) {
      const std::string text = row_text(*table, row);
      const std::string title = unicode::length(text) <= kMaxTitle ? title_before_bracket(text) : std::string();
      const bool known = !title.empty() && table->rows.front().page > 0 &&
                         (title == section || titles.contains(title) || same_row(*before, 0, *table, row + 1));
      if (!known || spans_rows(*table, row)) {
        ++row;
        continue;
      }
      for (TextBlock& taken : take_row(*table, row)) apart.emplace_back(std::move(taken));
    }
    for (int row = 0; row < static_cast<int>(table->rows.size()); ++row) {
      const std::string text = row_text(*table, row);
      const bool is_title = filled_cells(*table, row) <= kMaxTitleCells && table->column_count > kMaxTitleCells;
      if (is_title && !text.empty() && unicode::length(text) <= kMaxTitle) section = unicode::fold(text);
    }
    for (Block& title : apart) out.push_back(std::move(title));
    last = out.size();
    out.push_back(std::move(block));
  }
  return out;
}

}  // namespace pactable::tables
