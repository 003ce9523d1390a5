// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/html_reader.h"

#include <boost/test/unit_test.hpp>

#include "readers/reader.h"
#include "unit/readers/html_page.h"

using namespace pactable;
using namespace pactable::test;
using layout::Document;
using layout::Table;
using layout::TextBlock;

BOOST_AUTO_TEST_CASE(text_is_parted_by_blocks_and_keeps_its_setting) {
  const Document document = read(
      "<!DOCTYPE html><html><head><title>Window</title><style>p{}</style></head><body>\n<h2>Head</h2>\n<p>one  <b>two\n"
      "</b><i>three</i><br>four<sup>1</sup><div>five<script>if (a < b) x();</script></div>six</body></html>");
  BOOST_REQUIRE_EQUAL(document.blocks.size(), 5U);
  BOOST_TEST((std::get<TextBlock>(document.blocks[0]).furniture == layout::Furniture::kRunningHead));
  BOOST_TEST(text(document, 1).heading_level == 2);
  const layout::Text& paragraph = text(document, 2).text;
  BOOST_TEST(paragraph.utf8() == "one two three\nfour1");
  BOOST_REQUIRE_EQUAL(paragraph.styles().size(), 3U);
  BOOST_TEST((paragraph.styles()[0] == layout::StyleSpan{4, 8, layout::Style::kBold}));
  BOOST_TEST((paragraph.styles()[2] == layout::StyleSpan{18, 19, layout::Style::kSuperscript}));
  BOOST_TEST(text(document, 3).text.utf8() == "five");
  BOOST_TEST(text(document, 4).text.utf8() == "six");
  const auto place = std::get<PartPlace>(paragraph.places().at(0));
  BOOST_TEST(*place.part == "html");
  BOOST_TEST(place.table == -1);
  BOOST_TEST(place.paragraph == 2);
  BOOST_TEST(place.end == 19);
}

BOOST_AUTO_TEST_CASE(spans_are_resolved_as_browsers_do) {
  const Document document = read(
      "<table><caption>The plan</caption><thead><tr><th>No<th colspan=2>What<tbody><tr><td rowspan=2>1<td>a<td "
      "bgcolor=#ff8000>b"
      "<tr><td>c<td>d<tr><td rowspan=9>2<td>e<td>f</table>");
  const Table& read_table = table(document);
  BOOST_TEST(read_table.column_count == 3);
  BOOST_TEST(read_table.rows.size() == 4U);
  BOOST_TEST(read_table.rows[0].header);
  BOOST_TEST(!read_table.rows[1].header);
  BOOST_TEST(read_table.at(0, 2)->column_span == 2);
  BOOST_TEST(read_table.at(0, 0)->header);
  BOOST_TEST(cell(read_table, 2, 0) == "1");
  BOOST_TEST(cell(read_table, 2, 1) == "c");
  BOOST_TEST((read_table.at(1, 2)->shading == layout::Colour{255, 128, 0}));
  BOOST_TEST(read_table.at(3, 0)->row_span == 1);
  BOOST_TEST(read_table.caption.at(0).text.utf8() == "The plan");
  const auto place = std::get<PartPlace>(read_table.at(2, 2)->paragraphs.at(0).text.places().at(0));
  BOOST_TEST(place.table == 0);
  BOOST_TEST(place.row == 2);
  BOOST_TEST(place.cell == 1);
}

BOOST_AUTO_TEST_CASE(a_first_row_of_th_is_a_header_and_a_first_column_of_th_is_none) {
  const Document document = read("<table><tr><th>a<th>b<tr><th>1<td>c<tr><th>x<th>y</table>");
  BOOST_TEST(table(document).rows[0].header);
  BOOST_TEST(!table(document).rows[1].header);
  BOOST_TEST(!table(document).rows[2].header);
  BOOST_TEST(table(document).at(1, 0)->header);
}

BOOST_AUTO_TEST_CASE(a_foot_that_stands_before_the_body_is_printed_after_it) {
  const Document document = read("<table><tfoot><tr><td>foot<tbody><tr><td>body</table>");
  BOOST_TEST(cell(table(document), 0, 0) == "body");
  BOOST_TEST(cell(table(document), 1, 0) == "foot");
}

BOOST_AUTO_TEST_CASE(a_nested_table_is_flattened_and_a_table_around_the_page_is_dissolved) {
  const Document nested = read("<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e<tr><td>f<td>g</table>");
  BOOST_TEST(cell(table(nested), 0, 0) == "a b c d");
  BOOST_TEST(cell(table(nested), 1, 1) == "g");
  BOOST_TEST(has_oddity(nested, "HTML-NESTED-TABLE"));
  const Document page = read("<table><tr><td>menu<td><p>before<table><tr><td>1<td>a<tr><td>2<td>b</table></table>");
  BOOST_REQUIRE_EQUAL(page.blocks.size(), 3U);
  BOOST_TEST(text(page, 0).text.utf8() == "menu");
  BOOST_TEST(text(page, 1).text.utf8() == "before");
  BOOST_TEST(cell(table(page, 2), 1, 1) == "b");
}

BOOST_AUTO_TEST_CASE(text_between_rows_stands_before_the_table) {
  const Document document = read("<table><tr><td>a</td></tr>stray<tr><td>b</table>");
  BOOST_TEST(text(document, 0).text.utf8() == "stray");
  BOOST_TEST(cell(table(document, 1), 1, 0) == "b");
}

