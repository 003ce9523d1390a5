// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the number cell of a row: numbers, ranges and lists of them, marks, states, texts.
#include "parser/number_cell.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "unit/parser/grids.h"

using namespace pactable;
using test::cell_of;

namespace {

const grammar::Vocabulary& words() { return *test::generic().words; }

/// "1.1 *1 {(new)} | text": the label, "auto" before an automatic one, marks, state, what stands behind.
std::string read(const layout::Cell& cell) {
  const parser::NumberCell number = parser::read_number_cell(cell, words());
  std::string out =
      number.automatic_label.empty() ? number.label.utf8() : "auto " + number.automatic_label + number.label.utf8();
  for (const std::string& mark : number.marks) out += " *" + mark;
  if (number.state) out += " {" + number.state->utf8() + "}";
  if (!number.rest.empty()) out += " | " + number.rest.utf8();
  return out;
}

std::string read(std::string_view content) { return read(cell_of(content, 0, 0)); }

struct Case {
  std::string printed, read;
};

std::ostream& operator<<(std::ostream& stream, const Case& each) { return stream << '"' << each.printed << '"'; }

const std::vector<Case> kNumbers = {{"1", "1"},
                                    {"1.1", "1.1"},
                                    {"1.1.", "1.1."},
                                    {"1.0", "1.0"},
                                    {"IV", "IV"},
                                    {"A.1.3", "A.1.3"},
                                    {"MT-7.1", "MT-7.1"},
                                    {"IG2a", "IG2a"},
                                    {"(a)", "(a)"},
                                    {"a)", "a)"},
                                    {"Goal 1", "Goal 1"},
                                    {"1.3bis", "1.3bis"},
                                    {"1 (a)", "1 (a)"},
                                    {"19.212 a)", "19.212 a)"},
                                    // A range and a list are one label.
                                    {"1.3, 1.4", "1.3, 1.4"},
                                    {"2.2 and 2.3", "2.2 and 2.3"},
                                    {"1–3", "1–3"},
                                    {"1.1 - 1.4", "1.1 - 1.4"},
                                    {"4 & 5", "4 & 5"},
                                    {"1.1; 1.2", "1.1; 1.2"},
                                    {"1.1 to 1.4", "1.1 to 1.4"},
                                    {"2.2 y 2.3", "2.2 y 2.3"},
                                    // Note marks belong to no number.
                                    {"1.1¹", "1.1 *1"},
                                    {"1.1*", "1.1 **"},
                                    {"1.1 [2]", "1.1 *2"},
                                    {"1.1†", "1.1 *†"},
                                    // A state says something of the number.
                                    {"1.4 (new)", "1.4 {(new)}"},
                                    {"1.4 NEW", "1.4 {NEW}"},
                                    {"1.4 [deleted]", "1.4 {[deleted]}"},
                                    {"14.1 (Rev. CoP14)", "14.1 {(Rev. CoP14)}"},
                                    {"2.1 (1.4)", "2.1 {(1.4)}"},
                                    {"2.1 Rev. 2", "2.1 {Rev. 2}"},
                                    {"2.1* (new)", "2.1 ** {(new)}"},
                                    {"14.91 (Rev. CoP16)", "14.91 {(Rev. CoP16)}"},
                                    // A badge before it.
                                    {"NEW 1.2", "1.2 {NEW}"},
                                    {"(new) 1.2", "1.2 {(new)}"},
                                    // Three words behind it are a text.
                                    {"1. Beaches and dunes", "1. | Beaches and dunes"},
                                    {"19.212 a) Parties should report", "19.212 a) | Parties should report"},
                                    // Words without a number, and damage beyond its looks, stay whole.
                                    {"High priority tasks", "High priority tasks"},
                                    {"Task No. 54", "Task No. 54"},
                                    {".2", ".2"},
                                    {"l.0", "l.0"},
                                    {"–", "–"}};

const std::vector<Case> kPieces = {{"10\n.", "10."},
                                   {"1.1.\n2", "1.1.2"},
                                   {"1.\n1", "1.1"},
                                   // Pieces that do not need each other are two numbers.
                                   {"1 2", "1 2"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(number_cells)

BOOST_DATA_TEST_CASE(a_cell_gives_number_marks_state_and_text, boost::unit_test::data::make(kNumbers), each) {
  BOOST_TEST(read(each.printed) == each.read);
}

BOOST_DATA_TEST_CASE(a_number_that_a_narrow_cell_breaks_is_one, boost::unit_test::data::make(kPieces), each) {
  BOOST_TEST(read(each.printed) == each.read);
}

BOOST_AUTO_TEST_CASE(an_automatic_number_stands_before_what_is_typed_behind_it) {
  BOOST_TEST(read("⟦1.2⟧") == "auto 1.2");
  BOOST_TEST(read("⟦1.2⟧(new)") == "auto 1.2 {(new)}");
  BOOST_TEST(read("⟦1.2⟧Protect the nests") == "auto 1.2 | Protect the nests");
}

BOOST_AUTO_TEST_CASE(a_raised_figure_is_a_mark) {
  layout::Cell cell = cell_of("1.12", 0, 0);
  cell.paragraphs.front().text.add_style(3, 4, layout::Style::kSuperscript);
  BOOST_TEST(read(cell) == "1.1 *2");
}

BOOST_AUTO_TEST_CASE(no_sign_of_the_cell_is_dropped) {
  for (const Case& each : kNumbers) {
    const parser::NumberCell number = parser::read_number_cell(cell_of(each.printed, 0, 0), words());
    std::string all = number.label.utf8() + (number.state ? number.state->utf8() : "") + number.rest.utf8();
    for (const std::string& mark : number.marks) all += mark;
    const auto sorted = [](std::string_view text) {
      std::u32string signs;
      for (const char32_t c : unicode::to_code_points(unicode::fold(text))) {
        if (!unicode::is_space(c) && c != U'[' && c != U']') signs += c;  // marks stand without their brackets
      }
      std::sort(signs.begin(), signs.end());
      return unicode::to_utf8(signs);
    };
    BOOST_TEST(sorted(all) == sorted(each.printed));
  }
}

BOOST_AUTO_TEST_SUITE_END()
