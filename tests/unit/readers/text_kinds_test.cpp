// SPDX-License-Identifier: GPL-3.0-or-later
// What is peculiar to each kind of text dump, and what only looks like one.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "unit/readers/text_grids.h"

using namespace pactable;
using namespace text_grids;
using layout::Furniture;
using layout::Style;
using layout::TextBlock;

namespace {

const layout::Paragraph& paragraph(const layout::Table& table, int row, int column, std::size_t index = 0) {
  const layout::Cell* cell = table.at(row, column);
  BOOST_REQUIRE(cell != nullptr);
  return cell->paragraphs.at(index);
}

std::string raw(const layout::Table& table, int row, int column) { return paragraph(table, row, column).text.utf8(); }

}  // namespace

// -------------------- Markdown, pipes, grids

BOOST_AUTO_TEST_CASE(markdown_marks_become_styles_and_breaks) {
  const auto document = read(
      "# The plan\n\n| No. | Task | Who |\n|:---|:-:|---:|\n"
      "| **1** | Dig *two* `pits`<br>by hand | A \\| B &amp; C |\n"
      "| 2^a^ | ~~Wait~~ Build ~~a~~ dam | D[^3] |\n| 3* | 4 * 5 * 6 and snake_case_word | E_1 |\n");
  const auto& table = *tables(document).at(0);
  BOOST_TEST(table.rows[0].header);
  BOOST_TEST(!table.rows[1].header);
  BOOST_TEST(paragraph(table, 1, 0).text.is_all(Style::kBold));
  BOOST_TEST(raw(table, 1, 1) == "Dig two pits\nby hand");
  BOOST_REQUIRE_EQUAL(paragraph(table, 1, 1).text.styles().size(), 1U);
  BOOST_TEST((paragraph(table, 1, 1).text.styles()[0] == layout::StyleSpan{4, 7, Style::kItalic}));
  BOOST_TEST(raw(table, 1, 2) == "A | B & C");
  BOOST_TEST(raw(table, 2, 0) == "2a");
  BOOST_TEST((paragraph(table, 2, 0).text.styles().at(0) == layout::StyleSpan{1, 2, Style::kSuperscript}));
  BOOST_TEST(unicode::collapse_space(raw(table, 2, 1)) == "Build dam");
  BOOST_REQUIRE_EQUAL(paragraph(table, 2, 1).set_aside.size(), 2U);
  BOOST_TEST(paragraph(table, 2, 1).set_aside[0].text.utf8() == "Wait");
  BOOST_TEST((paragraph(table, 2, 1).set_aside[0].reason == layout::SetAside::Reason::kStruck));
  BOOST_TEST((paragraph(table, 2, 2).text.styles().at(0) == layout::StyleSpan{1, 2, Style::kSuperscript}));
  BOOST_TEST(raw(table, 3, 0) == "3*");
  BOOST_TEST(raw(table, 3, 1) == "4 * 5 * 6 and snake_case_word");
  BOOST_TEST(raw(table, 3, 2) == "E_1");
  const auto& heading = std::get<TextBlock>(document.blocks.at(0)).paragraph;
  BOOST_TEST(heading.text.utf8() == "The plan");
  BOOST_TEST(heading.heading_level == 1);
}

BOOST_AUTO_TEST_CASE(a_row_with_a_bar_too_many_is_kept_whole_and_reported) {
  const auto document =
      read("| No. | Task | Who |\n|---|---|---|\n| 1 | Dig | A |\n| 2 | Sow | or rest | B |\n| 3 | Mow | C |\n");
  const auto& table = *tables(document).at(0);
  BOOST_TEST(table.column_count == 3);
  BOOST_TEST(raw(table, 2, 0) == "2");
  BOOST_TEST(raw(table, 2, 1) == "Sow | or rest | B");
  BOOST_TEST(table.at(2, 1)->column_span == 2);
  BOOST_TEST(count_oddities(document, "TEXT-COLUMNS-UNSURE") == 1U);
}

BOOST_AUTO_TEST_CASE(bars_in_a_text_are_no_table) {
  for (const char* text : {"Choose a | b\nor c | d\nand nothing else.\n", "| a note in a frame |\nMore text.\n",
                           "Press | to go on.\n\nThen press | again.\n", "a | b | c\nd | e\nf | g | h | i\nj\n"}) {
    BOOST_TEST(tables(read(text)).empty(), text);
  }
}

