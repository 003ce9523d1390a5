// SPDX-License-Identifier: GPL-3.0-or-later
// What: text dumps in which a line is a table row and a separator parts its cells: tabs, or commas and semicolons.
// In:   lines. Out: blocks in reading order; a paragraph between rows ends a table, a line that names a section does
// not. Never: joins what a paragraph parts, reads the meaning of a cell, or drops a line that is not blank.
#pragma once

#include "layout/document.h"
#include "readers/text/decode.h"
#include "readers/text/fields.h"

namespace pactable::readers::text {

struct SeparatedForm {
  Separation separation;
  /// A blank line between rows, or a form feed, makes the next row Row::after_break, unless most rows of the table are
  /// separated by blank lines.
  bool blank_lines_break = true;
  bool spaced = false;  // a space stands behind most separators
  bool padded = false;  // a record of separators alone is a blank line: spreadsheets are saved so
  /// > 0: the table begins and ends with a row of so many fields; a row with more filled fields is kept whole behind
  /// its first cell, and reported.
  int usual_fields = 0;
};

/// Cells beyond the column limit go to the last column (oddity TXT-COLUMNS); a row that has more fields than its table
/// has columns is reported (TEXT-COLUMNS-UNSURE).
void read_separated_rows(Lines lines, const SeparatedForm& form, layout::Document& document);

}  // namespace pactable::readers::text
