// SPDX-License-Identifier: GPL-3.0-or-later
// What: cells that reach over several rows where no line is drawn: their text stands in the middle of the rows it is
// for. In:   lines in columns, the rows. Out: the columns in which a row goes on with the cell above. Never: moves a
// line, or lets a cell reach over a title.
#pragma once

#include <vector>

#include "tables/row_decision.h"
#include "tables/row_lines.h"

namespace pactable::tables {

/// Sets RowStart::goes_on. `line_distance` in points.
void find_merged_cells(const RowLines& lines, double line_distance, std::vector<RowStart>& rows);

}  // namespace pactable::tables
