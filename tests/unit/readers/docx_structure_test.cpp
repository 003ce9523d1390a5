// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in, around and beside tables of Word documents.
#include <boost/test/unit_test.hpp>

#include "unit/readers/docx_markup.h"

using namespace pactable;
using namespace pactable::test::docx;
using layout::Document;
using layout::Furniture;
using test::DocxPackage;

namespace {

const std::string kOffice = " xmlns:r=\"urn:r\" xmlns:wp=\"urn:wp\" xmlns:a=\"urn:a\" xmlns:v=\"urn:v\"";

std::string drawing(int points, const std::string& inner, const std::string& description = "") {
  const std::string size = std::to_string(points * 12700);
  return "<w:r><w:drawing" + kOffice + "><wp:inline><wp:extent cx=\"" + size + "\" cy=\"" + size +
         "\"/><wp:docPr id=\"1\" descr=\"" + description + "\"/>" + inner + "</wp:inline></w:drawing></w:r>";
}
std::string picture(int points, const std::string& description = "") {
  return drawing(points,
                 "<a:graphic><a:graphicData uri=\"picture\"><a:blip r:embed=\"r1\"/></a:graphicData></a:graphic>",
                 description);
}
std::string grid(const std::vector<int>& widths) {
  std::string all;
  for (const int width : widths) all += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  return "<w:tblGrid>" + all + "</w:tblGrid>";
}

DocxPackage with_page(const std::string& body, const std::string& page) {
  DocxPackage package;
  package.body(body + "<w:altChunk r:id=\"r2\" xmlns:r=\"urn:r\"/>" + p("after"));
  package.relate("word/_rels/document.xml.rels", "aFChunk", "chunk.html");
  return package.part("word/chunk.html", page);
}

std::size_t pictures(const std::string& body) { return oddities(read_body(body), "DOCX-PICTURE").size(); }

}  // namespace

BOOST_AUTO_TEST_CASE(an_embedded_page_is_read_in_its_place_with_places_of_its_own) {
  const Document document =
      read(with_page(p("before"),
                     "<html><head><title>Untitled</title></head><body><p>one <b>two</b></p><table><tr><td>1.1</td>"
                     "<td>Fence</td></tr></table></body></html>"));
  BOOST_REQUIRE_EQUAL(document.blocks.size(), 4U);
  BOOST_TEST(text_of(document, 0) == "before");
  BOOST_TEST(text_of(document, 1) == "one two");
  BOOST_TEST(text(document, 1).paragraph.text.styles().size() == 1U);
  BOOST_TEST(cell(table(document, 2), 0, 1) == "Fence");
  BOOST_TEST(text_of(document, 3) == "after");
  BOOST_TEST(*std::get<PartPlace>(text(document, 1).paragraph.text.places().at(0)).part == "word/chunk.html");
  BOOST_TEST(*std::get<PartPlace>(table(document, 2).cells.at(1).paragraphs.at(0).text.places().at(0)).part ==
             "word/chunk.html");
  BOOST_TEST(has_oddity(document, "DOCX-EMBEDDED"));
  BOOST_TEST(!has_oddity(document, "DOCX-NOT-READ"));
}

BOOST_AUTO_TEST_CASE(an_embedded_document_that_is_no_page_is_reported) {
  const Document document = read(with_page(p("before"), "{\\rtf1 lost}"));
  BOOST_TEST(document.blocks.size() == 2U);
  BOOST_TEST(has_oddity(document, "DOCX-NOT-READ"));
}

BOOST_AUTO_TEST_CASE(an_embedded_page_in_a_cell_is_flattened_into_it) {
  DocxPackage package;
  package.body(tbl(tr(tc("1") + cell_of("<w:altChunk r:id=\"r2\" xmlns:r=\"urn:r\"/>" + p("end")))));
  package.relate("word/_rels/document.xml.rels", "aFChunk", "chunk.html");
  package.part("word/chunk.html", "<table><tr><td>A</td><td>B</td></tr></table>");
  const Document document = read(package);
  BOOST_TEST(cell(table(document), 0, 1) == "A B end");
  BOOST_TEST(table(document).at(0, 1)->paragraphs.size() == 3U);
  BOOST_TEST(has_oddity(document, "DOCX-NESTED-TABLE"));
}

