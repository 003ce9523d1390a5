// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/column_map.h"

#include <algorithm>
#include <cmath>

namespace pactable::columns {
namespace {

// Borders are drawn to a fraction of a point; scans and columns found by white space are off by a few.
constexpr double kSameBorder = 6;

constexpr double kSameExtent = 0.85;

struct Extent {
  double x0 = NAN, x1 = NAN;
  [[nodiscard]] bool known() const { return !std::isnan(x0) && !std::isnan(x1) && x1 > x0; }
};

/// Where each grid column stands.
std::vector<Extent> extents(const PieceGrid& grid) {
  std::vector<Extent> out(static_cast<std::size_t>(std::max(0, grid.table->column_count)));
  for (const layout::Cell& cell : grid.table->cells) {
    if (!cell.box || cell.column < 0 || cell.column + cell.column_span > grid.table->column_count) continue;
    Extent& first = out[static_cast<std::size_t>(cell.column)];
    Extent& last = out[static_cast<std::size_t>(cell.column + cell.column_span - 1)];
    if (std::isnan(first.x0)) first.x0 = cell.box->x0;
    if (std::isnan(last.x1)) last.x1 = cell.box->x1;
  }
  for (std::size_t c = 0; c < out.size(); ++c) {
    if (std::isnan(out[c].x1) && c + 1 < out.size()) out[c].x1 = out[c + 1].x0;
    if (std::isnan(out[c].x0) && c > 0) out[c].x0 = out[c - 1].x1;
  }
  return out;
}

/// Pages shift whole tables: two that are equally wide are laid over each other.
double shift_between(const std::vector<Extent>& a, const std::vector<Extent>& b) {
  const double first = a.back().x1 - a.front().x0, second = b.back().x1 - b.front().x0;
  return std::abs(first - second) <= kSameBorder ? a.front().x0 - b.front().x0 : 0;
}

bool all_known(const std::vector<Extent>& extents) {
  return !extents.empty() && std::all_of(extents.begin(), extents.end(), [](const Extent& e) { return e.known(); });
}

bool same_borders(const std::vector<Extent>& a, const std::vector<Extent>& b) {
  if (a.size() != b.size()) return false;
  const double shift = a.front().x0 - b.front().x0;
  for (std::size_t c = 0; c < a.size(); ++c) {
    if (std::abs(a[c].x0 - b[c].x0 - shift) > kSameBorder || std::abs(a[c].x1 - b[c].x1 - shift) > kSameBorder) {
      return false;
    }
  }
  return true;
}

std::vector<int> by_grid(const Header& header, std::size_t width) {
  std::vector<int> map(width, -1);
  for (std::size_t h = 0; h < header.columns.size(); ++h) {
    for (int c = header.columns[h].begin; c < header.columns[h].end && c < static_cast<int>(width); ++c) {
      map[static_cast<std::size_t>(c)] = static_cast<int>(h);
    }
  }
  return map;
}

std::vector<int> by_boxes(const Header& header, const std::vector<Extent>& header_extents,
                          const std::vector<Extent>& extents) {
  std::vector<int> map(extents.size(), -1);
  const double shift = shift_between(header_extents, extents);
  for (std::size_t c = 0; c < extents.size(); ++c) {
    double best = 0;
    for (std::size_t h = 0; h < header.columns.size(); ++h) {
      const HeaderColumn& column = header.columns[h];
      const double x0 = header_extents[static_cast<std::size_t>(column.begin)].x0;
      const double x1 = header_extents[static_cast<std::size_t>(column.end) - 1].x1;
      const double shared = std::min(x1, extents[c].x1 + shift) - std::max(x0, extents[c].x0 + shift);
      if (shared <= best) continue;
      best = shared;
      map[c] = static_cast<int>(h);
    }
  }
  return map;
}

}  // namespace

std::vector<int> map_columns(const Header& header, const PieceGrid& header_grid, const PieceGrid& grid, bool same) {
  const auto width = static_cast<std::size_t>(std::max(0, grid.table->column_count));
  if (same) return by_grid(header, width);
  const std::vector<Extent> above = extents(header_grid);
  const std::vector<Extent> below = extents(grid);
  const bool boxes = all_known(above) && all_known(below);
  if (grid.table->column_count == header_grid.table->column_count && (!boxes || same_borders(above, below))) {
    return by_grid(header, width);
  }
  if (boxes) return by_boxes(header, above, below);
  // By order: all that is left.
  std::vector<int> map(width, -1);
  for (std::size_t c = 0; c < width && c < header.columns.size(); ++c) map[c] = static_cast<int>(c);
  return map;
}

bool lies_within(const PieceGrid& above, const PieceGrid& below) {
  const std::vector<Extent> first = extents(above), second = extents(below);
  if (!all_known(first) || !all_known(second)) return false;
  const auto& upper = above.table->rows;
  const auto& lower = below.table->rows;
  if (upper.empty() || lower.empty()) return false;
  if (lower.front().page == upper.back().page) {
    double bottom = 0, top = INFINITY;
    for (const layout::Cell& cell : above.table->cells) {
      if (cell.box && cell.page == upper.back().page) bottom = std::max(bottom, cell.box->y1);
    }
    for (const layout::Cell& cell : below.table->cells) {
      if (cell.box && cell.page == lower.front().page) top = std::min(top, cell.box->y0);
    }
    if (std::abs(top - bottom) > kSameBorder) return false;
  }
  const double shift = shift_between(first, second);
  const double x0 = second.front().x0 + shift, x1 = second.back().x1 + shift;
  if (x0 >= first.front().x0 - kSameBorder && x1 <= first.back().x1 + kSameBorder) return true;
  // Without rules the borders are those of the texts on each page.
  const double shared = std::min(x1, first.back().x1) - std::max(x0, first.front().x0);
  const double widest = std::max(x1 - x0, first.back().x1 - first.front().x0);
  return shared >= kSameExtent * widest;
}

std::vector<char> column_classes(const PieceGrid& grid, int first_row, const grammar::Vocabulary& words) {
  constexpr int kRows = 12;
  constexpr double kLabelShare = 0.6, kTextWords = 5;
  struct Count {
    int filled = 0, labels = 0;
    std::size_t words = 0;
  };
  std::vector<Count> counts(static_cast<std::size_t>(std::max(0, grid.table->column_count)));
  for (int row = first_row; row < std::min(grid.rows(), first_row + kRows); ++row) {
    if (filled_cells(grid, row) < 2) continue;
    for (const layout::Cell& cell : grid.cells(row)) {
      if (cell.empty() || cell.column >= grid.table->column_count) continue;
      const CellText text(cell);
      Count& count = counts[static_cast<std::size_t>(cell.column)];
      ++count.filled;
      count.words += text.words.size();
      const bool label =
          !text.list_label.empty() || read_whole_label(text.printed, words) || read_leading_label(text.printed, words);
      count.labels += label ? 1 : 0;
    }
  }
  std::vector<char> classes;
  for (const Count& count : counts) {
    char kind = ' ';
    if (count.filled > 0) {
      kind = count.labels >= kLabelShare * count.filled                      ? 'L'
             : static_cast<double>(count.words) >= kTextWords * count.filled ? 'T'
                                                                             : 'S';
    }
    classes.push_back(kind);
  }
  return classes;
}

bool classes_agree(const std::vector<char>& a, const std::vector<char>& b) {
  if (a.size() != b.size() || a.empty()) return false;
  std::size_t same = 0, compared = 0;
  for (std::size_t c = 0; c < a.size(); ++c) {
    if (a[c] == ' ' || b[c] == ' ') continue;
    if ((a[c] == 'L') != (b[c] == 'L')) return false;
    ++compared;
    same += a[c] == b[c] ? 1 : 0;
  }
  return compared >= 2 && 3 * same >= 2 * compared;
}

}  // namespace pactable::columns
