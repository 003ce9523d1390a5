// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/text_reader.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>

#include "core/unicode.h"

using namespace pactable;
using layout::Block;
using layout::Document;
using layout::Furniture;
using layout::Table;
using layout::TextBlock;

namespace {

std::string seed(const std::string& name) {
  std::ifstream file(std::string(PACTABLE_SOURCE_DIR) + "/fixtures/seeds/" + name + ".txt", std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

const char* const kSeeds[] = {"saiga-mtiwp-2021-2025", "cami-programme-of-work-2014-2020",
                              "iwc-cmp-action-plan-2018-2024"};

Document read(const std::string& bytes) {
  auto document = readers::text::read(bytes);
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document ? "" : document.error().message));
  return std::move(*document);
}

std::vector<const Table*> tables(const Document& document) {
  std::vector<const Table*> found;
  for (const Block& block : document.blocks) {
    if (const auto* table = std::get_if<Table>(&block)) found.push_back(table);
  }
  return found;
}

std::vector<const TextBlock*> texts(const Document& document) {
  std::vector<const TextBlock*> found;
  for (const Block& block : document.blocks) {
    if (const auto* text = std::get_if<TextBlock>(&block)) found.push_back(text);
  }
  return found;
}

std::string text_at(const Table& table, int row, int column) {
  const layout::Cell* cell = table.at(row, column);
  return cell == nullptr ? "(no cell)" : cell->text().utf8();
}

template <class Use>
void for_each_text(const Document& document, Use use) {
  for (const Block& block : document.blocks) {
    if (const auto* text = std::get_if<TextBlock>(&block)) {
      use(text->paragraph.text);
      continue;
    }
    for (const layout::Cell& cell : std::get<Table>(block).cells) {
      for (const layout::Paragraph& paragraph : cell.paragraphs) use(paragraph.text);
    }
  }
}

std::map<char32_t, int> visible_characters(std::string_view text) {
  std::map<char32_t, int> counts;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (!unicode::is_space(c)) ++counts[c];
  }
  return counts;
}

std::string without(std::string text, const std::string& what) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) text.erase(at, what.size());
  return text;
}

std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  std::stringstream stream(bytes);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// What the source holds at a place, counted in code points of a tab-separated stretch.
std::string printed_at(const std::vector<std::string>& lines, const LinePlace& place) {
  std::stringstream line(lines.at(static_cast<std::size_t>(place.line) - 1));
  std::string stretch;
  for (int cell = 0; cell <= place.cell; ++cell) std::getline(line, stretch, '\t');
  const std::u32string code_points = unicode::to_code_points(stretch);
  return unicode::to_utf8(
      code_points.substr(static_cast<std::size_t>(place.start), static_cast<std::size_t>(place.end - place.start)));
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_visible_character_of_a_seed_is_in_exactly_one_block) {
  for (const char* name : kSeeds) {
    const std::string bytes = seed(name);
    std::string all;
    for_each_text(read(bytes), [&](const layout::Text& text) { all += text.utf8(); });
    BOOST_TEST((visible_characters(all) == visible_characters(without(without(bytes, "<i>"), "</i>"))), name);
  }
}

BOOST_AUTO_TEST_CASE(every_place_points_at_the_characters_that_it_stands_for) {
  for (const char* name : kSeeds) {
    const std::string bytes = seed(name);
    const auto lines = lines_of(bytes);
    int checked = 0;
    for_each_text(read(bytes), [&](const layout::Text& text) {
      for (const layout::Fragment& fragment : text.fragments()) {
        const std::string stretch = text.utf8().substr(fragment.begin, fragment.end - fragment.begin);
        BOOST_REQUIRE_EQUAL(printed_at(lines, std::get<LinePlace>(fragment.place)), stretch);
        ++checked;
      }
    });
    BOOST_TEST(checked > 30, name);
  }
}

BOOST_AUTO_TEST_CASE(paragraphs_between_rows_interrupt_a_table) {
  const Document document = read(seed("saiga-mtiwp-2021-2025"));
  const auto found = tables(document);
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0]->rows.size() == 9U);
  BOOST_TEST(found[1]->rows.size() == 137U);
  BOOST_TEST(found[0]->column_count == 4);
  BOOST_TEST(found[1]->column_count == 4);
  BOOST_TEST(text_at(*found[0], 0, 2) == "Urgency ¹");
  BOOST_TEST(text_at(*found[1], 0, 0) == "1.7");
  BOOST_TEST(text_at(*found[1], 136, 3) == "В");
  const auto paragraphs = texts(document);
  BOOST_REQUIRE_EQUAL(paragraphs.size(), 8U);
  BOOST_TEST(paragraphs[6]->paragraph.text.utf8() == "_");
  BOOST_TEST((paragraphs[7]->furniture == Furniture::kFootnote));
  BOOST_TEST(paragraphs[7]->note_mark == "²");
  BOOST_TEST((paragraphs[5]->furniture == Furniture::kNone));
}

