// SPDX-License-Identifier: GPL-3.0-or-later
// What: tables that are drawn with signs in a text: Markdown and pipe tables, grids, columns below rulers.
// In:   all lines of a file. Out: where such tables stand, and their blocks.
// Never: takes a line with a tab inside for a drawn one, unless a bar begins it.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/document.h"
#include "readers/text/decode.h"
#include "readers/text/markup.h"

namespace pactable::readers::text {

/// Lines [begin, end).
struct DrawnTable {
  enum class Kind { kPipes, kGrid, kRuled };
  Kind kind = Kind::kPipes;
  std::size_t begin = 0, end = 0;
  bool markdown = false;
};

struct DrawnTables {
  std::vector<DrawnTable> tables;  // in reading order
  Markup markup = Markup::kPlain;  // of the text around them
};

/// Lines that look like a drawn table and are none are reported (TEXT-COLUMNS-UNSURE).
[[nodiscard]] DrawnTables find_drawn_tables(Lines lines, layout::Document& document);

void read_drawn_table(Lines lines, const DrawnTable& table, layout::Document& document);

// The kinds. Each says where a table ends that begins in a line; `begin` where none does.
struct DrawnExtent {
  std::size_t end = 0;
  bool table = false;     // else lines up to `end` were looked at in vain
  bool doubtful = false;  // these look like a table
  bool markdown = false;
};
[[nodiscard]] DrawnExtent pipe_table_extent(Lines lines, std::size_t begin);
[[nodiscard]] DrawnExtent grid_table_extent(Lines lines, std::size_t begin);
[[nodiscard]] DrawnExtent ruled_table_extent(Lines lines, std::size_t begin);
void read_pipe_table(Lines lines, Markup markup, layout::Document& document);
void read_grid_table(Lines lines, Markup markup, layout::Document& document);
void read_ruled_table(Lines lines, Markup markup, layout::Document& document);

}  // namespace pactable::readers::text
