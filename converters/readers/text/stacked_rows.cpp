// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/stacked_rows.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>

namespace pactable::readers::text {
namespace {

// Only the order of the costs matters. A full row is free, so the reading with the fewest spanning cells wins.
constexpr std::int64_t kSpanningCost = 10;
// A change of width needs a header run and must explain more than two spanning cells: a data row whose first cells
// stand together looks like a header run too.
constexpr std::int64_t kWidthChangeCost = 25;
// A short row (trailing empty cells were stripped) is dearer than the same cells as spanning rows, so it is taken only
// where cells that stand together forbid those.
constexpr std::int64_t kShortRowCost = 5;
// An empty cell that spans the table says nothing: nearly always it belongs to a row.
constexpr std::int64_t kEmptySpanningCost = 200;
// Cells without a blank line between them stand in one row; broken only where nothing else fits.
constexpr std::int64_t kTornCost = 1000;
// Distinct widths tried: tables change their columns a few times, and the work grows with this number.
constexpr std::size_t kMaxWidths = 8;

constexpr std::int64_t kUnreached = std::numeric_limits<std::int64_t>::max();

struct State {
  std::int64_t cost = kUnreached;
  std::int32_t cells = 0;       // of the row that ends here
  std::uint8_t from_width = 0;  // index of the width in force before that row
};

class RowLattice {
 public:
  explicit RowLattice(const std::vector<CellShape>& cells) : cells_(cells) {
    collect_widths();
    states_.resize((cells.size() + 1) * widths_.size());
    at(0, 0).cost = 0;
  }

  std::vector<StackedRow> best_rows() {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      for (std::size_t w = 0; w < widths_.size(); ++w) {
        if (at(i, w).cost != kUnreached) extend(i, w);
      }
    }
    return trace_back();
  }

 private:
  State& at(std::size_t cell, std::size_t width) { return states_[cell * widths_.size() + width]; }

  void collect_widths() {
    std::map<int, int> counts;
    for (const CellShape& cell : cells_) {
      if (cell.header_run > 1) ++counts[cell.header_run];
    }
    std::vector<std::pair<int, int>> by_count;
    for (const auto& [width, count] : counts) by_count.emplace_back(-count, width);
    std::sort(by_count.begin(), by_count.end());
    if (by_count.size() > kMaxWidths) by_count.resize(kMaxWidths);
    widths_.push_back(0);
    for (const auto& [count, width] : by_count) widths_.push_back(width);
  }

  [[nodiscard]] bool border_before(std::size_t cell) const {
    return cell == 0 || cell == cells_.size() || cells_[cell].separated || cells_[cell].interrupted;
  }

  void offer(std::size_t begin, std::size_t count, std::size_t from, std::size_t to, std::int64_t cost) {
    const std::int64_t total = at(begin, from).cost + cost + (border_before(begin) ? 0 : kTornCost);
    State& state = at(begin + count, to);
    if (total >= state.cost) return;
    state = {total, static_cast<std::int32_t>(count), static_cast<std::uint8_t>(from)};
  }

  void extend(std::size_t i, std::size_t w) {
    offer(i, 1, w, w, cells_[i].empty ? kEmptySpanningCost : kSpanningCost);
    const auto width = static_cast<std::size_t>(widths_[w]);
    for (std::size_t count = 2; count <= width && i + count <= cells_.size(); ++count) {
      if (cells_[i + count - 1].interrupted) break;
      if (count == width)
        offer(i, count, w, w, 0);
      else if (border_before(i + count))
        offer(i, count, w, w, kShortRowCost + kSpanningCost * static_cast<std::int64_t>(count));
    }
    const int run = cells_[i].header_run;
    if (run < 2) return;
    const auto found = std::find(widths_.begin() + 1, widths_.end(), run);
    if (found == widths_.end() || *found == widths_[w]) return;
    const auto to = static_cast<std::size_t>(found - widths_.begin());
    offer(i, static_cast<std::size_t>(run), w, to, w == 0 ? 0 : kWidthChangeCost);
  }

  std::vector<StackedRow> trace_back() {
    std::size_t end = cells_.size();
    std::size_t width = 0;
    for (std::size_t w = 1; w < widths_.size(); ++w) {
      if (at(end, w).cost < at(end, width).cost) width = w;
    }
    std::vector<StackedRow> rows;
    while (end > 0) {
      const State state = at(end, width);
      const std::size_t begin = end - static_cast<std::size_t>(state.cells);
      rows.push_back({begin, end, widths_[width], state.from_width != width});
      width = state.from_width;
      end = begin;
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
  }

  const std::vector<CellShape>& cells_;
  std::vector<int> widths_;
  std::vector<State> states_;
};

}  // namespace

std::vector<StackedRow> find_stacked_rows(const std::vector<CellShape>& cells) {
  if (cells.empty()) return {};
  return RowLattice(cells).best_rows();
}

}  // namespace pactable::readers::text
