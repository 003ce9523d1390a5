// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/page_heads.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/unicode.h"

namespace pactable::readers::docx {
namespace {

using layout::Cell;
using layout::Table;

// Two columns stand side by side in any letterhead.
constexpr int kMinColumns = 3;
// Code points; the title of a column is no sentence.
constexpr std::size_t kMaxTitle = 80;
// Twentieths of a point: people drag borders by hand. 2 mm.
constexpr int kSameEdge = 113;

bool is_title(const std::string& text) {
  const std::u32string all = unicode::to_code_points(text);
  return all.size() <= kMaxTitle && std::any_of(all.begin(), all.end(), unicode::is_letter);
}

int last_row(const Table& table) { return static_cast<int>(table.rows.size()) - 1; }

// One cell a column, all but one of them a title.
bool ends_in_titles(const Table& table) {
  if (table.column_count < kMinColumns) return false;
  const std::vector<const Cell*> cells = table.row_cells(last_row(table));
  if (static_cast<int>(cells.size()) != table.column_count) return false;
  const auto titles =
      std::count_if(cells.begin(), cells.end(), [](const Cell* cell) { return is_title(cell->text().utf8()); });
  return titles + 1 >= table.column_count && std::all_of(cells.begin(), cells.end(), [](const Cell* cell) {
           return cell->empty() || is_title(cell->text().utf8());
         });
}

bool same_edges(const std::vector<int>& one, const std::vector<int>& other) {
  return !one.empty() && std::equal(one.begin(), one.end(), other.begin(), other.end(),
                                    [](int a, int b) { return std::abs(a - b) <= kSameEdge; });
}

bool same_words(const Table& titles, const Table& table) {
  const auto words = [](const Cell* cell) {
    return cell == nullptr ? "" : unicode::fold(unicode::collapse_space(cell->text().utf8()));
  };
  for (int column = 0; column < table.column_count; ++column) {
    if (words(titles.at(last_row(titles), column)) != words(table.at(0, column))) return false;
  }
  return true;
}

void put_on_top(const Table& titles, Table& table) {
  for (Cell& cell : table.cells) ++cell.row;
  std::vector<Cell> header;
  for (const Cell* cell : titles.row_cells(last_row(titles))) {
    header.push_back(*cell);
    header.back().row = 0;
    header.back().row_span = 1;
    header.back().header = true;
  }
  table.cells.insert(table.cells.begin(), header.begin(), header.end());
  table.rows.insert(table.rows.begin(), layout::Row{true});
}

void take_away_last_row(Table& table) {
  const int row = last_row(table);
  std::erase_if(table.cells, [row](const Cell& cell) { return cell.row == row; });
  table.rows.pop_back();
}

bool give(const Table& titles, const std::vector<int>& edges, Story& body) {
  bool given = false;
  std::size_t index = 0;
  for (layout::Block& block : body.blocks) {
    auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    const std::vector<int>& own = body.table_edges[index++];
    if (table->rows.front().header || !same_edges(edges, own) || same_words(titles, *table)) continue;
    put_on_top(titles, *table);
    given = true;
  }
  return given;
}

}  // namespace

bool give_header_rows(Story& head, Story& body) {
  bool given = false;
  std::size_t index = 0;
  for (layout::Block& block : head.blocks) {
    auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    const std::vector<int>& edges = head.table_edges[index++];
    if (!ends_in_titles(*table) || !give(*table, edges, body)) continue;
    take_away_last_row(*table);
    given = true;
  }
  return given;
}

}  // namespace pactable::readers::docx
