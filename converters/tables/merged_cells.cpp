// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/merged_cells.h"

#include <algorithm>
#include <cmath>

namespace pactable::tables {
namespace {

constexpr double kBlockGap = 1.35;   // of the line distance: lines of one text stand closer
constexpr double kWorst = 2;         // lines: further off is off
constexpr double kMergeCost = 0.35;  // of each row more: what stands in the middle of a row as well is no merged cell
constexpr double kEmptyCost = 0.6;   // of a row without a text
constexpr double kExact = 0.45;      // of a line, on average: so near stand texts that are set in the middle of rows
constexpr double kSureGain = 1;      // lines that the texts come nearer to the middle
constexpr std::size_t kMaxPairs = 20'000;  // of rows and texts: 140 rows of a page; keeps pages without end linear
constexpr std::size_t kMaxSpan = 40;       // rows

struct Block {
  double first = 0, last = 0;  // baselines
  [[nodiscard]] double middle() const { return (first + last) / 2; }
};

struct Extent {
  double top = 0, foot = 0;  // baselines of the first and last line
};

bool has_label(const RowLines& lines, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; lines.label_column >= 0 && i < end; ++i) {
    const RowEntry& entry = lines.entries[i][static_cast<std::size_t>(lines.label_column)];
    if (entry.chunk != nullptr && entry.number) return true;
  }
  return false;
}

// Of the texts of a row beside a column, without those of merged cells unless there are no others.
Extent extent_of(const RowLines& lines, std::size_t column, std::size_t begin, std::size_t end) {
  Extent own{INFINITY, -INFINITY};
  Extent any = own;
  for (std::size_t i = begin; i < end; ++i) {
    for (std::size_t c = 0; c < static_cast<std::size_t>(lines.columns); ++c) {
      const RowEntry& entry = lines.entries[i][c];
      if (entry.chunk == nullptr || c == column) continue;
      for (Extent* extent : {&any, &own}) {
        if (extent == &own && lines.merged[c]) continue;
        extent->top = std::min(extent->top, entry.baseline);
        extent->foot = std::max(extent->foot, entry.baseline);
      }
    }
  }
  return own.top <= own.foot ? own : any;
}

// Texts of one column on lines [begin, end).
std::vector<Block> blocks_of(const RowLines& lines, std::size_t column, std::size_t begin, std::size_t end) {
  std::vector<Block> out;
  for (std::size_t i = begin; i < end; ++i) {
    const RowEntry& entry = lines.entries[i][column];
    if (entry.chunk == nullptr || lines.across[i]) continue;
    const bool next = !out.empty() && entry.baseline - out.back().last <= kBlockGap * lines.leading[column] &&
                      !(entry.number && lines.numbered[column]);
    if (next) {
      out.back().last = entry.baseline;
    } else {
      out.push_back({entry.baseline, entry.baseline});
    }
  }
  return out;
}

// The cheapest way to give each text rows that follow each other, by dynamic programming over rows and texts.
class Spans {
 public:
  Spans(const std::vector<Extent>& rows, const std::vector<Block>& blocks, double line)
      : rows_(rows), blocks_(blocks), line_(line) {
    run();
  }
  /// Of each row the text whose cell it is in, -1 where it has none.
  [[nodiscard]] std::vector<int> owners() const;
  [[nodiscard]] double off() const { return off_; }
  [[nodiscard]] bool found() const { return cost_.back().back() < kNone / 2; }

 private:
  static constexpr double kNone = 1e9;
  void run();
  [[nodiscard]] double off_by(std::size_t block, std::size_t first, std::size_t last) const {
    const double middle = (rows_[first].top + rows_[last].foot) / 2;
    return std::min(kWorst, std::abs(blocks_[block].middle() - middle) / line_);
  }

