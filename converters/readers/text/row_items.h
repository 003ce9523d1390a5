// SPDX-License-Identifier: GPL-3.0-or-later
// What: what each line of a dump of separated rows is: a row, a paragraph, or a section between rows.
// In:   lines and their separator. Out: items in order, blank lines left out.
// Never: reads the meaning of a cell.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/text/decode.h"
#include "readers/text/separated_rows.h"

namespace pactable::readers::text {

struct RowItem {
  std::size_t line = 0;  // index into the lines; a quoted cell may go on below it
  bool text = false;     // no row: no separator stands in it, or it stands outside of the table
  bool fields = false;   // a text of which only the fields are kept: a title padded with separators
  bool section = false;  // no separator, but it names a section of the table around it; `text` is false then
  bool break_before = false;
  bool full = false;  // text in every cell
  int cells = 1, filled = 1;
};

/// A line without a separator is a section where rows of one shape stand above and below it and it looks like the name
/// of one (see name_sections). Below a repeated header stands another table, and the line is its caption.
[[nodiscard]] std::vector<RowItem> find_row_items(Lines lines, const SeparatedForm& form);

}  // namespace pactable::readers::text
