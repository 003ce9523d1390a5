// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts the words of a page into the cells of a grid.
// In:   a grid and words. Out: a layout::Table.
#pragma once

#include "layout/document.h"
#include "tables/aligned_rows.h"
#include "tables/grid.h"
#include "tables/hyphens.h"
#include "tables/lines.h"

namespace pactable::tables {

/// What is known of a page while its blocks are made.
struct PageView {
  const layout::Page& page;
  LabelOrigin origin = LabelOrigin::kTyped;  // of the document
  double leading = 1.2;                      // usual line distance in parts of the font size
  double size = 0;                           // usual font size
  Hyphens* hyphens = nullptr;
  std::vector<double> open_columns = {};  // borders of the table that ends the page before, if its rows are numbered
  std::vector<layout::Oddity>* oddities = nullptr;
  double row_space = 0;  // between rows of the table before, see AlignedTable
};

/// Index into grid.cells of the cell a word stands in (its centre decides), or -1 outside of the grid.
[[nodiscard]] int cell_of(const Grid& grid, const layout::Word& word);

/// `words` that stand outside of the grid are left alone. Rows carry the page; the origin follows the words.
[[nodiscard]] layout::Table make_table(const Grid& grid, const Words& words, const PageView& view);

}  // namespace pactable::tables