BOOST_AUTO_TEST_CASE(a_line_of_bars_that_differ_is_reported) {
  const auto document = read("| a | b | c |\n| d | e |\n| f | g | h | i |\n| j | k |\n");
  BOOST_TEST(tables(document).empty());
  BOOST_TEST(count_oddities(document, "TEXT-COLUMNS-UNSURE") == 1U);
}

BOOST_AUTO_TEST_CASE(psql_marks_values_that_go_on) {
  const auto document = read(
      " no | task      | who\n----+-----------+-----\n 1  | Dig      +| A\n    | by hand   | \n 2  |           | B\n(2 "
      "rows)\n");
  const auto& table = *tables(document).at(0);
  BOOST_REQUIRE_EQUAL(table.rows.size(), 3U);
  BOOST_TEST(raw(table, 1, 1) == "Dig\nby hand");
  BOOST_TEST(raw(table, 2, 2) == "B");
  BOOST_TEST(table.at(2, 1)->empty());
  BOOST_TEST(texts(document).at(0) == "(2 rows)");
}

BOOST_AUTO_TEST_CASE(merged_cells_of_a_drawn_grid_keep_their_spans) {
  const auto document = read(
      "+-----+----------+------+\n| No. | Task     | Who  |\n+=====+==========+======+\n| Shore          | all  |\n"
      "+-----+----------+      |\n| 1   | Dig      | of   |\n|     | - wide   | them |\n+-----+----------+------+\n"
      "| 2   | Sow             |\n+-----+-----------------+\n");
  const auto& table = *tables(document).at(0);
  BOOST_REQUIRE_EQUAL(table.rows.size(), 4U);
  BOOST_TEST(table.rows[0].header);
  BOOST_TEST(table.at(1, 0)->column_span == 2);
  BOOST_TEST(table.at(1, 2)->row_span == 2);
  BOOST_TEST(table.at(1, 2)->text().utf8() == "all of them");
  BOOST_TEST(table.at(2, 1)->paragraphs.size() == 2U);
  BOOST_TEST(table.at(3, 1)->column_span == 2);
  BOOST_TEST(document.oddities.empty());
}

// -------------------- comma values

BOOST_AUTO_TEST_CASE(the_separator_is_told_by_the_whole_file) {
  const Grid want = {{"No", "Task, and how", "Cost"},
                     {"1", "Dig, deep", "1,5"},
                     {"2", "Sow, late, by hand", "2,5"},
                     {"3", "Mow", "3,0"}};
  BOOST_TEST(
      (grid(std::string("No;Task, and how;Cost\n1;Dig, deep;1,5\n2;Sow, late, by hand;2,5\n3;Mow;3,0\n")) == want));
  BOOST_TEST((grid(std::string("\xEF\xBB\xBFsep=;\r\nNo;Task, and how;Cost\r\n1;Dig, deep;1,5\r\n2;Sow, late, by "
                               "hand;2,5\r\n3;Mow;3,0\r\n")) == want));
}

BOOST_AUTO_TEST_CASE(quoted_values_hold_line_ends_and_quotation_marks) {
  const auto document = read("No,Task,Who\n1,\"Say \"\"go\"\" twice\",\"Anna\nBert\n\nCarl\"\n2,,\"\"\n3,x,y\n");
  const auto& table = *tables(document).at(0);
  BOOST_TEST(raw(table, 1, 1) == "Say \"go\" twice");
  BOOST_REQUIRE_EQUAL(table.at(1, 2)->paragraphs.size(), 2U);
  BOOST_TEST(raw(table, 1, 2) == "Anna\nBert");
  BOOST_TEST(table.at(2, 1)->empty());
  BOOST_TEST(table.at(2, 2)->empty());
  BOOST_TEST(table.rows.size() == 4U);
}

BOOST_AUTO_TEST_CASE(prose_with_commas_is_no_table) {
  for (const char* text : {"We dug, sowed, and mowed.\nThen, at noon, it rained.\nAfter that, as planned, we left.\nAt "
                           "last, in May, it grew.\n",
                           "Anna Berg, Fen Trust\nCarl Dorn, Weir Keepers\nEva Falk, Land Agency\nGerd Hahn, Fishery "
                           "Board\nIda Jung, NGO\n",
                           "Dear all,\nthanks for coming, again.\nRegards,\nAnna\n"}) {
    BOOST_TEST(tables(read(text)).empty(), text);
  }
}

