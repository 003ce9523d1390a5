// SPDX-License-Identifier: GPL-3.0-or-later
// What: how many lines cover each point of a page's width, and the gutters that few of them reach into.
// In:   lines. Out: gutters from left to right. Never: looks at the height of a line.
#pragma once

#include <vector>

#include "tables/aligned_rows.h"
#include "tables/lines.h"

namespace pactable::tables {

class Coverage {
 public:
  explicit Coverage(double page_width);

  /// Counts a line in (1) or out again (-1).
  void add(const Line& line, int by);

  /// Stretches of at least `min_width` points that at most `tolerance` (a share) of the lines cover, between covered
  /// ones. Where a few lines reach into a gutter, its `cut` is in its least covered stretch.
  [[nodiscard]] std::vector<Gutter> gutters(double tolerance, double min_width) const;

 private:
  [[nodiscard]] Gutter gutter_between(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t index(double x) const;

  std::vector<int> counts_;
  int lines_ = 0;
};

}  // namespace pactable::tables
