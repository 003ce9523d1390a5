// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that browsers print: lists, counters, and the lists of word processors.
#include <boost/test/unit_test.hpp>

#include "readers/html/counters.h"
#include "readers/html/list_numbers.h"
#include "unit/readers/html_page.h"

using namespace pactable;
using namespace pactable::test;
using layout::Document;

BOOST_AUTO_TEST_CASE(counter_styles_print_as_browsers_print_them) {
  using readers::html::format_counter;
  BOOST_TEST(format_counter(28, "lower-alpha") == "ab");
  BOOST_TEST(format_counter(3, "upper-latin") == "C");
  BOOST_TEST(format_counter(14, "lower-roman") == "xiv");
  BOOST_TEST(format_counter(7, "decimal-leading-zero") == "07");
  BOOST_TEST(format_counter(3, "lower-greek") == "γ");
  BOOST_TEST(format_counter(12, "persian") == "۱۲");
  BOOST_TEST(format_counter(12, "arabic-indic") == "١٢");
  BOOST_TEST(format_counter(0, "lower-alpha") == "0");
  BOOST_TEST(format_counter(-2, "decimal") == "-2");
  for (const char* bullet : {"none", "disc", "circle", "square", "string"})
    BOOST_TEST(format_counter(1, bullet).empty());
  bool known = true;
  BOOST_TEST(format_counter(5, "hebrew", &known) == "5");
  BOOST_TEST(!known);
}

BOOST_AUTO_TEST_CASE(lists_inside_of_cells_number_from_level_0_and_bullets_are_paragraphs_only) {
  BOOST_TEST(in_cell("Act:<ol><li>one<ol type=a><li>two<li>three</ol></li><li>four</ol>") ==
             "Act: / [1.]one / [1:a.]two / [1:b.]three / [2.]four");
  BOOST_TEST(in_cell("<ul><li>Water Board<li>Trust</ul>") == "Water Board / Trust");
  BOOST_TEST(in_cell("<ul style='list-style-type:decimal'><li>x</ul>") == "[1.]x");
  const Document outer = read("<ol><li>a<table><tr><td><ol><li>x</ol><td>y<tr><td>z<td>u</table></ol>");
  BOOST_TEST(shown(*table(outer, 1).at(0, 0)) == "[1.]x");
}

BOOST_AUTO_TEST_CASE(a_number_cell_may_hold_an_empty_item_only) {
  const Document document = read(
      "<table><tr><td><ol start=3><li></li></ol><td>a<tr><td><ol start=4><li><span></span></ol><td>b"
      "<tr><td><ol start=2 type=i><li>&nbsp;</li></ol><td>c</table>");
  BOOST_TEST(shown(table(document)) == "[3.] | a\n[4.] | b\n[ii.] | c\n");
  BOOST_TEST(table(document).at(0, 0)->paragraphs.at(0).text.empty());
  BOOST_TEST(!table(document).at(0, 0)->empty());
}

BOOST_AUTO_TEST_CASE(list_styles_come_from_rules_and_from_attributes) {
  BOOST_TEST(in_cell("<ol class=r><li>x</ol>", "ol.r{list-style:upper-roman inside}") == "[I.]x");
  BOOST_TEST(in_cell("<ol type=A><li>x</ol>", "ol{list-style-type:lower-greek}") == "[α.]x");
  BOOST_TEST(in_cell("<ol><li type=a>x<li>y</ol>") == "[a.]x / [2.]y");
  BOOST_TEST(in_cell("<ol><li style='list-style-type:lower-roman'>x</ol>") == "[i.]x");
  BOOST_TEST(in_cell("<ol><li style='display:inline'>x</ol>") == "x");
  BOOST_TEST(in_cell("<ol style='list-style-type:\"– \"'><li>x</ol>") == "x");
  // Wikipedia lets its lists of notes have the style of what is around them.
  BOOST_TEST(in_cell("<div class=r><ol><li>x</ol></div>",
                     ".r{list-style-type:lower-alpha}.r ol{list-style-type:inherit}") == "[a.]x");
  BOOST_TEST(has_oddity(read("<ol style='list-style-type:hebrew'><li>x</ol>"), "HTML-LIST"));
}

