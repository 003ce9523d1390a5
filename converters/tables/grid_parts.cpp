// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/grid_parts.h"

#include <algorithm>
#include <cmath>

namespace pactable::tables {
namespace {

constexpr double kMaxDistance = 30;   // points between the lines and the column outside: about a wide cell's padding
constexpr double kFilledRows = 0.8;   // of the rows have an entry outside
constexpr int kMinRows = 3;           // two may be chance
constexpr std::size_t kMaxWords = 6;  // of an entry: a name of two bodies; prose beside a table has more
constexpr std::size_t kMaxTitleLines = 2;
constexpr double kMaxTitle = 40;  // points: two lines with space around them

// Words left (or right) of the grid, level with it.
Words words_beside(const Grid& grid, const Words& words, bool left) {
  const Box box = grid.box();
  Words out;
  for (const layout::Word* word : words) {
    const double y = word->box.mid_y();
    if (y < box.y0 || y > box.y1 || word->rotation != 0) continue;
    if (left ? word->box.x1 <= box.x0 + kSnap : word->box.x0 >= box.x1 - kSnap) out.push_back(word);
  }
  return out;
}

// Only the stretch of words next to the grid; further off stands something else.
bool is_column(const Grid& grid, const Words& beside, bool left) {
  const Box box = grid.box();
  std::vector<std::size_t> counts(static_cast<std::size_t>(grid.rows()), 0);
  double nearest = INFINITY;
  for (const layout::Word* word : beside) {
    nearest = std::min(nearest, left ? box.x0 - word->box.x1 : word->box.x0 - box.x1);
    const auto below = std::upper_bound(grid.ys.begin(), grid.ys.end(), word->box.mid_y());
    const auto row = below - grid.ys.begin() - 1;
    if (row >= 0 && row < grid.rows()) ++counts[static_cast<std::size_t>(row)];
  }
  const auto filled = static_cast<std::ptrdiff_t>(counts.size()) - std::count(counts.begin(), counts.end(), 0U);
  const bool short_entries =
      std::all_of(counts.begin(), counts.end(), [](std::size_t count) { return count <= kMaxWords; });
  // The header may name it or not.
  return nearest <= kMaxDistance && short_entries && filled >= kMinRows &&
         static_cast<double>(filled) >= kFilledRows * static_cast<double>(grid.rows());
}

// True where the words outside are a part of lines that go on above or below the grid: prose beside it.
bool goes_past(const Grid& grid, const Words& beside, const Words& words) {
  Box area = beside.front()->box;
  for (const layout::Word* word : beside) area.cover(word->box);
  const double size = beside.front()->font_size;
  const auto near = [&](const layout::Word* word) {
    const bool inside = word->box.mid_x() > area.x0 && word->box.mid_x() < area.x1;
    const double y = word->box.mid_y();
    const bool close = (y < grid.ys.front() && y > grid.ys.front() - 2 * size) ||
                       (y > grid.ys.back() && y < grid.ys.back() + 2 * size);
    return inside && close;
  };
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), near)) > kMaxWords;
}

void add_column(Grid& grid, const Words& beside, bool left) {
  double edge = left ? INFINITY : -INFINITY;
  for (const layout::Word* word : beside) {
    edge = left ? std::min(edge, word->box.x0 - 1) : std::max(edge, word->box.x1 + 1);
  }
  grid.xs.insert(left ? grid.xs.begin() : grid.xs.end(), edge);
  const int column = left ? 0 : grid.columns() - 1;
  std::vector<GridCell> cells;
  for (GridCell cell : grid.cells) {
    cell.column += left ? 1 : 0;
    cells.push_back(cell);
  }
  for (int row = 0; row < grid.rows(); ++row) cells.push_back({row, column, 1, 1});
  std::stable_sort(cells.begin(), cells.end(), [](const GridCell& a, const GridCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
  grid.cells = std::move(cells);
  compact(grid);
}

bool same_columns(const Grid& a, const Grid& b) {
  return std::equal(a.xs.begin(), a.xs.end(), b.xs.begin(), b.xs.end(),
                    [](double x, double y) { return std::abs(x - y) <= kSnap; });
}

Words first_row(const Grid& grid, const Words& words) {
  Words out;
  for (const layout::Word* word : words) {
    const int index = cell_of(grid, *word);
    if (index >= 0 && grid.cells[static_cast<std::size_t>(index)].row == 0) out.push_back(word);
  }
  return out;
}

// A part with a header of its own is another table.
bool has_header(const Grid& grid, const Words& words) {
  const Words row = first_row(grid, words);
  return row.empty() || std::all_of(row.begin(), row.end(), [](const layout::Word* w) { return w->bold; });
}

void append(Grid& upper, const Grid& lower, bool title) {
  if (!title) upper.ys.pop_back();
  const int shift = static_cast<int>(upper.ys.size());
  if (title) upper.cells.push_back({shift - 1, 0, 1, upper.columns()});
  upper.ys.insert(upper.ys.end(), lower.ys.begin(), lower.ys.end());
  for (GridCell cell : lower.cells) {
    cell.row += shift;
    upper.cells.push_back(cell);
  }
  compact(upper);
}

}  // namespace

std::optional<Grid> add_columns_beside(const Grid& grid, const Words& words) {
  if (grid.rows() < kMinRows) return std::nullopt;
  std::optional<Grid> out;
  for (const bool left : {true, false}) {
    const Grid& now = out ? *out : grid;
    const Words beside = words_beside(now, words, left);
    if (beside.empty() || !is_column(now, beside, left) || goes_past(now, beside, words)) continue;
    Grid with = now;
    add_column(with, beside, left);
    out = std::move(with);
  }
  return out;
}

std::vector<Grid> merge_stacked(std::vector<Grid> grids, const Words& words) {
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return a.ys.front() < b.ys.front(); });
  std::vector<Grid> out;
  for (Grid& grid : grids) {
    const auto above = std::find_if(out.begin(), out.end(), [&](const Grid& g) {
      return same_columns(g, grid) && grid.ys.front() >= g.ys.back() - kSnap &&
             grid.ys.front() - g.ys.back() <= kMaxTitle;
    });
    if (above == out.end() || has_header(grid, words) || grid.columns() < 3) {
      out.push_back(std::move(grid));
      continue;
    }
    Words between;
    std::copy_if(words.begin(), words.end(), std::back_inserter(between), [&](const layout::Word* w) {
      return w->box.mid_y() > above->ys.back() && w->box.mid_y() < grid.ys.front();
    });
    const std::vector<Line> lines = make_lines(between);
    const bool inside = std::all_of(lines.begin(), lines.end(), [&](const Line& line) {
      return line.box.x0 >= grid.xs.front() - kSnap && line.box.x1 <= grid.xs.back() + kSnap;
    });
    if (lines.size() > kMaxTitleLines || !inside || (!lines.empty() && split_at_gaps(lines.front(), 2).size() > 1)) {
      out.push_back(std::move(grid));
      continue;
    }
    append(*above, grid, !lines.empty());
  }
  return out;
}

}  // namespace pactable::tables
