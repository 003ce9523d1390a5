// SPDX-License-Identifier: GPL-3.0-or-later
// Signs as they are seen: symbol fonts, unseen signs, raised text, fields, forms.
#include <boost/test/unit_test.hpp>

#include "readers/docx/symbol_fonts.h"
#include "unit/readers/docx_markup.h"

using namespace pactable;
using namespace pactable::test::docx;
using layout::Document;
using test::DocxPackage;

namespace {

std::string only_text(const std::string& runs) { return text_of(read_body(para(runs))); }

std::string fonts(const std::string& name) { return "<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name + "\"/>"; }
std::string sym(const std::string& font, const std::string& code) {
  return "<w:r><w:sym w:font=\"" + font + "\" w:char=\"" + code + "\"/></w:r>";
}
std::string character(const std::string& type, const std::string& form = "") {
  return "<w:r><w:fldChar w:fldCharType=\"" + type + "\">" + form + "</w:fldChar></w:r>";
}
std::string field(const std::string& code, const std::string& result = "", const std::string& form = "") {
  return character("begin", form) + "<w:r><w:instrText xml:space=\"preserve\"> " + code + " </w:instrText></w:r>" +
         (result.empty() ? "" : character("separate") + run(result)) + character("end");
}
std::string form(const std::string& inner) { return "<w:ffData><w:name w:val=\"x\"/>" + inner + "</w:ffData>"; }
std::string control(const std::string& properties, const std::string& content) {
  return "<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr>" + properties + "</w:sdtPr><w:sdtContent>" + content +
         "</w:sdtContent></w:sdt>";
}
std::string box(bool checked, const std::string& content) {
  return control(std::string("<o:checkbox><o:checked o:val=\"") + (checked ? "1" : "0") + "\"/></o:checkbox>", content);
}

std::string raised_in(const layout::Text& text) {
  std::string all;
  for (const layout::StyleSpan& span : text.styles()) {
    if (span.style == layout::Style::kSuperscript)
      all += "[" + text.utf8().substr(span.begin, span.end - span.begin) + "]";
  }
  return all;
}
std::string raised(const std::string& runs) { return raised_in(text(read_body(para(runs))).paragraph.text); }

}  // namespace

BOOST_AUTO_TEST_CASE(signs_of_symbol_fonts_are_what_is_seen) {
  BOOST_TEST(only_text(sym("Wingdings", "F0FC") + sym("Wingdings", "FB") + sym("Symbol", "F0B7")) == "✓✗•");
  BOOST_TEST(only_text(sym("Wingdings 2", "F052") + sym("Webdings", "F061") + sym("Wingdings", "F06E")) == "☑✔■");
  BOOST_TEST(only_text(run("ü", fonts("Wingdings"))) == "✓");
  BOOST_TEST(only_text(run("\uF0E0", fonts("Wingdings")) + run(" P", fonts("Wingdings 2"))) == "→ ✓");
  BOOST_TEST(only_text(run("ab", fonts("Symbol")) + run("ab", fonts("Arial"))) == "αβab");
  BOOST_TEST(only_text(run("a", "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Symbol\"/>")) == "a");
  BOOST_TEST(only_text(run("ü", "<w:rFonts w:ascii=\"Wingdings\" w:hAnsiTheme=\"minorHAnsi\"/>")) == "ü");
  BOOST_TEST(only_text(sym("Arial", "00B0") + run("✓", fonts("Wingdings"))) == "°✓");
  BOOST_TEST(only_text(run("\uF0B7 party", fonts("Arial"))) == "• party");
}

BOOST_AUTO_TEST_CASE(a_font_of_symbols_may_come_from_a_style) {
  DocxPackage package;
  package.body(para(run("ü", "<w:rStyle w:val=\"Tick\"/>")));
  package.related(
      "styles", "styles.xml", "styles",
      "<w:style w:type=\"character\" w:styleId=\"Tick\"><w:rPr>" + fonts("Wingdings") + "</w:rPr></w:style>");
  BOOST_TEST(text_of(read(package)) == "✓");
}

