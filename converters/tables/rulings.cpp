// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/rulings.h"

#include <algorithm>
#include <cmath>

#include "tables/shaded_rows.h"

namespace pactable::tables {
namespace {

constexpr double kMinCell = 12;           // points: a shaded cell holds a code of two letters at least
constexpr std::size_t kMaxFills = 4'000;  // more on one page are a drawing
constexpr double kMinLength = 6;          // points: shorter lines are parts of letters or dots

// Sorted by position, neighbours within kSnap form a group; inside a group stretches that touch are joined.
std::vector<Segment> merge(std::vector<Segment> pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Segment& a, const Segment& b) { return a.at < b.at; });
  std::vector<Segment> merged;
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t last = first + 1;
    while (last < pieces.size() && pieces[last].at - pieces[first].at <= kSnap) ++last;
    const auto begin = pieces.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = pieces.begin() + static_cast<std::ptrdiff_t>(last);
    double weight = 0;
    double sum = 0;
    for (auto it = begin; it != end; ++it) {
      const double w = it->length() + 0.01;  // never zero
      weight += w;
      sum += w * it->at;
    }
    const double at = sum / weight;
    std::sort(begin, end, [](const Segment& a, const Segment& b) { return a.begin < b.begin; });
    Segment current{at, begin->begin, begin->end};
    for (auto it = begin + 1; it != end; ++it) {
      if (it->begin <= current.end + kSnap) {
        current.end = std::max(current.end, it->end);
        continue;
      }
      if (current.length() >= kMinLength) merged.push_back(current);
      current = {at, it->begin, it->end};
    }
    if (current.length() >= kMinLength) merged.push_back(current);
    first = last;
  }
  return merged;
}

}  // namespace

namespace {

Segments pieces_of(const std::vector<layout::Ruling>& rulings) {
  Segments pieces;
  for (const layout::Ruling& ruling : rulings) {
    const Box& b = ruling.box;
    if (ruling.horizontal) {
      pieces.horizontal.push_back({b.mid_y(), b.x0, b.x1});
    } else {
      pieces.vertical.push_back({b.mid_x(), b.y0, b.y1});
    }
  }
  return pieces;
}

// Where one shaded area ends and another of the same height begins.
void add_shared_edges(std::vector<layout::Fill> fills, std::vector<Segment>& vertical) {
  if (fills.size() > kMaxFills) return;
  std::sort(fills.begin(), fills.end(), [](const auto& a, const auto& b) { return a.box.x0 < b.box.x0; });
  for (const layout::Fill& left : fills) {
    const Box& a = left.box;
    if (a.height() < kMinLength || a.width() < kMinCell) continue;
    auto right = std::lower_bound(fills.begin(), fills.end(), a.x1 - kSnap,
                                  [](const layout::Fill& fill, double x) { return fill.box.x0 < x; });
    for (; right != fills.end() && right->box.x0 <= a.x1 + kSnap; ++right) {
      const Box& b = right->box;
      const bool level = std::abs(a.y0 - b.y0) <= kSnap && std::abs(a.y1 - b.y1) <= kSnap;
      if (!level || b.width() < kMinCell) continue;
      vertical.push_back({(a.x1 + b.x0) / 2, std::min(a.y0, b.y0), std::max(a.y1, b.y1)});
    }
  }
}

}  // namespace

Segments merge_rulings(const std::vector<layout::Ruling>& rulings) {
  Segments pieces = pieces_of(rulings);
  return {merge(std::move(pieces.horizontal)), merge(std::move(pieces.vertical))};
}

Segments merge_borders(const layout::Page& page) {
  Segments pieces = pieces_of(page.rulings);
  std::vector<Segment> shared;
  add_shared_edges(page.fills, shared);
  std::vector<Segment> horizontal = merge(std::move(pieces.horizontal));
  const std::vector<Segment> between = bridge_shaded_rows(page, horizontal, pieces.vertical, shared);
  pieces.vertical.insert(pieces.vertical.end(), shared.begin(), shared.end());
  pieces.vertical.insert(pieces.vertical.end(), between.begin(), between.end());
  return {std::move(horizontal), merge(std::move(pieces.vertical))};
}

Segments merge_fill_edges(const std::vector<layout::Fill>& fills) {
  Segments pieces;
  for (const layout::Fill& fill : fills) {
    const Box& b = fill.box;
    pieces.horizontal.push_back({b.y0, b.x0, b.x1});
    pieces.horizontal.push_back({b.y1, b.x0, b.x1});
    pieces.vertical.push_back({b.x0, b.y0, b.y1});
    pieces.vertical.push_back({b.x1, b.y0, b.y1});
  }
  return {merge(std::move(pieces.horizontal)), merge(std::move(pieces.vertical))};
}

}  // namespace pactable::tables
