// SPDX-License-Identifier: GPL-3.0-or-later
// What: one table row seen through the roles of its columns, and the questions that decide what kind of row it is.
// In:   a row of layout::Table and its Columns. Out: RowParts.
// Never: joins rows or creates items.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/table.h"
#include "parser/columns.h"
#include "parser/draft.h"

namespace pactable::parser {

struct ItemCell {
  const layout::Cell* cell = nullptr;
  const ColumnRole* role = nullptr;
};

struct RowParts {
  const layout::Cell* number = nullptr;  // filled number cell that begins in this row
  bool number_from_above = false;        // a number cell of an earlier row spans into this one
  std::vector<ItemCell> items;           // filled item cells, by column
  std::vector<DraftField> fields;        // filled field cells, by column
  std::vector<const layout::Cell*> filled;
  bool codes_present = false;  // a code or time field is filled
  bool spanning = false;       // one filled cell alone covers most of the table
  bool any_word = false;       // a letter or digit stands somewhere in the row
};

[[nodiscard]] RowParts read_row(const layout::Table& table, int row, const Columns& columns);

/// A cell's text with single spaces, paragraphs joined.
[[nodiscard]] layout::Text cell_text(const layout::Cell& cell);

/// True where a text ends like a finished sentence or phrase: . ! ? ; : … , closing quotes and brackets aside.
[[nodiscard]] bool ends_closed(std::string_view text);

/// True where a text begins like the middle of one: a lower-case letter, a figure ("6.2, to ensure"), a comma.
[[nodiscard]] bool begins_inside(std::string_view text);

}  // namespace pactable::parser
