// SPDX-License-Identifier: GPL-3.0-or-later
// What: makes long clean lines of the many short strokes that draw a table.
// In:   rulings and fills of a page. Out: segments, horizontal and vertical.
#pragma once

#include <vector>

#include "layout/page.h"

namespace pactable::tables {

// Programs draw a border as a 2 1/4 pt bar or as two lines 1 to 3 pt apart; the lowest row of text needs 5 pt.
inline constexpr double kSnap = 3;

/// From `begin` to `end` at the position `at` of the other axis, in points.
struct Segment {
  double at = 0, begin = 0, end = 0;
  [[nodiscard]] double length() const { return end - begin; }
};

struct Segments {
  std::vector<Segment> horizontal;  // `at` is y
  std::vector<Segment> vertical;    // `at` is x
};

/// Rulings that lie within kSnap of each other become one, gaps up to kSnap are closed, remains shorter than a letter
/// are left out.
[[nodiscard]] Segments merge_rulings(const std::vector<layout::Ruling>& rulings);

/// Rulings as above, with the upright borders between shaded cells that stand side by side: many designs part columns
/// by a change of shade or a white gap alone.
[[nodiscard]] Segments merge_borders(const layout::Page& page);

/// The edges of shaded areas as segments, merged in the same way.
[[nodiscard]] Segments merge_fill_edges(const std::vector<layout::Fill>& fills);

}  // namespace pactable::tables
