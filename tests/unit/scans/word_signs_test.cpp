// SPDX-License-Identifier: GPL-3.0-or-later
// Words that a recogniser damaged against words that look odd and are right.
#include "scans/word_signs.h"

#include <boost/test/unit_test.hpp>

#include "core/unicode.h"
#include "scans/layer_quality.h"

using namespace pactable;

namespace {

std::vector<layout::Word> words_of(std::string_view text) {
  std::vector<layout::Word> words;
  for (const std::string_view part : unicode::split_space(text)) {
    layout::Word word;
    word.text = part;
    words.push_back(std::move(word));
  }
  return words;
}

scans::WordSigns signs(std::string_view text) { return scans::count_signs(words_of(text)); }

constexpr std::string_view kEnglish = "Ensure that all Range States make conservation and trade issues a priority ";

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_with_letters_for_figures_are_told_from_codes_and_ordinals) {
  BOOST_TEST(signs("l.0 1O I.2 3.l1 l2").mixed_figures == 5);
  BOOST_TEST(signs("1st 2nd A1 B12 IFC6 3.10 H2O 11.24 (1) 10.7 1.1.2 II III I l").mixed_figures == 0);
}

BOOST_AUTO_TEST_CASE(letters_of_two_scripts_in_a_word_or_a_lone_foreign_letter_are_damage) {
  BOOST_TEST(signs(std::string(kEnglish) + "В В cаmel").mixed_scripts == 3);
  BOOST_TEST(signs("Меры по сохранению сайгака в 2021 году А Б").mixed_scripts == 0);
  BOOST_TEST(signs("Меры по сохранению Saiga tatarica в рамках CMS и MTIWP").mixed_scripts == 0);
}

BOOST_AUTO_TEST_CASE(dirt_is_told_from_dashes_bullets_and_leaders) {
  BOOST_TEST(signs("_ ~ | ., ·, \xEF\xBF\xBD").dirt >= 5);
  BOOST_TEST(signs("- – • * ..... ____ 5 a").dirt == 0);
}

BOOST_AUTO_TEST_CASE(words_of_four_languages_and_names_are_likely) {
  BOOST_TEST(signs("Durchschnittsgeschwindigkeit rythme strengths взгляд встретиться мальчик McDonald eBird pH IUCN "
                   "CITES e.g. co-operation l'habitat and/or www.cms.int rec@cms.int l’espèce ongoing 2021-2025 "
                   "Kazakhstan Mtiwp")
                 .unlikely == 0);
  BOOST_TEST(signs("reMain wo;k tbcrrn xkwq aaaah th~e").unlikely == 6);
}

BOOST_AUTO_TEST_CASE(a_single_odd_word_condemns_no_page) {
  BOOST_TEST(scans::signs_in_words(words_of(std::string(kEnglish) + "| l.0")).empty());
  BOOST_TEST(!scans::signs_in_words(words_of(std::string(kEnglish) + "l.0 1O l.2")).empty());
}
