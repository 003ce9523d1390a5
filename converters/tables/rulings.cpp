// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/rulings.h"

#include <algorithm>

namespace pactable::tables {
namespace {

constexpr double kMinLength = 6;  // points: shorter lines are parts of letters or dots

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

Segments merge_rulings(const std::vector<layout::Ruling>& rulings) {
  Segments pieces;
  for (const layout::Ruling& ruling : rulings) {
    const Box& b = ruling.box;
    if (ruling.horizontal) {
      pieces.horizontal.push_back({b.mid_y(), b.x0, b.x1});
    } else {
      pieces.vertical.push_back({b.mid_x(), b.y0, b.y1});
    }
  }
  return {merge(std::move(pieces.horizontal)), merge(std::move(pieces.vertical))};
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
