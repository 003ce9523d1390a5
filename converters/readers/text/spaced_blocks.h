// SPDX-License-Identifier: GPL-3.0-or-later
// What: parts a text into tables whose columns are set apart by spaces, and the lines around them.
// In:   lines. Out: parts in reading order, every filled line in exactly one.
// Never: takes prose for a table because a line of it holds a wide space; joins tables over pages.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "readers/text/spaced_lines.h"

namespace pactable::readers::text {

struct SpacedLine {
  std::size_t line = 0;  // index into the lines
  bool blank_before = false;
  bool section = false;  // one text over the columns that names a section
  bool crosses = false;  // does not keep to the columns
};

/// A table where it has columns, else the one line `lines.front()` of text.
struct SpacedPart {
  std::vector<SpacedLine> lines;
  SpacedColumns columns;
  bool furniture = false;
  bool new_page = false;  // the first part on its page

  [[nodiscard]] bool table() const { return !columns.empty(); }
};

struct SpacedParts {
  std::vector<SpacedPart> parts;
  std::size_t table_lines = 0;
  std::size_t crossing_lines = 0;
  int doubtful_line = 0;  // 1-based: begins what looks like a table and does not keep to columns; 0: none
};

[[nodiscard]] SpacedParts find_spaced_parts(Lines lines);

}  // namespace pactable::readers::text
