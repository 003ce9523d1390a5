// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of CSS: what it reads, in which order it holds, and where it stops.
#include <boost/test/unit_test.hpp>

#include "readers/html/css_text.h"
#include "readers/html/style_sheet.h"
#include "unit/readers/html_page.h"

using namespace pactable;
using namespace pactable::test;
namespace css = pactable::readers::html::css;

namespace {

// Whether "x" is seen in a page of one paragraph inside of a div, by these rules.
bool seen(const std::string& styles,
          const std::string& attributes = "id=i class='a b' data-k='one two' style='top:1px'") {
  const layout::Document document =
      read("<style>" + styles + "</style><body><div class=d><p>z</p><p " + attributes + ">x</p></div>");
  return text(document, document.blocks.size() - 1).text.utf8() == "x";
}
bool hides(const std::string& selector) { return !seen(selector + "{display:none}"); }

}  // namespace

BOOST_AUTO_TEST_CASE(selectors_match_as_in_browsers) {
  for (const char* selector : {"p",
                               "P",
                               ".a",
                               ".a.b",
                               "#i",
                               "p.a#i",
                               "*.a",
                               "[data-k]",
                               "[data-k~=two]",
                               "[data-k^=one]",
                               "[data-k$='two']",
                               "[data-k*=\"e t\"]",
                               "[id=i]",
                               "div p.a",
                               "div > p.a",
                               "body .d>.a",
                               ".d .a",
                               "h1, p.a ,h2",
                               "p:nth-child(2)",
                               "p:nth-child(even)",
                               "p:nth-child(2n)",
                               "p:nth-child(n+2)",
                               "div:first-child p.a",
                               "html p.a",
                               ":root .a"}) {
    BOOST_TEST(hides(selector), selector);
  }
  for (const char* selector : {"q", ".A", ".c", ".a.c", "#j", "p > .a", "div div p", "[data-k=one]", "p:first-child.a",
                               "p.a:nth-child(odd)", "p.a:nth-child(3)", "td .a", ".a p", "p.a:hover", "p.a::after",
                               "div > .d", "body > p.a", "p.a:nth-child(-n+1)"}) {
    BOOST_TEST(!hides(selector), selector);
  }
}

BOOST_AUTO_TEST_CASE(the_more_special_rule_wins_then_the_later_one) {
  BOOST_TEST(seen("#i{display:block}.a{display:none}p{display:none}"));
  BOOST_TEST(seen(".a{display:block}p{display:none}"));
  BOOST_TEST(seen(".a.b{display:block}.a{display:none}"));
  BOOST_TEST(!seen(".a{display:block}.a{display:none}"));
  BOOST_TEST(seen(".a{display:none}.a{display:block}"));
  BOOST_TEST(seen("div p.a{display:block}p.b{display:none}"));
  BOOST_TEST(seen("#i{display:none}", "id=i style='display:block'"));
  BOOST_TEST(!seen(".a{display:none!important}#i{display:block}"));
  BOOST_TEST(!seen(".a{display:none !important}", "class=a style='display:block'"));
  BOOST_TEST(seen(".a{display:none !important}", "class=a style='display:block !important'"));
  BOOST_TEST(seen("p.a{display:block}", "class=a hidden"));
}

BOOST_AUTO_TEST_CASE(style_sheets_are_read_as_people_leave_them) {
  BOOST_TEST(!seen("<!-- .a{display:none} -->"));
  BOOST_TEST(!seen("/* .a{display:block} */ .a { color : red ; ; DISPLAY : None } /* open"));
  BOOST_TEST(!seen(".x{content:'}'} .a{display:none}"));
  BOOST_TEST(!seen(".x{background:url(a;b}c.png)} .a{display:none}"));
  BOOST_TEST(!seen("@charset 'utf-8'; @font-face{src:url(x)} @page{margin:0} .a{display:none}"));
  BOOST_TEST(!seen("} .a{display:none"));
  BOOST_TEST(!seen(".x{color:'red\n} .a{display:none}"));
  BOOST_TEST(!seen("@supports (display:grid){.a{display:none}}"));
  BOOST_TEST(seen("@supports not (display:grid){.a{display:none}}"));
  BOOST_TEST(seen("@keyframes f{from{display:none}} .q{display:none}"));
  BOOST_TEST(!seen(".md\\:hidden{display:none}", "class=md:hidden"));
}

