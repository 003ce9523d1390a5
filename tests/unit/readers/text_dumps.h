// SPDX-License-Identifier: GPL-3.0-or-later
// What: small invented plans, and every kind of text dump of them.
// In:   a seed: it chooses header words, columns, numbering, codes and sections. Out: the grid, and its dumps.
// Never: takes a word from a fixture.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace text_dumps {

using Cells = std::vector<std::string>;

/// A section has one cell and spans the table.
struct PlanRow {
  bool section = false;
  Cells cells;
};

struct Plan {
  Cells header;
  std::vector<PlanRow> rows;
};

[[nodiscard]] Plan make_plan(int seed);

struct Dump {
  std::string name;
  std::function<std::string(const Plan&)> write;
  bool repeats_header = false;  // on each page
  /// A linear dump keeps no empty cell: where one is missing, the row may be kept together and reported.
  bool loses_empty_cells = false;
  std::string signs;  // markup that is no text of a cell
};

[[nodiscard]] const std::vector<Dump>& all_dumps();

}  // namespace text_dumps
