// SPDX-License-Identifier: GPL-3.0-or-later
// The columns below a header: its levels from top to bottom, split where the cells below are.
#include <algorithm>
#include <map>

#include "columns/header.h"
#include "core/unicode.h"

namespace pactable::columns {
namespace {

// Rows that say whether a header cell over several columns stands over one column of cells or several.
constexpr int kSplitRows = 60;
// A column of its own has a cell in most rows where its neighbour has one.
constexpr double kOwnColumn = 0.4;

/// Rows in which both the first grid column of a header cell and a later one begin a filled cell.
std::map<int, int> cells_beside(const PieceGrid& grid, int first_row, const HeaderColumn& column, int& rows) {
  std::map<int, int> found;
  const int end = std::min(grid.rows(), first_row + kSplitRows);
  for (int row = first_row; row < end; ++row) {
    bool any = false;
    const auto cells = grid.cells(row);
    const auto first = std::partition_point(cells.begin(), cells.end(),
                                            [&](const layout::Cell& cell) { return cell.column < column.begin; });
    for (auto at = first; at != cells.end() && at->column < column.end; ++at) {
      const layout::Cell& cell = *at;
      if (cell.empty()) continue;
      if (cell.column + cell.column_span > column.end) continue;
      any = true;
      ++found[cell.column];
    }
    rows += any ? 1 : 0;
  }
  return found;
}

std::vector<int> split_places(const PieceGrid& grid, int first_row, const PieceGrid* next, const HeaderColumn& column) {
  std::vector<int> places = {column.begin};
  if (column.end - column.begin < 2) return places;
  int rows = 0;
  std::map<int, int> cells = cells_beside(grid, first_row, column, rows);
  if (next != nullptr) {
    for (const auto& [at, count] : cells_beside(*next, 0, column, rows)) cells[at] += count;
  }
  for (const auto& [at, count] : cells) {
    if (at > column.begin && rows > 0 && static_cast<double>(count) >= kOwnColumn * rows) places.push_back(at);
  }
  // Where nothing begins in the first grid column, the later one is the same column, shifted by a border.
  if (places.size() == 2 && static_cast<double>(cells[column.begin]) < kOwnColumn * rows) places.pop_back();
  return places;
}

void add_level(HeaderColumn& column, const layout::Cell& cell) {
  const CellText text(cell);
  if (text.printed.empty()) return;
  column.marks.insert(column.marks.end(), text.marks.begin(), text.marks.end());
  std::string level = text.printed;
  std::replace(level.begin(), level.end(), '\n', ' ');
  column.levels.push_back(level);
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    const std::string part = unicode::collapse_space(paragraph.text.utf8());
    if (!part.empty()) (column.printed += column.printed.empty() ? "" : " ") += part;
  }
}

}  // namespace

std::vector<HeaderColumn> header_columns(const PieceGrid& grid, int row, int height, const PieceGrid* next) {
  const auto width = static_cast<std::size_t>(grid.table->column_count);
  std::vector<std::vector<const layout::Cell*>> levels(width);  // of each grid column, top to bottom
  for (int r = row; r < row + height; ++r) {
    for (const layout::Cell& cell : grid.cells(r)) {
      for (int c = cell.column; c < cell.column + cell.column_span && c < static_cast<int>(width); ++c) {
        levels[static_cast<std::size_t>(c)].push_back(&cell);
      }
    }
  }
  std::vector<HeaderColumn> columns;
  for (std::size_t c = 0; c < width;) {
    // The lowest cell that says something, or the lowest of all, is as wide as the column.
    const layout::Cell* lowest = nullptr;
    for (const layout::Cell* cell : levels[c]) {
      if (lowest == nullptr || !cell->empty() || cell->column_span < lowest->column_span) lowest = cell;
    }
    HeaderColumn column;
    column.begin = static_cast<int>(c);
    column.end =
        lowest == nullptr ? column.begin + 1 : std::max(column.begin + 1, lowest->column + lowest->column_span);
    if (lowest != nullptr && lowest->box) {
      column.x0 = lowest->box->x0;
      column.x1 = lowest->box->x1;
    }
    for (const layout::Cell* cell : levels[c]) add_level(column, *cell);
    std::string words;
    for (const std::string& level : column.levels) (words += words.empty() ? "" : " ") += level;
    column.bare = bare_header(words);
    const std::vector<int> places = split_places(grid, row + height, next, column);
    for (std::size_t i = 0; i < places.size(); ++i) {
      HeaderColumn part = column;
      part.begin = places[i];
      part.end = i + 1 < places.size() ? places[i + 1] : column.end;
      const double width_of_one = (column.x1 - column.x0) / (column.end - column.begin);
      part.x0 = column.x0 + width_of_one * (part.begin - column.begin);
      part.x1 = column.x0 + width_of_one * (part.end - column.begin);
      columns.push_back(std::move(part));
    }
    c = static_cast<std::size_t>(std::max(column.end, static_cast<int>(c) + 1));
  }
  return columns;
}

}  // namespace pactable::columns
