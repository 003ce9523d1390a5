// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/coverage.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace pactable::tables {
namespace {

constexpr double kMaxWidth = 14'400;  // points; the largest page that PDF allows
constexpr double kSteps = 2;          // for each point: columns of small type stand 2 points apart

}  // namespace

Coverage::Coverage(double page_width)
    : counts_(static_cast<std::size_t>(kSteps * std::clamp(page_width, 1.0, kMaxWidth)) + 2, 0) {}

void Coverage::add(const Line& line, int by) {
  for (const layout::Word* word : line.words) {
    const std::size_t from = index(word->box.x0);
    const std::size_t until = index(word->box.x1);
    for (std::size_t x = from; x <= until; ++x) counts_[x] += by;
  }
  lines_ += by;
}

std::vector<Gutter> Coverage::gutters(double tolerance, double min_width) const {
  const int allowed = static_cast<int>(std::floor(tolerance * lines_));
  std::vector<Gutter> out;
  std::size_t last_covered = SIZE_MAX;
  for (std::size_t x = 0; x < counts_.size(); ++x) {
    if (counts_[x] <= allowed) continue;
    if (last_covered != SIZE_MAX && static_cast<double>(x - last_covered) - 1 >= kSteps * min_width) {
      out.push_back(gutter_between(last_covered + 1, x));
    }
    last_covered = x;
  }
  return out;
}

Gutter Coverage::gutter_between(std::size_t begin, std::size_t end) const {
  const auto at = [&](std::size_t x) { return counts_.begin() + static_cast<std::ptrdiff_t>(x); };
  const int least = *std::min_element(at(begin), at(end));
  Gutter gutter{static_cast<double>(begin) / kSteps, static_cast<double>(end) / kSteps, 0};
  std::size_t widest = 0;
  for (std::size_t x = begin; x < end;) {
    std::size_t past = x;
    while (past < end && counts_[past] == least) ++past;
    if (past - x > widest) {
      widest = past - x;
      gutter.cut = static_cast<double>(x + past) / (2 * kSteps);
    }
    x = std::max(past, x + 1);
  }
  return gutter;
}

std::size_t Coverage::index(double x) const {
  return static_cast<std::size_t>(std::clamp(kSteps * x, 0.0, static_cast<double>(counts_.size() - 1)));
}

}  // namespace pactable::tables
