// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/row_alignment.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pactable::readers::text {
namespace {

// Costs are negative logarithms of how often a kind of cell stands in a column, so that they add up.
constexpr double kSmoothing = 0.5;  // counts of a kind that was not seen
constexpr double kRelated = 0.5;
constexpr double kMissingCost = 1;   // a column is empty in a row of its own kind
constexpr double kFurtherCost = 2;   // a second cell for one column is a list that was written over lines
constexpr double kKnownBonus = 2;    // the very text stood in this column before
constexpr double kStrangerCost = 1;  // another text in a column that has few, which come again and again
constexpr std::size_t kClosedCells = 3;
constexpr double kMargin = 2;   // the best way must be seven times (e squared) as likely as the second
constexpr double kApart = 1.5;  // a row that another way fits by so much better is not like the others
constexpr std::size_t kMaxMissing = 2;
constexpr std::size_t kMaxWords = 64;  // texts kept for each column
constexpr std::size_t kMaxWord = 40;   // bytes
constexpr double kNever = std::numeric_limits<double>::infinity();

struct Best {
  double first = kNever, second = kNever;
  int from = -1;  // 0: the column is skipped, 1: the cell is the column's first, 2: a further one of it

  void offer(double a, double b, int way) {
    if (a < first) {
      second = std::min(first, b);
      first = a;
      from = way;
    } else {
      second = std::min(second, a);
    }
  }
};

}  // namespace

void RowAlignment::learn(const RowCells& whole_row) {
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    Column& column = columns_[c];
    const SequenceCell& cell = sequence_.cells[whole_row.first + c];
    ++column.cells;
    ++column.kinds[static_cast<std::size_t>(cell.kind)];
    const std::string_view text = sequence_.text(whole_row.first + c);
    if (cell.kind != CellKind::kText && text.size() <= kMaxWord && column.words.size() < kMaxWords) {
      column.words.emplace(text);
    }
  }
}

// One name stands where others have a list of them; that counts half.
double RowAlignment::seen(CellKind kind, const Column& column) {
  const auto of = [&](CellKind one) { return static_cast<double>(column.kinds[static_cast<std::size_t>(one)]); };
  if (kind == CellKind::kName) return of(kind) + kRelated * of(CellKind::kList);
  return of(kind);
}

double RowAlignment::cost(std::size_t cell, const Column& column) const {
  const double share = (seen(sequence_.cells[cell].kind, column) + kSmoothing) /
                       (static_cast<double>(column.cells) + kSmoothing * static_cast<double>(kCellKinds));
  const bool known = column.words.count(sequence_.text(cell)) > 0;
  const bool closed = column.cells >= kClosedCells && 2 * column.words.size() <= column.cells && !column.words.empty();
  return -std::log(share) - (known ? kKnownBonus : 0) + (closed && !known ? kStrangerCost : 0);
}

// Labels, codes and times stand alone; so does whatever a column of them holds.
bool RowAlignment::may_hold_several(const Column& column) {
  const auto of = [&](CellKind kind) { return column.kinds[static_cast<std::size_t>(kind)]; };
  return 2 * (of(CellKind::kLabel) + of(CellKind::kCode) + of(CellKind::kTime)) < column.cells;
}

double RowAlignment::cost_of(const RowCells& row, const std::vector<std::size_t>& way) const {
  double sum = 0;
  for (std::size_t i = 0; i < way.size(); ++i) sum += cost(row.first + i, columns_[way[i]]);
  return sum;
}

// All ways to leave one or two columns empty.
std::vector<std::vector<std::size_t>> RowAlignment::short_ways(std::size_t cells) const {
  std::vector<std::vector<std::size_t>> ways;
  const std::size_t missing = columns_.size() - cells, begin = labelled_ ? 1 : 0;
  for (std::size_t a = begin; a < columns_.size(); ++a) {
    for (std::size_t b = a; b < columns_.size(); ++b) {
      if ((missing == 1) != (a == b)) continue;
      std::vector<std::size_t> way;
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (c != a && c != b) way.push_back(c);
      }
      ways.push_back(std::move(way));
    }
  }
  return ways;
}