BOOST_AUTO_TEST_CASE(values_that_were_not_quoted_are_reported_and_not_poured_into_columns) {
  std::string some = "No,Task,Cost\n";
  for (int i = 1; i < 12; ++i) some += std::to_string(i) + ",Dig pond," + std::to_string(i) + "\n";
  const auto one_odd = read(some + "12,Dig, then sow,12\n13,Mow,13\n");
  const auto& table = *tables(one_odd).at(0);
  BOOST_TEST(table.column_count == 3);
  BOOST_TEST(raw(table, 12, 1) == "Dig, then sow,12");
  BOOST_TEST(table.at(12, 1)->column_span == 2);
  BOOST_TEST(raw(table, 13, 2) == "13");
  BOOST_TEST(count_oddities(one_odd, "TEXT-COLUMNS-UNSURE") == 1U);
  const auto many_odd = read("No,Task,Cost\n1,Dig,1\n2,Sow,now,2\n3,Mow,3\n4,Cut,then,burn,4\n5,Rest,5\n6,Dig,6\n");
  BOOST_TEST(tables(many_odd).empty());
  BOOST_TEST(count_oddities(many_odd, "TEXT-COLUMNS-UNSURE") == 1U);
}

BOOST_AUTO_TEST_CASE(titles_and_notes_around_comma_values_are_text) {
  const auto document =
      read("Plan for terns, 2030;;\n;;\nNo;Task;Who\n1;Dig;A\n2;Sow;B\n;;\nAs agreed, in May; and later.\n");
  BOOST_TEST((grid(*tables(document).at(0)) == Grid{{"No", "Task", "Who"}, {"1", "Dig", "A"}, {"2", "Sow", "B"}}));
  BOOST_TEST(texts(document) == (std::vector<std::string>{"Plan for terns, 2030", "As agreed, in May; and later."}),
             boost::test_tools::per_element());
}

// -------------------- tabs

BOOST_AUTO_TEST_CASE(a_cell_copied_from_a_spreadsheet_keeps_its_lines) {
  const auto document =
      read("No\tTask\tWho\n1\t\"Dig\nby hand\"\t\"Fen Trust\nWeir Keepers\"\n2\t\"Fen\" day\t\"B\"\n");
  const auto& table = *tables(document).at(0);
  BOOST_REQUIRE_EQUAL(table.rows.size(), 3U);
  BOOST_TEST(raw(table, 1, 1) == "Dig\nby hand");
  BOOST_TEST(raw(table, 1, 2) == "Fen Trust\nWeir Keepers");
  // Quotation marks of the author are text.
  BOOST_TEST(raw(table, 2, 1) == "\"Fen\" day");
  BOOST_TEST(raw(table, 2, 2) == "\"B\"");
  const auto place = std::get<LinePlace>(paragraph(table, 1, 1).text.fragments().at(1).place);
  BOOST_TEST((place == LinePlace{3, 0, 0, 7}));
}

BOOST_AUTO_TEST_CASE(a_quotation_mark_that_nothing_closes_swallows_no_row) {
  const auto document = read("No\tTask\tWho\n1\t\"Dig deep\tA\n2\tSow\tB\n3\tMow\"\tC\n");
  BOOST_TEST((grid(*tables(document).at(0)) ==
              Grid{{"No", "Task", "Who"}, {"1", "\"Dig deep", "A"}, {"2", "Sow", "B"}, {"3", "Mow\"", "C"}}));
  BOOST_TEST(count_oddities(document, "TEXT-QUOTE-OPEN") == 1U);
}

BOOST_AUTO_TEST_CASE(a_row_wider_than_its_header_is_reported) {
  const auto document = read("No\tTask\n1\tDig\n2\tSow\tlate\n");
  BOOST_TEST(tables(document).at(0)->column_count == 3);
  BOOST_TEST(count_oddities(document, "TEXT-COLUMNS-UNSURE") == 1U);
  BOOST_TEST(count_oddities(read("\tTask\n1\tDig\n2\tSow\t\n"), "TEXT-COLUMNS-UNSURE") == 0U);
}

// -------------------- sections

