// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/docx_reader.h"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <random>

#include "readers/docx/package.h"
#include "readers/reader.h"
#include "unit/readers/docx_markup.h"
#include "unit/readers/docx_package.h"

using namespace pactable;
using layout::Document;
using layout::Furniture;
using layout::Table;
using layout::TextBlock;
using test::DocxPackage;

namespace {

using namespace test::docx;

Error error_of(const std::string& bytes) {
  const auto document = readers::docx::read(bytes);
  BOOST_REQUIRE(!document.has_value());
  return document.error();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_paragraph_keeps_its_text_its_place_and_its_setting) {
  const Document document = read_body(
      "<w:p><w:r><w:t xml:space=\"preserve\">é </w:t></w:r><w:r><w:rPr><w:b/><w:i w:val=\"0\"/></w:rPr><w:t>bold</w:t>"
      "</w:r><w:r><w:tab/><w:t>x</w:t><w:br/><w:noBreakHyphen/></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/>"
      "</w:rPr><w:t>2</w:t></w:r></w:p>");
  const layout::Text& read = text(document).paragraph.text;
  BOOST_TEST(read.utf8() == "é bold\tx\n-2");
  BOOST_REQUIRE_EQUAL(read.styles().size(), 2U);
  BOOST_TEST((read.styles()[0] == layout::StyleSpan{3, 7, layout::Style::kBold}));
  BOOST_TEST((read.styles()[1].style == layout::Style::kSuperscript));
  const auto place = std::get<PartPlace>(read.places().at(0));
  BOOST_TEST(*place.part == "word/document.xml");
  BOOST_TEST(place.table == -1);
  BOOST_TEST(place.start == 0);
  BOOST_TEST(place.end == 11);
  BOOST_TEST((document.origin == LabelOrigin::kTyped));
}

BOOST_AUTO_TEST_CASE(merged_cells_stand_once_with_their_spans) {
  const Document document =
      read_body(p("before") +
                tbl(tr(tc("head", "<w:gridSpan w:val=\"3\"/>")) +
                    tr(tc("a", "<w:vMerge w:val=\"restart\"/>") + tc("b") + tc("c", "<w:shd w:fill=\"FF8000\"/>")) +
                    tr(tc("", "<w:vMerge/>") + tc("d") + tc("e"))) +
                tbl(tr(tc("x"))));
  const Table& first = table(document, 1);
  BOOST_TEST(first.column_count == 3);
  BOOST_TEST(first.rows.size() == 3U);
  BOOST_TEST(first.at(0, 2)->column_span == 3);
  BOOST_TEST(first.at(1, 0)->row_span == 2);
  BOOST_TEST(cell(first, 2, 0) == "a");
  BOOST_TEST(cell(first, 2, 2) == "e");
  BOOST_TEST((first.at(1, 2)->shading == layout::Colour{255, 128, 0}));
  const auto place = std::get<PartPlace>(first.at(2, 2)->paragraphs.at(0).text.places().at(0));
  BOOST_TEST(place.table == 0);
  BOOST_TEST(place.row == 2);
  BOOST_TEST(place.cell == 2);
  BOOST_TEST(std::get<PartPlace>(table(document, 2).cells[0].paragraphs[0].text.places().at(0)).table == 1);
}

BOOST_AUTO_TEST_CASE(text_below_the_start_of_a_merge_is_kept_and_reported) {
  const Document document =
      read_body(tbl(tr(tc("a", "<w:vMerge w:val=\"restart\"/>") + tc("b")) + tr(tc("lost?", "<w:vMerge/>") + tc("d"))));
  BOOST_TEST(cell(table(document), 0, 0) == "a lost?");
  BOOST_TEST(has_oddity(document, "DOCX-MERGED-TEXT"));
}

BOOST_AUTO_TEST_CASE(grid_columns_that_no_cell_begins_in_are_closed_up) {
  const Document document =
      read_body(tbl(tr(tc("a", "<w:gridSpan w:val=\"2\"/>") + tc("b", "<w:gridSpan w:val=\"2\"/>")) +
                    tr(tc("c", "<w:gridSpan w:val=\"2\"/>") + tc("d", "<w:gridSpan w:val=\"2\"/>")) +
                    tr(tc("e", "<w:gridSpan w:val=\"2\"/>"), "<w:gridBefore w:val=\"2\"/>")));
  BOOST_TEST(table(document).column_count == 2);
  BOOST_TEST(cell(table(document), 0, 1) == "b");
  BOOST_TEST(table(document).at(2, 0) == nullptr);
  BOOST_TEST(cell(table(document), 2, 1) == "e");
}

BOOST_AUTO_TEST_CASE(header_rows_are_marked) {
  const Document document = read_body(tbl(tr(tc("No") + tc("Action"), "<w:tblHeader/>") + tr(tc("1") + tc("x"))));
  BOOST_TEST(table(document).rows[0].header);
  BOOST_TEST(table(document).at(0, 1)->header);
  BOOST_TEST(!table(document).rows[1].header);
}

BOOST_AUTO_TEST_CASE(tracked_changes_are_read_as_accepted) {
  const Document document = read_body(
      "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
      "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
      "</w:rPr><w:t> plain</w:t></w:r></w:p>" +
      tbl(tr(tc("kept")) + tr(tc("deleted"), "<w:del/>") + tr(tc("last"))));
  BOOST_TEST(text_of(document) == "new plain");
  BOOST_TEST(text(document).paragraph.text.styles().empty());
  BOOST_TEST(table(document, 1).rows.size() == 2U);
  BOOST_TEST(cell(table(document, 1), 1, 0) == "last");
  BOOST_TEST(std::get<PartPlace>(table(document, 1).cells[1].paragraphs[0].text.places().at(0)).row == 1);
  BOOST_TEST(has_oddity(document, "DOCX-TRACKED"));
}

BOOST_AUTO_TEST_CASE(a_paragraph_whose_mark_was_deleted_runs_on_into_the_next) {
  const std::string deleted = "<w:rPr><w:del/></w:rPr>";
  const Document document = read_body(
      p("one ", deleted) + p("two") + p("end ", deleted) +
      tbl(tr("<w:tc>" + p("three ", deleted) + p("four") + p("five", deleted) + "</w:tc>")) + p("last", deleted));
  BOOST_TEST(text_of(document, 0) == "one two");
  BOOST_TEST(text_of(document, 1) == "end ");
  BOOST_TEST(table(document, 2).cells.at(0).paragraphs.size() == 2U);
  BOOST_TEST(cell(table(document, 2), 0, 0) == "three four five");
  BOOST_TEST(text_of(document, 3) == "last");
  BOOST_TEST(text(document, 0).paragraph.text.places().size() == 2U);
}

BOOST_AUTO_TEST_CASE(either_side_of_tracked_changes_can_be_read) {
  const std::string body =
      "<w:p><w:pPr><w:outlineLvl "
      "w:val=\"0\"/><w:pPrChange><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>kept</w:t></w:r><w:del><w:r>"
      "<w:delText> old</w:delText></w:r></w:del><w:ins><w:r><w:t> "
      "new</w:t></w:r></w:ins><w:r><w:rPr><w:b/><w:rPrChange><w:rPr>"
      "<w:i/></w:rPr></w:rPrChange></w:rPr><w:t> set</w:t></w:r></w:p>" +
      p("first ", "<w:rPr><w:ins/></w:rPr>") + p("second") +
      tbl(tr(tc("in"), "<w:ins/>") + tr(tc("out"), "<w:del/>") +
          tr(tc("a") + tc("b", "<w:cellIns/>") + tc("c", "<w:cellDel/>")) +
          tr(tc("d", "<w:gridSpan w:val=\"2\"/><w:tcPrChange><w:tcPr/></w:tcPrChange>")));
  const std::string bytes = DocxPackage().body(body).bytes();
  const auto accepted = readers::docx::read(bytes);
  const auto rejected = readers::docx::read(bytes, Revisions::kOriginal);
  BOOST_REQUIRE((accepted.has_value() && rejected.has_value()));
  BOOST_TEST(text_of(*accepted) == "kept new set");
  BOOST_TEST(text_of(*rejected) == "kept old set");
  BOOST_TEST(text(*accepted).paragraph.heading_level == 1);
  BOOST_TEST(text(*rejected).paragraph.heading_level == 0);
  BOOST_TEST((text(*accepted).paragraph.text.styles().at(0).style == layout::Style::kBold));
  BOOST_TEST((text(*rejected).paragraph.text.styles().at(0).style == layout::Style::kItalic));
  BOOST_TEST(text_of(*accepted, 1) == "first ");
  BOOST_TEST(text_of(*rejected, 1) == "first second");
  BOOST_TEST(cell(table(*accepted, 3), 0, 0) == "in");
  BOOST_TEST(cell(table(*rejected, 2), 0, 0) == "out");
  BOOST_TEST(cell(table(*accepted, 3), 1, 1) == "b");
  BOOST_TEST(cell(table(*rejected, 2), 1, 1) == "c");
  BOOST_TEST(table(*accepted, 3).at(2, 0)->column_span == 2);
  BOOST_TEST(table(*rejected, 2).at(2, 0)->column_span == 1);
  for (const Document* document : {&*accepted, &*rejected}) BOOST_TEST(has_oddity(*document, "DOCX-TRACKED"));
  BOOST_TEST(accepted->oddities.at(0).message.find("4 insertions, 3 deletions, 3 of settings") != std::string::npos);
  BOOST_TEST(!has_oddity(read_body(p("untouched")), "DOCX-TRACKED"));
}

BOOST_AUTO_TEST_CASE(cells_merged_in_the_old_way_are_one_cell) {
  const Document document =
      read_body(tbl(tr(tc("a", "<w:hMerge w:val=\"restart\"/>") + tc("", "<w:hMerge/>") + tc("b")) +
                    tr(tc("1") + tc("2") + tc("3"))));
  BOOST_TEST(table(document).at(0, 1)->column_span == 2);
  BOOST_TEST(cell(table(document), 0, 2) == "b");
  BOOST_TEST(cell(table(document), 1, 1) == "2");
}

BOOST_AUTO_TEST_CASE(a_paragraph_whose_mark_is_hidden_runs_on_and_a_run_in_heading_keeps_its_level_of_text) {
  const Document document = read_body(p("Heading. ", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("Text"));
  BOOST_REQUIRE_EQUAL(document.blocks.size(), 1U);
  BOOST_TEST(text_of(document) == "Heading. Text");
}

BOOST_AUTO_TEST_CASE(what_the_document_sets_for_all_holds_where_nothing_else_is_said) {
  DocxPackage package;
  package.body(p("bold") + "<w:p><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>plain</w:t></w:r></w:p>");
  package.related("styles", "styles.xml", "styles",
                  "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>");
  const Document document = read(package);
  BOOST_TEST(text(document, 0).paragraph.text.is_all(layout::Style::kBold));
  BOOST_TEST(text(document, 1).paragraph.text.styles().empty());
}

BOOST_AUTO_TEST_CASE(an_automatic_number_before_a_typed_one_is_reported_and_both_are_kept) {
  const auto twice = [](const std::string& typed) {
    DocxPackage package;
    package.body(p(typed, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"));
    package.related(
        "numbering", "numbering.xml", "numbering",
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:lvlText w:val=\"%1.\"/>"
        "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    Document document = read(package);
    BOOST_TEST(text(document).paragraph.list_label == "3.");
    BOOST_TEST(text_of(document) == typed);
    return has_oddity(document, "DOCX-NUMBER-TWICE");
  };
  for (const char* typed : {"1.1 Survey the herds", "2) Train rangers", "3.4.\tReport", "1.2.3", "4. count"})
    BOOST_TEST(twice(typed), typed);
  for (const char* text :
       {"5.5 million saigas", "2020 report", "3 workshops", "10 km of fence", "Survey 1.1", "1.1%"}) {
    BOOST_TEST(!twice(text), text);
  }
}

BOOST_AUTO_TEST_CASE(wrappers_around_content_are_transparent) {
  const Document document = read_body(
      "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + p("in control") + "</w:sdtContent></w:sdt>" +
      tbl("<w:sdt><w:sdtContent>" + tr("<w:sdt><w:sdtContent>" + tc("a") + "</w:sdtContent></w:sdt>" + tc("b")) +
          "</w:sdtContent></w:sdt>") +
      "<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:fldSimple w:instr=\"SEQ\"><w:r><w:t>7</w:t></w:r>"
      "</w:fldSimple></w:p>");
  BOOST_TEST(text_of(document) == "in control");
  BOOST_TEST(table(document, 1).column_count == 2);
  BOOST_TEST(cell(table(document, 1), 0, 1) == "b");
  BOOST_TEST(text_of(document, 2) == "link7");
}

BOOST_AUTO_TEST_CASE(results_of_fields_are_read_and_their_codes_are_not) {
  const std::string field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>SEQ Table</w:instrText>"
      "<w:t>code</w:t></w:r>";
  const Document document =
      read_body("<w:p>" + field +
                "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r>"
                "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>.</w:t></w:r></w:p><w:p>" +
                field + "</w:p>" + p("after"));
  BOOST_TEST(text_of(document) == "12.");
  BOOST_TEST(text_of(document, 1) == "after");
}

BOOST_AUTO_TEST_CASE(what_word_prints_and_is_not_read_is_reported) {
  const Document document = read_body(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> LISTNUM "
      "</w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r><w:r><w:t>text</w:t></w:r></w:p><w:altChunk r:id=\"r9\" xmlns:r=\"urn:r\"/>");
  BOOST_TEST(text_of(document) == "text");
  BOOST_TEST(document.oddities.size() == 2U);
  BOOST_TEST(has_oddity(document, "DOCX-NOT-READ"));
}

BOOST_AUTO_TEST_CASE(one_branch_of_alternate_content_is_read) {
  const std::string box = "<o:shape><w:txbxContent>" + p("boxed") + "</w:txbxContent></o:shape>";
  const Document document = read_body("<w:p><w:r><w:t>a</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>" + box +
                                      "</mc:Choice><mc:Fallback>" + box +
                                      "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>b</w:t></w:r></w:p>" +
                                      "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>fallback</w:t></mc:Fallback></"
                                      "mc:AlternateContent></w:r></w:p>" +
                                      tbl(tr("<w:tc><w:p><w:r>" + box + "<w:t>cell</w:t></w:r></w:p></w:tc>")));
  BOOST_REQUIRE_EQUAL(document.blocks.size(), 4U);
  BOOST_TEST(text_of(document, 0) == "ab");
  BOOST_TEST(text_of(document, 1) == "boxed");
  BOOST_TEST(text_of(document, 2) == "fallback");
  BOOST_TEST(cell(table(document, 3), 0, 0) == "cell boxed");
}

BOOST_AUTO_TEST_CASE(a_nested_table_is_flattened_into_its_cell_without_loss) {
  const Document document = read_body(tbl(tr("<w:tc>" + p("one") + tbl(tr(tc("two") + tc("three"), "<w:tblHeader/>")) +
                                             p("four") + "</w:tc>" + tc("five"))));
  BOOST_TEST(cell(table(document), 0, 0) == "one two three four");
  BOOST_TEST(cell(table(document), 0, 1) == "five");
  BOOST_TEST(!table(document).rows[0].header);
  BOOST_TEST(has_oddity(document, "DOCX-NESTED-TABLE"));
}

BOOST_AUTO_TEST_CASE(hidden_text_is_set_aside_and_reported) {
  const Document document =
      read_body("<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>");
  BOOST_TEST(text_of(document) == "seen");
  BOOST_REQUIRE_EQUAL(text(document).paragraph.set_aside.size(), 1U);
  BOOST_TEST(text(document).paragraph.set_aside[0].text.utf8() == "secret");
  BOOST_REQUIRE(has_oddity(document, "DOCX-HIDDEN-TEXT"));
  BOOST_TEST(document.oddities[0].message.find("secret") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(notes_follow_the_body_with_their_printed_numbers) {
  DocxPackage package;
  package.body(
      "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"5\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/>"
      "<w:endnoteReference w:id=\"1\"/></w:r></w:p>");
  package.related("footnotes", "footnotes.xml", "footnotes",
                  "<w:footnote w:id=\"0\" w:type=\"separator\">" + p("line") + "</w:footnote><w:footnote w:id=\"2\">" +
                      p("second") + "</w:footnote><w:footnote w:id=\"5\">" + p("first") + p("more") +
                      "</w:footnote><w:footnote w:id=\"9\">" + p("unused") + "</w:footnote>");
  package.related("endnotes", "endnotes.xml", "endnotes", "<w:endnote w:id=\"1\">" + p("end") + "</w:endnote>");
  package.related("header", "header1.xml", "hdr", p("running head"));
  const Document document = read(package);
  std::string all;
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    all += text(document, i).note_mark + ":" + text_of(document, i) + " ";
  BOOST_TEST(all == ":a12i 1:first 1:more 2:second :unused i:end :running head ");
  const auto& marks = text(document).paragraph.text.styles();
  BOOST_TEST((marks.size() == 1U && marks[0] == layout::StyleSpan{1, 4, layout::Style::kSuperscript}));
  BOOST_TEST((text(document, 1).furniture == Furniture::kFootnote));
  BOOST_TEST((text(document, 6).furniture == Furniture::kRunningHead));
  BOOST_TEST(*std::get<PartPlace>(text(document, 1).paragraph.text.places().at(0)).part == "word/footnotes.xml");
}

BOOST_AUTO_TEST_CASE(styles_give_headings_and_settings_through_their_bases) {
  DocxPackage package;
  package.body(
      p("Title", "<w:pStyle w:val=\"Sub\"/>") + p("plain") + p("own", "<w:outlineLvl w:val=\"0\"/>") +
      "<w:p><w:pPr><w:pStyle w:val=\"Sub\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t>x</w:t>"
      "</w:r></w:p>" +
      p("round", "<w:pStyle w:val=\"LoopA\"/>"));
  package.related(
      "styles", "styles.xml", "styles",
      "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:basedOn w:val=\"H2\"/></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"LoopA\"><w:basedOn w:val=\"LoopB\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"LoopB\"><w:basedOn w:val=\"LoopA\"/></w:style>");
  const Document document = read(package);
  BOOST_TEST(text(document, 0).paragraph.heading_level == 2);
  BOOST_TEST(text(document, 0).paragraph.text.is_all(layout::Style::kBold));
  BOOST_TEST(text(document, 1).paragraph.heading_level == 0);
  BOOST_TEST(text(document, 2).paragraph.heading_level == 1);
  BOOST_TEST(!text(document, 3).paragraph.text.is_all(layout::Style::kBold));  // two toggles take each other off
}

BOOST_AUTO_TEST_CASE(strict_packages_are_read_like_transitional_ones) {
  const Document document = read(DocxPackage(DocxPackage::kStrict).body(tbl(tr(tc("a") + tc("b")))));
  BOOST_TEST(table(document).column_count == 2);
}

BOOST_AUTO_TEST_CASE(the_main_part_is_found_through_the_relationships_alone) {
  DocxPackage package(DocxPackage::kTransitional, "/other/./x/../main.xml");
  package.body(p("decoy")).part("other/main.xml", package.root("document", "<w:body>" + p("real") + "</w:body>"));
  BOOST_TEST(text_of(read(package)) == "real");
  DocxPackage sheet;
  sheet.part("word/document.xml", "<workbook xmlns=\"urn:sheet\"/>");
  BOOST_TEST((error_of(sheet.bytes()).code == ErrorCode::kUnsupported));
  BOOST_TEST((error_of(DocxPackage().bytes()).code == ErrorCode::kDamaged));  // the part is missing
}

BOOST_AUTO_TEST_CASE(external_targets_are_reported_and_never_fetched) {
  DocxPackage package;
  package.body(p("x")).relate("word/_rels/document.xml.rels", "attachedTemplate", "http://example.org/t.dotm", true);
  BOOST_TEST(has_oddity(read(package), "DOCX-EXTERNAL"));
}

BOOST_AUTO_TEST_CASE(a_document_type_is_refused) {
  const std::string type = "<!DOCTYPE w:document [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
  const std::string xml = DocxPackage().root("document", "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>");
  const std::size_t end = xml.find("?>") + 2;
  const Error error =
      error_of(DocxPackage().part("word/document.xml", xml.substr(0, end) + type + xml.substr(end)).bytes());
  BOOST_TEST((error.code == ErrorCode::kDamaged));
  BOOST_TEST(error.message.find("document type") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(broken_packages_are_errors_at_every_length) {
  const std::string bytes = DocxPackage().body(p("some text") + tbl(tr(tc("a") + tc("b")))).bytes();
  for (std::size_t size = 4; size < bytes.size(); size += 7) {
    const auto document = readers::docx::read(std::string_view(bytes).substr(0, size));
    BOOST_REQUIRE(!document.has_value());
    BOOST_TEST((document.error().code == ErrorCode::kDamaged));
  }
  BOOST_TEST((error_of(DocxPackage().part("word/document.xml", "<w:document").bytes()).code == ErrorCode::kDamaged));
}

BOOST_AUTO_TEST_CASE(encrypted_documents_have_an_error_of_their_own) {
  BOOST_TEST((error_of(DocxPackage().body(p("x")).password("secret").bytes()).code == ErrorCode::kEncrypted));
  std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  BOOST_TEST(!readers::docx::recognises(compound));
  for (const char c : std::string("EncryptedPackage")) compound += {c, '\0'};
  BOOST_TEST(readers::docx::recognises(compound));
  BOOST_TEST((error_of(compound).code == ErrorCode::kEncrypted));
}

BOOST_AUTO_TEST_CASE(what_a_part_inflates_to_is_limited) {
  const std::string bytes = DocxPackage().part("word/bomb.xml", std::string(3 << 20, 'x')).bytes();
  BOOST_TEST(bytes.size() < 20000U);
  auto small_part = readers::docx::Package::open(bytes, {1 << 20, 1 << 30, 100});
  BOOST_REQUIRE(small_part.has_value());
  BOOST_TEST((small_part->read("word/bomb.xml").error().code == ErrorCode::kLimit));
  auto small_total = readers::docx::Package::open(bytes, {4 << 20, 5 << 20, 100});
  BOOST_TEST(small_total->read("word/bomb.xml").has_value());
  BOOST_TEST((small_total->read("word/bomb.xml").error().code == ErrorCode::kLimit));
  BOOST_TEST((readers::docx::Package::open(bytes, {1 << 20, 1 << 20, 2}).error().code == ErrorCode::kLimit));
}

BOOST_AUTO_TEST_CASE(damage_anywhere_gives_a_document_or_an_error) {
  const std::string box = "<w:p><w:r><w:txbxContent>" + tbl(tr(tc("in box"))) + "</w:txbxContent></w:r></w:p>";
  const std::string xml = DocxPackage().root(
      "document",
      "<w:body>" + p("text", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + box +
          tbl(tr(tc("a", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>") + tc("b"), "<w:tblHeader/>") +
              tr("<w:tc>" + tbl(tr(tc("c"))) + p("d") + "</w:tc>", "<w:gridBefore w:val=\"1\"/>")) +
          "</w:body>");
  const std::string whole = DocxPackage().part("word/document.xml", xml).bytes();
  std::minstd_rand random(7);
  int documents = 0;
  for (int round = 0; round < 400; ++round) {
    // One tag or attribute name changed into another, so that most of the parts stay well-formed.
    const std::array<std::string, 8> names = {"w:tbl>", "w:tr>", "w:tc>", "w:p>", "w:r>", "w:t>", "w:pPr>", "w:trPr>"};
    std::string damaged = xml;
    const std::string& from = names[random() % names.size()];
    const std::string& to = names[random() % names.size()];
    for (auto at = damaged.find(from); at != std::string::npos; at = damaged.find(from, at + 1)) {
      damaged.replace(at, from.size(), to);
      if (random() % 16 == 0) break;
    }
    documents += readers::docx::read(DocxPackage().part("word/document.xml", damaged).bytes()).has_value() ? 1 : 0;
    std::string package = whole;
    package[random() % package.size()] = static_cast<char>(random());
    const auto read = readers::docx::read(package);
    BOOST_TEST((read.has_value() || !read.error().message.empty()));
  }
  BOOST_TEST(documents > 40);
}

BOOST_AUTO_TEST_CASE(deep_nesting_and_huge_spans_are_bounded) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 5000; ++i) deep += "</w:sdt>";
  BOOST_TEST((error_of(DocxPackage().body(deep).bytes()).code == ErrorCode::kLimit));
  const Document document = read_body(tbl(tr(tc("wide", "<w:gridSpan w:val=\"1000000000\"/>") + tc("behind")) +
                                          tr(tc("a") + tc("b"), "<w:gridBefore w:val=\"99999999999\"/>")));
  BOOST_TEST(table(document).column_count == 2);
  BOOST_TEST(cell(table(document), 0, 0) == "wide behind");
  BOOST_TEST(cell(table(document), 1, 1) == "a b");
  BOOST_TEST(has_oddity(document, "DOCX-COLUMNS"));
}

BOOST_AUTO_TEST_CASE(the_content_decides_which_reader_is_asked) {
  BOOST_TEST((*readers::recognise(DocxPackage().body(p("x")).bytes()))->id == "docx");
  BOOST_TEST((*readers::recognise("plain\ttext\n"))->id == "text");
  BOOST_TEST((readers::recognise("").error().code == ErrorCode::kEmptyFile));
  const auto named = [](std::string_view bytes) {
    const auto format = readers::recognise(bytes);
    BOOST_REQUIRE(!format.has_value());
    BOOST_TEST((format.error().code == ErrorCode::kUnknownType));
    return format.error().message;
  };
  BOOST_TEST(named("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old").find("OLE") != std::string::npos);
  BOOST_TEST(named(std::string_view("\xFF\xD8\xFF\xE0\0\x10JFIF\0", 11)).find("image") != std::string::npos);
  BOOST_TEST((*readers::recognise("{\\rtf1 x}"))->id == "rtf");
  BOOST_TEST((*readers::recognise("\x89PNG\r\n\x1a\n"))->id == "png");
  BOOST_TEST((*readers::recognise(std::string_view("MM\0*", 4)))->id == "tiff");
  BOOST_TEST(named("<?xml version=\"1.0\"?><svg/>").find("XML") != std::string::npos);
  BOOST_TEST((*readers::recognise("<html><body>x"))->id == "html");
}
