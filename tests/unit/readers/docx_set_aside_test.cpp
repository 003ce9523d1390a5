// SPDX-License-Identifier: GPL-3.0-or-later
// What Word strikes out or does not show is no live text, and is not lost.
#include <boost/test/unit_test.hpp>

#include "unit/readers/docx_markup.h"

using namespace pactable;
using namespace pactable::test::docx;
using layout::Document;
using layout::SetAside;
using test::DocxPackage;

namespace {

const std::string kStruck = "<w:strike/>";
const std::string kWhite = "<w:color w:val=\"FFFFFF\"/>";

std::string shade(const std::string& fill) {
  return "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + fill + "\"/>";
}

// "live|aside|aside" of the first paragraph of the body.
std::string separated(const layout::Paragraph& paragraph) {
  std::string all = paragraph.text.utf8();
  for (const SetAside& aside : paragraph.set_aside)
    all += (aside.reason == SetAside::Reason::kStruck ? "|-" : "|?") + aside.text.utf8();
  return all;
}
std::string separated(const std::string& runs) { return separated(text(read_body(para(runs))).paragraph); }

std::string parted_cell(const Document& document, int row, int column) {
  const layout::Cell* cell = table(document).at(row, column);
  BOOST_REQUIRE(cell != nullptr);
  std::string all;
  for (const layout::Paragraph& paragraph : cell->paragraphs) all += separated(paragraph);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(struck_out_runs_are_set_aside_and_what_remains_is_clean) {
  BOOST_TEST(separated(run("2", kStruck) + run("1")) == "1|-2");
  BOOST_TEST(separated(run("2024 ", kStruck) + run("2025")) == "2025|-2024");
  BOOST_TEST(separated(run("Water ") + run("Board", kStruck) + run(" Office")) == "Water Office|-Board");
  BOOST_TEST(separated(run("Fence") + run(" and guard", kStruck)) == "Fence|-and guard");
  BOOST_TEST(separated(run("one ") + run("two", "<w:dstrike/>")) == "one|-two");
  BOOST_TEST(separated(run("202") + run("4", kStruck) + run("5")) == "2025|-4");
  BOOST_TEST(separated(run("kept", "<w:strike w:val=\"0\"/>")) == "kept");
}

BOOST_AUTO_TEST_CASE(words_on_both_sides_of_a_cut_are_not_joined) {
  BOOST_TEST(separated(run("1") + run(" 2", kStruck) + run("3")) == "1 3|-2");
  BOOST_TEST(separated(run("a") + "<w:r><w:rPr><w:strike/></w:rPr><w:br/><w:t>b</w:t></w:r>" + run("c")) == "a\nc|-b");
  // A line through a space says nothing of the space.
  BOOST_TEST(separated(run("until") + run(" ", kStruck) + run("2025")) == "until 2025");
  // The line break is kept before the space.
  BOOST_TEST(separated(run("a ") + run("b", kStruck) + "<w:r><w:br/><w:t>c</w:t></w:r>") == "a\nc|-b");
  BOOST_TEST(separated("<w:r><w:t>a</w:t><w:br/></w:r>" + run("b", kStruck) + "<w:r><w:br/><w:t>c</w:t></w:r>") ==
             "a\nc|-b");
}

BOOST_AUTO_TEST_CASE(styles_strike_out_and_two_toggles_take_each_other_off) {
  DocxPackage package;
  const std::string by_style = "<w:rStyle w:val=\"Off\"/>";
  package.body(para(run("a ") + run("b", by_style)) +
               para(run("c") + run(" d", "<w:strike w:val=\"0\"/>"), "<w:pStyle w:val=\"Gone\"/>") +
               para(run("both", by_style), "<w:pStyle w:val=\"Gone\"/>"));
  package.related("styles", "styles.xml", "styles",
                  "<w:style w:type=\"character\" w:styleId=\"Base\"><w:rPr><w:strike/></w:rPr></w:style>"
                  "<w:style w:type=\"character\" w:styleId=\"Off\"><w:basedOn w:val=\"Base\"/></w:style>"
                  "<w:style w:type=\"paragraph\" w:styleId=\"Gone\"><w:rPr><w:strike/></w:rPr></w:style>");
  const Document document = read(package);
  BOOST_TEST(separated(text(document, 0).paragraph) == "a|-b");
  BOOST_TEST(separated(text(document, 1).paragraph) == "d|-c");
  BOOST_TEST(separated(text(document, 2).paragraph) == "both");
}

BOOST_AUTO_TEST_CASE(places_count_what_was_set_aside_and_styles_move_with_the_text) {
  const Document document = read_body(para(run("é ") + run("old ", kStruck) + run("new", "<w:b/>") + run(" end")));
  const layout::Paragraph& paragraph = text(document).paragraph;
  BOOST_TEST(paragraph.text.utf8() == "é new end");
  BOOST_REQUIRE_EQUAL(paragraph.text.styles().size(), 1U);
  BOOST_TEST((paragraph.text.styles()[0] == layout::StyleSpan{3, 6, layout::Style::kBold}));
  BOOST_REQUIRE_EQUAL(paragraph.text.fragments().size(), 2U);
  const auto place = [](const layout::Text& text, std::size_t i) {
    return std::get<PartPlace>(text.fragments()[i].place);
  };
  BOOST_TEST(place(paragraph.text, 0).start == 0);
  BOOST_TEST(place(paragraph.text, 0).end == 2);
  BOOST_TEST(place(paragraph.text, 1).start == 6);
  BOOST_TEST(place(paragraph.text, 1).end == 13);
  BOOST_TEST(place(paragraph.set_aside.at(0).text, 0).start == 2);
  BOOST_TEST(place(paragraph.set_aside.at(0).text, 0).end == 5);
}

BOOST_AUTO_TEST_CASE(one_finding_tells_of_all_that_is_struck_out_in_a_cell) {
  const Document document =
      read_body(tbl(tr(tc("1.1") + cell_of(para(run("A", kStruck)) + para(run("B", kStruck) + run("C"))))));
  const auto found = oddities(document, "DOCX-STRUCK");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].message.find("struck out") != std::string::npos);
  BOOST_TEST(found[0].message.find("A / B") != std::string::npos);
  BOOST_TEST(std::get<PartPlace>(*found[0].place).cell == 1);
  // A paragraph without live text stays, because what was set aside stands in it.
  BOOST_TEST(table(document).at(0, 1)->paragraphs.size() == 2U);
  BOOST_TEST(!table(document).at(0, 1)->empty());
}