BOOST_AUTO_TEST_CASE(a_line_between_rows_of_one_shape_is_a_section) {
  for (const char* name :
       {"1. Shore", "A. Nest sites", "Objective 2: Fewer weirs", "HIGH RANK", "Measures for all parties"}) {
    const std::string line(name);
    const auto document = read("No\tTask\tWho\n" + line + "\n1\tDig\tA\n2\tSow\tB\n" + line + " II\n3\tMow\tC\n");
    BOOST_REQUIRE_EQUAL(tables(document).size(), 1U);
    const auto& table = *tables(document)[0];
    BOOST_REQUIRE_EQUAL(table.rows.size(), 6U);
    BOOST_TEST(table.at(1, 0)->text().utf8() == line);
    BOOST_TEST(table.at(1, 0)->column_span == 3);
    BOOST_TEST(table.at(4, 2)->text().utf8() == line + " II");
  }
}

BOOST_AUTO_TEST_CASE(a_section_between_blank_lines_needs_a_label) {
  const std::string rows = "No\tTask\n1\tDig\n2\tSow\n";
  BOOST_TEST(tables(read(rows + "\n2. Shore\n\n3\tMow\n")).size() == 1U);
  for (const char* text :
       {"Page 3", "Fen Trust", "Rank: 1 - high. 2 - low.", "² Only where needed", "1. Read this first."}) {
    BOOST_TEST(tables(read(rows + "\n" + text + "\n\n3\tMow\n")).size() == 2U, text);
  }
}

BOOST_AUTO_TEST_CASE(what_stands_between_two_tables_is_a_paragraph) {
  for (const char* text :
       {"2. Shore", "Table 2", "These are the tasks that were left over from the first plan; nobody has taken them."}) {
    const auto document = read("No\tTask\n1\tDig\n2\tSow\n" + std::string(text) + "\nNo\tTask\n3\tMow\n4\tCut\n");
    BOOST_TEST(tables(document).size() == 2U, text);
    BOOST_TEST(texts(document).at(0) == text);
  }
  BOOST_TEST(tables(read("No\tTask\n1\tDig\n2\tSow\n2. Shore\nWho\tWhen\tCost\nA\tMay\t5\nB\tJune\t6\n")).size() == 2U);
}

// -------------------- columns by spaces

BOOST_AUTO_TEST_CASE(prose_with_wide_spaces_is_no_table) {
  for (const char* text :
       {"The  fen was drained in  the last century.\nIt is  wet again since two   winters.\nBirds came  back in the "
        "first  spring.\n"
        "Nobody   had hoped for  so many.\n",
        "1.   The parties met in May and agreed on what\n     is to be done next.\n2.   They will meet again in a "
        "year, when the\n"
        "     first results are known.\n3.   Nothing else was decided, and the meeting\n     was closed.\n",
        "The fen lies low and is wet     Birds come here in the spring\nin most of the year, so that     and stay "
        "until the last reed\n"
        "few people come to see it.      is cut by the farmers nearby.\nIt is one of the last of its     They are "
        "counted every week.\n"}) {
    BOOST_TEST(tables(read(text)).empty(), text);
  }
}

BOOST_AUTO_TEST_CASE(a_cell_that_reaches_into_the_next_column_is_reported) {
  const auto document = read(
      "No.   Task            Who\n1     Dig             Anna\n2     Sow             Bert\n3     Mow             Carl\n"
      "4     Cut and carry all reed  now and then\n5     Rest            Dora\n6     Burn            Emil\n7     Plant "
      "          Fritz\n");
  const auto& table = *tables(document).at(0);
  BOOST_TEST(table.rows.size() == 8U);
  BOOST_TEST(raw(table, 4, 0) == "4");
  BOOST_TEST(raw(table, 4, 1).starts_with("Cut and carry"));
  BOOST_TEST(count_oddities(document, "TEXT-COLUMNS-UNSURE") == 1U);
}

