// SPDX-License-Identifier: GPL-3.0-or-later
// Columns with marks in few rows, and borders between rows that the texts speak against.
#include <boost/test/unit_test.hpp>

#include "tables/grid.h"
#include "tables/row_doubts.h"
#include "tables/tables.h"
#include "unit/tables/page_builder.h"

using namespace pactable;
using tests::cell_text;
using tests::document_of;
using tests::PageBuilder;
using tests::tables_of;

namespace {

layout::Cell cell_at(int row, int column, const std::string& text, const Box& box) {
  layout::Cell cell;
  cell.row = row;
  cell.column = column;
  cell.box = box;
  cell.paragraphs.emplace_back();
  cell.paragraphs.back().text = layout::Text(text, PagePlace{1, box});
  return cell;
}

// One column of four rows of 20 points; the text of the third is given.
std::vector<double> doubts_of(const std::string& third, const tables::Segments& rulings) {
  tables::Grid grid;
  grid.xs = {50, 250};
  grid.ys = {100, 120, 140, 160, 180};
  for (int row = 0; row < 4; ++row) grid.cells.push_back({row, 0, 1, 1});
  layout::Table table;
  table.column_count = 1;
  table.rows.resize(4);
  const std::string texts[] = {"Train the wardens", "Count the nests on all", third, "Mark the young"};
  for (int row = 0; row < 4; ++row) {
    table.cells.push_back(cell_at(row, 0, texts[row], {50, 100 + 20.0 * row, 250, 120 + 20.0 * row}));
  }
  return tables::doubtful_borders(grid, table, rulings);
}

}  // namespace

BOOST_AUTO_TEST_CASE(marks_stand_below_the_year_that_heads_their_column) {
  PageBuilder page;
  page.text(60, 99, "No.").text(100, 99, "Measures to take").text(280, 99, "Lead").text(520, 99, "EUR");
  const double years[] = {380, 410, 440, 470};
  for (int i = 0; i < 4; ++i) page.text(years[i], 99, std::to_string(2026 + i));
  // No row has a mark in the first year, one row in the second.
  const std::vector<std::vector<int>> marks = {{2, 3}, {3}, {2}, {3}, {1, 2}, {3}, {2, 3}, {3}, {2}};
  double y = 115;
  for (std::size_t row = 0; row < marks.size(); ++row, y += 28) {
    page.text(60, y, "1." + std::to_string(row + 1)).text(100, y, "Encourage the range states to act");
    page.text(280, y, row % 2 == 0 ? "Fisheries Board" : "WWF").text(520, y, "14,000");
    page.text(100, y + 12, "and to report on it.");
    for (const int mark : marks[row]) page.text(years[mark] + 8, y, "x");
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE_EQUAL(tables[0].column_count, 8);
  for (std::size_t row = 0; row < marks.size(); ++row) {
    for (int year = 0; year < 4; ++year) {
      const bool marked = std::find(marks[row].begin(), marks[row].end(), year) != marks[row].end();
      BOOST_TEST(cell_text(tables[0], static_cast<int>(row) + 1, 3 + year) == (marked ? "x" : ""));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_row_that_begins_inside_a_sentence_is_doubted_unless_a_rule_parts_it) {
  BOOST_TEST((doubts_of("islands of the delta", {}) == std::vector<double>{140}));
  BOOST_TEST(doubts_of("Islands of the delta", {}).empty());
  BOOST_TEST(doubts_of("l.0 Work with local people", {}).empty());
  tables::Segments rulings;
  rulings.horizontal.push_back({140, 50, 250});
  BOOST_TEST(doubts_of("islands of the delta", rulings).empty());
}