BOOST_AUTO_TEST_CASE(a_sign_that_no_table_knows_is_kept_and_reported_once) {
  const Document document =
      read_body(para(sym("Wingdings", "F026") + run("x") + sym("Wingdings", "F026")) + para(sym("Odd", "F041")));
  BOOST_TEST(text_of(document) == "\uF026x\uF026");
  BOOST_REQUIRE_EQUAL(oddities(document, "DOCX-SYMBOL").size(), 2U);
  BOOST_TEST(oddities(document, "DOCX-SYMBOL")[1].message.find("F041 of the font Odd") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_tables_of_symbol_fonts_stand_at_their_codes) {
  using readers::docx::symbol_sign;
  BOOST_TEST((symbol_sign("Symbol", 0xDE) == U'⇒' && symbol_sign("symbol", 0x61) == U'α' &&
              symbol_sign("Symbol", 0x2A) == U'*'));
  BOOST_TEST((symbol_sign("Wingdings", 0xFE) == U'☑' && symbol_sign("Wingdings", 0xA8) == U'☐'));
  BOOST_TEST((symbol_sign("Wingdings", 0x9F) == U'•' && symbol_sign("Wingdings", 0xD8) == U'➢'));
  BOOST_TEST((symbol_sign("Wingdings2", 0x75) == U'❶' && symbol_sign("Wingdings 3", 0x7D) == U'▶'));
  BOOST_TEST(
      (symbol_sign("Arial", 0x61) == 0 && symbol_sign("Wingdings", 0x2603) == 0 && symbol_sign("Symbol", 0x80) == 0));
}

BOOST_AUTO_TEST_CASE(signs_that_are_never_seen_are_no_part_of_a_text) {
  BOOST_TEST(only_text("<w:r><w:t>led</w:t><w:softHyphen/><w:t>ges bri\u00ADdges</w:t></w:r>") == "ledges bridges");
  BOOST_TEST(only_text(run("Time\u200Bscale\uFEFF \u202A2025\u202C\u200F\u2066x\u2069")) == "Timescale 2025x");
  BOOST_TEST(only_text("<w:r><w:t>2026</w:t><w:noBreakHyphen/><w:t>2027, CT\u20111</w:t></w:r>") == "2026-2027, CT-1");
  // A joiner is part of the spelling in Persian.
  BOOST_TEST(only_text(run("می\u200Cروم")) == "می\u200Cروم");
  BOOST_TEST(only_text("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>") == "a\nb\nc");
}

BOOST_AUTO_TEST_CASE(text_that_is_raised_by_its_position_is_a_superscript_if_it_is_smaller) {
  const std::string up = "<w:position w:val=\"8\"/>", small = "<w:sz w:val=\"14\"/>";
  BOOST_TEST(raised(run("1.1") + run("2", up + small)) == "[2]");
  BOOST_TEST(raised(run("1.1") + run("2", up)).empty());
  BOOST_TEST(raised(run("1.1") + run("2", "<w:position w:val=\"-8\"/>" + small)).empty());
  BOOST_TEST(raised(run("1.1", small) + run("2", up + small)).empty());
  BOOST_TEST(raised(run("1.1", "<w:sz w:val=\"16\"/>") + run("2", up + small)) == "[2]");
  BOOST_TEST(raised(run("2", up + small)) == "[2]");
  BOOST_TEST(raised(run("a") + run("b", "<w:vertAlign w:val=\"superscript\"/>") + run("c", up + small) + run("d")) ==
             "[bc]");
}

BOOST_AUTO_TEST_CASE(marks_of_notes_stand_raised_in_the_text_and_with_their_notes) {
  const std::string note = "<w:footnoteReference w:id=\"1\"/>";
  DocxPackage package;
  package.body(
      tbl(tr(cell_of(para(run("Priority") + "<w:r>" + note + "</w:r>")) +
             cell_of(para("<w:r><w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r>")))));
  package.related("footnotes", "footnotes.xml", "footnotes",
                  "<w:footnote w:id=\"1\">" + para("<w:r><w:footnoteRef/></w:r>" + run(" A = first")) +
                      "</w:footnote><w:footnote w:id=\"2\">" + p("* second") + "</w:footnote>");
  package.related("settings", "settings.xml", "settings",
                  "<w:footnotePr><w:numFmt w:val=\"lowerLetter\"/><w:numStart w:val=\"3\"/></w:footnotePr>");
  const Document document = read(package);
  const layout::Text& header = table(document).at(0, 0)->paragraphs.at(0).text;
  BOOST_TEST(header.utf8() == "Priorityc");
  BOOST_TEST(raised_in(header) == "[c]");
  BOOST_TEST(cell(table(document), 0, 1) == "*");
  BOOST_TEST((text(document, 1).furniture == layout::Furniture::kFootnote));
  BOOST_TEST(text(document, 1).note_mark == "c");
  BOOST_TEST(text_of(document, 1) == " A = first");
  BOOST_TEST(text(document, 2).note_mark.empty());
}

BOOST_AUTO_TEST_CASE(settings_that_are_broken_do_not_stop_a_document) {
  DocxPackage package;
  package.body(p("x")).related("settings", "settings.xml", "settings", "").part("word/settings.xml", "<w:settings");
  BOOST_TEST(has_oddity(read(package), "DOCX-NOT-READ"));
}

BOOST_AUTO_TEST_CASE(sequences_without_stored_results_are_counted_as_word_does) {
  const auto texts = [](const std::vector<std::string>& fields, std::size_t* counted = nullptr) {
    std::string body;
    for (const std::string& one : fields) body += para(run("|") + one);
    const Document document = read_body(body);
    std::string all;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) all += text_of(document, i);
    if (counted != nullptr) *counted = oddities(document, "DOCX-FIELD-COUNTED").size();
    return all;
  };
  std::size_t counted = 0;
  BOOST_TEST(texts({field("SEQ Action"), field("seq action \\n"), field("SEQ Table"), field("SEQ Action")}, &counted) ==
             "|1|2|1|3");
  BOOST_TEST(counted == 1U);
  BOOST_TEST(texts({field("SEQ A \\r 7"), field("SEQ A"), field("SEQ A \\c"), field("SEQ A \\r3")}) == "|7|8|8|3");
  BOOST_TEST(texts({field("SEQ A \\* ROMAN"), field("SEQ A \\* alphabetic \\* MERGEFORMAT"), field("SEQ A \\h"),
                    field("SEQ A \\h \\* Arabic")}) == "|I|b||4");
  // A stored result holds, and the sequence goes on from it.
  BOOST_TEST(texts({field("SEQ A", "5"), field("SEQ A"), field("SEQ A", "6a"), field("SEQ A")}, &counted) ==
             "|5|6|6a|8");
  BOOST_TEST(texts({field("SEQ A", "1"), field("SEQ A", "2")}, &counted) == "|1|2");
  BOOST_TEST(counted == 0U);
  BOOST_TEST(
      texts({"<w:fldSimple w:instr=\" SEQ A \"/>", "<w:fldSimple w:instr=\"SEQ A\">" + run("2") + "</w:fldSimple>",
             "<w:fldSimple w:instr=\"SEQ A\"><w:r><w:t/></w:r></w:fldSimple>"}) == "|1|2|3");
}