BOOST_AUTO_TEST_CASE(cells_of_a_nested_table_stay_paragraphs_of_their_own) {
  const Document document =
      read_body(tbl(tr(tc("1") + cell_of(tbl(tr(tc("Water Board")) + tr(tc("Lagoon Trust"))) + "<w:p/>"))));
  BOOST_REQUIRE_EQUAL(table(document).at(0, 1)->paragraphs.size(), 2U);
  BOOST_TEST(table(document).at(0, 1)->paragraphs[1].text.utf8() == "Lagoon Trust");
  BOOST_TEST(std::get<PartPlace>(*oddities(document, "DOCX-NESTED-TABLE").at(0).place).cell == 1);
}

BOOST_AUTO_TEST_CASE(a_table_in_a_text_box_is_a_table) {
  const std::string inner = tbl(tr(tc("1.1") + tc("Patrol")));
  const Document document = read_body("<w:p><w:r><w:t>Actions:</w:t></w:r><w:r><w:drawing><o:box><w:txbxContent>" +
                                      inner + "<w:p/></w:txbxContent></o:box></w:drawing></w:r></w:p>");
  BOOST_TEST(text_of(document) == "Actions:");
  BOOST_TEST(cell(table(document, 1), 0, 1) == "Patrol");
  BOOST_TEST(!has_oddity(document, "DOCX-NESTED-TABLE"));
}

BOOST_AUTO_TEST_CASE(titles_of_columns_in_the_page_head_become_the_header_of_their_table) {
  const std::string widths = grid({900, 4000, 2000});
  DocxPackage package;
  package.body(
      p("intro") + tbl(widths + tr(tc("1.1") + tc("Fence") + tc("Board"))) +
      tbl(grid({3000, 3000, 900}) + tr(tc("x") + tc("y") + tc("z"))) +
      tbl(widths + tr(tc("No.") + tc("Action") + tc("Who"), "<w:tblHeader/>") +
          tr(tc("2.1") + tc("Count") + tc("Club"))) +
      tbl(widths + tr(tc("NO.") + tc("Action") + tc("Responsible")) + tr(tc("3.1") + tc("Ring") + tc("Trust"))));
  package.related("header", "header1.xml", "hdr",
                  tbl(grid({905, 4000, 1990}) + tr(tc("Plan of the lagoons", "<w:gridSpan w:val=\"3\"/>")) +
                      tr(tc("No.") + tc("Action") + tc("Responsible"))) +
                      p("draft"));
  const Document document = read(package);
  const layout::Table& first = table(document, 1);
  BOOST_REQUIRE_EQUAL(first.rows.size(), 2U);
  BOOST_TEST(first.rows[0].header);
  BOOST_TEST(first.at(0, 2)->header);
  BOOST_TEST(cell(first, 0, 2) == "Responsible");
  BOOST_TEST(cell(first, 1, 1) == "Fence");
  BOOST_TEST(*std::get<PartPlace>(first.at(0, 0)->paragraphs[0].text.places().at(0)).part == "word/header1.xml");
  BOOST_TEST(table(document, 2).rows.size() == 1U);
  BOOST_TEST(table(document, 3).rows.size() == 2U);
  BOOST_TEST(table(document, 4).rows.size() == 2U);
  // What is no title stays furniture, the titles do not.
  BOOST_REQUIRE_EQUAL(document.blocks.size(), 7U);
  BOOST_TEST(text_of(document, 5) == "Plan of the lagoons");
  BOOST_TEST((text(document, 5).furniture == Furniture::kRunningHead));
  BOOST_TEST(text_of(document, 6) == "draft");
}

