// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/grid.h"

#include <algorithm>
#include <numeric>

namespace pactable::tables {
namespace {

// A row or column narrower than this holds no text.
constexpr double kMinTrack = 4;
// A border counts where a line covers most of a square's side: lines may start a little late at a crossing.
constexpr double kCovered = 0.6;
// Squares of one grid: 4,000 rows of 50 columns on one page are no table but an attack or a drawing.
constexpr std::size_t kMaxSquares = 200'000;

class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

// Connected groups of crossing or touching lines.
std::vector<Segments> components(const Segments& all) {
  const std::size_t count = all.horizontal.size();
  Groups groups(count + all.vertical.size());
  // Verticals are sorted by x: for each horizontal only those within its reach are looked at.
  const auto by_at = [](const Segment& s, double at) { return s.at < at; };
  for (std::size_t h = 0; h < count; ++h) {
    const Segment& line = all.horizontal[h];
    auto v = std::lower_bound(all.vertical.begin(), all.vertical.end(), line.begin - kSnap, by_at);
    for (; v != all.vertical.end() && v->at <= line.end + kSnap; ++v) {
      if (v->begin - kSnap <= line.at && line.at <= v->end + kSnap) {
        groups.unite(h, count + static_cast<std::size_t>(v - all.vertical.begin()));
      }
    }
  }
  std::vector<Segments> out;
  std::vector<int> index(count + all.vertical.size(), -1);
  for (std::size_t i = 0; i < index.size(); ++i) {
    int& slot = index[groups.root(i)];
    if (slot < 0) {
      slot = static_cast<int>(out.size());
      out.emplace_back();
    }
    Segments& component = out[static_cast<std::size_t>(slot)];
    if (i < count) {
      component.horizontal.push_back(all.horizontal[i]);
    } else {
      component.vertical.push_back(all.vertical[i - count]);
    }
  }
  return out;
}

std::vector<double> tracks(const std::vector<Segment>& lines, const std::vector<Segment>& crossing) {
  std::vector<double> at;
  for (const Segment& line : lines) at.push_back(line.at);
  double low = at.front();
  double high = at.front();
  for (const Segment& line : crossing) {
    low = std::min(low, line.begin);
    high = std::max(high, line.end);
  }
  at.push_back(low);
  at.push_back(high);
  std::sort(at.begin(), at.end());
  std::vector<double> out;
  for (const double a : at) {
    if (out.empty() || a - out.back() > kMinTrack) out.push_back(a);
  }
  return out;
}

// For each track border, which tracks of the other axis a line covers there. Row-major: border * tracks + track.
std::vector<bool> borders(const std::vector<double>& at, const std::vector<double>& across,
                          const std::vector<Segment>& lines) {
  const std::size_t count = across.size() - 1;
  std::vector<double> covered(at.size() * count, 0);
  for (const Segment& line : lines) {
    const auto after = std::lower_bound(at.begin(), at.end(), line.at);
    std::size_t border = static_cast<std::size_t>(after - at.begin());
    if (border == at.size() || (border > 0 && line.at - at[border - 1] < at[border] - line.at)) --border;
    for (std::size_t t = 0; t < count; ++t) {
      const double shared = std::min(line.end, across[t + 1]) - std::max(line.begin, across[t]);
      if (shared > 0) covered[border * count + t] += shared / (across[t + 1] - across[t]);
    }
  }
  std::vector<bool> out(covered.size());
  std::transform(covered.begin(), covered.end(), out.begin(), [](double share) { return share >= kCovered; });
  return out;
}

// Regions of squares become cells; a region that is no rectangle is cut into its rows.
void make_cells(Grid& grid, Groups& groups) {
  const auto columns = static_cast<std::size_t>(grid.columns());
  const auto rows = static_cast<std::size_t>(grid.rows());
  struct Extent {
    std::size_t top = SIZE_MAX, left = SIZE_MAX, bottom = 0, right = 0, count = 0;
  };
  std::vector<Extent> extents(rows * columns);
  for (std::size_t s = 0; s < rows * columns; ++s) {
    Extent& e = extents[groups.root(s)];
    e.top = std::min(e.top, s / columns);
    e.bottom = std::max(e.bottom, s / columns);
    e.left = std::min(e.left, s % columns);
    e.right = std::max(e.right, s % columns);
    ++e.count;
  }
  grid.squares.assign(rows * columns, -1);
  for (std::size_t s = 0; s < rows * columns; ++s) {
    if (grid.squares[s] >= 0) continue;
    const std::size_t root = groups.root(s);
    const Extent& e = extents[root];
    const std::size_t row = s / columns;
    const std::size_t column = s % columns;
    const bool rectangle = e.count == (e.bottom - e.top + 1) * (e.right - e.left + 1);
    std::size_t bottom = rectangle ? e.bottom : row;
    std::size_t right = column;
    while (right + 1 < columns && groups.root(row * columns + right + 1) == root) ++right;
    for (std::size_t r = row; r <= bottom; ++r) {
      for (std::size_t c = column; c <= right; ++c) grid.squares[r * columns + c] = static_cast<int>(grid.cells.size());
    }
    grid.cells.push_back({static_cast<int>(row), static_cast<int>(column), static_cast<int>(bottom - row + 1),
                          static_cast<int>(right - column + 1)});
  }
}

// Leaves out borders at which no cell begins or ends, so that spans count only what is drawn.
void drop_unused(std::vector<double>& at, std::vector<GridCell>& cells, int GridCell::*first, int GridCell::*span) {
  std::vector<bool> used(at.size(), false);
  used.front() = used.back() = true;
  for (const GridCell& cell : cells) {
    used[static_cast<std::size_t>(cell.*first)] = true;
    used[static_cast<std::size_t>(cell.*first + cell.*span)] = true;
  }
  std::vector<int> index(at.size(), 0);
  std::vector<double> kept;
  for (std::size_t i = 0; i < at.size(); ++i) {
    index[i] = static_cast<int>(kept.size());
    if (used[i]) kept.push_back(at[i]);
  }
  for (GridCell& cell : cells) {
    const int end = index[static_cast<std::size_t>(cell.*first + cell.*span)];
    cell.*first = index[static_cast<std::size_t>(cell.*first)];
    cell.*span = end - cell.*first;
  }
  at = std::move(kept);
}

bool build(const Segments& lines, Grid& grid) {
  if (lines.horizontal.empty() || lines.vertical.empty()) return false;
  grid.xs = tracks(lines.vertical, lines.horizontal);
  grid.ys = tracks(lines.horizontal, lines.vertical);
  if (grid.xs.size() < 2 || grid.ys.size() < 2) return false;
  const auto columns = static_cast<std::size_t>(grid.columns());
  const auto rows = static_cast<std::size_t>(grid.rows());
  if (rows * columns > kMaxSquares) return false;
  const std::vector<bool> upright = borders(grid.xs, grid.ys, lines.vertical);
  const std::vector<bool> level = borders(grid.ys, grid.xs, lines.horizontal);
  Groups groups(rows * columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t square = r * columns + c;
      if (c + 1 < columns && !upright[(c + 1) * rows + r]) groups.unite(square, square + 1);
      if (r + 1 < rows && !level[(r + 1) * columns + c]) groups.unite(square, square + columns);
    }
  }
  make_cells(grid, groups);
  compact(grid);
  return grid.cells.size() >= 2;
}

}  // namespace

