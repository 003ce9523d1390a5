// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal_text.h"

#include <boost/test/unit_test.hpp>

#include "cli/lines.h"

using namespace pactable;

BOOST_AUTO_TEST_CASE(characters_that_act_on_a_terminal_are_escaped) {
  BOOST_TEST(cli::printable("a\x1B[31mb") == "a\\u{001B}[31mb");
  BOOST_TEST(cli::printable("x\u202Efdp.exe") == "x\\u{202E}fdp.exe");
  BOOST_TEST(cli::printable("a\nb\tc\x7F") == "a\\u{000A}b\\u{0009}c\\u{007F}");
  BOOST_TEST(cli::printable("\u0085\u2066\u2028\U000E0041") == "\\u{0085}\\u{2066}\\u{2028}\\u{E0041}");
  BOOST_TEST(cli::printable("Сайга – ж 1²") == "Сайга – ж 1²");
  BOOST_TEST(cli::printable("bad \xFF byte") == "bad \uFFFD byte");
}

BOOST_AUTO_TEST_CASE(width_counts_columns_not_bytes) {
  BOOST_TEST(cli::display_width("план") == 4);
  BOOST_TEST(cli::display_width("e\u0301") == 1);
  BOOST_TEST(cli::display_width("計画") == 4);
}

BOOST_AUTO_TEST_CASE(a_long_text_gives_way_in_its_middle) {
  BOOST_TEST(cli::shorten_middle("abcdefghij", 10) == "abcdefghij");
  BOOST_TEST(cli::shorten_middle("abcdefghijk", 10) == "abc...hijk");
  for (int width = 5; width < 30; ++width) {
    BOOST_TEST(cli::display_width(cli::shorten_middle("計画計画計画計画計画計画計画計画計画", width)) <= width);
  }
}

BOOST_AUTO_TEST_CASE(wrapped_text_hangs_and_fits) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "word" + std::to_string(i * i) + " ";
  const std::string wrapped = cli::wrap("  lead: ", text, 6);
  test::check_fits_terminal(wrapped);
  const auto lines = test::lines_of(wrapped);
  BOOST_REQUIRE(lines.size() > 4U);
  BOOST_TEST(lines[0].starts_with("  lead: word0 word1"));
  for (std::size_t i = 1; i < lines.size(); ++i) BOOST_TEST(lines[i].starts_with("      word"));
  std::string joined;
  for (const std::string& line : lines) joined += line + " ";
  BOOST_TEST(unicode::collapse_space(joined) == unicode::collapse_space("lead: " + text));
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_a_line_is_broken) {
  const std::string wrapped = cli::wrap("  ", "see " + std::string(300, 'x') + " end", 4);
  test::check_fits_terminal(wrapped);
  BOOST_TEST(std::count(wrapped.begin(), wrapped.end(), 'x') == 300);
  test::check_fits_terminal(cli::wrap("", std::string(200, 'x'), 4));
  test::check_fits_terminal(
      cli::wrap("", "計画計画計画計画計画計画計画計画計画計画計画計画計画計画計画計画計画計画計画計画計画計", 3));
  BOOST_TEST(cli::wrap("lead", "", 2) == "lead\n");
}

BOOST_AUTO_TEST_CASE(rows_are_aligned_without_space_at_the_end) {
  const std::vector<cli::ColumnStyle> columns = {
      {cli::Align::kLeft, 6}, {cli::Align::kRight, 4}, {cli::Align::kLeft, 3}};
  BOOST_TEST(cli::align_row({"план", "12", "a"}, columns) == "план      12  a\n");
  BOOST_TEST(cli::align_row({"x", "1", ""}, columns) == "x          1\n");
}