BOOST_AUTO_TEST_CASE(a_blank_line_between_rows_is_a_page_break) {
  const Document document = read(seed("saiga-mtiwp-2021-2025"));
  const auto found = tables(document);
  const auto breaks = [](const Table& table) {
    return std::count_if(table.rows.begin(), table.rows.end(), [](const layout::Row& row) { return row.after_break; });
  };
  BOOST_TEST(breaks(*found[0]) == 0);
  BOOST_TEST(breaks(*found[1]) == 10);
  BOOST_TEST(found[1]->rows[0].after_break);   // 1.7, below the notes of page 1
  BOOST_TEST(found[1]->rows[13].after_break);  // 2.7
}

BOOST_AUTO_TEST_CASE(blank_lines_between_all_rows_are_no_page_breaks) {
  const Document document = read("N\tAction\n\n1\ta\n\n2\tb\n\n3\tc\n");
  for (const layout::Row& row : tables(document).at(0)->rows) BOOST_TEST(!row.after_break);
}

BOOST_AUTO_TEST_CASE(two_printed_tables_are_two_tables) {
  const Document document = read(seed("iwc-cmp-action-plan-2018-2024"));
  const auto found = tables(document);
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0]->column_count == 6);
  BOOST_TEST(found[1]->column_count == 5);
  BOOST_TEST(found[0]->rows.size() == 11U);
  BOOST_TEST(found[1]->rows.size() == 9U);
  BOOST_TEST(found[0]->rows[8].after_break);
  BOOST_TEST(!found[1]->rows[0].after_break);
  BOOST_TEST(text_at(*found[0], 8, 0).empty());
  BOOST_TEST(text_at(*found[1], 8, 2) == "4.1.3 Identify opportunities for social media promotion");
}

BOOST_AUTO_TEST_CASE(tables_of_other_columns_are_two_even_without_a_paragraph_between_them) {
  const auto document = read("A\tB\tC\n1\tx\ty\n2\tx\ty\n\nD\tE\n1\tq\n2\tr\n");
  BOOST_REQUIRE_EQUAL(tables(document).size(), 2U);
  BOOST_TEST(tables(document)[1]->column_count == 2);
}

BOOST_AUTO_TEST_CASE(stacked_cells_become_rows_of_the_width_of_their_header) {
  const Document document = read(seed("cami-programme-of-work-2014-2020"));
  const auto found = tables(document);
  BOOST_REQUIRE_EQUAL(found.size(), 3U);
  const int widths[] = {4, 5, 4};
  const std::size_t rows[] = {10, 6, 14};
  for (std::size_t i = 0; i < 3; ++i) {
    BOOST_TEST(found[i]->column_count == widths[i]);
    BOOST_TEST(found[i]->rows.size() == rows[i]);
  }
  BOOST_TEST(found[0]->at(0, 0)->column_span == 4);
  BOOST_TEST(found[0]->at(0, 0)->paragraphs.size() == 2U);
  BOOST_TEST(text_at(*found[0], 3, 0) == "Action");
  BOOST_TEST(text_at(*found[0], 4, 1) == "1.1.1. 1.1.2. Etc.");
  BOOST_TEST(text_at(*found[0], 4, 3).empty());
  BOOST_TEST(text_at(*found[1], 0, 4).starts_with("Objective 2."));
  BOOST_TEST(found[1]->at(0, 0)->column_span == 5);
  BOOST_TEST(text_at(*found[1], 2, 1) == "E.g. Ustyurt plateau (KZ, UZ, TKM): Saiga, Goitered gazelle, Wild ass");
  BOOST_TEST(text_at(*found[1], 4, 1) == "E.g. Tibetean plateau");
  BOOST_TEST(text_at(*found[2], 1, 0) == "2.2. Strengthen transboundary cooperation between Range States");
  BOOST_TEST(text_at(*found[2], 13, 1) == "4.4.1. 4.2.1. Etc.");
}

