// SPDX-License-Identifier: GPL-3.0-or-later
// What: assigns the lines of a table of texts to rows, all of them together: of all ways to part the lines the one with
//       the most points (see row_evidence.h) over its rows and its borders.
// In:   lines in columns. Out: the line each row begins with, merged cells, and which borders are nearly as good
//       elsewhere. Never: moves a line.
#pragma once

#include <optional>
#include <vector>

#include "tables/aligned_rows.h"

namespace pactable::tables {

/// A row begins with `line`. In the columns of `goes_on` the text of the row above goes on: a merged cell.
struct RowStart {
  std::size_t line = 0;
  std::vector<bool> goes_on;
  bool title = false;  // one text over several columns, with nothing beside it: it stands over all
};

struct RowDecision {
  std::vector<RowStart> rows;
  /// Lines at which a border was set, or was not, though the other is nearly as likely; ascending.
  std::vector<std::size_t> unsure;
  double space = 0;  // between rows, more than between lines, in parts of the font size; 0 where it is not known
};

/// Nothing where rows are not numbered or where the cells hold no running text.
[[nodiscard]] std::optional<RowDecision> decide_rows(const AlignedTable& table);

}  // namespace pactable::tables
