// SPDX-License-Identifier: GPL-3.0-or-later
// Cells as one text, as lines, as names; note references of values.
#include "parser/cell_text.h"
#include "parser/party_lines.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "parser/row_view.h"
#include "unit/parser/grids.h"

using namespace pactable;
using test::cell_of;
using Lines = std::vector<std::string>;

namespace {

layout::Text raised(const std::string& text, const std::string& part) {
  layout::Text out = test::text_at(text, 1, 0);
  const std::size_t begin = text.rfind(part);
  out.add_style(begin, begin + part.size(), layout::Style::kSuperscript);
  return out;
}

/// "2025 *1 *a": the value and its marks.
std::string unmarked(const layout::Text& text) {
  const parser::Unmarked read = parser::without_marks(text);
  std::string out = read.text.utf8();
  for (const std::string& mark : read.marks) out += " *" + mark;
  return out;
}

std::string unmarked(const std::string& text) { return unmarked(test::text_at(text, 1, 0)); }

struct Case {
  std::string printed, read;
};

std::ostream& operator<<(std::ostream& stream, const Case& each) { return stream << '"' << each.printed << '"'; }

const std::vector<Case> kSigns = {{"2025", "2025"},
                                  {"2025¹", "2025 *1"},
                                  {"Parks²", "Parks *2"},
                                  {"High*", "High **"},
                                  {"High**", "High ***"},
                                  {"High [1]", "High *1"},
                                  {"Parks¹² ", "Parks *12"},
                                  {"Parks¹, Chair²", "Parks, Chair *1 *2"},
                                  {"Dec 2018†", "Dec 2018 *†"},
                                  // A value that is nothing but a sign keeps it.
                                  {"*", "*"},
                                  {"¹", "¹"},
                                  {"[1]", "[1]"}};

const std::vector<std::string> kNoMarks = {"1 [of 20]", "[2024-2026]", "High (1)", "A1", "Parks, Chair"};

const std::vector<std::pair<std::string, std::string>> kOrdinals = {{"1st quarter 2025", "st"}, {"2nd half", "nd"},
                                                                    {"3rd meeting", "rd"},      {"4th", "th"},
                                                                    {"1er trimestre", "er"},    {"2ème", "ème"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(cell_texts)

BOOST_AUTO_TEST_CASE(a_cell_is_one_text_with_its_list_labels) {
  BOOST_TEST(parser::cell_text(cell_of("⟦a)⟧walk all plots\n⟦b)⟧mark  the spikes", 0, 0)).utf8() ==
             "a) walk all plots b) mark the spikes");
  BOOST_TEST(parser::cell_text(cell_of("\nOne\n\nTwo\n", 0, 0)).utf8() == "One Two");
  BOOST_TEST(parser::cell_text(cell_of("⟦1.⟧", 0, 0)).utf8() == "1.");
}

BOOST_AUTO_TEST_CASE(a_text_of_a_cell_keeps_places_and_styles) {
  layout::Cell cell = cell_of("⟦a)⟧walk\nSaiga News", 3, 1);
  cell.paragraphs.back().text.add_style(0, 5, layout::Style::kItalic);
  const layout::Text text = parser::cell_text(cell);
  BOOST_REQUIRE(text.styles().size() == 1U);
  BOOST_TEST(text.utf8().substr(text.styles()[0].begin, 5) == "Saiga");
  BOOST_TEST(!text.places().empty());
}

BOOST_AUTO_TEST_CASE(lines_and_paragraphs_stay_apart_where_they_count) {
  layout::Cell cell = cell_of("Parks and\nChair", 0, 0);
  layout::Paragraph broken;
  broken.text = test::text_at("WWF\nIUCN", 2, 0);
  cell.paragraphs.push_back(broken);
  BOOST_TEST(parser::cell_lines(cell).utf8() == "Parks and\u2029Chair\u2029WWF\nIUCN");
}

BOOST_DATA_TEST_CASE(note_references_are_taken_off_a_value, boost::unit_test::data::make(kSigns), each) {
  BOOST_TEST(unmarked(each.printed) == each.read);
}

BOOST_DATA_TEST_CASE(other_signs_are_no_note_references, boost::unit_test::data::make(kNoMarks), text) {
  BOOST_TEST(unmarked(text) == text);
}

BOOST_AUTO_TEST_CASE(raised_figures_and_letters_are_marks) {
  BOOST_TEST(unmarked(raised("High1", "1")) == "High *1");
  BOOST_TEST(unmarked(raised("Parksa", "a")) == "Parks *a");
  BOOST_TEST(unmarked(raised("2025(3)", "(3)")) == "2025 *3");
}

BOOST_AUTO_TEST_CASE(two_raised_figures_are_two_marks) {
  BOOST_TEST(unmarked(raised("High1,2", "1,2")) == "High *1 *2");
}

BOOST_AUTO_TEST_CASE(endings_of_ordinals_are_no_marks) {
  for (const auto& [text, ending] : kOrdinals) BOOST_TEST(unmarked(raised(text, ending)) == text);
}

BOOST_AUTO_TEST_CASE(endings_of_one_letter_are_no_marks) {
  for (const auto& [text, ending] : {std::pair{"2e", "e"}, std::pair{"1o", "o"}, std::pair{"XXIe", "e"}})
    BOOST_TEST(unmarked(raised(text, ending)) == text);
}

BOOST_AUTO_TEST_CASE(units_are_no_marks) {
  for (const char* text : {"20 m²", "150 km²", "5 m³ a year", "20 µg/m³"}) BOOST_TEST(unmarked(text) == text);
  BOOST_TEST(unmarked(raised("20 m2", "2")) == "20 m2");
  BOOST_TEST(unmarked(raised("5 km2", "2")) == "5 km2");
}

BOOST_AUTO_TEST_CASE(stars_that_rate_are_no_marks) {
  for (const char* text : {"*", "**", "***", "* *", "★★"}) BOOST_TEST(unmarked(text) == text);
}

BOOST_AUTO_TEST_CASE(stars_before_words_are_bullets) { BOOST_TEST(unmarked("* Parks * Chair") == "* Parks * Chair"); }

BOOST_AUTO_TEST_CASE(names_stand_on_lines_of_their_own) {
  const auto names = [](const std::string& lines) { return parser::party_lines(lines, *test::generic().words); };
  const std::string p(parser::kParagraphEnd);
  BOOST_TEST((names("Parks" + p + "Chair") == Lines{"Parks", "Chair"}));
  BOOST_TEST((names("Parks\nChair") == Lines{"Parks", "Chair"}));
  BOOST_TEST((names("Parks\n\nChair\n") == Lines{"Parks", "Chair"}));
  BOOST_TEST(names("").empty());
  // A line that ends or begins inside a name goes on.
  BOOST_TEST((names("Ministry of\nEnvironment") == Lines{"Ministry of Environment"}));
  BOOST_TEST((names("Parks /\nWWF") == Lines{"Parks / WWF"}));
  BOOST_TEST((names("Parks\n/ WWF") == Lines{"Parks / WWF"}));
  BOOST_TEST((names("Parks &\nWildlife") == Lines{"Parks & Wildlife"}));
  BOOST_TEST((names("Parks\n(lead)\nChair") == Lines{"Parks (lead)", "Chair"}));
  BOOST_TEST((names("Range States\nconcerned\nChair") == Lines{"Range States concerned", "Chair"}));
  BOOST_TEST((names("Ministère de\nl’Environnement") == Lines{"Ministère de l’Environnement"}));
  // Where a paragraph lists by commas its line ends split nothing; commas in brackets list nothing.
  BOOST_TEST((names("Parks, Range\nStates, WWF") == Lines{"Parks, Range States, WWF"}));
  BOOST_TEST((names("Parks (north, south)\nWWF") == Lines{"Parks (north, south)", "WWF"}));
  BOOST_TEST((names("Parks, WWF" + p + "Chair\nIUCN") == Lines{"Parks, WWF", "Chair", "IUCN"}));
}

BOOST_AUTO_TEST_CASE(a_paragraph_that_begins_inside_a_name_is_still_a_name) {
  const std::string p(parser::kParagraphEnd);
  BOOST_TEST((parser::party_lines("Ministry of" + p + "Environment", *test::generic().words) ==
              Lines{"Ministry of", "Environment"}));
}

BOOST_AUTO_TEST_CASE(ends_and_beginnings_of_texts) {
  for (const char* text : {"Done.", "Done!", "Done?", "to wit:", "and;", "so …", "(so.)", "“So.”"})
    BOOST_TEST(parser::ends_closed(text), text);
  for (const char* text : {"", "Done", "so that", "Done,", "(so)", "–"}) BOOST_TEST(!parser::ends_closed(text), text);
  for (const char* text : {"and so", "6.2, to", ", so", ") so", "élan", "и так"})
    BOOST_TEST(parser::begins_inside(text), text);
  for (const char* text : {"", "And so", "Élan", "И так", "(so", "– so"})
    BOOST_TEST(!parser::begins_inside(text), text);
  BOOST_TEST(parser::is_capitals("ПЛАН 2020"));
  BOOST_TEST(!parser::is_capitals("ПЛАн"));
  BOOST_TEST(!parser::is_capitals("2020"));
}

BOOST_AUTO_TEST_SUITE_END()
