// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "core/unicode.h"
#include "tables/tables.h"
#include "unit/tables/page_builder.h"

using namespace pactable;
using tests::cell_text;
using tests::document_of;
using tests::PageBuilder;
using tests::tables_of;
using tests::texts_of;

namespace {

void add_letters(std::string& out, const layout::Text& text) {
  // A line end that may be for want of room only is no character of the document.
  static const std::string kSoftLineEnd = "\u2028";
  std::string utf8 = text.utf8();
  for (std::size_t at = utf8.find(kSoftLineEnd); at != std::string::npos; at = utf8.find(kSoftLineEnd)) {
    utf8.erase(at, kSoftLineEnd.size());
  }
  for (const char c : utf8) {
    if (c != ' ' && c != '\n') out += c;
  }
}

// Every character of all blocks but spaces, sorted.
std::string letters_of(const std::vector<layout::Block>& blocks) {
  std::string out;
  for (const auto& block : blocks) {
    if (const auto* text = std::get_if<layout::TextBlock>(&block)) {
      add_letters(out, text->paragraph.text);
    } else {
      for (const auto& cell : std::get<layout::Table>(block).cells) {
        for (const auto& paragraph : cell.paragraphs) add_letters(out, paragraph.text);
      }
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string letters_of(const layout::Document& document) {
  std::string out;
  for (const auto& page : document.pages) {
    for (const auto& word : page.words) out += word.text;
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_document_without_pages_keeps_its_blocks) {
  layout::Document document;
  document.blocks.emplace_back(layout::TextBlock());
  BOOST_TEST(tables::find(document).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_ruled_grid_becomes_a_table) {
  const auto tables = tables_of(tables::find(document_of({PageBuilder()
                                                              .grid({50, 150, 300}, {100, 120, 140})
                                                              .text(55, 113, "a")
                                                              .text(155, 113, "b c")
                                                              .text(55, 133, "d")
                                                              .text(155, 133, "e")})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].rows.size() == 2U);
  BOOST_TEST(tables[0].column_count == 2);
  BOOST_TEST(cell_text(tables[0], 0, 1) == "b c");
  BOOST_TEST(cell_text(tables[0], 1, 0) == "d");
  BOOST_TEST(tables[0].rows[1].page == 1);
}

BOOST_AUTO_TEST_CASE(a_table_of_recognised_words_is_recognised_and_one_of_visible_text_beside_it_was_typed) {
  layout::Document document = document_of(
      {PageBuilder().grid({50, 150, 300}, {100, 120, 140}).text(55, 113, "a").text(155, 113, "b").text(55, 133, "c")});
  document.origin = LabelOrigin::kOcr;
  BOOST_TEST((tables_of(tables::find(document)).at(0).origin == LabelOrigin::kTyped));
  for (layout::Word& word : document.pages[0].words) word.readings = {{word.text, .9}};
  BOOST_TEST((tables_of(tables::find(document)).at(0).origin == LabelOrigin::kOcr));
}

BOOST_AUTO_TEST_CASE(a_recognised_label_alone_on_its_line_begins_a_paragraph_whatever_its_final_dot_came_as) {
  layout::Document document = document_of({PageBuilder()
                                               .grid({50, 150, 400}, {100, 150, 170})
                                               .text(55, 113, "a")
                                               .text(155, 113, "Establish a library.")
                                               .text(155, 125, "3.1.2;")
                                               .text(155, 137, "Etc.")});
  const auto paragraphs = [&] { return tables_of(tables::find(document)).at(0).at(0, 1)->paragraphs.size(); };
  BOOST_TEST(paragraphs() == 1U);
  for (layout::Word& word : document.pages[0].words) word.readings = {{word.text, .9}};
  BOOST_TEST(paragraphs() == 3U);
}

BOOST_AUTO_TEST_CASE(a_missing_line_makes_a_spanning_cell) {
  PageBuilder page;
  page.level(100, 50, 350).level(120, 50, 350).level(140, 150, 350).level(160, 50, 350);
  page.upright(50, 100, 160).upright(150, 120, 160).upright(250, 120, 160).upright(350, 100, 160);
  page.text(55, 113, "over all").text(55, 133, "down").text(155, 133, "x").text(155, 153, "y").text(255, 153, "z");
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  const layout::Cell* title = tables[0].at(0, 2);
  BOOST_REQUIRE(title != nullptr);
  BOOST_TEST(title->column_span == 3);
  const layout::Cell* down = tables[0].at(2, 0);
  BOOST_REQUIRE(down != nullptr);
  BOOST_TEST(down->row_span == 2);
  BOOST_TEST(cell_text(tables[0], 2, 2) == "z");
}

BOOST_AUTO_TEST_CASE(broken_and_doubled_lines_are_one_border) {
  PageBuilder page;
  page.grid({50, 150, 300}, {100, 120, 140}).level(101.5, 50, 300).level(119, 50, 150).upright(151, 100, 119);
  page.text(55, 113, "a").text(155, 113, "b").text(55, 133, "c").text(155, 133, "d");
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].rows.size() == 2U);
  BOOST_TEST(tables[0].column_count == 2);
}

BOOST_AUTO_TEST_CASE(a_frame_around_one_text_is_no_table) {
  const auto blocks = tables::find(document_of({PageBuilder().grid({50, 350}, {100, 200}).text(55, 113, "a box")}));
  BOOST_TEST(tables_of(blocks).empty());
  BOOST_TEST(texts_of(blocks).size() == 1U);
}

BOOST_AUTO_TEST_CASE(lines_of_a_cell_join_and_a_gap_parts_paragraphs) {
  PageBuilder page;
  page.grid({50, 150, 300}, {100, 200, 220});
  page.text(55, 112, "one two three")
      .text(55, 124, "four")
      .text(55, 144, "five")
      .text(155, 112, "b")
      .text(55, 213, "c");
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  const auto& paragraphs = tables[0].at(0, 0)->paragraphs;
  BOOST_REQUIRE(paragraphs.size() == 2U);
  BOOST_TEST(paragraphs[0].text.collapsed().utf8() == "one two three four");
  BOOST_TEST(paragraphs[0].text.fragments().size() == 4U);  // a place for each word
}

BOOST_AUTO_TEST_CASE(a_label_after_a_short_line_begins_a_paragraph_and_a_reference_after_a_full_line_does_not) {
  PageBuilder page;
  page.grid({50, 200, 300}, {100, 200, 220}).text(155, 213, "x").text(205, 112, "b");
  page.text(55, 112, "1.1. Short").text(55, 124, "1.2. A line that is quite full in").text(55, 136, "6.2, to ensure");
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  const auto& paragraphs = tables[0].at(0, 0)->paragraphs;
  BOOST_REQUIRE(paragraphs.size() == 2U);
  BOOST_TEST(paragraphs[1].text.collapsed().utf8() == "1.2. A line that is quite full in 6.2, to ensure");
}

BOOST_AUTO_TEST_CASE(a_soft_hyphen_at_a_line_end_goes_and_a_printed_one_stays) {
  PageBuilder page;
  page.grid({50, 200, 300}, {100, 200, 220}).text(205, 213, "x").text(205, 112, "b");
  page.text(55, 112, "a long imple\u00AD").text(55, 124, "mentation of e-").text(55, 136, "bulletin");
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(cell_text(tables[0], 0, 0) == "a long implementation of e-bulletin");
}

BOOST_AUTO_TEST_CASE(a_printed_hyphen_goes_only_with_an_oddity) {
  PageBuilder page;
  page.grid({50, 200, 300}, {100, 200, 220}).text(205, 213, "implementation").text(205, 112, "b");
  page.text(55, 112, "a long imple-").text(55, 124, "mentation");
  std::vector<layout::Oddity> oddities;
  const auto told = tables_of(tables::find(document_of({page}), &oddities));
  BOOST_REQUIRE(told.size() == 1U);
  BOOST_TEST(cell_text(told[0], 0, 0) == "a long implementation");
  BOOST_REQUIRE(oddities.size() == 1U);
  BOOST_TEST(oddities[0].rule == "PDF-HYPHEN");
  BOOST_TEST(oddities[0].message.find("imple-") != std::string::npos);
  const auto silent = tables_of(tables::find(document_of({page})));
  BOOST_TEST(cell_text(silent.at(0), 0, 0) == "a long imple-mentation");
}

BOOST_AUTO_TEST_CASE(an_unknown_compound_keeps_its_hyphen_in_a_document_that_breaks_no_words) {
  PageBuilder page;
  page.grid({50, 200, 300}, {100, 200, 220}).text(205, 213, "x").text(205, 112, "b");
  page.text(55, 112, "income-").text(55, 124, "generating work");
  std::vector<layout::Oddity> oddities;
  const auto tables = tables_of(tables::find(document_of({page}), &oddities));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(cell_text(tables[0], 0, 0) == "income-generating work");
  BOOST_TEST(oddities.empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_word_is_made_whole_in_a_document_that_breaks_words) {
  PageBuilder page;
  page.grid({50, 200, 300}, {100, 200, 220}).text(205, 213, "restoration conservation").text(205, 112, "b");
  page.text(55, 112, "resto-").text(55, 124, "ration conser-").text(55, 136, "vation exten-").text(55, 148, "sion");
  std::vector<layout::Oddity> oddities;
  const auto tables = tables_of(tables::find(document_of({page}), &oddities));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(cell_text(tables[0], 0, 0) == "restoration conservation extension");
  BOOST_TEST(oddities.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_slash_at_a_line_end_is_followed_by_a_space_where_the_document_sets_one) {
  for (const bool spaced : {true, false}) {
    PageBuilder page;
    page.grid({50, 200, 300}, {100, 200, 220}).text(205, 213, "x").text(205, 112, "b");
    page.text(55, 112, spaced ? "rules/ guides and" : "rules/guides and")
        .text(55, 124, "species/")
        .text(55, 136, "groups");
    const auto tables = tables_of(tables::find(document_of({page})));
    BOOST_REQUIRE(tables.size() == 1U);
    BOOST_TEST(cell_text(tables[0], 0, 0) ==
               (spaced ? "rules/ guides and species/ groups" : "rules/guides and species/groups"));
  }
}

BOOST_AUTO_TEST_CASE(numbers_alone_on_their_lines_are_paragraphs_of_their_own) {
  PageBuilder page;
  page.grid({50, 250, 450}, {100, 160, 180}).text(55, 173, "x").text(55, 112, "1.1. Reduce trade");
  page.text(255, 112, "1.1.1.").text(255, 124, "1.1.2.").text(255, 136, "Etc.");
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  const auto& paragraphs = tables[0].at(0, 1)->paragraphs;
  BOOST_REQUIRE(paragraphs.size() == 3U);
  BOOST_TEST(paragraphs[1].text.utf8() == "1.1.2.");
  BOOST_TEST(paragraphs[2].text.utf8() == "Etc.");
}

BOOST_AUTO_TEST_CASE(styles_become_spans) {
  PageBuilder page;
  page.text(50, 400, "plain words").text(106, 400, "bold words", 10, true).superscript(158, 400, "1");
  const auto texts = texts_of(tables::find(document_of({page})));
  BOOST_REQUIRE(texts.size() == 1U);
  const layout::Text& text = texts[0].paragraph.text;
  BOOST_TEST(text.utf8() == "plain words bold words 1");
  BOOST_REQUIRE(text.styles().size() == 2U);
  BOOST_TEST((text.styles()[0] == layout::StyleSpan{12, 22, layout::Style::kBold}));
  BOOST_TEST((text.styles()[1] == layout::StyleSpan{23, 24, layout::Style::kSuperscript}));
}

BOOST_AUTO_TEST_CASE(running_heads_and_page_numbers_are_furniture_and_rows_are_not) {
  std::vector<PageBuilder> pages;
  for (int number = 1; number <= 3; ++number) {
    PageBuilder page(number);
    page.text(50, 40, "Plan of work").text(300, 780, std::to_string(number)).text(50, 300, "Body text.");
    page.grid({50, 150, 300}, {730, 750, 770}).text(55, 743, "text").text(155, 743, "b");
    page.text(55, 763, std::to_string(number) + ".3 Action").text(155, 763, "A");
    pages.push_back(page);
  }
  const auto blocks = tables::find(document_of(pages));
  int heads = 0;
  for (const auto& text : texts_of(blocks)) heads += text.furniture == layout::Furniture::kRunningHead ? 1 : 0;
  BOOST_TEST(heads == 6);
  const auto tables = tables_of(blocks);
  BOOST_REQUIRE(tables.size() == 3U);
  BOOST_TEST(cell_text(tables[2], 1, 0) == "3.3 Action");
}

BOOST_AUTO_TEST_CASE(a_note_below_the_table_keeps_its_mark) {
  PageBuilder page;
  page.text(50, 80, "Body text that is set in the usual size of this document.");
  page.grid({50, 150, 300}, {100, 120, 140}).text(55, 113, "a").text(155, 113, "b").text(55, 133, "c");
  page.superscript(50, 703, "1").text(58, 703, "Urgency: 1 means soon.", 8);
  const auto texts = texts_of(tables::find(document_of({page})));
  BOOST_REQUIRE(texts.size() == 2U);
  BOOST_TEST((texts[1].furniture == layout::Furniture::kFootnote));
  BOOST_TEST(texts[1].note_mark == "1");
}

BOOST_AUTO_TEST_CASE(columns_of_white_space_make_a_table) {
  PageBuilder page;
  page.text(50, 100, "No").text(120, 100, "Action").text(400, 100, "Urgency").text(500, 100, "Time");
  for (int row = 0; row < 5; ++row) {
    const double y = 130 + 40.0 * row;
    page.text(50, y, "1." + std::to_string(row)).text(120, y, "Do something that takes");
    page.text(120, y + 12, "more than a line").text(400, y, "1").text(500, y, "A");
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].column_count == 4);
  BOOST_TEST(tables[0].rows.size() == 6U);
  BOOST_TEST(cell_text(tables[0], 3, 1) == "Do something that takes more than a line");
  BOOST_TEST(cell_text(tables[0], 3, 0) == "1.2");
}

BOOST_AUTO_TEST_CASE(numbers_in_the_middle_of_their_row_do_not_cut_it) {
  PageBuilder page;
  for (int row = 0; row < 4; ++row) {
    const double y = 130 + 50.0 * row;
    page.text(120, y, "Do something that takes").text(120, y + 12, "more than a line");
    page.text(50, y + 6, "1." + std::to_string(row)).text(400, y + 6, "1").text(500, y + 6, "A");
  }
  const auto tables = tables_of(tables::find(document_of({page})));
  BOOST_REQUIRE(tables.size() == 1U);
  BOOST_TEST(tables[0].rows.size() == 4U);
  BOOST_TEST(cell_text(tables[0], 2, 1) == "Do something that takes more than a line");
}

BOOST_AUTO_TEST_CASE(two_columns_of_prose_are_read_one_after_the_other) {
  PageBuilder page;
  for (int line = 0; line < 12; ++line) {
    const double y = 100 + 12.0 * line;
    page.text(50, y, "left words that fill their whole column up");
    page.text(320, y, "right words that fill the whole column");
  }
  const auto blocks = tables::find(document_of({page}));
  BOOST_TEST(tables_of(blocks).empty());
  const auto texts = texts_of(blocks);
  BOOST_REQUIRE(texts.size() >= 2U);
  BOOST_TEST(texts.front().paragraph.text.utf8().find("right") == std::string::npos);
  BOOST_TEST(texts.back().paragraph.text.utf8().find("left") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_character_ends_up_in_exactly_one_block) {
  std::mt19937 random(20240601);
  const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  for (int round = 0; round < 60; ++round) {
    std::vector<PageBuilder> pages;
    for (int number = 1; number <= 2; ++number) {
      PageBuilder page(number);
      const double left = pick(20, 100);
      const double top = pick(60, 300);
      if (round % 3 != 0)
        page.grid({left, left + pick(20, 90), left + 150, left + 300}, {top, top + 30, top + pick(40, 200)});
      for (int i = pick(0, 4); i > 0; --i) page.level(pick(0, 800), pick(0, 300), pick(300, 600));
      for (int i = pick(0, 4); i > 0; --i) page.upright(pick(0, 600), pick(0, 400), pick(400, 800));
      const int words = pick(0, 120);
      for (int i = 0; i < words; ++i) {
        page.text(pick(-20, 620), round % 2 == 0 ? pick(0, 60) * 13 : pick(-10, 810), "w" + std::to_string(i),
                  pick(5, 14));
      }
      pages.push_back(page);
    }
    const auto document = document_of(pages);
    BOOST_TEST(letters_of(tables::find(document)) == letters_of(document));
    BOOST_TEST(letters_of(tables::join(tables::find(document))) == letters_of(document));
  }
}