BOOST_AUTO_TEST_CASE(style_elements_hold_wherever_they_stand_and_for_their_medium) {
  BOOST_TEST(text(read("<p><b class=a>x</b>y<style>.a{display:none}</style>")).text.utf8() == "y");
  BOOST_TEST(text(read("<style media=print>.a{display:none}</style><p><b class=a>x</b>y")).text.utf8() == "xy");
  BOOST_TEST(text(read("<STYLE TYPE='text/less'>.a{display:none}</STYLE><p><b class=a>x</b>y")).text.utf8() == "xy");
  BOOST_TEST(text(read("<!-- <style>.a{display:none}</style> --><p><b class=a>x</b>y")).text.utf8() == "xy");
}

BOOST_AUTO_TEST_CASE(pages_are_read_as_a_wide_screen_shows_them) {
  for (const char* media :
       {"", "all", "screen", "only screen and (min-width: 768px)", "print, screen", "(max-width: 2000px)", "not print",
        "(width >= 600px)", "screen and (orientation:landscape)"})
    BOOST_TEST(css::holds_for_screen(media), media);
  for (const char* media : {"print", "screen and (max-width: 600px)", "not screen", "(min-width: 200em)", "speech",
                            "(width < 600px)", "(orientation: portrait)", "(prefers-color-scheme: dark)"})
    BOOST_TEST(!css::holds_for_screen(media), media);
}

BOOST_AUTO_TEST_CASE(rules_that_were_not_read_are_told_where_they_may_matter) {
  const auto told = [](const std::string& styles) {
    return has_oddity(read("<style>" + styles + "</style><p>x"), "HTML-STYLES");
  };
  BOOST_TEST(told("p:not(.a){display:none}"));
  BOOST_TEST(told("a + p{text-decoration:line-through}"));
  BOOST_TEST(told("@import url(x.css);"));
  BOOST_TEST(!told("@import url(https://fonts.example.org/css?family=x);"));
  BOOST_TEST(!has_oddity(read("<link rel=stylesheet href='/themes/x/fonts.css'><p>x"), "HTML-STYLES"));
  BOOST_TEST(!told("p:not(.a){margin:0;color:red}"));
  BOOST_TEST(!told("a + p{text-decoration:underline}"));
  BOOST_TEST(!told("p:hover,p::after{display:none}"));
  BOOST_TEST(!told("p{color:red}"));
}

BOOST_AUTO_TEST_CASE(colours_are_read_in_each_notation) {
  using Kind = css::Paint::Kind;
  const auto is = [](const char* written, int red, int green, int blue) {
    const css::Paint paint = css::parse_paint(written);
    return paint.kind == Kind::kColour && paint.colour.red == red && paint.colour.green == green &&
           paint.colour.blue == blue;
  };
  BOOST_TEST(is("#fA0", 255, 170, 0));
  BOOST_TEST(is("#102030", 16, 32, 48));
  BOOST_TEST(is("#102030ff", 16, 32, 48));
  BOOST_TEST(is("rgb(1, 2, 3)", 1, 2, 3));
  BOOST_TEST(is("rgb(100% 0% 0%)", 255, 0, 0));
  BOOST_TEST(is("White", 255, 255, 255));
  BOOST_TEST((css::parse_paint("transparent").kind == Kind::kTransparent));
  BOOST_TEST((css::parse_paint("#0000").kind == Kind::kTransparent));
  for (const char* unknown : {"#12", "rgba(1,2,3,.5)", "hsl(1,2%,3%)", "var(--x)", "windowtext", "rgb(1,2)"})
    BOOST_TEST((css::parse_paint(unknown).kind == Kind::kUnknown), unknown);
}

BOOST_AUTO_TEST_CASE(lengths_are_pixels_and_shares_are_nothing) {
  BOOST_TEST(css::pixels("-999em").value_or(0) == -15984);
  BOOST_TEST(css::pixels("+3pt").value_or(0) == 4);
  BOOST_TEST(css::pixels("0").value_or(1) == 0);
  BOOST_TEST(!css::pixels("50%").has_value());
  BOOST_TEST(!css::pixels("auto").has_value());
}
