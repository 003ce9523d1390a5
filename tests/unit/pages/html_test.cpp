// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/look/html.h"

#include <boost/test/unit_test.hpp>

#include "pages/look/base64.h"
#include "pages/look/page.h"

namespace {

using pactable::pages::look::base64;
using pactable::pages::look::file_address;
using pactable::pages::look::Html;

std::string text_of(std::string_view text) { return Html().text(text).take(); }
std::string link_to(std::string_view address) { return Html().link(address, "there").take(); }

}  // namespace

BOOST_AUTO_TEST_CASE(markup_in_a_text_is_text) {
  BOOST_TEST(text_of("<script>alert(1)</script> & \"x\" 'y'") ==
             "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;y&#39;");
  BOOST_TEST(Html().element("p", "x", {{"title", "\"><img src=x>"}}).take() ==
             "<p title=\"&quot;&gt;&lt;img src=x&gt;\">x</p>\n");
}

BOOST_AUTO_TEST_CASE(characters_that_turn_the_direction_of_writing_are_shown_as_what_they_are) {
  BOOST_TEST(text_of("a\u202E3.2\u202C\u2067b\u2069") == "a[U+202E]3.2[U+202C][U+2067]b[U+2069]");
  BOOST_TEST(text_of("\u05D0 \u0628") == "\u05D0 \u0628");
}

BOOST_AUTO_TEST_CASE(control_characters_and_malformed_bytes_do_not_get_through) {
  BOOST_TEST(text_of(std::string_view("a\0b\x1B[2Jc\xFF", 9)) ==
             "a\uFFFD"
             "b\uFFFD[2Jc\uFFFD");
  BOOST_TEST(text_of("a\tb\nc") == "a\tb\nc");
}

BOOST_AUTO_TEST_CASE(links_lead_to_files_beside_the_page_and_the_web_only) {
  for (const std::string_view bad :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "data:text/html,x", "file:///etc/passwd", "//elsewhere.example/x", "\\\\host\\share", "vbscript:x"}) {
    BOOST_TEST(link_to(bad) == "<bdi>there</bdi>", bad);
    BOOST_TEST(Html().open("img", {{"src", bad}}).take() == "<img src=\"#\">", bad);
  }
  for (const std::string_view good : {"plan.html", "plan.html#t1.r3", "#t1.r3", "https://example.org/a:b", "a/b:c"}) {
    BOOST_TEST(link_to(good).find("href") != std::string::npos, good);
  }
}

BOOST_AUTO_TEST_CASE(the_address_of_a_file_survives_any_name) {
  BOOST_TEST(file_address("Plan d\u2019action 1:2?#%.html") == "Plan%20d%E2%80%99action%201%3A2%3F%23%25.html");
  BOOST_TEST(link_to(file_address("javascript:x")) == "<a href=\"javascript%3Ax\"><bdi>there</bdi></a>");
}

BOOST_AUTO_TEST_CASE(data_for_scripts_cannot_end_its_element) {
  BOOST_TEST(Html().data("d", R"({"a":"</script><!--"})").take() ==
             "<script type=\"application/json\" id=\"d\">{\"a\":\"\\u003c/script>\\u003c!--\"}</script>\n");
}

BOOST_AUTO_TEST_CASE(elements_that_were_left_open_are_closed) {
  BOOST_TEST(Html().open("section").open("p").text("x").open("br").take() == "<section><p>x<br></p>\n</section>\n");
}

BOOST_AUTO_TEST_CASE(base64_pads_as_the_standard_says) {
  for (const auto& [bytes, text] :
       {std::pair{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}}) {
    BOOST_TEST(base64(bytes) == text);
  }
}

BOOST_AUTO_TEST_CASE(a_page_allows_its_own_styles_and_scripts_and_nothing_else) {
  using namespace pactable::pages::look;
  const std::string html = write_page({"A <plan>", "Kind", "", {}, "pactable 1", "", {}, {"const x = 1;"}}, Html());
  BOOST_TEST(html.find("default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-") != std::string::npos);
  BOOST_TEST(html.find("unsafe") == std::string::npos);
  BOOST_TEST(html.find("<h1><bdi>A &lt;plan&gt;</bdi></h1>") != std::string::npos);
  // Of "const x = 1;", as sha256sum and base64 give it.
  BOOST_TEST(policy({}, {"const x = 1;"}).find("script-src 'sha256-P0HLswMBLzMhLJIyayf2zGBP1BTiAxXLEPK+fx9ruDw=';") !=
             std::string::npos);
  BOOST_TEST(
      policy({}, {}) ==
      "default-src 'none'; img-src data:; style-src 'none'; script-src 'none'; base-uri 'none'; form-action 'none'");
}