  const std::vector<Extent>& rows_;
  const std::vector<Block>& blocks_;
  double line_;
  std::vector<std::vector<double>> cost_;             // of the first rows with the first texts
  std::vector<std::vector<std::size_t>> rows_taken_;  // by the last step; 0: an empty row
  double off_ = 0;
};

void Spans::run() {
  const std::size_t n = rows_.size();
  const std::size_t m = blocks_.size();
  cost_.assign(n + 1, std::vector<double>(m + 1, kNone));
  rows_taken_.assign(n + 1, std::vector<std::size_t>(m + 1, 0));
  cost_[0][0] = 0;
  for (std::size_t r = 1; r <= n; ++r) {
    for (std::size_t b = 0; b <= m; ++b) {
      cost_[r][b] = cost_[r - 1][b] + kEmptyCost;
      rows_taken_[r][b] = 0;
      for (std::size_t k = 1; b > 0 && k <= std::min(r, kMaxSpan); ++k) {
        const double cost = cost_[r - k][b - 1] + off_by(b - 1, r - k, r - 1) + kMergeCost * static_cast<double>(k - 1);
        if (cost >= cost_[r][b]) continue;
        cost_[r][b] = cost;
        rows_taken_[r][b] = k;
      }
    }
  }
  std::size_t b = m;
  for (std::size_t r = n; r > 0 && found();) {
    const std::size_t k = rows_taken_[r][b];
    if (k > 0) off_ += off_by(--b, r - k, r - 1);
    r -= std::max<std::size_t>(1, k);
  }
}

std::vector<int> Spans::owners() const {
  std::vector<int> out(rows_.size(), -1);
  std::size_t b = blocks_.size();
  for (std::size_t r = rows_.size(); r > 0;) {
    const std::size_t k = rows_taken_[r][b];
    if (k > 0) --b;
    for (std::size_t i = 1; i <= k; ++i) out[r - i] = static_cast<int>(b);
    r -= std::max<std::size_t>(1, k);
  }
  return out;
}

// How far the texts of a column stand off where each row has its own: at the head, in the middle or at the foot.
double off_in_single_rows(const std::vector<Extent>& rows, const std::vector<std::vector<Block>>& own, double line) {
  double top = 0;
  double middle = 0;
  double foot = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (own[r].empty()) continue;
    const Block block{own[r].front().first, own[r].back().last};
    top += std::min(kWorst, std::abs(block.first - rows[r].top) / line);
    middle += std::min(kWorst, std::abs(block.middle() - (rows[r].top + rows[r].foot) / 2) / line);
    foot += std::min(kWorst, std::abs(block.last - rows[r].foot) / line);
  }
  return std::min({top, middle, foot});
}

}  // namespace

void find_merged_cells(const RowLines& lines, double line_distance, std::vector<RowStart>& rows) {
  const auto end_of = [&](std::size_t r) { return r + 1 < rows.size() ? rows[r + 1].line : lines.entries.size(); };
  for (std::size_t first = 0; first < rows.size();) {
    // Rows between two titles, below the header.
    if (rows[first].title) {
      ++first;
      continue;
    }
    std::size_t last = first;
    while (last + 1 < rows.size() && !rows[last + 1].title) ++last;
    std::size_t begin = first;
    while (first == 0 && begin < last && !has_label(lines, rows[begin].line, end_of(begin))) ++begin;
    for (std::size_t c = 0; begin < last && c < static_cast<std::size_t>(lines.columns); ++c) {
      if (static_cast<int>(c) == lines.label_column || static_cast<int>(c) == lines.text_column) continue;
      std::vector<Extent> extents;
      for (std::size_t r = begin; r <= last; ++r) extents.push_back(extent_of(lines, c, rows[r].line, end_of(r)));
      const bool whole = std::all_of(extents.begin(), extents.end(), [](const Extent& e) { return e.top <= e.foot; });
      if (!whole) continue;
      const std::vector<Block> blocks = blocks_of(lines, c, rows[begin].line, end_of(last));
      if (blocks.empty() || blocks.size() >= extents.size()) continue;
      if (extents.size() * blocks.size() > kMaxPairs) continue;
      const Spans spans(extents, blocks, line_distance);
      if (!spans.found() || spans.off() > kExact * static_cast<double>(blocks.size())) continue;
      std::vector<std::vector<Block>> own;
      for (std::size_t r = begin; r <= last; ++r) own.push_back(blocks_of(lines, c, rows[r].line, end_of(r)));
      // A line in each row: every row has its own.
      const auto lone = std::count_if(own.begin(), own.end(), [](const std::vector<Block>& texts) {
        return texts.size() == 1 && texts.front().first == texts.front().last;
      });
      if (2 * static_cast<std::size_t>(lone) > own.size() && static_cast<std::size_t>(lone) > blocks.size()) continue;
      if (off_in_single_rows(extents, own, line_distance) < spans.off() + kSureGain) continue;
      const std::vector<int> owners = spans.owners();
      for (std::size_t r = begin; r <= last; ++r) {
        const int owner = owners[r - begin];
        rows[r].goes_on.resize(static_cast<std::size_t>(lines.columns), false);
        rows[r].goes_on[c] = r > begin && owner >= 0 && owner == owners[r - begin - 1];
      }
    }
    first = last + 1;
  }
}

}  // namespace pactable::tables