BOOST_AUTO_TEST_CASE(lists_number_their_items_as_browsers_do) {
  BOOST_TEST(labels_of(read("<ol><li>a<li>b<li value=7>c<li>d</ol>")) == "1. 2. 7. 8. ");
  BOOST_TEST(labels_of(read("<ol start=26 type=a><li>a<li>b<li>c</ol>")) == "z. aa. ab. ");
  BOOST_TEST(labels_of(read("<ol type=I><li>a<ol style='list-style-type: lower-roman'><li>b<li>c</ol><li>d</ol>")) ==
             "I. i. ii. II. ");
  BOOST_TEST(labels_of(read("<ul><li>a<ol><li>b</ol></ul>")) == "- 1. ");
  BOOST_TEST(labels_of(read("<ol style='list-style:none'><li>a</ol><ol reversed start=3><li>a<li>b</ol>")) ==
             "- 3. 2. ");
  BOOST_TEST(labels_of(read("<ol><li><p>a<p>b<li></ol>")) == "1. - 2. ");
  BOOST_TEST(labels_of(read("<ol reversed><li>a<li>b<li>c</ol>")) == "3. 2. 1. ");
  BOOST_TEST(labels_of(read("<ol reversed><li>a<li value=9>b<li>c</ol>")) == "3. 9. 8. ");
  const Document in_cell = read("<table><tr><td><ol><li>a<li>b</ol></table>");
  BOOST_TEST(table(in_cell).cells.at(0).paragraphs.at(1).list_label == "2.");
  BOOST_TEST(text(read("<ul><li>x<ol><li>y</ol></ul>"), 1).list_level == 1);
}

BOOST_AUTO_TEST_CASE(hidden_elements_are_set_aside_and_reported) {
  const Document document = read(
      "<p>seen<span style='display: none'>secret <b>too</b></span> on</p><table><tr><td "
      "hidden>x<td>a<tr><td>b</table>");
  BOOST_TEST(text(document).text.utf8() == "seen on");
  BOOST_TEST(cell(table(document, 1), 0, 0) == "a");
  BOOST_TEST(has_oddity(document, "HTML-HIDDEN-TEXT"));
  BOOST_TEST(document.oddities.at(0).message.find("secret too") != std::string::npos);
  BOOST_TEST(aside(text(document)) == "hidden:secret too");
  BOOST_TEST(aside(table(document, 1).cells.at(0)) == "hidden:x");
}

BOOST_AUTO_TEST_CASE(entities_and_broken_markup_are_read_as_browsers_read_them) {
  BOOST_TEST(text(read("<p>a &lt; b &amp;&nbsp;&eacute;&#8211;&#x2019; &unknown; AT&T</p>")).text.utf8() ==
             "a < b &\u00A0é–’ &unknown; AT&T");
  BOOST_TEST(text(read("<p><b>a<i>b</b>c</i>")).text.utf8() == "abc");
  BOOST_TEST(cell(table(read("<TABLE><TR><TD>a<TD>b<TR><TD>c")), 1, 0) == "c");
}

BOOST_AUTO_TEST_CASE(encodings_are_told_by_mark_by_declaration_and_by_letters) {
  const auto first = [](const std::string& page) { return text(read(page)).text.utf8(); };
  BOOST_TEST(first("<p>Zażółć") == "Zażółć");
  BOOST_TEST(first("\xEF\xBB\xBF<p>Zażółć") == "Zażółć");
  BOOST_TEST(first("<meta charset='windows-1251'><p>\xD1\xF0\xEE\xEA") == "Срок");
  BOOST_TEST(first("<META http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\"><p>\x93q\x94 \xE9") ==
             "“q” é");
  std::string wide("\xFF\xFE");
  for (const char c : std::string("<p>wide")) wide += {c, '\0'};
  BOOST_TEST(first(wide) == "wide");
  const std::string russian =
      "<p>\xCF\xEB\xE0\xED \xE4\xE5\xE9\xF1\xF2\xE2\xE8\xE9 \xEF\xEE \xF1\xEE\xF5\xF0\xE0\xED\xE5\xED\xE8\xFE "
      "\xF1\xE0\xE9\xE3\xE0\xEA\xE0";
  const Document undeclared = read(russian);
  BOOST_TEST(text(undeclared).text.utf8() == "План действий по сохранению сайгака");
  BOOST_TEST(has_oddity(undeclared, "HTML-ENCODING"));
  BOOST_TEST(has_oddity(read("<meta charset=utf-8>" + russian), "HTML-ENCODING"));
  BOOST_TEST(!has_oddity(read("<p>ascii"), "HTML-ENCODING"));
}

BOOST_AUTO_TEST_CASE(pages_are_recognised_by_their_first_element) {
  const auto is_html = [](std::string_view bytes) {
    const auto format = readers::recognise(bytes);
    return format.has_value() && (*format)->id == "html";
  };
  for (const char* page : {"<!DOCTYPE html><p>x", " \n<!-- note --><HTML>", "<?xml version='1.0'?><html xmlns='x'/>",
                           "<table><tr>", "\xEF\xBB\xBF<body>", "<p>x"}) {
    BOOST_TEST(is_html(page), page);
  }
  for (const char* other : {"<?xml version='1.0'?><svg/>", "a < b", "<pre", "<paper>", "text <html>"}) {
    BOOST_TEST(!is_html(other), other);
  }
}
