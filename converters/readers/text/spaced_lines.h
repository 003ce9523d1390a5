// SPDX-License-Identifier: GPL-3.0-or-later
// What: lines whose cells are set apart by runs of spaces, and the columns that their cells stand in.
// In:   lines of one table. Out: columns as intervals of character positions, and the cells of each line.
// Never: merges two columns that stand side by side in two lines; cuts a word.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "readers/text/decode.h"

namespace pactable::readers::text {

/// A stretch without two spaces in a row: columns [begin, end), bytes [first, last).
struct Segment {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0, last = 0;
};

/// Empty for a line that is blank, holds a tab, or is longer than any printed line.
[[nodiscard]] std::vector<Segment> split_segments(const Line& line);

/// A segment, or the part of one, that stands in one column.
struct Piece {
  std::size_t column = 0, first = 0, last = 0;
};

struct Placed {
  std::vector<Piece> pieces;
  bool crosses = false;  // a segment reaches over the gap of two columns and cannot be cut there
};

/// Columns grow with the lines that are added. Two of them that were filled side by side often enough are never merged:
/// what reaches over their gap crosses it.
class SpacedColumns {
 public:
  [[nodiscard]] bool empty() const { return columns_.empty(); }
  [[nodiscard]] std::size_t count() const { return columns_.size(); }
  /// Characters from the first to the last that any cell of the column fills.
  [[nodiscard]] std::size_t width(std::size_t column) const { return columns_[column].end - columns_[column].begin; }
  [[nodiscard]] bool crosses(const Line& line, const std::vector<Segment>& segments) const;
  void add(const Line& line, const std::vector<Segment>& segments);
  /// The cells of a line; a segment that crosses goes to the column that it begins in.
  [[nodiscard]] Placed place(const Line& line, const std::vector<Segment>& segments) const;

 private:
  struct Column {
    std::size_t begin = 0, end = 0;
    std::map<std::size_t, std::size_t> starts;  // how many cells begin at a position
  };
  [[nodiscard]] bool parted(std::size_t first, std::size_t border, std::size_t last) const;
  [[nodiscard]] bool parted(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::pair<std::size_t, std::size_t> overlapped(const Segment& segment) const;
  [[nodiscard]] bool cut(const Line& line, const Segment& segment, bool alone, std::vector<Segment>& parts) const;
  [[nodiscard]] std::size_t cut_before(const Line& line, const Segment& segment, std::size_t column, bool alone) const;
  std::size_t insert(const Segment& segment);
  void merge(std::size_t first, std::size_t last);

  std::vector<Column> columns_;                   // from left to right, apart
  std::vector<std::vector<std::size_t>> beside_;  // lines in which both columns are filled
};

}  // namespace pactable::readers::text
