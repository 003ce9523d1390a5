// SPDX-License-Identifier: GPL-3.0-or-later
// What: which blocks make one printed table, and which printed tables hold actions.
// In:   the blocks of a document. Out: groups of table blocks with their caption.
// Never: reads rows into items.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammar/family.h"
#include "layout/table.h"
#include "parser/columns.h"

namespace pactable::parser {

struct PrintedTable {
  std::vector<std::size_t> pieces;     // indices of its table blocks, in reading order
  std::optional<std::size_t> caption;  // index of the text block above it
};

/// Tables with nothing but notes and running heads between them are one printed table, unless the later one has a
/// caption of its own.
[[nodiscard]] std::vector<PrintedTable> group_tables(std::span<const layout::Block> blocks);

/// The first header row of a printed table with its columns; nothing where no row reads as a header.
struct FoundHeader {
  std::size_t piece = 0;  // index of the block
  int row = 0, row_count = 1;
  Columns columns;
};
[[nodiscard]] std::optional<FoundHeader> find_header(std::span<const layout::Block> blocks, const PrintedTable& table,
                                                     const grammar::Family& family);

/// The text block right above a printed table that is its section: a phrase with the number that the first number in
/// the table stands below ("Objective 2. …" above 2.1).
struct SectionAbove {
  std::size_t block = 0;
  std::string label;
};
[[nodiscard]] std::optional<SectionAbove> find_section_above(std::span<const layout::Block> blocks,
                                                             const PrintedTable& table, const std::string& first_label,
                                                             const numbering::Scheme& scheme);

/// Number of header rows that begin at `row`.
[[nodiscard]] int header_height(const layout::Table& table, int row, const grammar::Family& family);

/// True where header words and labels together show a table of numbered actions.
/// `label_count`: different numbers of the table, or of all tables with these columns together.
[[nodiscard]] bool holds_actions(const Columns& columns, std::size_t label_count);

}  // namespace pactable::parser
