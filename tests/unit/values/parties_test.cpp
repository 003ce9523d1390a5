// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/parties.h"

#include <boost/test/unit_test.hpp>

#include "core/unicode.h"
#include "unit/grammar/loaded_words.h"
#include "unit/values/example_table.h"

using namespace pactable;

namespace {

std::string joined(const std::vector<std::string>& names, const std::string& between) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : between) + name;
  return out;
}

/// Letters and figures without the words that part names.
std::u32string letters(const std::string& text) {
  std::u32string out;
  for (const std::string_view word : unicode::split_space(text)) {
    if (test::words().and_words.holds(word)) continue;
    for (const char32_t c : unicode::to_code_points(word)) {
      if (unicode::is_letter(c) || unicode::is_digit(c)) out += c;
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_list_of_parties_of_the_table_splits_as_its_line_says) {
  const auto examples = tests::read_examples("parties.tsv", 2);
  BOOST_TEST(examples.size() >= 30U);
  for (const auto& row : examples)
    BOOST_TEST(joined(values::split_parties(row[0], test::words()), "|") == row[1], row[0]);
}

BOOST_AUTO_TEST_CASE(one_office_for_several_fields_is_one_party) {
  const auto split = [](std::string_view text) { return joined(values::split_parties(text, test::words()), "|"); };
  BOOST_TEST(split("Ministry of Agriculture, Forestry and Fisheries") ==
             "Ministry of Agriculture, Forestry and Fisheries");
  BOOST_TEST(split("Ministerio de Agricultura, Pesca y Alimentación") ==
             "Ministerio de Agricultura, Pesca y Alimentación");
  BOOST_TEST(split("Ministry of Environment, NGOs and universities") == "Ministry of Environment|NGOs|universities");
  BOOST_TEST(split("TBD") == "");
  BOOST_TEST(split("Parties, etc.") == "Parties|etc.");
}

BOOST_AUTO_TEST_CASE(one_party_that_may_be_several_is_seen) {
  for (const char* several :
       {"Fishers and hunters", "Présidence ou Secrétariat", "KWS/AWF", "WWF + IUCN", "Ministerium und Landkreise"}) {
    BOOST_TEST(values::may_be_several(several, test::words()), several);
  }
  for (const char* one : {"Ministry of Water and Forests", "Parks", "WWF (and others)"}) {
    BOOST_TEST(!values::may_be_several(one, test::words()), one);
  }
}

BOOST_AUTO_TEST_CASE(marks_of_a_list_separate_names_and_are_none_of_them) {
  const auto split = [](std::string_view text) { return joined(values::split_parties(text, test::words()), "|"); };
  BOOST_TEST(split("a) Parks b) Chair") == "Parks|Chair");
  BOOST_TEST(split("(i) Secretariat; (ii) Parties") == "Secretariat|Parties");
  BOOST_TEST(split("1) WWF 2) Ministry of Water (lead)") == "WWF|Ministry of Water (lead)");
  BOOST_TEST(split("b) Parks c) Chair") == "b) Parks c) Chair");  // something stood before them
  BOOST_TEST(split("a) Parks") == "a) Parks");
}

BOOST_AUTO_TEST_CASE(no_letter_of_the_printed_names_is_lost_or_moved) {
  for (const auto& row : tests::read_examples("parties.tsv", 2)) {
    for (const std::string& text : {row[0], row[0] + ", " + row[0], "(" + row[0], row[0] + ")"}) {
      BOOST_TEST((letters(joined(values::split_parties(text, test::words()), " ")) == letters(text)), text);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_empty_cell_names_nobody) {
  BOOST_TEST(values::split_parties("", test::words()).empty());
  BOOST_TEST(values::split_parties(" – ", test::words()).empty());
}