BOOST_AUTO_TEST_CASE(running_heads_and_repeated_headers_of_pages_are_known) {
  std::string pages;
  for (int page = 1; page <= 3; ++page) {
    pages += page > 1 ? "\f" : "";
    pages += "Fen Plan\n\nNo.   Task                Who\n";
    if (page > 1) pages += "      of the lower fen    and B\n";
    for (int row = 1; row <= 3; ++row)
      pages += std::to_string(page) + "." + std::to_string(row) + "   Dig the ponds       A\n";
    pages += "\nPage " + std::to_string(page) + "\n";
  }
  const auto document = read(pages);
  const auto found = tables(document);
  BOOST_REQUIRE_EQUAL(found.size(), 3U);
  BOOST_TEST(!found[0]->rows[0].repeated_header);
  BOOST_TEST(found[1]->rows[0].repeated_header);
  BOOST_TEST(raw(*found[1], 0, 1) == "Task");
  BOOST_TEST(raw(*found[1], 1, 1) == "of the lower fen");
  BOOST_TEST(found[1]->rows[1].after_break);
  BOOST_TEST(!found[1]->rows[2].after_break);
  const auto heads = std::count_if(document.blocks.begin(), document.blocks.end(), [](const auto& block) {
    const auto* text = std::get_if<TextBlock>(&block);
    return text != nullptr && text->furniture == Furniture::kRunningHead;
  });
  BOOST_TEST(heads == 6);
}

BOOST_AUTO_TEST_CASE(labels_in_the_middle_of_their_rows_are_told_by_the_texts) {
  const auto document = read(
      "No.   Task                      Rank\n      Dig the ponds of the\n1     lower fen before the       A\n      "
      "winter comes\n"
      "      Sow reed on the bare\n2     shore of the islet         B\n3     Mow                        A\n");
  BOOST_TEST(
      (grid(*tables(document).at(0)) == Grid{{"No.", "Task", "Rank"},
                                             {"1", "Dig the ponds of the lower fen before the winter comes", "A"},
                                             {"2", "Sow reed on the bare shore of the islet", "B"},
                                             {"3", "Mow", "A"}}));
  BOOST_TEST(document.oddities.empty());
}

BOOST_AUTO_TEST_CASE(a_heading_in_the_column_of_texts_is_a_row) {
  const auto document = read(
      "      Task                           Rank\n      All waters\n1.0   Ponds\n1.1   Dig the ponds of the lower     "
      "1\n"
      "      fen before winter\n      Upper fen\n1.2   Sow reed on the shore          2\n");
  const Grid want = {{"", "Task", "Rank"}, {"", "All waters"},
                     {"1.0", "Ponds"},     {"1.1", "Dig the ponds of the lower fen before winter", "1"},
                     {"", "Upper fen"},    {"1.2", "Sow reed on the shore", "2"}};
  BOOST_TEST((grid(*tables(document).at(0)) == want));
}

BOOST_AUTO_TEST_CASE(a_word_cut_behind_its_hyphen_is_joined_without_a_space) {
  const auto document = read(
      "No.   Task                      When\n1     Count the two white-        2027-\n      tailed eagles              "
      "2029\n"
      "2     Dig                        2028\n3     Sow                        2030\n");
  const auto& table = *tables(document).at(0);
  BOOST_TEST(raw(table, 1, 1) == "Count the two white-tailed eagles");
  BOOST_TEST(raw(table, 1, 2) == "2027-2029");
}

// -------------------- a cell a line

BOOST_AUTO_TEST_CASE(thin_evidence_is_refused) {
  for (const char* text : {"1\nDig\nA\n2\nSow\nB\n", "Task\nDig\nSow\nMow\nRest\n",
                           "Anna\nBert\nCarl\nDora\nEmil\nFritz\nGerd\nHugo\n", "1\n2\n3\n4\n5\n6\n7\n8\n9\n"}) {
    BOOST_TEST(tables(read(text)).empty(), text);
  }
}

BOOST_AUTO_TEST_CASE(cells_out_of_step_are_not_poured_into_columns) {
  const auto document = read(
      "No.\nTask\nRank\nWhen\n1\nDig the ponds of the fen\nA\n2027\n2\nSow reed on the bare shore\n2028\nby boat, at "
      "night\n"
      "and never alone, as agreed\nB\nC\n3\nMow the meadows of the islet\nB\n2027\n4\nCut the old trees on the "
      "slope\nA\n2029\n"
      "5\nBurn the dry reed in March\nC\n2028\n6\nRest for a year and look\nC\n2030\n");
  const auto& table = *tables(document).at(0);
  const Grid rows = grid(table);
  BOOST_TEST((rows[1] == std::vector<std::string>{"1", "Dig the ponds of the fen", "A", "2027"}));
  BOOST_TEST((rows[4] == std::vector<std::string>{"4", "Cut the old trees on the slope", "A", "2029"}));
  BOOST_TEST(rows[2].size() == 2U);
  BOOST_TEST(table.at(2, 1)->column_span == 3);
  BOOST_TEST(count_oddities(document, "TEXT-COLUMNS-UNSURE") == 1U);
}

