// SPDX-License-Identifier: GPL-3.0-or-later
// What of a page is no live text: struck out, deleted, hidden.
#include <boost/test/unit_test.hpp>

#include "unit/readers/html_page.h"

using namespace pactable;
using namespace pactable::test;
using layout::Document;

BOOST_AUTO_TEST_CASE(struck_and_deleted_text_is_set_aside_and_inserted_text_is_live) {
  for (const char* tag : {"s", "strike", "del"}) {
    const std::string name(tag);
    BOOST_TEST(in_cell("<" + name + ">3</" + name + "> 4") == "4", tag);
    BOOST_TEST(aside_in_cell("<" + name + ">3</" + name + "> 4") == "struck:3", tag);
  }
  BOOST_TEST(in_cell("Train <del>ten</del><ins>twelve</ins> rangers") == "Train twelve rangers");
  BOOST_TEST(in_cell("<del><p>Old words</p></del><p>New words</p>") == "New words");
  BOOST_TEST(aside_in_cell("<del><p>Old words</p></del><p>New words</p>") == "struck:Old words");
}

BOOST_AUTO_TEST_CASE(a_line_through_text_by_style_is_as_good_as_a_tag) {
  BOOST_TEST(in_cell("<span style='text-decoration: line-through'>A</span> B") == "B");
  BOOST_TEST(in_cell("<span style='text-decoration: underline line-through'>A</span> B") == "B");
  BOOST_TEST(in_cell("<span style='text-decoration-line:line-through'>A</span> B") == "B");
  BOOST_TEST(in_cell("<span style='text-decoration: underline'>A</span> B") == "A B");
  BOOST_TEST(in_cell("<b class='x old y'>A</b> B", ".old{text-decoration:line-through}") == "B");
  BOOST_TEST(in_cell("<i id=gone>A</i> B", "#gone{text-decoration:line-through}") == "B");
  BOOST_TEST(in_cell("<p><u>A</u> B", "td p u{text-decoration:line-through}") == "B");
  BOOST_TEST(in_cell("<u>A</u> B", "p u{text-decoration:line-through}") == "A B");
  // A line goes through all that a box holds, whatever is said inside.
  BOOST_TEST(aside_in_cell("<div style='text-decoration:line-through'><i style='text-decoration:none'>A</i></div>B") ==
             "struck:A");
  // An author may take the line off a tag, but what is deleted is deleted.
  BOOST_TEST(in_cell("<s style='text-decoration:none'>A</s> B") == "A B");
  BOOST_TEST(in_cell("<del style='text-decoration:none'>A</del> B") == "B");
}

BOOST_AUTO_TEST_CASE(words_stay_apart_where_a_struck_word_stood_between_them) {
  BOOST_TEST(in_cell("four<del> hundred </del>birds") == "four birds");
  BOOST_TEST(in_cell("four<del> hundred</del> birds") == "four birds");
  BOOST_TEST(in_cell("roost<del>ing</del>s") == "roosts");
  BOOST_TEST(in_cell("1<del> </del>.2") == "1.2");
  BOOST_TEST(in_cell("the end<del> of May</del>.") == "the end.");
}