Box Grid::box(const GridCell& cell) const {
  const auto row = static_cast<std::size_t>(cell.row);
  const auto column = static_cast<std::size_t>(cell.column);
  return {xs[column], ys[row], xs[column + static_cast<std::size_t>(cell.column_span)],
          ys[row + static_cast<std::size_t>(cell.row_span)]};
}

int Grid::cell_at(double x, double y) const {
  if (!(x >= xs.front() && x < xs.back() && y >= ys.front() && y < ys.back())) return -1;
  const auto column = std::upper_bound(xs.begin(), xs.end(), x) - xs.begin() - 1;
  const auto row = std::upper_bound(ys.begin(), ys.end(), y) - ys.begin() - 1;
  return squares[static_cast<std::size_t>(row * columns() + column)];
}

void compact(Grid& grid) {
  drop_unused(grid.xs, grid.cells, &GridCell::column, &GridCell::column_span);
  drop_unused(grid.ys, grid.cells, &GridCell::row, &GridCell::row_span);
  const auto columns = static_cast<std::size_t>(grid.columns());
  grid.squares.assign(static_cast<std::size_t>(grid.rows()) * columns, -1);
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
        grid.squares[static_cast<std::size_t>(r) * columns + static_cast<std::size_t>(c)] = static_cast<int>(i);
      }
    }
  }
}

std::vector<Grid> find_grids(const Segments& segments) {
  std::vector<Grid> grids;
  for (const Segments& component : components(segments)) {
    Grid grid;
    if (build(component, grid)) grids.push_back(std::move(grid));
  }
  return grids;
}

}  // namespace pactable::tables
