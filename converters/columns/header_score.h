// SPDX-License-Identifier: GPL-3.0-or-later
// What: how much a row looks like a header, seen beside the rows below it.
// In:   the first rows of a table. Out: points with their reasons.
// Never: looks further down than kSampleRows.
#pragma once

#include <memory>
#include <vector>

#include "columns/header.h"

namespace pactable::columns {

/// Rows below a header that its cells are held against: more change no mean.
inline constexpr int kSampleRows = 40;

struct SampleCell {
  int begin = 0, end = 0;  // grid columns
  int row_span = 1;
  std::unique_ptr<CellText> text;
  CellFacts facts;
  std::string bare;
};

struct SampleRow {
  std::vector<SampleCell> cells;  // filled ones that begin in the row
  bool marked = false;            // the format or the layout marks it as a header row
};

/// The first rows of a table, and of the piece that goes on from it.
[[nodiscard]] std::vector<SampleRow> sample_rows(const PieceGrid& grid, const PieceGrid* next,
                                                 const grammar::Vocabulary& words, int limit);

struct RowScore {
  double points = 0;
  bool vetoed = false;  // it carries a number of the sequence
  std::vector<Evidence> evidence;
};

[[nodiscard]] RowScore score_row(const std::vector<SampleRow>& sample, std::size_t row, const HeaderWords& words,
                                 bool comes_again);

}  // namespace pactable::columns
