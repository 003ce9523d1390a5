// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "unit/numbering/examples.h"

using namespace pactable::numbering;
using namespace pactable::numbering::examples;

namespace {

/// "form:canonical" of every reading, joined by blanks.
std::string readings(const std::string& printed, const Scheme& scheme) {
  std::string out;
  for (const Reading& reading : read_label(printed, scheme))
    out += (out.empty() ? "" : " ") + std::to_string(reading.form) + ":" + reading.canonical;
  return out;
}

Scheme with_lead(int depth, const std::string& lead, const std::string& separator = ".",
                 std::vector<Figure> figures = {}) {
  Form form = level(depth);
  form.lead = lead;
  form.separator = separator;
  form.figures = std::move(figures);
  return {{form}, 5};
}

Scheme of_figure(Figure figure) { return with_lead(1, "", ".", {figure}); }

}  // namespace

BOOST_AUTO_TEST_CASE(decimal_labels_read_without_their_final_dot) {
  const Scheme scheme = levels({1, 2, 3});
  BOOST_TEST(readings("4.1.1", scheme) == "2:4.1.1");
  BOOST_TEST(readings("1.1.", scheme) == "1:1.1");
  BOOST_TEST(readings("3", scheme) == "0:3");
  BOOST_TEST(read_label("1.1.", scheme)[0].final_dot);
  BOOST_TEST(!read_label("1.1", scheme)[0].final_dot);
  for (const char* broken : {"", ".2", "l.0", "0.1", "1..2", "1.2.3.4", "1,2", "20170", "1.1a", "."})
    BOOST_TEST(readings(broken, scheme) == "", broken);
}

BOOST_AUTO_TEST_CASE(section_labels_keep_their_tail) {
  const Scheme scheme = section_and_row();
  BOOST_TEST(readings("3.0", scheme) == "0:3.0");
  BOOST_TEST(readings("3.10", scheme) == "1:3.10");
  BOOST_TEST(readings("3", scheme) == "");
  BOOST_TEST(write_label({4}, scheme.forms[0]) == "4.0");
  BOOST_TEST(write_label({4, 10}, scheme.forms[1]) == "4.10");
}

BOOST_AUTO_TEST_CASE(a_lead_word_is_no_part_of_the_number_and_a_code_is) {
  const Scheme objective = with_lead(1, "Objective ");
  BOOST_TEST(readings("Objective 1.", objective) == "0:1");
  BOOST_TEST(readings("OBJECTIVE\u00A012:", objective) == "0:12");
  BOOST_TEST(readings("1.", objective) == "");
  BOOST_TEST(write_label({1}, objective.forms[0]) == "1");
  const Scheme code = with_lead(2, "IG", "", {Figure::kDecimal, Figure::kLetterLower});
  BOOST_TEST(readings("IG2a", code) == "0:IG2a");
  BOOST_TEST(write_label({2, 1}, code.forms[0]) == "IG2a");
  BOOST_TEST(readings("MON-01", with_lead(1, "MON-")) == "0:MON-01");
}

BOOST_AUTO_TEST_CASE(brackets_roman_figures_and_letters_read) {
  BOOST_TEST(readings("(a)", of_figure(Figure::kLetterLower)) == "0:a");
  BOOST_TEST(readings("b)", of_figure(Figure::kLetterLower)) == "0:b");
  BOOST_TEST(readings("(1)", levels({1})) == "0:1");
  BOOST_TEST(readings("(1", levels({1})) == "");
  BOOST_TEST(read_label("iv.", of_figure(Figure::kRomanLower))[0].path[0] == 4);
  BOOST_TEST(readings("iiii", of_figure(Figure::kRomanLower)) == "");
  BOOST_TEST(read_label("XIV", of_figure(Figure::kRomanUpper))[0].path[0] == 14);
  BOOST_TEST(read_label("bb", of_figure(Figure::kLetterLower))[0].path[0] == 28);
}

BOOST_AUTO_TEST_CASE(every_small_number_is_read_back_from_what_is_written) {
  for (const Figure figure :
       {Figure::kDecimal, Figure::kRomanUpper, Figure::kRomanLower, Figure::kLetterUpper, Figure::kLetterLower})
    for (int value = 1; value <= 52; ++value) {
      const Scheme scheme = of_figure(figure);
      const std::string label = write_label({value}, scheme.forms[0]);
      const auto read = read_label(label, scheme);
      BOOST_TEST_REQUIRE(read.size() == 1U, label);
      BOOST_TEST(read[0].path[0] == value);
      BOOST_TEST(read[0].canonical == label);
    }
}

BOOST_AUTO_TEST_CASE(two_forms_of_one_depth_are_told_apart) {
  Scheme scheme = levels({1, 1});
  scheme.forms[0].figures = {Figure::kRomanLower};
  scheme.forms[1].figures = {Figure::kLetterLower};
  BOOST_TEST(readings("(i)", scheme) == "0:i 1:i");
  BOOST_TEST(readings("(b)", scheme) == "1:b");
}

BOOST_AUTO_TEST_CASE(a_number_at_the_start_of_a_text_cell_is_found) {
  const Scheme scheme = levels({1, 2, 3});
  BOOST_TEST(leading_label("1.1. As required, work with range states", scheme) == 4U);
  BOOST_TEST(leading_label("4.1.2 Update CMP website", scheme) == 5U);
  BOOST_TEST(leading_label("2.1 Enhance protection", scheme) == 3U);
  BOOST_TEST(leading_label("3. Regional Inventories", scheme) == 2U);
  BOOST_TEST(leading_label("3.1.1.", scheme) == 6U);
  BOOST_TEST(leading_label("1.1.\u00A0As required", scheme) == 4U);
  BOOST_TEST(leading_label("Objective 1. To address key threats", with_lead(1, "Objective ")) == 12U);
  BOOST_TEST(leading_label("Objective 1 To address", with_lead(1, "Objective ")) == 11U);
}

BOOST_AUTO_TEST_CASE(years_amounts_dates_and_references_are_no_numbers_of_rows) {
  const Scheme scheme = levels({1, 2, 3});
  for (const char* text :
       {"2017. Since then", "2017.5 ha of", "6.2, to ensure", "10 per cent of", "1 January", "3 range states",
        "1.1a text", "2022-24", "1-2 years", "(see 3)", "", " 1.1 text", "1.1/1.2 text"})
    BOOST_TEST(leading_label(text, scheme) == 0U, text);
}
