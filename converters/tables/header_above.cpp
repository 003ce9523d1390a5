// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/header_above.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace pactable::tables {
namespace {

constexpr double kNear = 1.5;             // of the font size, above the first row: as far as a row is padded
constexpr double kChunkGap = 0.9;         // of the font size: justified prose rarely opens its spaces wider
constexpr double kFarBeside = 4;          // of the font size: columns of a table rarely part wider than their names
constexpr double kMinSpace = 0.15;        // of the font size: half a word space
constexpr double kOverhang = 0.25;        // of the font size: a glyph may stand out over a border by this much
constexpr double kAligned = 1.5;          // points: one tabulator stop
constexpr std::size_t kMaxNameWords = 8;  // of the name of a column
constexpr int kMinAligned = 3;            // columns whose names stand exactly above them: in two, it may be chance

bool all_bold(const Words& words) {
  return std::all_of(words.begin(), words.end(), [](const layout::Word* w) { return w->bold; });
}

// The words that stand on the line right above the grid; what stands far beside it belongs to another column of the
// page.
std::optional<Line> line_above(const Grid& grid, const Words& words) {
  const Box box = grid.box();
  Words near;
  for (const layout::Word* word : words) {
    const double gap = box.y0 - word->baseline;
    if (word->rotation == 0 && gap > -kOverhang * word->font_size && gap <= kNear * word->font_size) {
      near.push_back(word);
    }
  }
  const std::vector<Line> lines = make_lines(near);
  if (lines.empty()) return std::nullopt;
  Words over;
  for (const Line& part : split_at_gaps(lines.back(), kFarBeside)) {
    if (part.box.x1 > box.x0 && part.box.x0 < box.x1) over.insert(over.end(), part.words.begin(), part.words.end());
  }
  std::vector<Line> line = make_lines(over);
  if (line.size() != 1) return std::nullopt;
  return std::move(line.front());
}

// The columns that the entries of the line stand in; empty where one reaches over a border or two share a column.
std::set<int> columns_named(const Grid& grid, const std::vector<Line>& chunks) {
  std::set<int> columns;
  for (const Line& chunk : chunks) {
    const double overhang = kOverhang * chunk.size;
    const auto after = std::upper_bound(grid.xs.begin(), grid.xs.end(), chunk.box.mid_x());
    const auto column = static_cast<int>(after - grid.xs.begin()) - 1;
    if (column < 0 || column >= grid.columns() || chunk.words.size() > kMaxNameWords) return {};
    const auto c = static_cast<std::size_t>(column);
    if (chunk.box.x0 < grid.xs[c] - overhang || chunk.box.x1 > grid.xs[c + 1] + overhang) return {};
    if (!columns.insert(column).second) return {};
  }
  return columns;
}

// Where the texts of each column begin; NaN for a column without words of its own.
std::vector<double> left_edges(const Grid& grid, const Words& words) {
  std::vector<double> edges(static_cast<std::size_t>(grid.columns()), NAN);
  for (const layout::Word* word : words) {
    const int index = cell_of(grid, *word);
    if (index < 0) continue;
    double& edge = edges[static_cast<std::size_t>(grid.cells[static_cast<std::size_t>(index)].column)];
    edge = std::isnan(edge) ? word->box.x0 : std::min(edge, word->box.x0);
  }
  return edges;
}

// Where a word of the line begins exactly at each column's left edge, the borders go right before these words.
bool align_borders(Grid& grid, const Line& line, const Words& words) {
  const std::vector<double> edges = left_edges(grid, words);
  if (grid.columns() < kMinAligned) return false;
  std::vector<double> xs = grid.xs;
  for (std::size_t c = 0; c < edges.size(); ++c) {
    const auto word = std::find_if(line.words.begin(), line.words.end(),
                                   [&](const layout::Word* w) { return std::abs(w->box.x0 - edges[c]) <= kAligned; });
    if (word == line.words.end()) return false;
    if (c == 0) continue;
    if (word == line.words.begin()) return false;
    const double space = (*word)->box.x0 - (*(word - 1))->box.x1;
    if (space < kMinSpace * line.size) return false;
    xs[c] = std::min(edges[c], (*word)->box.x0) - space / 2;
  }
  if (line.words.size() > kMaxNameWords * edges.size()) return false;
  grid.xs = std::move(xs);
  return true;
}

// As many entries as columns, one after the other: the borders go where neither texts nor names stand.
bool fit_borders(Grid& grid, const std::vector<Line>& chunks, const Words& words) {
  if (grid.columns() < kMinAligned || chunks.size() != static_cast<std::size_t>(grid.columns())) return false;
  std::vector<double> right(chunks.size(), 0);
  const std::vector<double> left = left_edges(grid, words);
  for (const layout::Word* word : words) {
    const int index = cell_of(grid, *word);
    if (index < 0) continue;
    const GridCell& cell = grid.cells[static_cast<std::size_t>(index)];
    double& edge = right[static_cast<std::size_t>(cell.column + cell.column_span - 1)];
    edge = std::max(edge, word->box.x1);
  }
  std::vector<double> xs = grid.xs;
  for (std::size_t c = 0; c < chunks.size(); ++c) {
    if (std::isnan(left[c]) || chunks[c].words.size() > kMaxNameWords) return false;
    if (c == 0) continue;
    const double begin = std::max(right[c - 1], chunks[c - 1].box.x1);
    const double end = std::min(left[c], chunks[c].box.x0);
    if (end <= begin) return false;
    xs[c] = (begin + end) / 2;
  }
  grid.xs = std::move(xs);
  return true;
}

bool begins_with_header(const Grid& grid, const Words& words) {
  Words first;
  for (const layout::Word* word : words) {
    const int index = cell_of(grid, *word);
    if (index >= 0 && grid.cells[static_cast<std::size_t>(index)].row == 0) first.push_back(word);
  }
  return first.empty() || all_bold(first);
}

void add_row(Grid& grid, const Line& line) {
  const double top = std::min(line.box.y0, grid.ys.front()) - 1;
  grid.ys.insert(grid.ys.begin(), top);
  grid.xs.front() = std::min(grid.xs.front(), line.box.x0 - 1);
  grid.xs.back() = std::max(grid.xs.back(), line.box.x1 + 1);
  std::vector<GridCell> cells;
  for (int c = 0; c < grid.columns(); ++c) cells.push_back({0, c, 1, 1});
  for (GridCell cell : grid.cells) {
    ++cell.row;
    cells.push_back(cell);
  }
  grid.cells = std::move(cells);
  compact(grid);
}

}  // namespace

std::optional<Grid> add_header_above(const Grid& grid, const Words& words) {
  if (grid.columns() < 2 || grid.rows() < 2) return std::nullopt;
  Words outside;
  std::copy_if(words.begin(), words.end(), std::back_inserter(outside),
               [&](const layout::Word* w) { return cell_of(grid, *w) < 0; });
  const std::optional<Line> line = line_above(grid, outside);
  if (!line || begins_with_header(grid, words)) return std::nullopt;
  Grid with = grid;
  const std::vector<Line> chunks = split_at_gaps(*line, kChunkGap);
  const std::set<int> named = columns_named(grid, chunks);
  const bool names = named.size() >= 2 && static_cast<int>(named.size()) >= grid.columns() - 1;
  if (!names && !fit_borders(with, chunks, words) && !align_borders(with, *line, words)) return std::nullopt;
  add_row(with, *line);
  return with;
}

}  // namespace pactable::tables
