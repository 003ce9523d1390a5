// SPDX-License-Identifier: GPL-3.0-or-later
// Packages that were made to break a reader: a clear error or a right result, never a fetched address or a silent cut.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "hostile/raw_zip.h"
#include "readers/docx/docx_reader.h"
#include "readers/docx/package.h"
#include "unit/readers/docx_package.h"

using namespace pactable;
using test::DocxPackage;
using test::RawZip;

namespace {

const std::string kRelationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/></Relationships>";

std::string p(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }

std::string document_xml(const std::string& body) {
  return DocxPackage().root("document", "<w:body>" + body + "</w:body>");
}

RawZip package(const std::string& body = p("text")) {
  RawZip zip;
  zip.add("[Content_Types].xml", "<Types/>")
      .add("_rels/.rels", kRelationships)
      .add("word/document.xml", document_xml(body));
  return zip;
}

std::string repeated(const std::string& text, int count) {
  std::string out;
  out.reserve(text.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string outcome(const std::string& bytes) {
  const auto document = readers::docx::read(bytes);
  return document ? "read" : std::string(to_string(document.error().code));
}

std::string text_of(const layout::Document& document) {
  std::string all;
  for (const layout::Block& block : document.blocks) {
    if (const auto* text = std::get_if<layout::TextBlock>(&block)) {
      all += text->paragraph.text.utf8() + "\n";
    } else {
      for (const layout::Cell& cell : std::get<layout::Table>(block).cells) all += cell.text().utf8() + "\n";
    }
  }
  return all;
}

bool has_oddity(const layout::Document& document, const std::string& rule) {
  return std::any_of(document.oddities.begin(), document.oddities.end(), [&](const auto& o) { return o.rule == rule; });
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_package_written_record_by_record_is_read) { BOOST_TEST(outcome(package().bytes()) == "read"); }

BOOST_AUTO_TEST_CASE(a_bomb_is_stopped_while_it_inflates) {
  const std::string bomb = DocxPackage().part("word/document.xml", std::string(20 << 20, ' ')).bytes();
  BOOST_TEST(bomb.size() < 100'000U);
  BOOST_TEST(outcome(bomb) == "limit-exceeded");
}

BOOST_AUTO_TEST_CASE(sizes_that_lie_are_found) {
  const auto lying = [](std::uint32_t packed, std::uint32_t size) {
    return package().add({"word/styles.xml", "<x/>", {}, packed, size, 0644u << 16, -1}).bytes();
  };
  BOOST_TEST(outcome(lying(1'000'000, 0)) == "damaged");  // beyond the end of the file
  BOOST_TEST(outcome(lying(40, 0)) == "damaged");         // into the directory
  RawZip document;
  document.add("_rels/.rels", kRelationships);
  document.add({"word/document.xml", document_xml(p("text")), {}, static_cast<std::uint32_t>(-20), 0, 0644u << 16, -1});
  BOOST_TEST(outcome(document.bytes()) == "damaged");
}

BOOST_AUTO_TEST_CASE(a_directory_that_lies_about_its_entries_is_found) {
  BOOST_TEST(outcome(package().count_lie(-1).bytes()) == "damaged");
  BOOST_TEST(outcome(package().count_lie(1).bytes()) == "damaged");
}

BOOST_AUTO_TEST_CASE(entries_that_stand_twice_or_overlap_are_refused) {
  BOOST_TEST(outcome(package().add("word/document.xml", document_xml(p("other"))).bytes()) == "damaged");
  const RawZip::Entry same{"word/document.xml", document_xml(p("text")), {}, 0, 0, 0644u << 16, 2};
  BOOST_TEST(outcome(package().add(same).bytes()) == "damaged");
  const RawZip::Entry alias{"word/styles.xml", document_xml(p("text")), {}, 0, 0, 0644u << 16, 2};
  BOOST_TEST(outcome(package().add(alias).bytes()) == "damaged");
}

BOOST_AUTO_TEST_CASE(entries_whose_names_differ_from_their_own_records_are_refused) {
  const RawZip::Entry renamed{"word/styles.xml", "<x/>", "word/footer.xml", 0, 0, 0644u << 16, -1};
  BOOST_TEST(outcome(package().add(renamed).bytes()) == "damaged");
}

BOOST_AUTO_TEST_CASE(names_that_lead_out_of_the_package_and_links_are_refused) {
  for (const char* name : {"../../etc/passwd", "word/../../x", "..", "word\\..\\..\\x"}) {
    BOOST_TEST(outcome(package().add(name, "x").bytes()) == "damaged");
  }
  BOOST_TEST(outcome(package().add({"word/link", "/etc/passwd", {}, 0, 0, 0120777u << 16, -1}).bytes()) == "damaged");
  BOOST_TEST(outcome(package().add("word/two..dots.xml", "x").bytes()) == "read");
}

BOOST_AUTO_TEST_CASE(too_many_entries_are_a_limit) {
  RawZip zip = package();
  for (int i = 0; i < 60'000; ++i) zip.add("word/media/" + std::to_string(i), "");
  BOOST_TEST(outcome(zip.bytes()) == "limit-exceeded");
}

BOOST_AUTO_TEST_CASE(document_types_are_refused_in_every_part) {
  std::string laughs = "<!DOCTYPE l [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    laughs +=
        "<!ENTITY a" + std::to_string(i) + " \"&a" + std::to_string(i - 1) + ";&a" + std::to_string(i - 1) + ";\">";
  }
  laughs += "]>";
  const std::string remote =
      "<!DOCTYPE w SYSTEM \"http://192.0.2.1/x.dtd\" [<!ENTITY % e SYSTEM \"file:///etc/passwd\"> %e;]>";
  for (const std::string& type : {laughs, remote}) {
    const auto with_type = [&](std::string xml) { return xml.insert(xml.find("<w:"), type); };
    BOOST_TEST(outcome(DocxPackage().part("word/document.xml", with_type(document_xml(p("&a29;")))).bytes()) ==
               "damaged");
    for (const char* part : {"styles", "numbering", "footnotes", "header"}) {
      DocxPackage package;
      package.body(p("x")).related(part, std::string(part) + ".xml", part, "");
      package.part("word/" + std::string(part) + ".xml", with_type(package.root(part, "")));
      BOOST_TEST(outcome(package.bytes()) == "damaged");
    }
    RawZip zip;
    zip.add("_rels/.rels", type + kRelationships).add("word/document.xml", document_xml(p("x")));
    BOOST_TEST(outcome(zip.bytes()) == "damaged");
  }
  std::string wide("\xFF\xFE");
  for (const char c : "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE x []><x/>") wide += {c, '\0'};
  BOOST_TEST(outcome(DocxPackage().part("word/document.xml", wide).bytes()) == "damaged");
}

BOOST_AUTO_TEST_CASE(external_targets_are_listed_and_not_followed) {
  DocxPackage package;
  package.body(p("text"));
  for (const char* type : {"image", "attachedTemplate", "oleObject", "header"}) {
    package.relate("word/_rels/document.xml.rels", type, "http://192.0.2.1/" + std::string(type), true);
  }
  const auto document = readers::docx::read(package.bytes());
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(std::count_if(document->oddities.begin(), document->oddities.end(),
                           [](const auto& oddity) { return oddity.rule == "DOCX-EXTERNAL"; }) == 4);
  BOOST_TEST(outcome(DocxPackage(DocxPackage::kTransitional, "../../../etc/passwd").body(p("x")).bytes()) == "damaged");
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_a_limit) {
  const int deep = 100'000;
  const std::string begin = "<w:tbl><w:tr><w:tc>";
  const std::string end = "</w:tc></w:tr></w:tbl>";
  BOOST_TEST(outcome(package(repeated(begin, deep) + p("x") + repeated(end, deep)).bytes()) == "limit-exceeded");
  BOOST_TEST(outcome(package(repeated(begin, deep)).bytes()) == "limit-exceeded");
  BOOST_TEST(outcome(package(repeated("<mc:AlternateContent><mc:Choice>", deep)).bytes()) == "limit-exceeded");
  const std::string nested = repeated(begin, 60) + p("inner") + repeated(end, 60);
  const auto document = readers::docx::read(package(nested).bytes());
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(text_of(*document) == "inner\n");
}

BOOST_AUTO_TEST_CASE(huge_spans_and_floods_of_merges_are_bounded) {
  const auto cell = [](const std::string& properties, const std::string& text) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
  };
  const std::string wide = "<w:gridSpan w:val=\"1000000000\"/>";
  const std::string before = "<w:trPr><w:gridBefore w:val=\"1000000000\"/><w:gridAfter w:val=\"1000000000\"/></w:trPr>";
  const auto spans = readers::docx::read(package("<w:tbl><w:tr>" + cell(wide, "a") + cell(wide, "b") + "</w:tr><w:tr>" +
                                                 before + cell("", "c") + "</w:tr></w:tbl>")
                                             .bytes());
  BOOST_REQUIRE(spans.has_value());
  BOOST_TEST(text_of(*spans) == "a b\nc\n");
  const std::string flood = "<w:tr>" + repeated(cell("<w:vMerge/>", ""), 60) + "</w:tr>";
  BOOST_TEST(outcome(package("<w:tbl>" + repeated(flood, 500) + "</w:tbl>").bytes()) == "read");
  const std::string tall = repeated("<w:tr>" + repeated("<w:tc/>", 256) + "</w:tr>", 8000);
  BOOST_TEST(outcome(package("<w:tbl>" + tall + "</w:tbl>").bytes()) == "limit-exceeded");
}

BOOST_AUTO_TEST_CASE(cycles_of_styles_and_numberings_end) {
  DocxPackage package;
  package.body("<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>text</w:t></w:r></w:p>");
  package.related(
      "styles", "styles.xml", "styles",
      "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>");
  package.related("numbering", "numbering.xml", "numbering",
                  "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"A\"/></w:abstractNum><w:abstractNum "
                  "w:abstractNumId=\"1\"><w:styleLink w:val=\"A\"/><w:numStyleLink w:val=\"A\"/></w:abstractNum>"
                  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
  BOOST_TEST(outcome(package.bytes()) == "read");
  std::string chain;
  for (int i = 0; i < 20'000; ++i) {
    chain += "<w:style w:type=\"paragraph\" w:styleId=\"S" + std::to_string(i) + "\"><w:basedOn w:val=\"S" +
             std::to_string(i + 1) + "\"/></w:style>";
  }
  DocxPackage long_chain;
  long_chain.body("<w:p><w:pPr><w:pStyle w:val=\"S0\"/></w:pPr><w:r><w:t>text</w:t></w:r></w:p>");
  long_chain.related("styles", "styles.xml", "styles", chain);
  BOOST_TEST(outcome(long_chain.bytes()) == "read");
}

BOOST_AUTO_TEST_CASE(labels_that_multiply_their_text_are_a_limit) {
  DocxPackage package;
  package.body(repeated("<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>", 2000));
  package.related("numbering", "numbering.xml", "numbering",
                  "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"" +
                      repeated("%1", 500'000) +
                      "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
  BOOST_TEST(outcome(package.bytes()) == "limit-exceeded");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_are_damage) {
  for (const char* text :
       {"\xFF\xFE", "\xC3", "\xED\xA0\x80", "\xC0\xAF", "\x01", "&#1;", "&#0;", "&#xD800;", "&unknown;"}) {
    BOOST_TEST(outcome(package(p(std::string("a") + text + "b")).bytes()) == "damaged");
  }
  BOOST_TEST(outcome(package(p(std::string("a\0b", 3))).bytes()) == "damaged");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_cut_off_is_damage_at_every_length) {
  const std::string whole = package(repeated(p("text"), 50)).bytes();
  for (std::size_t size = 4; size < whole.size(); size += 53) {
    BOOST_TEST(outcome(whole.substr(0, size)) == "damaged");
  }
}

BOOST_AUTO_TEST_CASE(encrypted_files_say_so) {
  BOOST_TEST(outcome(DocxPackage().body(p("x")).password("word").bytes()) == "encrypted");
}

BOOST_AUTO_TEST_CASE(a_legitimate_giant_is_read) {
  const std::string giant = repeated("fifteen million letters in one node ", 420'000);
  const auto document = readers::docx::read(package(p(giant)).bytes());
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(text_of(*document).size() == giant.size() + 1);
  const auto many = readers::docx::read(package(repeated(p("paragraph"), 200'000)).bytes());
  BOOST_REQUIRE(many.has_value());
  BOOST_TEST(many->blocks.size() == 200'000U);
}

BOOST_AUTO_TEST_CASE(hidden_text_is_listed_and_not_lost) {
  const auto document = readers::docx::read(
      package("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>" + p("seen")).bytes());
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(has_oddity(*document, "DOCX-HIDDEN-TEXT"));
}