BOOST_AUTO_TEST_CASE(the_stacked_grid_holds_all_actions_and_slots) {
  const Document document = read(seed("cami-programme-of-work-2014-2020"));
  int actions = 0, slots = 0, spanning = 0;
  for (const Table* table : tables(document)) {
    for (const layout::Cell& cell : table->cells) {
      if (cell.column_span > 1) ++spanning;
      const std::string text = cell.text().utf8();
      const bool number = !text.empty() && text[0] >= '1' && text[0] <= '9';
      if (cell.column == 0 && number) ++actions;
      const int slot_column = table->column_count - 3;  // Activity stands before Responsible and Timing
      if (cell.column == slot_column && number) slots += static_cast<int>(cell.paragraphs.size());
    }
  }
  BOOST_TEST(actions == 16);
  BOOST_TEST(slots == 48);  // 47 placeholders and the one example
  BOOST_TEST(spanning == 6);
}

BOOST_AUTO_TEST_CASE(notes_below_a_stacked_table_are_no_part_of_its_last_cell) {
  const Document document = read(seed("cami-programme-of-work-2014-2020"));
  const auto paragraphs = texts(document);
  std::vector<std::string> marks;
  for (const TextBlock* text : paragraphs) {
    if (text->furniture == Furniture::kFootnote) marks.push_back(text->note_mark);
  }
  BOOST_TEST(marks == (std::vector<std::string>{"\uFFFD", "\uFFFD"}), boost::test_tools::per_element());
  BOOST_TEST(paragraphs.back()->paragraph.text.utf8().ends_with("Wilson & Reeder (2005)."));
}

BOOST_AUTO_TEST_CASE(text_between_stacked_tables_belongs_to_neither) {
  const Document document = read(
      "Table 1\n\tNo\n\tAction\n\tTime\n\n\t1\n\tcount\n\n again\n\t\n\nTable 2. More\n\n\tTopic\n\tWho\n\n\ta\n\tb\n\n"
      "\tc\n\td\n");
  const auto found = tables(document);
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0]->column_count == 3);
  BOOST_TEST(text_at(*found[0], 1, 1) == "count again");
  BOOST_TEST(found[1]->column_count == 2);
  BOOST_TEST(found[1]->rows.size() == 3U);
  BOOST_REQUIRE_EQUAL(document.blocks.size(), 4U);
  BOOST_TEST(std::get<TextBlock>(document.blocks[2]).paragraph.text.utf8() == "Table 2. More");
}

BOOST_AUTO_TEST_CASE(the_origin_is_settled_by_two_kinds_of_signs) {
  const Document saiga = read(seed("saiga-mtiwp-2021-2025"));
  BOOST_TEST((saiga.origin == LabelOrigin::kOcr));
  BOOST_TEST((tables(saiga)[0]->origin == LabelOrigin::kOcr));
  const auto& evidence = saiga.origin_evidence;
  BOOST_TEST(
      (std::find(evidence.begin(), evidence.end(), "foreign look-alikes in a column: 50 (В)") != evidence.end()));
  BOOST_TEST(evidence.size() == 3U);
  BOOST_TEST((read(seed("cami-programme-of-work-2014-2020")).origin == LabelOrigin::kTyped));
  BOOST_TEST((read(seed("iwc-cmp-action-plan-2018-2024")).origin == LabelOrigin::kTyped));
  // One kind alone may be the author's typing.
  BOOST_TEST((read("No\tAction\tTime\n1.1\ta\tA\n1.2\tb\tA\n1.3\tc\tВ\n").origin == LabelOrigin::kTyped));
  // A roman numeral is no damaged number, and a dash says "none".
  BOOST_TEST((read("No\tAction\nI.1\ta\nI.2\tb\n-\t-\n1.2\tc\n2.1\td\n1.4\te\n").origin_evidence.at(0) ==
              "no sign of character recognition"));
}

BOOST_AUTO_TEST_CASE(inline_markup_becomes_styles_and_nothing_else_is_markup) {
  const Document document = read("a <i>Saiga</i> x\t<b>b <i>é</i></b>\n1 < 2 <u>q</u>\t</i> <i>open\n");
  const Table& table = *tables(document).at(0);
  const layout::Text first = table.at(0, 0)->paragraphs.at(0).text;
  BOOST_TEST(first.utf8() == "a Saiga x");
  BOOST_REQUIRE_EQUAL(first.styles().size(), 1U);
  BOOST_TEST((first.styles()[0] == layout::StyleSpan{2, 7, layout::Style::kItalic}));
  BOOST_TEST((std::get<LinePlace>(first.fragments().at(1).place) == LinePlace{1, 0, 5, 10}));
  const layout::Text second = table.at(0, 1)->paragraphs.at(0).text;
  BOOST_TEST(second.utf8() == "b é");
  BOOST_TEST(second.is_all(layout::Style::kBold));
  BOOST_TEST(text_at(table, 1, 0) == "1 < 2 <u>q</u>");
  BOOST_TEST(text_at(table, 1, 1) == "</i> <i>open");
}