BOOST_AUTO_TEST_CASE(lists_count_down_from_the_number_of_their_items) {
  BOOST_TEST(in_cell("<ol reversed type=A><li>x<li>y<li>z</ol>") == "[C.]x / [B.]y / [A.]z");
  BOOST_TEST(in_cell("<ol reversed><li>x<ol reversed><li>p<li>q</ol><li>y</ol>") ==
             "[2.]x / [1:2.]p / [1:1.]q / [1.]y");
  BOOST_TEST(in_cell("<ol reversed start=9><li>x<li>y</ol>") == "[9.]x / [8.]y");
  BOOST_TEST(aside_in_cell("<ol reversed><li><s>x</s><li>y</ol>") == "struck:x");
}

BOOST_AUTO_TEST_CASE(counters_have_the_scope_of_their_parent) {
  using readers::html::Counters;
  Counters counters;
  const Counters::Changes none;
  counters.open({{"a", 0}}, none, none);  // ol
  counters.open(none, {{"a", 1}}, none);  // li
  counters.open({{"a", 0}}, none, none);  // ol inside
  counters.open(none, {{"a", 1}}, none);  // li
  BOOST_TEST((counters.values("a") == std::vector<int>{1, 1}));
  counters.close();
  counters.open(none, {{"a", 5}}, none);
  BOOST_TEST((counters.values("a") == std::vector<int>{1, 6}));
  counters.close();
  counters.close();
  counters.close();
  counters.open(none, {{"a", 1}}, none);
  BOOST_TEST((counters.values("a") == std::vector<int>{2}));
  counters.close();
  counters.close();
  BOOST_TEST((counters.values("b") == std::vector<int>{0}));
}

BOOST_AUTO_TEST_CASE(counters_of_style_sheets_number_lists_headings_and_rows) {
  const std::string nested =
      "ol{counter-reset:item;list-style:none}li{counter-increment:item}li::before{content:counters(item,\".\") \" \"}";
  BOOST_TEST(in_cell("<ol><li>a<ol><li>b<li>c</ol><li>d</ol>", nested) == "[1]a / [1:1.1]b / [1:1.2]c / [2]d");
  const Document headings = read(
      "<style>body{counter-reset:s}h2{counter-increment:s;counter-reset:t}h3{counter-increment:t}"
      "h2:before{content:counter(s,upper-roman) '. '}h3:before{content:counter(s) '.' counter(t)}</style>"
      "<h2>A</h2><h3>a</h3><h3>b</h3><h2>B</h2><h3>c</h3>");
  BOOST_TEST(labels_of(headings) == "I. 1.1 1.2 II. 2.1 ");
  const Document rows = read(
      "<style>table{counter-reset:row}tr{counter-increment:row}td:first-child::before{content:counter(row)}</style>"
      "<table><tr><td><td>a<tr><td><td>b</table>");
  BOOST_TEST(shown(table(rows)) == "[1] | a\n[2] | b\n");
  // Signs before an item are its bullet.
  BOOST_TEST(in_cell("<ul><li>a</ul>", "li:before{content:'\\2013 '}") == "a");
}