BOOST_AUTO_TEST_CASE(each_way_of_hiding_text_is_known) {
  for (const char* style : {"display:none",
                            "display: none !important",
                            "visibility:hidden",
                            "visibility:collapse",
                            "font-size:0",
                            "font-size:0pt",
                            "font: 0/0 a",
                            "position:absolute;left:-9999px",
                            "position:fixed;top:-999em",
                            "position:absolute;clip:rect(0,0,0,0)",
                            "position:absolute; clip: rect(1px 1px 1px 1px)",
                            "clip-path:inset(50%)",
                            "text-indent:-9999px",
                            "width:1px;height:1px;overflow:hidden",
                            "mso-hide:all",
                            "color:white",
                            "color:#fff",
                            "color:#FEFEFE",
                            "color:rgb(255, 255, 255)",
                            "color:rgba(1,2,3,0)",
                            "color:transparent",
                            "color:#336699;background:#369",
                            "margin-left:-9999px"}) {
    BOOST_TEST(in_cell("seen <span style='" + std::string(style) + "'>secret</span>") == "seen", style);
    BOOST_TEST(aside_in_cell("seen <span style='" + std::string(style) + "'>secret</span>") == "hidden:secret", style);
    BOOST_TEST(in_cell("seen <span class=x>secret</span>", ".x{" + std::string(style) + "}") == "seen", style);
  }
  BOOST_TEST(in_cell("seen <span hidden>secret</span>") == "seen");
  BOOST_TEST(in_cell("seen <font color=white>secret</font>") == "seen");
  BOOST_TEST(in_cell("seen <template><p>secret</p></template>") == "seen");
  BOOST_TEST(aside_in_cell("seen <template><p>secret</p></template>") == "hidden:secret");
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_hiding_is_seen) {
  for (const char* style :
       {"display:inline-block", "visibility:visible", "font-size:10pt", "font-size:0.8em", "font:700 12px Arial",
        "position:absolute;left:-10px", "left:-9999px", "text-indent:-18pt", "margin-left:-36pt", "clip:auto",
        "position:absolute;clip:rect(0,100px,50px,0)", "width:1px", "height:0", "color:white;background:#036",
        "color:#fff;background-image:url(dark.png)", "color:#eee", "color:var(--ink)", "opacity:0.5",
        "left:50%;margin-left:-960px;position:absolute"}) {
    BOOST_TEST(in_cell("<span style='" + std::string(style) + "'>seen</span>") == "seen", style);
  }
  // White letters on a dark row, by attribute and by rule; on a picture; links, which have a colour of their own.
  const auto first = [](const std::string& page) { return cell(table(read(page)), 0, 0); };
  BOOST_TEST(first("<table><tr bgcolor=#003366><td><font color=white>a</font></table>") == "a");
  BOOST_TEST(first("<style>thead{background:#036}th{color:#fff}</style><table><thead><tr><th>a</table>") == "a");
  BOOST_TEST(first("<style>th{color:#fff;background:url(x.png)}</style><table><tr><th>a</table>") == "a");
  BOOST_TEST(first("<table><tr style='color:white'><td><a href=x>a</a></table>") == "a");
  BOOST_TEST(first("<table><tr><td><font color=black>a</font></table>") == "a");
  BOOST_TEST(first("<table><tr><td bgcolor=003366><font color=ffffff>a</font></table>") == "a");
  BOOST_TEST(first("<body bgcolor=black text=white><table><tr><td>a</table>") == "a");
  // A size in letters of nothing is nothing; a size of its own is one.
  BOOST_TEST(in_cell("<div style='font-size:0'><span style='font-size:1em'>no</span></div>x") == "x");
  BOOST_TEST(in_cell("<div style='font-size:0'><span style='font-size:12px'>yes</span></div>") == "yes");
  BOOST_TEST(in_cell("<div style='visibility:hidden'><b style='visibility:visible'>yes</b> no</div>") == "yes");
}

BOOST_AUTO_TEST_CASE(no_colour_hides_text_where_a_style_sheet_was_not_read) {
  const std::string rows = "<table><tr><td><span style='color:white'>a</span><td>b</table>";
  BOOST_TEST(cell(table(read(rows)), 0, 0).empty());
  BOOST_TEST(cell(table(read("<link rel=stylesheet href=x.css>" + rows)), 0, 0) == "a");
  BOOST_TEST(cell(table(read("<style>@import 'x.css';</style>" + rows)), 0, 0) == "a");
  BOOST_TEST(cell(table(read("<style>td:not(.y){background:#036}</style>" + rows)), 0, 0) == "a");
  BOOST_TEST(cell(table(read("<link rel=stylesheet href=x.css><body bgcolor=white>" + rows)), 0, 0) == "a");
  BOOST_TEST(has_oddity(read("<link rel='stylesheet' href=x.css>" + rows), "HTML-STYLES"));
  BOOST_TEST(!has_oddity(read("<link rel=stylesheet media=print href=x.css>" + rows), "HTML-STYLES"));
  // Where the letters bring their own background, nothing else is behind them.
  BOOST_TEST(cell(table(read("<link rel=stylesheet href=x.css><table><tr><td><span "
                             "style='color:white;background:white'>a</span><td>b</table>")),
                  0, 0)
                 .empty());
}

BOOST_AUTO_TEST_CASE(labels_for_phones_are_hidden_and_labels_for_everybody_are_not) {
  const std::string cell = "<span class=label>Urgency:</span> 2";
  BOOST_TEST(in_cell(cell, ".label{display:none}@media (max-width:640px){.label{display:block}}") == "2");
  BOOST_TEST(in_cell(cell, ".label{display:inline}@media screen and (min-width:48em){.label{display:none}}") == "2");
  BOOST_TEST(in_cell(cell, "@media print{.label{display:none}}") == "Urgency: 2");
  BOOST_TEST(in_cell(cell) == "Urgency: 2");
}

