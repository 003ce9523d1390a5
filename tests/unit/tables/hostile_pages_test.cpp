// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as damage and attacks make them: nothing is lost, nothing fails, and the work stays bounded.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "tables/tables.h"
#include "unit/tables/page_builder.h"

using namespace pactable;
using layout::Block;
using layout::Page;
using layout::Table;
using layout::TextBlock;
using tests::PageBuilder;

namespace {

std::vector<Block> find(std::vector<Page> pages) {
  layout::Document document;
  document.pages = std::move(pages);
  return pactable::tables::find(document);
}

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c != ' '; }));
}

std::size_t letters_on(const Page& page) {
  std::size_t count = 0;
  for (const layout::Word& word : page.words) count += letters(word.text);
  return count;
}

std::size_t letters_in(const std::vector<Block>& blocks) {
  std::size_t count = 0;
  for (const Block& block : blocks) {
    if (const auto* text = std::get_if<TextBlock>(&block)) {
      count += letters(text->paragraph.text.utf8());
      continue;
    }
    for (const layout::Cell& cell : std::get<Table>(block).cells) {
      for (const layout::Paragraph& paragraph : cell.paragraphs) count += letters(paragraph.text.collapsed().utf8());
    }
  }
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_pages)

BOOST_AUTO_TEST_CASE(an_empty_page_has_no_blocks) { BOOST_TEST(find({PageBuilder().build()}).empty()); }

BOOST_AUTO_TEST_CASE(rulings_without_text_are_no_table) {
  BOOST_TEST(find({PageBuilder().grid({50, 200, 400}, {100, 150, 200, 250}).build()}).empty());
}

BOOST_AUTO_TEST_CASE(a_page_of_a_hundred_thousand_rulings_keeps_its_words) {
  PageBuilder builder;
  for (int i = 0; i < 50'000; ++i) {
    const double at = 10 + (i % 5'800) * 0.1;
    builder.level(at, 20 + i % 7, 300 + i % 250).upright(at, 20 + i % 11, 300 + i % 400);
  }
  for (int line = 0; line < 40; ++line) builder.text(60, 60 + 15 * line, "Some words among the lines of a drawing");
  const Page page = builder.build();
  BOOST_REQUIRE_EQUAL(page.rulings.size(), 100'000);
  BOOST_TEST(letters_in(find({page})) == letters_on(page));
}

BOOST_AUTO_TEST_CASE(a_ruled_table_of_ten_thousand_rows_keeps_every_row) {
  constexpr int kRows = 10'000;
  PageBuilder builder;
  std::vector<double> ys;
  for (int row = 0; row <= kRows; ++row) ys.push_back(100 + 20.0 * row);
  builder.grid({50, 120, 400, 450}, ys);
  for (int row = 0; row < kRows; ++row) {
    builder.text(55, 114 + 20.0 * row, std::to_string(row)).text(125, 114 + 20.0 * row, "An action to be taken");
    builder.text(405, 114 + 20.0 * row, "high");
  }
  const Page page = builder.build();
  const std::vector<Block> blocks = find({page});
  BOOST_REQUIRE_EQUAL(blocks.size(), 1);
  BOOST_TEST(std::get<Table>(blocks.front()).rows.size() == kRows);
  BOOST_TEST(letters_in(blocks) == letters_on(page));
}

BOOST_AUTO_TEST_CASE(a_borderless_table_of_ten_thousand_rows_keeps_every_word) {
  PageBuilder builder;
  for (int row = 0; row < 10'000; ++row) {
    const double y = 100 + 24.0 * row;
    builder.text(55, y, "A" + std::to_string(row))
        .text(140, y, "Text of one row")
        .text(405, y, std::to_string(row % 7));
  }
  const Page page = builder.build();
  BOOST_TEST(letters_in(find({page})) == letters_on(page));
}

BOOST_AUTO_TEST_CASE(text_printed_over_text_is_kept_in_full) {
  PageBuilder builder;
  for (int copy = 0; copy < 2'000; ++copy) builder.text(100 + copy % 3, 300 + copy % 2, "over and over");
  const Page page = builder.build();
  BOOST_TEST(letters_in(find({page})) == letters_on(page));
}

BOOST_AUTO_TEST_CASE(no_word_of_a_page_at_random_is_lost) {
  std::mt19937 random(20'131'104);
  const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
  for (int round = 0; round < 60; ++round) {
    PageBuilder builder;
    for (int i = pick(0, 12); i > 0; --i) builder.level(pick(20, 780), pick(20, 200), pick(220, 580));
    for (int i = pick(0, 8); i > 0; --i) builder.upright(pick(20, 580), pick(20, 300), pick(320, 780));
    const std::vector<int> columns = {pick(40, 90), pick(150, 250), pick(300, 400), pick(430, 520)};
    double y = 60;
    for (int line = pick(3, 45); line > 0; --line, y += pick(0, 3) == 0 ? 26 : 13) {
      for (const int x : columns) {
        if (pick(0, 2) > 0)
          builder.text(x, y, pick(0, 1) == 0 ? std::to_string(pick(0, 9999)) : "words of it", 10, pick(0, 9) == 0);
      }
      if (pick(0, 9) == 0) builder.text(50, y + 5, "a title that runs across all columns of the whole page to its end");
    }
    const Page page = builder.build();
    BOOST_TEST(letters_in(find({page})) == letters_on(page), "round " << round);
  }
}

BOOST_AUTO_TEST_SUITE_END()
