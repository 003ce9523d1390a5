// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/legend.h"

#include <boost/test/unit_test.hpp>

#include "unit/grammar/loaded_words.h"
#include "unit/values/example_table.h"

using namespace pactable;

namespace {

std::string written(const std::vector<plan::Code>& codes) {
  std::string out;
  for (const plan::Code& code : codes) {
    out += (out.empty() ? "" : "|") + code.code + "=" + code.label;
    if (code.definition) out += "{" + *code.definition + "}";
  }
  return out;
}

std::vector<plan::Code> codes(std::initializer_list<const char*> names) {
  std::vector<plan::Code> out;
  for (const char* name : names) out.push_back({name, "label", {}});
  return out;
}

std::string read(std::string_view printed, const std::vector<plan::Code>& list) {
  const auto reading = values::read_code(printed, list);
  return reading ? reading->code + (reading->look_alike ? " look-alike" : "") : "none";
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_legend_of_the_table_reads_as_its_line_says) {
  const auto examples = tests::read_examples("legends.tsv", 4);
  BOOST_TEST(examples.size() >= 25U);
  for (const auto& row : examples) {
    BOOST_TEST_CONTEXT(row[0]) {
      const auto legend = values::read_legend(row[0], test::words());
      BOOST_TEST((legend ? legend->mark.value_or("") : "") == row[1]);
      BOOST_TEST((legend ? legend->lead : "") == row[2]);
      BOOST_TEST((legend ? written(legend->codes) : "") == row[3]);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_legend_has_at_least_two_codes_and_every_code_a_label_that_is_printed) {
  for (const auto& row : tests::read_examples("legends.tsv", 4)) {
    const auto legend = values::read_legend(row[0], test::words());
    if (!legend) continue;
    BOOST_TEST(legend->codes.size() >= 2U);
    for (const plan::Code& code : legend->codes) {
      BOOST_TEST(row[0].find(code.code) != std::string::npos);
      BOOST_TEST(row[0].find(code.label) != std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_legend_cut_anywhere_has_two_codes_or_is_none) {
  for (const auto& row : tests::read_examples("legends.tsv", 4)) {
    for (std::size_t cut = 0; cut < row[0].size(); ++cut) {
      for (const std::string& text : {row[0].substr(cut), row[0].substr(0, cut)}) {
        const auto legend = values::read_legend(text, test::words());
        BOOST_TEST((!legend || legend->codes.size() >= 2U), text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_printed_code_is_read_exactly_or_by_case_or_brackets) {
  BOOST_TEST(read("A", codes({"A", "B"})) == "A");
  BOOST_TEST(read("b", codes({"A", "B"})) == "B");
  BOOST_TEST(read("(1)", codes({"1", "2"})) == "1");
  BOOST_TEST(read("2.", codes({"1", "2"})) == "2");
  BOOST_TEST(read("high", codes({"High", "Low"})) == "High");
  BOOST_TEST(read("C", codes({"A", "B"})) == "none");
  BOOST_TEST(read("", codes({"A", "B"})) == "none");
}

BOOST_AUTO_TEST_CASE(look_alike_letters_read_as_the_code_of_the_list) {
  BOOST_TEST(read("В", codes({"A", "B"})) == "B look-alike");       // U+0412
  BOOST_TEST(read("А", codes({"A", "B"})) == "A look-alike");       // U+0410
  BOOST_TEST(read("С", codes({"A", "B", "C"})) == "C look-alike");  // U+0421
  BOOST_TEST(read("B", codes({"А", "В"})) == "В look-alike");       // the list is Cyrillic
  BOOST_TEST(read("l", codes({"1", "2"})) == "1 look-alike");
}

BOOST_AUTO_TEST_CASE(a_look_alike_of_two_codes_is_read_as_neither) {
  BOOST_TEST(read("l", codes({"1", "I"})) == "none");
  BOOST_TEST(read("В", codes({"B", "B"})) == "B look-alike");  // one code listed twice
}

BOOST_AUTO_TEST_CASE(a_footnote_mark_does_not_become_part_of_a_code) {
  BOOST_TEST(read("A¹", codes({"A", "A1"})) == "A");
  BOOST_TEST(read("¹", codes({"1", "2"})) == "none");
}
