// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of cells as pages of Word, Google Docs and content management systems hold them.
#include <boost/test/unit_test.hpp>

#include "unit/readers/html_page.h"

using namespace pactable;
using namespace pactable::test;
using layout::Document;

BOOST_AUTO_TEST_CASE(marks_of_office_programs_never_get_into_a_text) {
  for (const char* mark :
       {"<![if !supportLists]>", "<![endif]>", "<!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]-->",
        "<!--[if !mso]><!-->", "<!--<![endif]-->", "<?xml:namespace prefix = o ns = \"urn:x\" />", "<o:p></o:p>",
        "<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml>", "<!-->", "<![if !vml]>",
        "<st1:place w:st=\"on\">", "<?php echo 1 ?>"}) {
    BOOST_TEST(in_cell("be" + std::string(mark) + "fore") == "before", mark);
  }
  BOOST_TEST(in_cell("<![if gte IE 7]>seen<![endif]> too") == "seen too");
  // Only a mark is cut: what looks like one is text.
  BOOST_TEST(in_cell("a &lt;![if x]&gt; b <3") == "a <![if x]> b <3");
  BOOST_TEST(in_cell("<script>if (a <![b]) '<![endif]>'</script>x") == "x");
}

BOOST_AUTO_TEST_CASE(breaks_are_lines_and_blocks_are_paragraphs) {
  BOOST_TEST(in_cell("Water Board<br>Trust") == "Water Board\nTrust");
  BOOST_TEST(in_cell("<div>Water Board</div><div>Trust</div>") == "Water Board / Trust");
  BOOST_TEST(in_cell("<span style='display:block'>Water Board</span><span class=b>Trust</span>", ".b{display:block}") ==
             "Water Board / Trust");
  BOOST_TEST(in_cell("<div style='display:flex'><a>Water Board</a><a>Trust</a></div>") == "Water Board / Trust");
  BOOST_TEST(in_cell("Water Board\nTrust", "td{white-space:pre-line}") == "Water Board\nTrust");
  BOOST_TEST(in_cell("Water Board\nTrust") == "Water Board Trust");
}

BOOST_AUTO_TEST_CASE(what_only_tells_where_to_break_a_word_or_which_way_it_runs_is_no_text) {
  BOOST_TEST(in_cell("Prio&shy;rity re\u00ADport") == "Priority report");
  BOOST_TEST(in_cell("2024&#8203;-<wbr>2026 a\u2060b \uFEFFc") == "2024-2026 ab c");
  BOOST_TEST(in_cell("&rlm;1.1&rlm; &lrm;x \u202B2025\u202C \u2067y\u2069 \u061Cz") == "1.1 x 2025 y z");
  BOOST_TEST(in_cell("2024\u20112026") == "2024-2026");
  // The joiner of Persian words spells them; digits stay as printed.
  BOOST_TEST(in_cell("می\u200Cشود ۱۲") == "می\u200Cشود ۱۲");
}

BOOST_AUTO_TEST_CASE(raised_marks_and_links_to_notes_are_raised) {
  const auto first = [](const std::string& contents, const std::string& styles = "") {
    const Document document = read("<style>" + styles + "</style><table><tr><td>" + contents + "<td>x</table>");
    return raised(table(document).at(0, 0)->paragraphs.at(0).text);
  };
  BOOST_TEST(first("1.2<sup>3</sup>") == "3");
  BOOST_TEST(first("1.2<span style='vertical-align:super;font-size:7pt'>a</span>") == "a");
  BOOST_TEST(first("1.2<span class=c7>a</span>", ".c7{vertical-align:super}") == "a");
  BOOST_TEST(first("1.2<span style='position:relative;top:-3pt;mso-text-raise:3pt'>a</span>") == "a");
  BOOST_TEST(first("1.2<sup>3</sup>", "sup{vertical-align:baseline;position:relative;top:-.5em}") == "3");
  BOOST_TEST(first("1.2<a href='#_ftn4' name='_ftnref4'>[4]</a>") == "[4]");
  BOOST_TEST(first("1.2<a href='page.html#fn:2'>2</a>") == "2");
  BOOST_TEST(first("1.2<a href='#n3'>3</a>") == "3");
  BOOST_TEST(first("1.2<sup><a href='#cite_note-1'>[1]</a></sup>") == "[1]");
  BOOST_TEST(first("see <a href='#_msocom_1'>[AB1]</a>") == "[AB1]");
  // No marks: words, links to other places, the number of a row that links to its notes.
  BOOST_TEST(first("see <a href='#fn1'>the note</a>").empty());
  BOOST_TEST(first("see <a href='#action1'>1</a>").empty());
  BOOST_TEST(first("<a href='#n3'>3</a>").empty());
  BOOST_TEST(first("<p style='vertical-align:middle'>1.2</p>").empty());
}