BOOST_AUTO_TEST_CASE(a_struck_out_number_of_a_list_goes_with_its_text) {
  DocxPackage package;
  const std::string numbered = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
  const std::string mark = numbered + "<w:rPr><w:strike/></w:rPr>";
  package.body(para(run("first"), numbered) + para(run("gone", kStruck), mark) + para("", mark) +
               para(run("live"), mark));
  package.related("numbering", "numbering.xml", "numbering",
                  "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:lvlText "
                  "w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
  const Document document = read(package);
  BOOST_TEST(separated(text(document, 1).paragraph) == "|-2.|-gone");
  BOOST_TEST(text(document, 1).paragraph.list_label.empty());
  BOOST_TEST(separated(text(document, 2).paragraph) == "|-3.");
  BOOST_TEST(text(document, 3).paragraph.list_label == "4.");
}

BOOST_AUTO_TEST_CASE(hidden_text_takes_no_room) {
  BOOST_TEST(separated(run("seen") + run(" secret", "<w:vanish/>")) == "seen|?secret");
  BOOST_TEST(separated(run("in") + run(" not ", "<w:vanish/>") + run("side")) == "inside|?not");
  BOOST_TEST(separated(run("a") + run(" ", "<w:vanish/>") + run("b")) == "ab");
  const Document document = read_body(para(run("all of it", "<w:vanish/>")));
  BOOST_TEST(separated(text(document).paragraph) == "|?all of it");
  BOOST_TEST(oddities(document, "DOCX-HIDDEN-TEXT").size() == 1U);
}

BOOST_AUTO_TEST_CASE(text_of_the_colour_of_its_ground_is_hidden) {
  BOOST_TEST(separated(run("3", kWhite) + run("1")) == "1|?3");
  BOOST_TEST(separated(run("fence") + run(" draft ", kWhite) + run("now")) == "fence now|?draft");
  BOOST_TEST(separated(run("nearly", "<w:color w:val=\"FDFEFE\"/>")) == "|?nearly");
  BOOST_TEST(separated(run("grey", "<w:color w:val=\"D9D9D9\"/>")) == "grey");
  BOOST_TEST(separated(run("auto", "<w:color w:val=\"auto\"/>")) == "auto");
  BOOST_TEST(separated(run("black", "<w:color w:val=\"000000\"/><w:highlight w:val=\"black\"/>")) == "|?black");
  BOOST_TEST(separated(run("marked", kWhite + "<w:highlight w:val=\"darkBlue\"/>")) == "marked");
  BOOST_TEST(separated(run("run", kWhite + shade("1F4E79"))) == "run");
  BOOST_TEST(separated(run("pattern", kWhite + "<w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"auto\"/>")) ==
             "pattern");
  BOOST_TEST(separated(run("outline", kWhite + "<w:outline/>")) == "outline");
  const Document document = read_body(para(run("in a box", kWhite), shade("000000")) + para(run("no", kWhite)));
  BOOST_TEST(separated(text(document, 0).paragraph) == "in a box");
  BOOST_TEST(separated(text(document, 1).paragraph) == "|?no");
}

BOOST_AUTO_TEST_CASE(the_ground_of_a_cell_decides_over_white_text) {
  const std::string white = para(run("Action", kWhite)), green = para(run("x", "<w:color w:val=\"00B050\"/>"));
  const Document document = read_body(
      tbl(tr(cell_of(white, shade("1F4E79")) + cell_of(white, shade("FFFFFF")) + cell_of(green, shade("00B050")) +
             cell_of(white, "<w:shd w:val=\"clear\" w:fill=\"auto\" w:themeFill=\"accent1\"/>") + cell_of(white))));
  BOOST_TEST(parted_cell(document, 0, 0) == "Action");
  BOOST_TEST(parted_cell(document, 0, 1) == "|?Action");
  BOOST_TEST(parted_cell(document, 0, 2) == "|?x");
  BOOST_TEST(parted_cell(document, 0, 3) == "Action");
  BOOST_TEST(parted_cell(document, 0, 4) == "|?Action");
}

BOOST_AUTO_TEST_CASE(white_text_is_live_where_its_ground_is_not_known) {
  const std::string white = para(run("Action", kWhite));
  DocxPackage package;
  const auto styled = [&](const std::string& style) {
    return tbl("<w:tblPr><w:tblStyle w:val=\"" + style + "\"/></w:tblPr>" + tr(cell_of(white)));
  };
  package.body(styled("Dark") + styled("Plain") +
               tbl("<w:tblPr>" + shade("000000") + "</w:tblPr>" + tr(cell_of(white))) + "<w:p><w:r><w:txbxContent>" +
               white + "</w:txbxContent></w:r></w:p>");
  package.related("styles", "styles.xml", "styles",
                  "<w:style w:type=\"table\" w:styleId=\"Base\"><w:tblStylePr w:type=\"firstRow\"><w:tcPr>" +
                      shade("1F4E79") +
                      "</w:tcPr></w:tblStylePr></w:style><w:style w:type=\"table\" w:styleId=\"Dark\"><w:basedOn "
                      "w:val=\"Base\"/></w:style><w:style w:type=\"table\" w:styleId=\"Plain\"/>");
  const Document document = read(package);
  BOOST_TEST(cell(table(document, 0), 0, 0) == "Action");
  BOOST_TEST(cell(table(document, 1), 0, 0).empty());
  BOOST_TEST(cell(table(document, 2), 0, 0) == "Action");
  BOOST_TEST(text_of(document, 3) == "Action");
  const std::string page = "<w:background w:color=\"000080\"/><w:body>" + white + "</w:body>";
  BOOST_TEST(text_of(read(DocxPackage().part("word/document.xml", DocxPackage().root("document", page)))) == "Action");
}

BOOST_AUTO_TEST_CASE(white_text_on_a_cover_is_live_and_in_a_cell_it_is_not) {
  const std::string white = para(run("Title", kWhite));
  const std::string cover =
      "<w:p><w:r><w:drawing xmlns:wp=\"urn:wp\"><wp:anchor behindDoc=\"1\"/></w:drawing></w:r></w:p>";
  const Document document = read_body(white + cover + tbl(tr(cell_of(white) + tc("x"))));
  BOOST_TEST(text_of(document) == "Title");
  BOOST_TEST(cell(table(document, 1), 0, 0).empty());
  DocxPackage package;
  package.body(white).related("header", "header1.xml", "hdr", cover);
  BOOST_TEST(text_of(read(package)) == "Title");
}

BOOST_AUTO_TEST_CASE(a_hidden_row_keeps_its_place_and_no_live_text) {
  const std::string off = "<w:rPr><w:vanish/></w:rPr>";
  const auto hidden = [&](const std::string& words) { return cell_of(para(run(words, "<w:vanish/>"), off)); };
  const Document document = read_body(tbl(tr(tc("1") + tc("Count")) + tr(hidden("2") + hidden("Feed"), "<w:hidden/>") +
                                          tr(tc("3") + tc("Plain"), "<w:hidden/>") + tr(tc("4") + tc("Report"))));
  BOOST_TEST(table(document).rows.size() == 4U);
  BOOST_TEST(parted_cell(document, 1, 1) == "|?Feed");
  BOOST_TEST(parted_cell(document, 2, 0) == "|?3");
  BOOST_TEST(cell(table(document), 3, 1) == "Report");
  const auto found = oddities(document, "DOCX-HIDDEN-TEXT");
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0].message.find("2 / Feed") != std::string::npos);
  BOOST_TEST(std::get<PartPlace>(*found[0].place).row == 1);
}

