// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/words.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "core/unicode.h"

namespace {

using pactable::pages::site::number_word;
using pactable::pages::site::words_of;

std::string joined(std::string_view text) {
  std::string out;
  for (const std::string& word : words_of(text)) out += (out.empty() ? "" : "|") + word;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(words_lose_case_accents_and_forms) {
  BOOST_TEST(joined("Étude des MARCHÉS") == "etude|des|marches");
  BOOST_TEST(joined("Ŝaiga ﬁve ²") == "saiga|five|2");
  BOOST_TEST(joined("Straße Øresund œuvre") == "strasse|oresund|oeuvre");
  BOOST_TEST(joined("Мероприятия по сайгаку Ёлка") == "мероприятия|по|саигаку|елка");
  BOOST_TEST(joined("ΟΔΟΣ οδος") == "οδοσ|οδοσ");
  BOOST_TEST(joined("İstanbul ISTANBUL ıstanbul") == "istanbul|istanbul|istanbul");
}

BOOST_AUTO_TEST_CASE(a_dot_between_figures_belongs_to_the_word_and_no_other_dot) {
  BOOST_TEST(joined("3.10 is not 3.1.") == "3.10|is|not|3.1");
  BOOST_TEST(joined("Resolution 11.24, e.g. IG2a.3 .2 2..3") == "resolution|11.24|e|g|ig2a|3|2|2|3");
  BOOST_TEST(joined("2021-2025") == "2021|2025");
  BOOST_TEST(joined("") == "");
  BOOST_TEST(joined(" .,_ ") == "");
}

BOOST_AUTO_TEST_CASE(a_long_word_is_cut_between_letters) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "ж";
  BOOST_TEST(words_of(text).size() == 1U);
  BOOST_TEST(pactable::unicode::length(words_of(text).front()) == pactable::pages::site::kLongestWord);
}

BOOST_AUTO_TEST_CASE(malformed_bytes_end_a_word_and_nothing_else) {
  BOOST_TEST(joined("sai\xFFga") == "sai|ga");
}

BOOST_AUTO_TEST_CASE(a_number_has_a_word_of_its_own) {
  BOOST_TEST(number_word("3.10.") == "#3.10");
  BOOST_TEST(number_word("Objective 1.") == "#objective.1");
  BOOST_TEST(number_word(".2") == "#2");
  BOOST_TEST(number_word(".") == "");
}
