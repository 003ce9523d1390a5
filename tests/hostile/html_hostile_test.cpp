// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that were made to break a reader.
#include <boost/test/unit_test.hpp>

#include "readers/html/html_reader.h"

using namespace pactable;

namespace {

std::string repeated(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string outcome(const std::string& bytes) {
  const auto document = readers::html::read(bytes);
  return document ? "read" : std::string(to_string(document.error().code));
}

std::string all_text(const std::string& bytes) {
  const auto document = readers::html::read(bytes);
  BOOST_REQUIRE(document.has_value());
  std::string all;
  for (const layout::Block& block : document->blocks) {
    if (const auto* text = std::get_if<layout::TextBlock>(&block)) {
      all += text->paragraph.text.utf8() + "|";
    } else {
      for (const layout::Cell& cell : std::get<layout::Table>(block).cells) all += cell.text().utf8() + "|";
    }
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(tables_that_are_nested_without_end_are_a_limit) {
  BOOST_TEST(outcome("<html>" + repeated("<table><tr><td>", 100'000)) == "limit-exceeded");
}

BOOST_AUTO_TEST_CASE(elements_that_are_nested_without_end_keep_their_text) {
  BOOST_TEST(all_text("<html>" + repeated("<b><font>", 20'000) + "deep") == "deep|");
  BOOST_TEST(all_text("<html>" + repeated("<div>", 20'000) + "deep" + repeated("</div>", 20'000) + "after") ==
             "deep|after|");
}

BOOST_AUTO_TEST_CASE(spans_without_end_are_clamped) {
  BOOST_TEST(
      all_text("<table><tr><td rowspan=1000000000 colspan=1000000000>a<td>b<tr><td colspan=-3 rowspan=-1>c</table>") ==
      "a b c|");
  BOOST_TEST(all_text("<table><tr><td rowspan=0 colspan=99999999999999999999>a<tr></table>") == "a|");
  BOOST_TEST(outcome("<table>" + repeated("<tr>" + repeated("<td>", 256), 8000)) == "limit-exceeded");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_stand_as_replacement_characters) {
  const auto document = readers::html::read(std::string("<html><p>a\0b\x01", 13) + "c");
  BOOST_REQUIRE(document.has_value());
  const auto& block = std::get<layout::TextBlock>(document->blocks.at(0));
  BOOST_TEST(block.paragraph.text.utf8() == "a\uFFFDb\uFFFDc");
  BOOST_TEST(document->oddities.at(0).rule == "HTML-CHARACTERS");
}

BOOST_AUTO_TEST_CASE(document_types_and_entities_fetch_nothing) {
  BOOST_TEST(
      all_text("<!DOCTYPE html SYSTEM \"http://192.0.2.1/x.dtd\" [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
               "<html><p>&e; text<img src=\"http://192.0.2.1/x.png\"><link rel=stylesheet href=\"http://192.0.2.1/x\">")
          .find("root:") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_page_that_is_cut_off_gives_what_is_there) {
  const std::string page =
      "<!DOCTYPE html><html><body><table><tr><td>one</td><td title=\"x\">two</td></tr></table></body></html>";
  for (std::size_t size = 0; size <= page.size(); ++size) BOOST_TEST(outcome(page.substr(0, size)) == "read");
}
