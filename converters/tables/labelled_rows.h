// SPDX-License-Identifier: GPL-3.0-or-later
// What: the rows of a table of texts, told by rules or shades between them, else by the numbers that begin them and by
//       the little more space that is set between rows than between lines.
// In:   lines in columns. Out: the line each row begins with. Never: moves a line.
#pragma once

#include <optional>
#include <vector>

#include "tables/aligned_rows.h"

namespace pactable::tables {

/// A row begins with `line`. In the columns of `goes_on` the text of the row above goes on: a merged cell.
struct RowStart {
  std::size_t line = 0;
  std::vector<bool> goes_on;
};

/// Rows of a table whose rows are numbered, in one column ("1.1", "1.2") or in several (topic, action, sub-task);
/// nothing where rows are not numbered or where the cells hold no running text.
[[nodiscard]] std::optional<std::vector<RowStart>> labelled_rows(const AlignedTable& table);

/// True where a stretch begins with the number of a list ("1.1.2.", "3. Regional").
[[nodiscard]] bool begins_number(const Line& chunk);

}  // namespace pactable::tables
