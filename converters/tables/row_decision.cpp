// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/row_decision.h"

#include <algorithm>

#include "tables/merged_cells.h"
#include "tables/row_evidence.h"

namespace pactable::tables {
namespace {

constexpr std::size_t kMaxRowLines = 90;  // of 8 pt type on a page
constexpr int kMaxRounds = 4;             // how cells stand and how rows are spaced settles in two
constexpr double kUnsure = 1.5;           // points: the other way is about a fifth as likely
constexpr double kNone = -1e9;

struct Parting {
  std::vector<std::size_t> starts;
  double points = kNone;
};

// All ways to part the lines, by dynamic programming over the first lines of rows.
class Search {
 public:
  Search(const RowEvidence& evidence, const RowModel& model)
      : evidence_(evidence), model_(model), borders_(evidence.borders(model)) {}

  [[nodiscard]] Parting best();
  /// Of each line: points of the best parting with a border above it, less those of the best without.
  [[nodiscard]] std::vector<double> margins();

 private:
  void run();

  const RowEvidence& evidence_;
  const RowModel& model_;
  const std::vector<double> borders_;
  std::vector<std::vector<double>> rows_;  // points of the row [begin, begin + 1 + k)
  std::vector<double> upto_;               // of the lines before each line
  std::vector<std::size_t> from_;          // first line of the row that ends before each line
};

void Search::run() {
  const std::size_t n = evidence_.size();
  upto_.assign(n + 1, kNone);
  from_.assign(n + 1, 0);
  upto_[0] = 0;
  rows_.assign(n, {});
  for (std::size_t begin = 0; begin < n; ++begin) {
    RowEvidence::Row row(evidence_, model_, begin);
    for (std::size_t end = begin + 1; end <= std::min(n, begin + kMaxRowLines); ++end) {
      row.add_line();
      rows_[begin].push_back(row.points());
      const double points = upto_[begin] + borders_[begin] + rows_[begin].back();
      if (points <= upto_[end]) continue;
      upto_[end] = points;
      from_[end] = begin;
    }
  }
}

Parting Search::best() {
  run();
  Parting out;
  out.points = upto_.back();
  for (std::size_t end = evidence_.size(); end > 0; end = from_[end]) out.starts.push_back(from_[end]);
  std::reverse(out.starts.begin(), out.starts.end());
  return out;
}

std::vector<double> Search::margins() {
  const std::size_t n = evidence_.size();
  std::vector<double> below(n + 1, kNone);  // of the lines from each line on, its border included
  below[n] = 0;
  for (std::size_t begin = n; begin-- > 0;) {
    for (std::size_t k = 0; k < rows_[begin].size(); ++k) {
      below[begin] = std::max(below[begin], borders_[begin] + rows_[begin][k] + below[begin + 1 + k]);
    }
  }
  std::vector<double> without(n, kNone);
  for (std::size_t begin = 0; begin < n; ++begin) {
    double best = kNone;
    for (std::size_t k = rows_[begin].size(); k-- > 1;) {
      best = std::max(best, upto_[begin] + borders_[begin] + rows_[begin][k] + below[begin + 1 + k]);
      without[begin + k] = std::max(without[begin + k], best);
    }
  }
  std::vector<double> margins(n, 0);
  for (std::size_t i = 1; i < n; ++i) margins[i] = upto_[i] + below[i] - without[i];
  return margins;
}

// How the cells of each column stand in these rows.
std::vector<Stand> stands_of(const RowEvidence& evidence, const RowModel& model, const Parting& parting) {
  const auto columns = static_cast<std::size_t>(evidence.lines().columns);
  std::vector<std::vector<double>> off(columns, std::vector<double>(3, 0));
  for (std::size_t r = 0; r < parting.starts.size(); ++r) {
    const std::size_t end = r + 1 < parting.starts.size() ? parting.starts[r + 1] : evidence.size();
    RowEvidence::Row row(evidence, model, parting.starts[r]);
    while (row.end() < end) row.add_line();
    for (std::size_t c = 0; c < columns; ++c) {
      for (const Stand stand : {Stand::kTop, Stand::kMiddle, Stand::kFoot}) {
        off[c][static_cast<std::size_t>(stand)] += std::min(1.0, row.deviation(static_cast<int>(c), stand));
      }
    }
  }
  std::vector<Stand> out;
  for (const std::vector<double>& column : off) {
    out.push_back(static_cast<Stand>(std::min_element(column.begin(), column.end()) - column.begin()));
  }
  return out;
}

struct Found {
  RowModel model;
  Parting parting;
};

// From one guess how cells stand: parts the lines, reads from the rows how cells stand and how far rows are apart, and
// parts again, as long as that gains points.
Found settle(const RowEvidence& evidence, RowModel model) {
  Found found{model, Search(evidence, model).best()};
  for (int round = 1; round < kMaxRounds; ++round) {
    RowModel next{stands_of(evidence, found.model, found.parting), evidence.space_by_rows(found.parting.starts)};
    Parting parting = Search(evidence, next).best();
    if (parting.points <= found.parting.points) break;
    found = {std::move(next), std::move(parting)};
  }
  return found;
}

Found decide(const RowEvidence& evidence) {
  const auto columns = static_cast<std::size_t>(evidence.lines().columns);
  const double space = evidence.space_by_labels();
  Found best;
  for (const Stand others : {Stand::kTop, Stand::kMiddle}) {
    for (const Stand label : {Stand::kTop, Stand::kMiddle, Stand::kFoot}) {
      if (others == Stand::kTop && label == Stand::kMiddle) continue;  // rounds come to it from either side
      RowModel model{std::vector<Stand>(columns, others), space};
      const int column = evidence.lines().label_column;
      if (column >= 0) model.stands[static_cast<std::size_t>(column)] = label;
      Found found = settle(evidence, std::move(model));
      if (found.parting.points > best.parting.points) best = std::move(found);
    }
  }
  return best;
}

}  // namespace

std::optional<RowDecision> decide_rows(const AlignedTable& table) {
  const RowLines lines = read_row_lines(table);
  if (lines.label_column < 0) return std::nullopt;
  const RowEvidence evidence(table, lines);
  const Found found = decide(evidence);
  RowDecision out;
  out.space = evidence.space_by_rows(found.parting.starts);
  for (std::size_t r = 0; r < found.parting.starts.size(); ++r) {
    const std::size_t begin = found.parting.starts[r];
    const std::size_t end = r + 1 < found.parting.starts.size() ? found.parting.starts[r + 1] : evidence.size();
    const auto& titles = lines.title;
    const bool title = titles[begin] && std::all_of(titles.begin() + static_cast<std::ptrdiff_t>(begin),
                                                    titles.begin() + static_cast<std::ptrdiff_t>(end),
                                                    [](bool is_title) { return is_title; });
    out.rows.push_back({begin, evidence.goes_on(begin, found.model), title});
  }
  find_merged_cells(lines, evidence.line_distance(), out.rows);
  Search search(evidence, found.model);
  (void)search.best();
  const std::vector<double> margins = search.margins();
  for (std::size_t i = 1; i < margins.size(); ++i) {
    if (std::abs(margins[i]) < kUnsure) out.unsure.push_back(i);
  }
  return out;
}

}  // namespace pactable::tables