BOOST_AUTO_TEST_CASE(sequences_restart_below_the_headings_that_they_name) {
  const std::string heading = p("Part", "<w:outlineLvl w:val=\"0\"/>"), lower = p("Sub", "<w:outlineLvl w:val=\"1\"/>");
  const std::string number = para(field("SEQ A \\s 1"));
  const Document document = read_body(number + number + heading + number + lower + number + heading + number);
  std::string all;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) all += text_of(document, i) + " ";
  BOOST_TEST(all == "1 2 Part 1 Sub 2 Part 1 ");
}

BOOST_AUTO_TEST_CASE(fields_in_codes_of_fields_print_nothing) {
  const std::string nested = character("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + field("SEQ A") +
                             character("separate") + run("yes") + character("end");
  BOOST_TEST(only_text(nested + field("SEQ A")) == "yes2");
}

BOOST_AUTO_TEST_CASE(fields_of_old_forms_show_their_state) {
  const std::string list =
      "<w:listEntry w:val=\"High\"/><w:listEntry w:val=\"Medium\"/><w:listEntry w:val=\"Low\"/></w:ddList>";
  BOOST_TEST(only_text(field("FORMDROPDOWN", "", form("<w:ddList><w:result w:val=\"2\"/>" + list))) == "Low");
  BOOST_TEST(only_text(field("FORMDROPDOWN", "", form("<w:ddList><w:default w:val=\"1\"/>" + list))) == "Medium");
  BOOST_TEST(only_text(field("FORMDROPDOWN", "", form("<w:ddList>" + list))) == "High");
  BOOST_TEST(only_text(field("FORMDROPDOWN", "High", form("<w:ddList><w:result w:val=\"2\"/>" + list))) == "High");
  BOOST_TEST(only_text(run("x") + field("FORMDROPDOWN", "", form("<w:ddList><w:result w:val=\"9\"/>" + list))) == "x");
  BOOST_TEST(only_text(field("FORMCHECKBOX", "",
                             form("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>"))) == "☒");
  BOOST_TEST(only_text(field("FORMCHECKBOX", "", form("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>"))) == "☒");
  BOOST_TEST(only_text(field("FORMCHECKBOX", "",
                             form("<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>"))) ==
             "☐");
  BOOST_TEST(only_text(field("FORMTEXT", "2025", form("<w:textInput><w:default w:val=\"Year\"/></w:textInput>"))) ==
             "2025");
}

BOOST_AUTO_TEST_CASE(words_of_a_placeholder_are_no_value) {
  const std::string empty = "<w:showingPlcHdr/><w:dropDownList/>";
  const Document document = read_body(
      tbl(tr(cell_of(para(control(empty, run("Choose an item.")))) +
             cell_of(para(control("<w:dropDownList/>", run("High")))) +
             cell_of(para(run("by ") + control("<w:showingPlcHdr/><w:date/>", run("Enter a date.")) + run("2030")))) +
          tr(control(empty, cell_of(p("Choose"))) + tc("b") + tc("c"))));
  BOOST_TEST(cell(table(document), 0, 0).empty());
  BOOST_TEST(cell(table(document), 0, 1) == "High");
  BOOST_TEST(cell(table(document), 0, 2) == "by 2030");
  BOOST_TEST(cell(table(document), 1, 0).empty());
  BOOST_TEST(cell(table(document), 1, 1) == "b");
  const auto found = oddities(document, "DOCX-PLACEHOLDER");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].message.starts_with("3 fields"));
  BOOST_TEST(found[0].message.find("Choose an item.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(check_boxes_are_signs_and_all_options_stay) {
  BOOST_TEST(only_text(box(true, run("☒")) + run(" 1 ") + box(false, run("☐")) + run(" 2")) == "☒ 1 ☐ 2");
  BOOST_TEST(only_text(box(true, sym("Wingdings", "F0FE")) + run(" yes")) == "☑ yes");
  // Signs that people choose for their boxes: the state tells what they mean.
  BOOST_TEST(only_text(box(true, run("n", fonts("Webdings"))) + box(false, run("○")) + box(true, "")) == "☒☐☒");
  const Document document = read_body(tbl(tr(box(true, cell_of(p("☒"))) + tc("x"))));
  BOOST_TEST(cell(table(document), 0, 0) == "☒");
}