BOOST_AUTO_TEST_CASE(what_is_set_aside_is_reported_once_a_cell_with_its_place) {
  const Document document = read(
      "<table><tr><td>1<td><s>x</s> a <s>y</s><p><s>z</s><tr><td>2<td><s>q</s></table><p><s>r</s> t</p><p><s>u</s>");
  BOOST_TEST(count_oddities(document, "HTML-STRUCK") == 4);
  BOOST_TEST(message(document, "HTML-STRUCK") == "struck out text was set aside: x / y / z");
  const auto place = std::get<PartPlace>(document.oddities.at(0).place.value());
  BOOST_TEST(place.table == 0);
  BOOST_TEST(place.row == 0);
  BOOST_TEST(place.cell == 1);
  BOOST_TEST(table(document).at(1, 1)->empty());
  BOOST_TEST(aside(*table(document).at(1, 1)) == "struck:q");
  // Text of its own that nobody sees has no paragraph; it stays with the one before it.
  BOOST_TEST(document.blocks.size() == 2U);
  BOOST_TEST(aside(text(document, 1)) == "struck:r | struck:u");
  const layout::SetAside& part = text(document, 1).set_aside.at(0);
  const auto own = std::get<PartPlace>(part.text.places().at(0));
  BOOST_TEST(own.start == 0);
  BOOST_TEST(own.end == 1);
}

BOOST_AUTO_TEST_CASE(an_item_that_is_struck_out_takes_its_number_with_it) {
  const Document document = read("<table><tr><td><ol><li>a<li><s>b</s><li>c</ol></table>");
  BOOST_TEST(shown(table(document).cells.at(0)) == "[1.]a / [3.]c");
  BOOST_TEST(aside(table(document).cells.at(0)) == "struck:2. b");
}

BOOST_AUTO_TEST_CASE(rows_that_are_not_displayed_stay_as_rows_without_text) {
  const Document document = read(
      "<style>.old{display:none}</style><table><tr><td rowspan=2>A<td>a<tr class=old><td>x<td>y<tr><td>b"
      "<tr><td>B<td>c</table>");
  BOOST_TEST(shown(table(document)) == "A | a\n | \nb\nB | c\n");
  // The span counts the rows that are seen.
  BOOST_TEST(table(document).at(0, 0)->row_span == 3);
  BOOST_TEST(table(document).at(2, 0)->text().utf8() == "A");
  BOOST_TEST(count_oddities(document, "HTML-HIDDEN-TEXT") == 2);
}

BOOST_AUTO_TEST_CASE(cells_that_are_not_displayed_take_no_place_and_lose_nothing) {
  const Document document = read(
      "<table><tr><td style='display:none'>k1<td>1<td>a<td hidden>z1<tr><td style='display:none'>k2<td>2<td>b"
      "<td hidden>z2</table>");
  BOOST_TEST(shown(table(document)) == "1 | a\n2 | b\n");
  BOOST_TEST(aside(*table(document).at(0, 0)) == "hidden:k1");
  BOOST_TEST(aside(*table(document).at(1, 1)) == "hidden:z2");
  const Document by_place =
      read("<style>td:nth-child(2){display:none}</style><table><tr><td>1<td>k<td>a<tr><td>2<td>l<td>b</table>");
  BOOST_TEST(shown(table(by_place)) == "1 | a\n2 | b\n");
  const Document all = read("<p>x<table><tr><td hidden>a<tr><td hidden>b</table>");
  BOOST_REQUIRE_EQUAL(all.blocks.size(), 2U);
  BOOST_TEST(aside(text(all, 1)) == "hidden:a | hidden:b");
}

BOOST_AUTO_TEST_CASE(a_table_that_is_not_displayed_is_no_table) {
  const Document document =
      read("<p>before<div style='display:none'><table><tr><td>a<td>b<tr><td>c<td>d</table></div><p>after");
  BOOST_REQUIRE_EQUAL(document.blocks.size(), 2U);
  BOOST_TEST(aside(text(document, 1)) == "hidden:a | hidden:b | hidden:c | hidden:d");
  BOOST_TEST(message(document, "HTML-HIDDEN-TABLE") == "a hidden table with 2 rows was left out");
}

BOOST_AUTO_TEST_CASE(a_whole_page_is_never_hidden) {
  BOOST_TEST(text(read("<style>body{display:none !important}html{visibility:hidden}</style><body><p>x")).text.utf8() ==
             "x");
}
