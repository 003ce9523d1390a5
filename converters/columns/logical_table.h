// SPDX-License-Identifier: GPL-3.0-or-later
// What: one table as its readers see it: all its pieces over pages, its headers, and what each row is, before meaning.
// In:   the blocks of a document, the words of headers. Out: logical tables, their rows in printed order.
// Never: takes a row that carries a number of the sequence for a header; leaves a row without a use; compares by word
//        lists alone what the format or the cells below can tell.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammar/vocabulary.h"
#include "layout/table.h"

namespace pactable::columns {

class HeaderWords;  // columns/prior.h

/// Points for or against a decision, with the reason in plain words.
struct Evidence {
  std::string rule;  // stable name: "header-words", "contrast", "label-sequence"
  double points = 0;
  std::string what;
  bool lacks = false;  // says what is missing or in doubt, whatever the points
};

/// One column below a header, in the grid of the piece that the header stands in.
struct HeaderColumn {
  int begin = 0, end = 0;           // grid columns [begin, end)
  double x0 = 0, x1 = 0;            // points; equal where the format has no boxes
  std::vector<std::string> levels;  // as printed, top to bottom, without note marks; empty ones left out
  std::vector<std::string> marks;   // note marks behind the words
  std::string printed;              // all levels joined by a space, note marks where they stand
  std::string bare;                 // folded, without superscripts, brackets and glued figures: equal where repeated
};

struct Header {
  int piece = 0;            // index into LogicalTable::pieces: the grid that `begin` and `end` count in
  int row = 0, height = 0;  // its rows there; height 0 where it is blank or stands above another table
  std::vector<HeaderColumn> columns;
  double score = 0;
  std::vector<Evidence> evidence;
};

enum class RowUse { kTitle, kHeader, kRepeatedHeader, kChangedHeader, kColumnNumbers, kData };

struct LogicalRow {
  int piece = 0;              // index into LogicalTable::pieces
  int row = 0;                // of that piece's grid
  int header = 0;             // index into LogicalTable::headers: the one in force
  bool behind_break = false;  // the first row of data behind a page break or at the begin of a later piece
  RowUse use = RowUse::kData;
};

struct LogicalTable {
  std::vector<std::size_t> pieces;     // indices of its table blocks, in reading order
  std::optional<std::size_t> caption;  // index of the text block above it
  std::vector<Header> headers;         // never empty: a table without one has the columns of its grid, blank
  bool has_header = false;
  /// The table whose header holds for this one, which stands below a heading of its own and has none: index into the
  /// result. `headers` has a copy of it.
  std::optional<std::size_t> header_from;
  std::vector<LogicalRow> rows;  // all rows of all pieces
  /// Per piece and header: the column of the header for each grid column of the piece, -1 where none. By box where both
  /// have them, else by count, else by order.
  std::vector<std::vector<std::vector<int>>> maps;

  /// The column of `header` that a cell stands in: the one it shares most with; -1 where none.
  [[nodiscard]] int column_of(int piece, int header, const layout::Cell& cell) const;
};

/// Tables with nothing but notes and running heads between are one logical table, unless the later one has a header of
/// its own that shares less than half of its words. Linear in cells.
[[nodiscard]] std::vector<LogicalTable> find_logical_tables(std::span<const layout::Block> blocks,
                                                            const HeaderWords& words);

}  // namespace pactable::columns
