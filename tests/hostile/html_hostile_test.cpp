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

BOOST_AUTO_TEST_CASE(style_sheets_cannot_stop_a_page) {
  const auto page = [](const std::string& styles, const std::string& body) {
    return all_text("<html><style>" + styles + "</style><body>" + body);
  };
  BOOST_TEST(page(repeated("a,", 1'000'000) + "p{color:red}", "<p>x") == "x|");
  BOOST_TEST(page(repeated("@media screen{", 200'000), "<p>x") == "x|");
  BOOST_TEST(page(repeated("p{", 200'000), "<p>x") == "x|");
  BOOST_TEST(page(repeated("((((", 200'000) + "'\"/*", "<p>x") == "x|");
  BOOST_TEST(page(repeated(".a:nth-child(99999999999n+1)[a=b]{display:none}", 20'000), "<p class=a>x") == "x|");
  BOOST_TEST(page(".a{display:none}", "<p class='" + repeated("b ", 1'000'000) + "a'>x") == "x|");
  // Rules that try every element above them, at every element: matching ends, the text stays.
  std::string rules;
  for (int i = 0; i < 3000; ++i) rules += "div div div div div div .c" + std::to_string(i) + " q{color:red}\n";
  const std::string deep = page(rules, repeated("<div>", 2000) + repeated("<q>x</q>", 2000));
  BOOST_TEST(deep.size() == 2001U);
}

BOOST_AUTO_TEST_CASE(counters_and_lists_without_end_keep_their_texts) {
  const std::string counted =
      "<style>ol{counter-reset:i}li{counter-increment:i 1000000000}li::before{content:counters(i,'.')}</style>" +
      repeated("<ol><li>", 10'000) + "x";
  BOOST_TEST(all_text(counted).find('x') != std::string::npos);
  BOOST_TEST(
      all_text("<ol start=99999999999 reversed>" + repeated("<li value=-99999999999>", 3) + "x").ends_with("x|"));
  BOOST_TEST(outcome("<html>" + repeated("<label><p>", 100'000) + "x") == "read");
  BOOST_TEST(outcome("<html>" + repeated("<select><option>", 50'000) + "x") == "read");
  BOOST_TEST(outcome("<html>" + repeated("<s><p>", 50'000) + "x") == "read");
}

BOOST_AUTO_TEST_CASE(marks_of_office_without_an_end_lose_no_text) {
  BOOST_TEST(all_text("<html><p>a<![if x]b<p>c").find('a') != std::string::npos);
  BOOST_TEST(all_text("<html><p>a<xml>b").find('a') != std::string::npos);
  BOOST_TEST(outcome("<html><p>" + repeated("<![if ", 200'000)) == "read");
  BOOST_TEST(outcome("<html><p>" + repeated("<!--", 200'000)) == "read");
  BOOST_TEST(outcome("<html><p>" + repeated("<style>", 200'000)) == "read");
  BOOST_TEST(outcome("<html><p>" + repeated("<xml>", 200'000)) == "read");
}

BOOST_AUTO_TEST_CASE(long_texts_and_long_attributes_are_read) {
  const std::string long_text = repeated("one of many words ", 850'000);  // 15 MB
  BOOST_TEST(all_text("<html><p>" + long_text).size() == long_text.size());
  BOOST_TEST(
      all_text("<table><tr><td><img src='data:image/png;base64," + repeated("AAAA", 3'000'000) + "'>a<td>b</table>")
          .ends_with("a|b|"));
}

BOOST_AUTO_TEST_CASE(a_page_that_is_cut_off_gives_what_is_there) {
  const std::string page =
      "<!DOCTYPE html><html><body><table><tr><td>one</td><td title=\"x\">two</td></tr></table></body></html>";
  for (std::size_t size = 0; size <= page.size(); ++size) BOOST_TEST(outcome(page.substr(0, size)) == "read");
}