BOOST_AUTO_TEST_CASE(a_letterhead_is_no_row_of_titles) {
  const auto rows_under = [](const std::string& head_grid, const std::string& head_row) {
    DocxPackage package;
    package.body(tbl(grid({900, 4000, 2000}) + tr(tc("1.1") + tc("Fence") + tc("Board"))));
    package.related("header", "header1.xml", "hdr", tbl(head_grid + head_row));
    const Document document = read(package);
    BOOST_TEST(document.blocks.size() > 1U);
    return table(document).rows.size();
  };
  const std::string same = grid({900, 4000, 2000});
  BOOST_TEST(rows_under(grid({2300, 2300, 2300}), tr(tc("No.") + tc("Action") + tc("Who"))) == 1U);
  BOOST_TEST(rows_under("", tr(tc("No.") + tc("Action") + tc("Who"))) == 1U);
  BOOST_TEST(rows_under(same, tr(tc("Logo") + tc("Plan") + tc("17"))) == 1U);
  BOOST_TEST(rows_under(same, tr(tc("") + tc("Plan") + tc(""))) == 1U);
  BOOST_TEST(rows_under(same, tr(tc("No.") + tc("Action and who", "<w:gridSpan w:val=\"2\"/>"))) == 1U);
}

BOOST_AUTO_TEST_CASE(pictures_are_reported_with_their_place) {
  const Document document = read_body(p("Table 2") + para(picture(300, "Actions of the north")) +
                                      tbl(tr(tc("1") + cell_of(para(picture(60))))));
  const auto found = oddities(document, "DOCX-PICTURE");
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0].message.find("a picture was not read: Actions of the north") != std::string::npos);
  BOOST_TEST(std::get<PartPlace>(*found[0].place).paragraph == 1);
  BOOST_TEST(std::get<PartPlace>(*found[1].place).cell == 1);
  BOOST_TEST(
      pictures(
          "<w:p><w:r><w:pict" + kOffice +
          "><v:shape style=\"width:300pt;height:9cm\"><v:imagedata r:id=\"r1\"/></v:shape></w:pict></w:r></w:p>") ==
      1U);
  BOOST_TEST(
      pictures(
          "<w:p><w:r><w:object" + kOffice +
          "><v:shape style=\"width:10pt;height:10pt\"><v:imagedata r:id=\"r1\"/></v:shape></w:object></w:r></w:p>") ==
      1U);
}

BOOST_AUTO_TEST_CASE(icons_and_shapes_of_text_are_no_pictures_unless_they_are_all_of_a_cell) {
  BOOST_TEST(pictures(para(picture(12) + run("text"))) == 0U);
  BOOST_TEST(pictures(para(picture(12))) == 0U);
  BOOST_TEST(pictures(tbl(tr(tc("1") + cell_of(para(picture(12)))))) == 1U);
  BOOST_TEST(pictures(tbl(tr(tc("1") + cell_of(para(picture(12) + run("High")))))) == 0U);
  BOOST_TEST(pictures(tbl(tr(cell_of(para(picture(12) + run("High"))) + cell_of("<w:p/>")))) == 0U);
  BOOST_TEST(
      pictures("<w:p><w:r><w:pict" + kOffice +
               "><v:shape style=\"width:9pt;height:.1in\"><v:imagedata r:id=\"r1\"/></v:shape></w:pict></w:r></w:p>") ==
      0U);
  BOOST_TEST(pictures(para(drawing(300, "<o:box><w:txbxContent>" + p("boxed") + "</w:txbxContent></o:box>"))) == 0U);
  BOOST_TEST(pictures(para(drawing(300, "<a:decorative val=\"1\"/><a:blip r:embed=\"r1\"/>"))) == 0U);
  BOOST_TEST(pictures("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + para(picture(200)) +
                      "</w:sdtContent></w:sdt>") == 0U);
  DocxPackage package;
  package.body(p("x")).related("header", "header1.xml", "hdr", para(picture(200)));
  BOOST_TEST(!has_oddity(read(package), "DOCX-PICTURE"));
}

BOOST_AUTO_TEST_CASE(charts_diagrams_and_comments_are_reported) {
  const auto drawn = [](const std::string& uri) {
    return para(drawing(300, "<a:graphicData uri=\"http://x/" + uri + "\"/>"));
  };
  const Document document =
      read_body(drawn("chart") + drawn("diagram") + para("<w:r><w:commentReference w:id=\"1\"/></w:r>") + p("x"));
  BOOST_TEST(oddities(document, "DOCX-NOT-READ").size() == 2U);
  BOOST_TEST(oddities(document, "DOCX-COMMENTS").size() == 1U);
}