BOOST_AUTO_TEST_CASE(lists_of_google_docs_count_through_the_document_as_their_start_says) {
  const std::string styles =
      "<style type=\"text/css\">ol.lst-kix_q7x-0.start{counter-reset:lst-ctn-kix_q7x-0 0}"
      "ol.lst-kix_q7x-1.start{counter-reset:lst-ctn-kix_q7x-1 0}"
      ".lst-kix_q7x-0>li{counter-increment:lst-ctn-kix_q7x-0}.lst-kix_q7x-1>li{counter-increment:lst-ctn-kix_q7x-1}"
      ".lst-kix_q7x-0>li:before{content:\"\" counter(lst-ctn-kix_q7x-0,upper-latin) \". \"}"
      ".lst-kix_q7x-1>li:before{content:\"\" counter(lst-ctn-kix_q7x-0,upper-latin) \".\" "
      "counter(lst-ctn-kix_q7x-1,decimal) \") \"}ul.lst-kix_w-0{list-style-type:none}"
      "ul.lst-kix_w-0>li:before{content:\"\\0025cf   "
      "\"}ol.lst-kix_q7x-0,ol.lst-kix_q7x-1{list-style-type:none}</style>";
  const auto item = [](int level, int start, bool first) {
    return "<ol class=\"c" + std::to_string(level) + " lst-kix_q7x-" + std::to_string(level) + (first ? " start" : "") +
           "\" start=\"" + std::to_string(start) +
           "\"><li class=\"c2 li-bullet-0\"><span class=\"c3\"></span></li></ol>";
  };
  const Document document =
      read(styles + "<table><tr><td>" + item(0, 1, true) + "<td>Land<tr><td>" + item(1, 1, true) + "<td>x<tr><td>" +
           item(1, 2, false) + "<td>y<tr><td>" + item(0, 2, false) + "<td>Sea<tr><td>" + item(1, 1, true) +
           "<td><ul class='lst-kix_w-0'><li>z</ul></table>");
  BOOST_TEST(shown(table(document)) == "[A.] | Land\n[1:A.1)] | x\n[1:A.2)] | y\n[B.] | Sea\n[1:B.1)] | z\n");
  // A part of a document begins where its start says.
  const Document part =
      read(styles + "<table><tr><td>" + item(0, 4, false) + "<td>x<tr><td>" + item(1, 7, false) + "<td>y</table>");
  BOOST_TEST(shown(table(part)) == "[D.] | x\n[1:D.7)] | y\n");
}

BOOST_AUTO_TEST_CASE(numbers_that_word_printed_for_others_are_labels) {
  const auto item = [](const std::string& level, const std::string& mark, const std::string& text) {
    return "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l3 " + level +
           " lfo1'><![if !supportLists]><span lang=EN-GB><span style='mso-list:Ignore'>" + mark +
           "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>" + text +
           "<o:p></o:p></p>";
  };
  BOOST_TEST(in_cell("<p>Do:</p>" + item("level1", "(i)", "net") + item("level2", "a)", "hook")) ==
             "Do: / [(i)]net / [1:a)]hook");
  BOOST_TEST(in_cell(item("level2", "2.4.", "&nbsp;")) == "[1:2.4.]");
  BOOST_TEST(in_cell(item("level1", "<span style='font-family:Symbol'>·</span>", "net")) == "net");
  BOOST_TEST(in_cell(item("level1", "<span style='font-family:Wingdings'>§</span>", "net")) == "net");
  BOOST_TEST(in_cell(item("level1", "<span style='font-family:\"Courier New\"'>o</span>", "net")) == "net");
  BOOST_TEST(in_cell(item("level1", "-", "net")) == "net");
  BOOST_TEST(in_cell("x" + item("level1", "o)", "net")) == "x / [o)]net");
  // Content management systems rewrite the marks as comments.
  BOOST_TEST(in_cell("<p><!-- [if !supportLists]--><span style='mso-list:Ignore'>3.</span><!--[endif]-->net</p>") ==
             "[3.]net");
}

BOOST_AUTO_TEST_CASE(a_number_waits_for_the_text_of_its_item_and_for_no_other) {
  BOOST_TEST(in_cell("<ol><li><p>a<p>b<li><div><div>c</div></div></ol>") == "[1.]a / b / [2.]c");
  const Document document = read("<ol><li><table><tr><td>x<td>y<tr><td>z<td>u</table></ol>");
  BOOST_TEST(shown(text(document, 0)) == "[1.]");
  BOOST_TEST(cell(table(document, 1), 0, 0) == "x");
}