BOOST_AUTO_TEST_CASE(raised_cells_are_no_marks) {
  const Document document = read("<table><tr><td style='vertical-align:super'>1.1<td>x</table>");
  BOOST_TEST(raised(table(document).at(0, 0)->text()).empty());
}

BOOST_AUTO_TEST_CASE(letters_of_fonts_of_signs_are_signs) {
  BOOST_TEST(in_cell("<font face=Wingdings>ü</font>") == "✓");
  BOOST_TEST(in_cell("<span style='font-family:\"Wingdings 2\",serif'>R</span> <span class=s>m</span>m",
                     ".s{font-family:Symbol}") == "☑ μm");
  BOOST_TEST(in_cell("<span style='font-family:Wingdings'>\uF0FC</span>") == "✓");
  BOOST_TEST(in_cell("<font face=Wingdings><span style='font-family:Arial'>J</span></font>") == "J");
  BOOST_TEST(in_cell("<font face=Arial>ü</font>") == "ü");
  BOOST_TEST(in_cell("<font face=Wingdings>l</font>") == "●");
  // A word in such a font is a slip of the setting: nobody reads signs there.
  const Document word = read("<table><tr><td><font face=Symbol>Priority</font><td>x</table>");
  BOOST_TEST(cell(table(word), 0, 0) == "Priority");
  BOOST_TEST(has_oddity(word, "HTML-SIGNS"));
}

BOOST_AUTO_TEST_CASE(one_bullet_before_a_paragraph_is_the_mark_of_an_item) {
  BOOST_TEST(in_cell("<p><font face=Wingdings>§</font>&nbsp;&nbsp; nets</p><p><font face=Symbol>·</font> hooks</p>") ==
             "nets / hooks");
  BOOST_TEST(in_cell("<p><span style='font-family:\"Courier New\"'>o<span style='font:7.0pt \"Times New "
                     "Roman\"'>&nbsp;&nbsp; </span></span>nets</p>") == "nets");
  // Lines of one paragraph keep their bullets, which part them; a tick says something.
  BOOST_TEST(in_cell("<font face=Wingdings>§</font> nets<br><font face=Wingdings>§</font> hooks") == "▪ nets\n▪ hooks");
  BOOST_TEST(in_cell("<font face=Wingdings>ü</font> done") == "✓ done");
  const Document bold = read("<table><tr><td><font face=Symbol>·</font> <b>nets</b> x<td>y</table>");
  const layout::Text& text = table(bold).at(0, 0)->paragraphs.at(0).text;
  BOOST_TEST(text.utf8() == "nets x");
  BOOST_REQUIRE_EQUAL(text.styles().size(), 1U);
  BOOST_TEST((text.styles()[0] == layout::StyleSpan{0, 4, layout::Style::kBold}));
}

BOOST_AUTO_TEST_CASE(bold_and_italic_come_from_rules_too) {
  const Document document = read(
      "<style>.h{font-weight:700}.i{font-style:italic}</style><p><span class=h>a</span> <span class=i>b</span></p>"
      "<b style='font-weight:normal'><p>c</p></b>");
  BOOST_REQUIRE_EQUAL(text(document, 0).text.styles().size(), 2U);
  BOOST_TEST((text(document, 0).text.styles()[0] == layout::StyleSpan{0, 1, layout::Style::kBold}));
  BOOST_TEST((text(document, 0).text.styles()[1] == layout::StyleSpan{2, 3, layout::Style::kItalic}));
  BOOST_TEST(text(document, 1).text.styles().empty());
}

BOOST_AUTO_TEST_CASE(what_is_filled_in_or_chosen_is_text) {
  BOOST_TEST(in_cell("from<input value=2024>to<input type=number value=2026>") == "from 2024 to 2026");
  BOOST_TEST(in_cell("<textarea rows=2>two\nlines</textarea>") == "two\nlines");
  BOOST_TEST(in_cell("<select><option>A<option selected>B<option>C</select>") == "B");
  BOOST_TEST(in_cell("<select><option>A<option>B</select>") == "A");
  BOOST_TEST(in_cell("x<select><option value=''>choose<option>B</select>") == "x");
  BOOST_TEST(in_cell("x<select><option disabled selected>choose<option>B</select>") == "x");
  BOOST_TEST(in_cell("<select multiple><option selected>A<option>B<option selected>C</select>") == "A\nC");
  BOOST_TEST(in_cell("x<select size=3><option>A<option>B</select>") == "x");
  BOOST_TEST(in_cell("<select><option>A<select><option>B</select>") == "A B");
  BOOST_TEST(in_cell("<select><optgroup label=g><option label=Low selected>1</optgroup></select>") == "Low");
  BOOST_TEST(in_cell("x<input type=hidden value=k><input type=password value=p><input type=submit value=Send>"
                     "<button>Edit</button>") == "x");
  BOOST_TEST(in_cell("x<select style='display:none'><option>A</select>") == "x");
  BOOST_TEST(aside_in_cell("x<input style='display:none' value=k>") == "hidden:k");
}

