// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/markdown/plan_markdown.h"

#include <boost/test/unit_test.hpp>

#include "unit/writers/golden.h"
#include "unit/writers/sample_plans.h"
#include "writers/json/plan_json.h"
#include "writers/markdown/escape.h"

using namespace pactable;
using writers::markdown::escape;

BOOST_AUTO_TEST_CASE(the_handmade_plan_becomes_its_frozen_markdown) {
  const std::string written = writers::markdown::write_plan(samples::handmade());
  BOOST_TEST(written == golden("handmade.md", written));
}

BOOST_AUTO_TEST_CASE(a_text_shows_as_it_is_and_becomes_no_markup) {
  BOOST_TEST(escape("**a** _b_ `c` ~~d~~") == "\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~");
  BOOST_TEST(escape("<script>alert(1)</script> &lt;") == "\\<script\\>alert(1)\\</script\\> \\&lt;");
  BOOST_TEST(escape("[a](http://x) ![b](c) [^1]") == "\\[a\\](http\\://x) \\!\\[b\\](c) \\[^1\\]");
  BOOST_TEST(escape("| a \\| b |") == "\\| a \\\\\\| b \\|");
  BOOST_TEST(escape("www.example.org WWW.x") == "www\\.example.org WWW\\.x");
  BOOST_TEST(escape("$x$ #1 @me :tada: Urgency: 1") == "\\$x\\$ \\#1 \\@me \\:tada: Urgency: 1");
  BOOST_TEST(escape("a\r\nb\nc\td") == "a b c d");
  BOOST_TEST(escape("\x1B[2J\u202Ex") == "\\\\u{1B}\\[2J\\\\u{202E}x");
  BOOST_TEST(escape("3.10") == "3.10");
}

BOOST_AUTO_TEST_CASE(a_plan_that_is_read_back_gives_the_same_markdown) {
  samples::RandomPlans random(17, samples::RandomPlans::Texts::kWellFormed);
  for (int i = 0; i < 300; ++i) {
    const plan::Plan plan = random.plan();
    const auto read = writers::json::read_plan(writers::json::write_plan(plan));
    BOOST_REQUIRE(read.has_value());
    BOOST_REQUIRE(writers::markdown::write_plan(plan) == writers::markdown::write_plan(*read));
  }
}

BOOST_AUTO_TEST_CASE(every_item_has_a_row_also_one_of_an_unknown_table) {
  plan::Plan plan = samples::handmade();
  plan.items[2].table = "t9";
  const std::string written = writers::markdown::write_plan(plan);
  std::size_t rows = 0;
  for (std::size_t at = written.find("\n|"); at != std::string::npos; at = written.find("\n|", at + 1)) ++rows;
  BOOST_TEST(rows == plan.items.size() + 2 * 2);  // two tables with header and rule
}
