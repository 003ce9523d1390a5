// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/symbol_fonts.h"

#include <boost/test/unit_test.hpp>

using namespace pactable;

namespace {

// The sign as a number, 0 for none: Boost prints no char32_t.
unsigned sign(SymbolFont font, char32_t code) { return static_cast<unsigned>(symbol_sign(font, code).value_or(0)); }

}  // namespace

BOOST_AUTO_TEST_CASE(fonts_of_signs_are_known_by_name_in_any_case_and_in_quotes) {
  BOOST_TEST((symbol_font("Wingdings") == SymbolFont::kWingdings));
  BOOST_TEST((symbol_font(" 'WINGDINGS 2' ") == SymbolFont::kWingdings2));
  BOOST_TEST((symbol_font("\"Symbol\"") == SymbolFont::kSymbol));
  BOOST_TEST(!symbol_font("Segoe UI Symbol").has_value());
  BOOST_TEST(!symbol_font("Arial").has_value());
  BOOST_TEST(!symbol_font("''").has_value());
}

BOOST_AUTO_TEST_CASE(letters_of_these_fonts_are_the_signs_that_they_draw) {
  BOOST_TEST(sign(SymbolFont::kWingdings, U'ü') == 0x2713U);
  BOOST_TEST(sign(SymbolFont::kWingdings, U'û') == 0x2717U);
  BOOST_TEST(sign(SymbolFont::kWingdings, U'§') == 0x25AAU);
  BOOST_TEST(sign(SymbolFont::kWingdings, U'Ø') == 0x27A2U);
  BOOST_TEST(sign(SymbolFont::kWingdings, U'à') == 0x2192U);
  BOOST_TEST(sign(SymbolFont::kWingdings, U'þ') == 0x2611U);
  BOOST_TEST(sign(SymbolFont::kWingdings, U'J') == 0x263AU);
  BOOST_TEST(sign(SymbolFont::kWingdings2, U'P') == 0x2713U);
  BOOST_TEST(sign(SymbolFont::kWingdings2, U'£') == 0x2610U);
  BOOST_TEST(sign(SymbolFont::kWingdings3, U'}') == 0x25B8U);
  BOOST_TEST(sign(SymbolFont::kWebdings, U'a') == 0x2714U);
  BOOST_TEST(sign(SymbolFont::kSymbol, U'·') == 0x2022U);
  BOOST_TEST(sign(SymbolFont::kSymbol, U'm') == 0x03BCU);
  BOOST_TEST(sign(SymbolFont::kSymbol, U'³') == 0x2265U);
  BOOST_TEST(sign(SymbolFont::kSymbol, U'~') == 0x223CU);
}

BOOST_AUTO_TEST_CASE(codes_of_the_private_area_and_of_the_windows_code_page_are_the_same_signs) {
  BOOST_TEST(sign(SymbolFont::kWingdings, 0xF0FC) == 0x2713U);
  BOOST_TEST(sign(SymbolFont::kWingdings, 0x9F) == 0x2022U);
  BOOST_TEST(sign(SymbolFont::kWingdings, U'Ÿ') == 0x2022U);  // 9F of code page 1252
  BOOST_TEST(sign(SymbolFont::kWingdings, U'Œ') == 0x2776U);  // 8C of code page 1252
}

BOOST_AUTO_TEST_CASE(what_no_table_has_is_left_alone) {
  BOOST_TEST(sign(SymbolFont::kWingdings, U' ') == 0U);
  BOOST_TEST(sign(SymbolFont::kWingdings, U'я') == 0U);
  BOOST_TEST(sign(SymbolFont::kWingdings2, U'!') == 0U);
  BOOST_TEST(sign(SymbolFont::kSymbol, 0xF0FF) == 0U);
}

BOOST_AUTO_TEST_CASE(bullets_say_nothing_and_ticks_do) {
  BOOST_TEST(is_list_bullet(U'▪'));
  BOOST_TEST(is_list_bullet(U'➢'));
  BOOST_TEST(!is_list_bullet(U'✓'));
  BOOST_TEST(!is_list_bullet(U'☒'));
  BOOST_TEST(!is_list_bullet(U'–'));
}