BOOST_AUTO_TEST_CASE(boxes_stand_before_their_labels) {
  BOOST_TEST(in_cell("<input type=checkbox checked> High <input type=radio>Low") == "☒ High ☐ Low");
  BOOST_TEST(in_cell("<label>High <input type=checkbox checked></label> <label>Low<input type=checkbox></label>") ==
             "☒ High ☐ Low");
  const Document document = read("<table><tr><td><label><b>High</b> <input type=radio></label><td>x</table>");
  const layout::Text& text = table(document).at(0, 0)->paragraphs.at(0).text;
  BOOST_TEST((text.styles().at(0) == layout::StyleSpan{4, 8, layout::Style::kBold}));
}

BOOST_AUTO_TEST_CASE(a_button_that_opens_a_section_is_its_heading) {
  const Document document = read("<h3><button>Objective 2</button></h3><p>x <button>Print</button></p>");
  BOOST_TEST(text(document, 0).text.utf8() == "Objective 2");
  BOOST_TEST(text(document, 1).text.utf8() == "x");
}

BOOST_AUTO_TEST_CASE(pictures_in_cells_and_large_ones_are_reported) {
  const Document cell_picture = read("<table><tr><td>1<td><img src=x.png alt='Scan of a text'></table>");
  BOOST_TEST(message(cell_picture, "HTML-PICTURE") ==
             "a picture in a table cell was not read; it is described as \"Scan of a text\"");
  const auto place = std::get<PartPlace>(cell_picture.oddities.at(0).place.value());
  BOOST_TEST(place.row == 0);
  BOOST_TEST(place.cell == 1);
  BOOST_TEST(table(cell_picture).at(0, 1)->empty());
  const auto reported = [](const std::string& page) { return has_oddity(read(page), "HTML-PICTURE"); };
  BOOST_TEST(reported("<p><img src=plan.png width=800 height=600>"));
  BOOST_TEST(reported("<p><img src=plan.png>"));
  BOOST_TEST(reported("<table><tr><td><img src=tick.gif width=16 height=16><td>x</table>"));
  BOOST_TEST(!reported("<header><a href=/><img src=logo.png></a></header>"));
  BOOST_TEST(!reported("<p><img src=logo.png width=120 height=60>"));
  BOOST_TEST(!reported("<table><tr><td><img src=spacer.gif width=1 height=20><td>x</table>"));
  BOOST_TEST(!reported("<table><tr><td><img src=line.gif style='width:300px;height:1px'><td>x</table>"));
  BOOST_TEST(!reported("<table><tr><td><img src=x.png style='display:none'><td>x</table>"));
}

BOOST_AUTO_TEST_CASE(tables_that_run_from_right_to_left_are_read_in_logical_order) {
  const Document document =
      read("<html dir=rtl lang=ar><table dir=rtl><tr><th>الرقم<th>الإجراء<tr><td>١.١<td>مسح المواقع</table>");
  BOOST_TEST(shown(table(document)) == "الرقم | الإجراء\n١.١ | مسح المواقع\n");
}

BOOST_AUTO_TEST_CASE(header_cells_alone_make_no_table_of_headers) {
  const Document document = read("<table><tr><th>No<th>Act<tr><th>1<th>a<tr><th>2<th>b</table>");
  BOOST_TEST(table(document).rows[0].header);
  BOOST_TEST(!table(document).rows[1].header);
  const Document scoped = read("<table><tr><th scope=row>1<td>a<tr><th scope=row>2<td>b</table>");
  BOOST_TEST(!table(scoped).rows[0].header);
  const Document split = read("<table><tr><th>No<th>Act</table><table><tr><td>1<td>a</table>");
  BOOST_TEST(split.blocks.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_nested_table_gives_a_paragraph_a_cell_and_says_where_it_stood) {
  const Document document =
      read("<table><tr><td>1<td>who<td>x<tr><td>2<td><table><tr><td>Water Board<td>lead</table><td>y</table>");
  BOOST_TEST(shown(*table(document).at(1, 1)) == "Water Board / lead");
  BOOST_REQUIRE(document.oddities.at(0).place.has_value());
  BOOST_TEST(document.oddities.at(0).rule == "HTML-NESTED-TABLE");
}

BOOST_AUTO_TEST_CASE(the_colour_of_a_row_is_that_of_its_cells) {
  const Document document = read(
      "<style>.d{background-color:rgb(1,2,3)}</style><table><tr bgcolor=ff8000><td>a<td "
      "class=d>b<tr><td>c<td>d</table>");
  BOOST_TEST((table(document).at(0, 0)->shading == layout::Colour{255, 128, 0}));
  BOOST_TEST((table(document).at(0, 1)->shading == layout::Colour{1, 2, 3}));
  BOOST_TEST(!table(document).at(1, 0)->shading.has_value());
}
