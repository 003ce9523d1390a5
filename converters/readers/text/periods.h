// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds the rows in a sequence of cells that was written without any border.
// In:   a sequence. Out: where the header and each row begin and end, and how sure that is.
// Never: pours cells into rows on thin evidence. Linear in the number of cells.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "readers/text/cell_sequence.h"

namespace pactable::readers::text {

struct SequenceRow {
  enum class Use { kHeader, kWhole, kAligned, kSection, kUnsure };
  Use use = Use::kWhole;
  std::size_t first = 0, last = 0;   // cells [first, last)
  std::vector<std::size_t> columns;  // of kAligned: one for each cell
};

struct SequenceTable {
  std::size_t columns = 0;          // 0: no table was found
  std::size_t begin = 0, end = 0;   // cells; those outside are text
  std::vector<SequenceRow> rows;    // in order, from begin to end
  bool blank_first_header = false;  // the header has one cell less: its first column has no name
  double regular = 0;               // share of the rows that have a cell for every column or could be aligned
  bool doubtful = false;            // rows may be there, but the evidence is thin
};

[[nodiscard]] SequenceTable find_periodic_rows(const CellSequence& sequence);

}  // namespace pactable::readers::text
