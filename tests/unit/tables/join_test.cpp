// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tables/tables.h"
#include "unit/tables/page_builder.h"

using namespace pactable;
using layout::Block;
using layout::Table;
using layout::TextBlock;
using tests::tables_of;
using tests::texts_of;

namespace {

Table table_of(const std::vector<std::vector<std::string>>& rows, int page = 0) {
  Table table;
  table.column_count = static_cast<int>(rows.front().size());
  for (const auto& texts : rows) {
    for (std::size_t c = 0; c < texts.size(); ++c) {
      layout::Cell cell;
      cell.row = static_cast<int>(table.rows.size());
      cell.column = static_cast<int>(c);
      cell.page = page;
      if (page > 0) cell.box = Box{50 + 100.0 * static_cast<double>(c), 0, 150 + 100.0 * static_cast<double>(c), 10};
      cell.paragraphs.push_back({layout::Text(texts[c], LinePlace{1, 0, 0, 0}), "", 0, 0});
      table.cells.push_back(std::move(cell));
    }
    table.rows.push_back({false, false, false, page});
  }
  return table;
}

TextBlock text_of(const std::string& text, layout::Furniture furniture = layout::Furniture::kNone) {
  TextBlock block;
  block.paragraph.text = layout::Text(text, LinePlace{1, 0, 0, 0});
  block.furniture = furniture;
  return block;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_table_goes_on_after_a_page_break) {
  const std::vector<Block> blocks = {table_of({{"1.1", "a"}}, 1), text_of("page 1", layout::Furniture::kRunningHead),
                                     table_of({{"1.2", "b"}}, 2)};
  const auto joined = tables::join(blocks);
  BOOST_REQUIRE(joined.size() == 2U);
  const Table& table = std::get<Table>(joined[0]);
  BOOST_REQUIRE(table.rows.size() == 2U);
  BOOST_TEST(!table.rows[0].after_break);
  BOOST_TEST(table.rows[1].after_break);
  BOOST_TEST(table.rows[1].page == 2);
  BOOST_TEST(tests::cell_text(table, 1, 0) == "1.2");
}

BOOST_AUTO_TEST_CASE(tables_on_one_page_stay_apart) {
  BOOST_TEST(tables::join({table_of({{"a", "b"}}, 1), table_of({{"c", "d"}}, 1)}).size() == 2U);
}

BOOST_AUTO_TEST_CASE(other_columns_begin_another_table) {
  Table shifted = table_of({{"c", "d"}}, 2);
  shifted.cells[0].box->x1 = shifted.cells[1].box->x0 = 200;
  BOOST_TEST(tables::join({table_of({{"a", "b"}}, 1), shifted}).size() == 2U);
  BOOST_TEST(tables::join({table_of({{"a", "b"}}), table_of({{"c", "d", "e"}})}).size() == 2U);
}

BOOST_AUTO_TEST_CASE(facing_pages_may_shift_the_table) {
  Table shifted = table_of({{"c", "d"}}, 2);
  for (auto& cell : shifted.cells) {
    cell.box->x0 += 30;
    cell.box->x1 += 30;
  }
  BOOST_TEST(tables::join({table_of({{"a", "b"}}, 1), shifted}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_repeated_header_is_kept_and_marked) {
  const auto joined =
      tables::join({table_of({{"No", "Measures"}, {"1", "a"}}, 1), table_of({{"NO", "measures "}, {"2", "b"}}, 2)});
  const auto tables = tables_of(joined);
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_REQUIRE(tables[0].rows.size() == 4U);
  BOOST_TEST(tables[0].rows[0].header);
  BOOST_TEST(!tables[0].rows[0].repeated_header);
  BOOST_TEST(tables[0].rows[2].repeated_header);
  BOOST_TEST(!tables[0].rows[3].header);
}

BOOST_AUTO_TEST_CASE(legends_and_dirt_between_two_parts_stand_after_the_table) {
  const auto joined = tables::join({table_of({{"1.6", "a"}}), text_of("Urgency: 1 - Urgent (crucial). 2 - Important."),
                                    text_of("_"), text_of("² Timescale: A - Immediate."), table_of({{"1.7", "b"}})});
  BOOST_REQUIRE(joined.size() == 4U);
  BOOST_TEST(std::get<Table>(joined[0]).rows.size() == 2U);
  BOOST_TEST(std::get<TextBlock>(joined[2]).paragraph.text.utf8() == "_");
}

BOOST_AUTO_TEST_CASE(a_caption_or_a_longer_text_begins_another_table) {
  for (const std::string between : {"CMP ACTION PLAN – OCT 2022-2024", "Table 2: Measures", "ANNEX"}) {
    BOOST_TEST(tables::join({table_of({{"a", "b"}}), text_of(between), table_of({{"c", "d"}})}).size() == 3U);
  }
  BOOST_TEST(
      tables::join({table_of({{"a", "b"}}), text_of(std::string(300, 'x') + "."), table_of({{"c", "d"}})}).size() ==
      3U);
  TextBlock heading = text_of("Second part");
  heading.paragraph.heading_level = 2;
  BOOST_TEST(tables::join({table_of({{"a", "b"}}), heading, table_of({{"c", "d"}})}).size() == 3U);
}

BOOST_AUTO_TEST_CASE(spans_stay_within_their_part) {
  Table first = table_of({{"Topic", "a"}, {"", "b"}}, 1);
  first.cells[0].row_span = 2;
  first.cells.erase(first.cells.begin() + 2);
  const auto tables = tables_of(tables::join({first, table_of({{"", "c"}}, 2)}));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].at(1, 0)->row == 0);
  BOOST_TEST(tables[0].at(2, 0)->row == 2);
  BOOST_TEST(tables[0].at(2, 0)->empty());
}

BOOST_AUTO_TEST_CASE(recognised_text_in_one_part_marks_the_whole_table) {
  Table second = table_of({{"c", "d"}}, 2);
  second.origin = LabelOrigin::kOcr;
  const auto tables = tables_of(tables::join({table_of({{"a", "b"}}, 1), second}));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST((tables[0].origin == LabelOrigin::kOcr));
}