BOOST_AUTO_TEST_CASE(encodings_are_told_by_their_mark) {
  const std::string utf16_little = std::string("\xFF\xFE") + std::string("A\0\t\0\x12\x04\n\0", 8);
  const std::string utf16_big = std::string("\xFE\xFF") + std::string("\0A\0\t\x04\x12\0\r\0\n", 10);
  for (const std::string& bytes : {utf16_little, utf16_big,
                                   std::string("\xEF\xBB\xBF"
                                               "A\tВ\r\n")}) {
    BOOST_TEST(readers::text::recognises(bytes));
    const Document document = read(bytes);
    BOOST_REQUIRE_EQUAL(tables(document).size(), 1U);
    BOOST_TEST(text_at(*tables(document)[0], 0, 0) == "A");
    BOOST_TEST(text_at(*tables(document)[0], 0, 1) == "В");
  }
  BOOST_TEST(text_at(*tables(read("e\xCC\x81\tx\n"))[0], 0, 0) == "é");
}

BOOST_AUTO_TEST_CASE(malformed_text_is_an_error_with_its_byte_offset) {
  const auto latin1 = readers::text::read("caf\xE9 au lait");
  BOOST_REQUIRE(!latin1.has_value());
  BOOST_TEST((latin1.error().code == ErrorCode::kDamaged));
  BOOST_TEST(latin1.error().message.find("byte 3") != std::string::npos);
  const auto surrogate =
      readers::text::read(std::string_view("\xFF\xFE\x00\xD8"
                                           "A\x00",
                                           6));
  BOOST_REQUIRE(!surrogate.has_value());
  BOOST_TEST(surrogate.error().message.find("byte 2") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(binary_content_and_markup_languages_are_not_plain_text) {
  BOOST_TEST(!readers::text::recognises(std::string_view("abc\0def", 7)));
  BOOST_TEST(!readers::text::recognises("\x01\x02\x03\x04 ab"));
  BOOST_TEST(!readers::text::recognises("{\\rtf1 x}"));
  BOOST_TEST(!readers::text::recognises("<!DOCTYPE html><p>x"));
  BOOST_TEST(!readers::text::recognises(""));
  BOOST_TEST(readers::text::recognises("caf\xE9 au lait"));
}

BOOST_AUTO_TEST_CASE(an_indented_paragraph_is_no_table) {
  const Document document = read("Title\n\tIndented prose.\nMore\n");
  BOOST_TEST(tables(document).empty());
  BOOST_REQUIRE_EQUAL(texts(document).size(), 3U);
  BOOST_TEST((std::get<LinePlace>(texts(document)[1]->paragraph.text.places().at(0)) == LinePlace{2, 1, 0, 15}));
}

BOOST_AUTO_TEST_CASE(a_list_of_starred_lines_is_no_list_of_notes) {
  const Document document = read("* one\n* two\n\n* a note\n");
  BOOST_TEST((texts(document)[0]->furniture == Furniture::kNone));
  BOOST_TEST((texts(document)[1]->furniture == Furniture::kNone));
  BOOST_TEST((texts(document)[2]->furniture == Furniture::kFootnote));
}

BOOST_AUTO_TEST_CASE(a_line_of_very_many_tabs_is_bounded_and_keeps_its_text) {
  const Document document = read("a\tb\n" + std::string(5000, '\t') + "last\n");
  const Table& table = *tables(document).at(0);
  BOOST_TEST(table.column_count == 256);
  BOOST_TEST(text_at(table, 1, 255) == "last");
  BOOST_TEST(document.oddities.at(0).rule == "TXT-COLUMNS");
}

BOOST_AUTO_TEST_CASE(giant_texts_are_read_in_linear_time) {
  std::string rows, stacked = "\tNo\n\tAction\n\tTime\n\n";
  for (int i = 0; i < 30000; ++i) {
    rows += "1.1\tAn action of some length\t2\tA\n";
    stacked += "\t1.1\n\tAn action\n\n goes on\n\t2020\n\n";
  }
  const std::clock_t start = std::clock();
  BOOST_TEST(tables(read(rows)).at(0)->rows.size() == 30000U);
  BOOST_TEST(tables(read(stacked)).at(0)->rows.size() == 30001U);
  const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  BOOST_TEST(taken < 20.0);  // processor seconds in a debug build; a square would take hours
}