BOOST_AUTO_TEST_CASE(labels_of_lists_inside_a_cell_stay_with_their_paragraphs) {
  const auto item = [](const std::string& words, int list, int level) {
    return p(words, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                        std::to_string(list) + "\"/></w:numPr>");
  };
  const auto level = [](int index, const std::string& format, const std::string& words) {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
           "\"/><w:lvlText w:val=\"" + words + "\"/></w:lvl>";
  };
  DocxPackage package;
  package.body(tbl(tr(tc("1.1") + cell_of(p("Mow in steps:") + item("walk", 1, 0) + item("at dawn", 1, 1) +
                                          item("mark", 1, 0) + item("bullet", 2, 0) + item("other", 2, 0)))));
  package.related("numbering", "numbering.xml", "numbering",
                  "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "lowerLetter", "(%1)") +
                      level(1, "lowerRoman", "%2.") + "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" +
                      level(0, "bullet", "\uF0B7") +
                      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\">"
                      "<w:abstractNumId w:val=\"1\"/></w:num>");
  std::string all;
  const Document document = read(package);
  for (const layout::Paragraph& paragraph : table(document).at(0, 1)->paragraphs)
    all += paragraph.list_label + std::to_string(paragraph.list_level) + paragraph.text.utf8() + "|";
  BOOST_TEST(all == "0Mow in steps:|(a)0walk|i.1at dawn|(b)0mark|0bullet|0other|");
}

BOOST_AUTO_TEST_CASE(rows_that_begin_or_end_inside_the_grid_keep_their_columns) {
  const Document document = read_body(tbl(tr(tc("1") + tc("a") + tc("x") + tc("y")) +
                                          tr(tc("note"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"2\"/>") +
                                          tr(tc("2") + tc("b") + tc("z"), "<w:gridAfter w:val=\"1\"/>")));
  BOOST_TEST(table(document).column_count == 4);
  BOOST_TEST(table(document).at(1, 0) == nullptr);
  BOOST_TEST(cell(table(document), 1, 1) == "note");
  BOOST_TEST(cell(table(document), 2, 2) == "z");
  BOOST_TEST(table(document).at(2, 3) == nullptr);
}

BOOST_AUTO_TEST_CASE(controls_and_markup_around_rows_and_cells_change_nothing) {
  const auto wrap = [](const std::string& inner) {
    return "<w:sdt><w:sdtPr/><w:sdtContent>" + inner + "</w:sdtContent></w:sdt>";
  };
  const Document document =
      read_body(tbl(wrap(tr(tc("1") + wrap(tc("a")) + "<w:customXml w:element=\"x\">" + tc("b") + "</w:customXml>")) +
                    wrap(wrap(tr(tc("2") + tc("c") + tc("d"))) + tr(tc("3") + tc("e") + tc("f")))));
  BOOST_TEST(table(document).rows.size() == 3U);
  BOOST_TEST(cell(table(document), 0, 2) == "b");
  BOOST_TEST(cell(table(document), 2, 2) == "f");
}

BOOST_AUTO_TEST_CASE(a_moved_row_stands_where_the_side_that_is_read_has_it) {
  const auto moved = [](const char* element, const char* change) {
    const std::string runs = std::string("<w:") + element + ">" + run("moved") + "</w:" + element + ">";
    return tr(cell_of(para(runs)), std::string("<w:") + change + "/>");
  };
  DocxPackage package;
  package.body(tbl(moved("moveFrom", "del") + tr(tc("first")) + moved("moveTo", "ins")));
  for (const Revisions side : {Revisions::kFinal, Revisions::kOriginal}) {
    const Document document = read(package, side);
    BOOST_REQUIRE_EQUAL(table(document).rows.size(), 2U);
    BOOST_TEST(cell(table(document), side == Revisions::kFinal ? 1 : 0, 0) == "moved");
  }
}