BOOST_AUTO_TEST_CASE(a_number_that_is_missing_does_not_end_the_table) {
  const auto document = read(
      "No.\nTask\nWho\n1.1\nDig the ponds of the fen\nA\n1.2\nSow reed on the bare shore\nB\n1.4\nMow the meadows of "
      "the islet\nC\n"
      "1.5\nCut the old trees on the slope\nD\n2.1\nBurn the dry reed in March\nE\n");
  BOOST_TEST(grid(*tables(document).at(0)).size() == 6U);
  BOOST_TEST(texts(document).empty());
}

BOOST_AUTO_TEST_CASE(rows_without_numbers_are_told_by_the_kinds_of_their_cells) {
  std::string text = "Plan for the fen\nTask\nRank\nWhen\n";
  for (int i = 0; i < 6; ++i) {
    text += "Dig pond " + std::to_string(i + 1) + " of the lower fen\n" +
            std::string(1, static_cast<char>('A' + i % 3)) + "\n20" + std::to_string(27 + i) + "\n";
  }
  const Grid rows = grid(text);
  BOOST_TEST(rows.size() == 7U);
  BOOST_TEST((rows[0] == std::vector<std::string>{"Task", "Rank", "When"}));
  BOOST_TEST((rows[6] == std::vector<std::string>{"Dig pond 6 of the lower fen", "C", "2032"}));
}

BOOST_AUTO_TEST_CASE(a_header_with_more_cells_than_any_row_is_refused) {
  std::string text = "No.\nTask\nRank\nWhen\nWho\n";
  for (int i = 1; i < 8; ++i) text += std::to_string(i) + "\nDig the ponds of the lower fen\nA\n2027\n";
  const auto document = read(text);
  BOOST_TEST(tables(document).empty());
  BOOST_TEST(count_oddities(document, "TEXT-COLUMNS-UNSURE") == 1U);
}

BOOST_AUTO_TEST_CASE(rows_numbered_like_years_are_rows) {
  std::string text = "No.\nTask\nRank\n";
  for (int i = 1890; i < 1910; ++i) text += std::to_string(i - 1889) + "\nDig the ponds of the lower fen\nA\n";
  for (int i = 1; i < 2300; ++i) text += "";
  std::string all = "No.\nTask\nRank\n";
  for (int i = 1; i < 2300; ++i) all += std::to_string(i) + "\nDig the ponds of the lower fen\nA\n";
  BOOST_TEST(grid(text).size() == 21U);
  BOOST_TEST(grid(all).size() == 2300U);
}

// -------------------- characters

BOOST_AUTO_TEST_CASE(invisible_characters_are_dropped_and_places_stay_true) {
  const auto document = read("N\u00ADo.\tTask\u200B\n1\u20112\tdi\u00ADg \u200Edeep\u2069\n3\u00B9\u00B2\tsow\n");
  const auto& table = *tables(document).at(0);
  BOOST_TEST(raw(table, 0, 0) == "No.");
  BOOST_TEST(raw(table, 0, 1) == "Task");
  BOOST_TEST(raw(table, 1, 0) == "1-2");
  BOOST_TEST(raw(table, 1, 1) == "dig deep");
  BOOST_TEST(raw(table, 2, 0) == "3¹²");
  const auto& fragments = paragraph(table, 1, 1).text.fragments();
  BOOST_REQUIRE_EQUAL(fragments.size(), 3U);
  BOOST_TEST((std::get<LinePlace>(fragments[1].place) == LinePlace{2, 1, 3, 5}));
  BOOST_TEST((std::get<LinePlace>(fragments[2].place) == LinePlace{2, 1, 6, 10}));
}

BOOST_AUTO_TEST_CASE(places_of_other_dumps_count_along_the_line) {
  const auto document = read("| No. | Task |\n|---|---|\n| é1 | dig **deep** |\n");
  const auto& table = *tables(document).at(0);
  BOOST_TEST((std::get<LinePlace>(paragraph(table, 2 - 1, 0).text.fragments()[0].place) == LinePlace{3, 0, 2, 4}));
  BOOST_TEST((std::get<LinePlace>(paragraph(table, 1, 1).text.fragments()[1].place) == LinePlace{3, 0, 13, 17}));
}