BOOST_AUTO_TEST_CASE(a_paragraph_that_runs_on_hands_on_what_was_set_aside) {
  const std::string deleted = "<w:rPr><w:del/></w:rPr>";
  const Document document =
      read_body(para(run("one ") + run("x", kStruck), deleted) + para(run("y ", kStruck) + run("two")));
  BOOST_TEST(separated(text(document).paragraph) == "one two|-x|-y");
}

BOOST_AUTO_TEST_CASE(tracked_changes_of_settings_and_values_come_out_right_on_either_side) {
  const std::string was_live = "<w:strike/><w:rPrChange><w:rPr/></w:rPrChange>";
  DocxPackage package;
  package.body(tbl(
      tr(cell_of(para(run("1.2", was_live) + "<w:ins>" + run("1.3") + "</w:ins>")) +
         cell_of(para("<w:del><w:r><w:delText>2024</w:delText></w:r></w:del><w:ins>" + run("2025") + "</w:ins>")))));
  const Document accepted = read(package), rejected = read(package, Revisions::kOriginal);
  BOOST_TEST(parted_cell(accepted, 0, 0) == "1.3|-1.2");
  BOOST_TEST(parted_cell(rejected, 0, 0) == "1.2");
  BOOST_TEST(parted_cell(accepted, 0, 1) == "2025");
  BOOST_TEST(parted_cell(rejected, 0, 1) == "2024");
}

BOOST_AUTO_TEST_CASE(automatic_numbers_count_the_rows_of_the_side_that_is_read) {
  const std::string numbered = para("", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
  const auto row = [&](const std::string& words, const std::string& change) {
    return tr(cell_of(numbered) + tc(words), change);
  };
  DocxPackage package;
  package.body(tbl(row("a", "") + row("b", "<w:del/>") + row("c", "<w:ins/>") + row("d", "")));
  package.related("numbering", "numbering.xml", "numbering",
                  "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:lvlText "
                  "w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
  const auto rows = [&](Revisions revisions) {
    const Document document = read(package, revisions);
    std::string all;
    for (int i = 0; i < static_cast<int>(table(document).rows.size()); ++i)
      all += table(document).at(i, 0)->paragraphs.at(0).list_label + cell(table(document), i, 1) + " ";
    return all;
  };
  BOOST_TEST(rows(Revisions::kFinal) == "1a 2c 3d ");
  BOOST_TEST(rows(Revisions::kOriginal) == "1a 2b 3d ");
}