void RowAlignment::learn_short_rows(const std::vector<RowCells>& rows) {
  std::map<std::size_t, std::vector<RowCells>> by_length;
  for (const RowCells& row : rows) {
    if (row.size() < columns_.size() && row.size() + kMaxMissing >= columns_.size() && row.size() > 1) {
      by_length[row.size()].push_back(row);
    }
  }
  for (const auto& [cells, same] : by_length) {
    double best = kNever, second = kNever;
    std::vector<std::size_t> found;
    for (auto& way : short_ways(cells)) {
      double sum = 0;
      for (const RowCells& row : same) sum += cost_of(row, way);
      if (sum < best) {
        second = std::exchange(best, sum);
        found = std::move(way);
      } else {
        second = std::min(second, sum);
      }
    }
    if (second - best >= kMargin) short_[cells] = std::move(found);
  }
}

std::optional<std::vector<std::size_t>> RowAlignment::align(const RowCells& row) const {
  const auto best = best_way(row);
  if (!best) return std::nullopt;
  const auto usual = short_.find(row.size());
  if (usual != short_.end()) {
    const double missing = kMissingCost * static_cast<double>(columns_.size() - row.size());
    if (cost_of(row, usual->second) + missing <= best->cost + kApart) return usual->second;
  }
  if (best->margin < kMargin) return std::nullopt;
  return best->columns;
}

bool RowAlignment::fits(const RowCells& row, const std::vector<std::size_t>& way) const {
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (seen(sequence_.cells[row.first + i].kind, columns_[way[i]]) <= 0) return false;
  }
  return true;
}

bool RowAlignment::fits_whole(const RowCells& row) const {
  std::vector<std::size_t> way(columns_.size());
  for (std::size_t c = 0; c < way.size(); ++c) way[c] = c;
  return row.size() == way.size() && fits(row, way);
}

bool RowAlignment::fits_mostly(const RowCells& row) const {
  if (row.size() != columns_.size()) return false;
  std::size_t strange = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    strange += seen(sequence_.cells[row.first + c].kind, columns_[c]) <= 0 ? 1 : 0;
  }
  return strange <= 1;
}

// Least cost over (columns done with, cells put); the two cheapest ways are kept for the margin.
std::optional<RowAlignment::Way> RowAlignment::best_way(const RowCells& row) const {
  const std::size_t cells = row.size(), columns = columns_.size();
  if (cells == 0 || cells > 2 * columns) return std::nullopt;
  std::vector<std::vector<Best>> filled(columns, std::vector<Best>(cells + 1));  // the last cell stands in the column
  std::vector<std::vector<Best>> done(columns + 1, std::vector<Best>(cells + 1));
  done[0][0] = {0, kNever, -1};
  for (std::size_t c = 0; c < columns; ++c) {
    const double missing = labelled_ && c == 0 ? kNever : kMissingCost;
    for (std::size_t n = 0; n <= cells; ++n) {
      if (n > 0) {
        const double price = cost(row.first + n - 1, columns_[c]);
        filled[c][n].offer(done[c][n - 1].first + price, done[c][n - 1].second + price, 1);
        const double further = may_hold_several(columns_[c]) ? price + kFurtherCost : kNever;
        filled[c][n].offer(filled[c][n - 1].first + further, filled[c][n - 1].second + further, 2);
      }
      done[c + 1][n].offer(filled[c][n].first, filled[c][n].second, 1);
      done[c + 1][n].offer(done[c][n].first + missing, done[c][n].second + missing, 0);
    }
  }
  const Best& best = done[columns][cells];
  if (best.first == kNever) return std::nullopt;
  Way way{std::vector<std::size_t>(cells), best.first, best.second - best.first};
  std::size_t n = cells;
  for (std::size_t c = columns; c > 0; --c) {
    if (done[c][n].from == 0) continue;
    for (bool further = true; further && n > 0;) {
      further = filled[c - 1][n].from == 2;
      way.columns[--n] = c - 1;
    }
  }
  return way;
}

}  // namespace pactable::readers::text
