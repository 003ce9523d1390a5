// SPDX-License-Identifier: GPL-3.0-or-later
// What: one row of a logical table seen through the roles of its columns. What the cells hold, not what the row is.
// In:   a row of data, the columns in force. Out: RowView.
// Never: joins rows or creates items.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "columns/roles.h"
#include "grammar/vocabulary.h"
#include "layout/table.h"
#include "parser/draft.h"
#include "parser/number_cell.h"

namespace pactable::parser {

struct ItemCell {
  const layout::Cell* cell = nullptr;
  const columns::Column* column = nullptr;
};

struct RowView {
  const layout::Table* grid = nullptr;
  int row = 0;     // of the grid
  int number = 0;  // of the logical table, header rows counted: as in ids
  bool behind_break = false;
  const layout::Cell* number_cell = nullptr;  // filled, begins in this row
  NumberCell label;                           // what stands in it
  bool number_from_above = false;             // a number cell of an earlier row spans into this one
  std::vector<ItemCell> items;                // filled item cells that begin here, left to right
  std::vector<ItemCell> topics;               // of columns that stand above the items of the rows
  std::vector<DraftField> fields;             // filled field cells that begin here
  std::vector<DraftField> inherited;          // of cells that span into this row from above
  std::vector<const layout::Cell*> filled;    // that begin in this row
  std::vector<layout::Text> titles;           // of columns, that cells of the row repeat before their values
  bool codes_present = false;                 // a code or time field is filled here
  bool spanning = false;                      // one filled cell alone covers most of the table
  bool any_word = false;                      // a letter, figure or automatic label stands somewhere in the row
};

/// Reads rows of one logical table in order; keeps the cells that span down.
class RowReader {
 public:
  RowReader(const columns::ReadTable& table, std::vector<const layout::Table*> pieces,
            const grammar::Vocabulary& words);

  /// `index`: of LogicalTable::rows, ascending from call to call.
  [[nodiscard]] RowView read(std::size_t index);
  [[nodiscard]] const columns::Columns& columns_of(std::size_t index) const;
  /// Cells of any row, by the grid alone.
  [[nodiscard]] std::vector<const layout::Cell*> cells_of(std::size_t index) const;
  [[nodiscard]] const layout::Table& piece_of(std::size_t index) const;
  /// The cell of the document that a cell of the row read last was made of: itself, or the one with its title.
  [[nodiscard]] const layout::Cell& source_of(const layout::Cell& cell) const;

 private:
  struct Open {
    const layout::Cell* cell = nullptr;
    int until = 0;  // row behind its last
  };

  /// The cell without the title of its column, where it repeats that before the value ("Priority: 1").
  const layout::Cell* without_title(const layout::Cell& cell, const columns::Column* column,
                                    std::vector<layout::Text>& titles);
  void place(const layout::Cell& cell, const columns::Column* column, RowView& view) const;
  void add_field(const layout::Cell& cell, const columns::Column* column, bool inherited, RowView& view) const;
  void add_matrix(const columns::Columns& columns, const std::vector<ItemCell>& marks, RowView& view) const;

  const columns::ReadTable& table_;
  std::vector<const layout::Table*> pieces_;
  const grammar::Vocabulary& words_;
  std::vector<std::vector<std::size_t>> first_cell_;  // per piece: index of the first cell of each row
  std::vector<Open> open_;                            // cells that span down, of the piece read last
  int piece_ = -1;
  std::deque<layout::Cell> untitled_;  // cells of the row read last without their titles
  std::map<const layout::Cell*, const layout::Cell*> sources_;
};

/// True where a text ends like a finished sentence or phrase: . ! ? ; : … , closing quotes and brackets aside.
[[nodiscard]] bool ends_closed(std::string_view text);

/// True where a text begins like the middle of one: a lower-case letter, a figure ("6.2, to ensure"), a comma.
[[nodiscard]] bool begins_inside(std::string_view text);

/// True where a text has letters and none of them, in any script, is a lower-case one.
[[nodiscard]] bool is_capitals(std::string_view text);

}  // namespace pactable::parser
