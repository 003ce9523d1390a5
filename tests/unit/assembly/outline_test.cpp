// SPDX-License-Identifier: GPL-3.0-or-later
// Series of numbers and the tree they make: steps below numbers, headings in words, restarts, numbers put in later.
#include <boost/test/unit_test.hpp>

#include "assembly/build.h"
#include "unit/parser/row_rules.h"

using namespace pactable;
using namespace pactable::test;

namespace {

plan::Plan plan_of(const std::vector<layout::Block>& blocks) {
  return assembly::build(parsed(blocks, generic(), {LabelOrigin::kTyped, {"table-1", "table-2"}}), {}, {});
}

/// "action 1.1 | Count. < Law": kind, number, text and the text of the item above.
Lines tree_of(const plan::Plan& plan) {
  Lines lines;
  for (const plan::Item& item : plan.items) {
    std::string line(to_string(item.kind));
    if (item.number) line += " " + item.number->canonical.value_or("-");
    line += " | " + item.text.value_or("");
    for (const plan::Item& other : plan.items) {
      if (item.parent == other.id) line += " < " + other.text.value_or("");
    }
    lines.push_back(line);
  }
  return lines;
}

/// Rules of the findings about numbers, which a sound plan has none of.
Lines number_findings(const plan::Plan& plan) {
  Lines rules;
  for (const plan::Finding& finding : plan.findings) {
    if (finding.rule.starts_with("NUM-") || finding.rule == plan::kTextLostRule)
      rules.push_back(finding.rule + ": " + finding.message);
  }
  return rules;
}

void check_tree(const std::vector<layout::Block>& blocks, const Lines& expected) {
  const plan::Plan plan = plan_of(blocks);
  check_lines(tree_of(plan), expected);
  check_lines(number_findings(plan), {});
}

const Lines kThree = {"No.", "Action", "Responsible"};

}  // namespace

BOOST_AUTO_TEST_SUITE(outline)

BOOST_AUTO_TEST_CASE(letters_stand_below_the_number_before_them_and_begin_anew_below_each) {
  check_tree({grid(below(kThree, {{"1", "Protect the nests.", "Parks"},
                                  {"(a)", "Put up fences.", "Parks"},
                                  {"(b)", "Mark the trees.", "Parks"},
                                  {"2", "Count the young.", "Parks"},
                                  {"(a)", "Train wardens.", "Chair"},
                                  {"(b)", "Publish a leaflet.", "Chair"},
                                  {"3", "Review the law.", "Chair"}}))},
             {"action 1 | Protect the nests.", "sub-task a | Put up fences. < Protect the nests.",
              "sub-task b | Mark the trees. < Protect the nests.", "action 2 | Count the young.",
              "sub-task a | Train wardens. < Count the young.", "sub-task b | Publish a leaflet. < Count the young.",
              "action 3 | Review the law."});
}

BOOST_AUTO_TEST_CASE(a_gap_among_letters_is_told) {
  const plan::Plan plan = plan_of({grid(below(kThree, {{"1", "Protect the nests.", "Parks"},
                                                       {"(a)", "Put up fences.", "Parks"},
                                                       {"(c)", "Mark the trees.", "Parks"},
                                                       {"2", "Count the young.", "Parks"},
                                                       {"(a)", "Train wardens.", "Chair"},
                                                       {"(b)", "Publish a leaflet.", "Chair"},
                                                       {"3", "Review the law.", "Chair"}}))});
  BOOST_TEST(tree_of(plan).at(2) == "sub-task c | Mark the trees. < Protect the nests.");
  BOOST_TEST(!number_findings(plan).empty());
}

BOOST_AUTO_TEST_CASE(a_list_of_letters_alone_is_a_sequence_like_any_other) {
  const Lines four = {"(a)", "(b)", "(d)", "(e)"};
  Rows rows = {kThree};
  for (const std::string& letter : four) rows.push_back({letter, "Put up fences in " + letter, "Parks"});
  const plan::Plan plan = plan_of({grid(rows)});
  for (const plan::Item& item : plan.items) {
    BOOST_TEST((item.kind == plan::ItemKind::kAction));
    BOOST_TEST(!item.parent.has_value());
  }
  BOOST_REQUIRE(number_findings(plan).size() == 1U);
  BOOST_TEST(number_findings(plan).front() == "NUM-GAP: c is missing between b and d");
}

BOOST_AUTO_TEST_CASE(headings_in_words_stand_above_numbers_of_their_own) {
  check_tree({grid(below(kThree, {{"Theme 1: Habitat"},
                                  {"1", "Protect the nests.", "Parks"},
                                  {"2", "Put up fences.", "Parks"},
                                  {"Theme 2: People"},
                                  {"3", "Train wardens.", "Chair"},
                                  {"4", "Review the law.", "Chair"}}))},
             {"section 1 | Habitat", "action 1 | Protect the nests. < Habitat", "action 2 | Put up fences. < Habitat",
              "section 2 | People", "action 3 | Train wardens. < People", "action 4 | Review the law. < People"});
}

BOOST_AUTO_TEST_CASE(romans_and_capitals_head_decimal_numbers) {
  check_tree({grid(below(kThree, {{"I. Habitat"},
                                  {"1", "Protect the nests.", "Parks"},
                                  {"2", "Put up fences.", "Parks"},
                                  {"II. People"},
                                  {"3", "Train wardens.", "Chair"},
                                  {"4", "Review the law.", "Chair"}}))},
             {"section I | Habitat", "action 1 | Protect the nests. < Habitat", "action 2 | Put up fences. < Habitat",
              "section II | People", "action 3 | Train wardens. < People", "action 4 | Review the law. < People"});
}

BOOST_AUTO_TEST_CASE(numbers_that_begin_anew_below_each_heading_are_no_slips) {
  check_tree({grid(below(kThree, {{"Theme 1: Habitat"},
                                  {"1", "Protect the nests.", "Parks"},
                                  {"2", "Put up fences.", "Parks"},
                                  {"Theme 2: People"},
                                  {"1", "Train wardens.", "Chair"},
                                  {"2", "Review the law.", "Chair"}}))},
             {"section 1 | Habitat", "action 1 | Protect the nests. < Habitat", "action 2 | Put up fences. < Habitat",
              "section 2 | People", "action 1 | Train wardens. < People", "action 2 | Review the law. < People"});
}

BOOST_AUTO_TEST_CASE(numbers_begin_anew_in_each_table) {
  const Rows rows =
      below(kThree,
            {{"1", "Protect the nests.", "Parks"}, {"2", "Put up fences.", "Parks"}, {"3", "Train wardens.", "Chair"}});
  check_tree({line_of("PLAN 2018-2020"), grid(rows), line_of("PLAN 2021-2023"), grid(rows)},
             {"action 1 | Protect the nests.", "action 2 | Put up fences.", "action 3 | Train wardens.",
              "action 1 | Protect the nests.", "action 2 | Put up fences.", "action 3 | Train wardens."});
}

BOOST_AUTO_TEST_CASE(a_number_that_was_put_in_stands_beside_the_one_before_it) {
  check_tree({grid(below(kThree, {{"1", "Law", ""},
                                  {"1.1", "Protect the nests.", "Parks"},
                                  {"1.1a", "Put up fences.", "Parks"},
                                  {"1.2", "Mark the trees.", "Parks"},
                                  {"1.2bis", "Count the young.", "Parks"},
                                  {"2", "People", ""},
                                  {"2.1", "Train wardens.", "Chair"}}))},
             {"section 1 | Law", "action 1.1 | Protect the nests. < Law", "action 1.1a | Put up fences. < Law",
              "action 1.2 | Mark the trees. < Law", "action 1.2bis | Count the young. < Law", "section 2 | People",
              "action 2.1 | Train wardens. < People"});
}

BOOST_AUTO_TEST_CASE(a_topic_left_of_the_numbers_stands_above_them) {
  auto table = grid({{"Theme", "No.", "Action", "Responsible"},
                     {"Habitat", "1", "Protect the nests.", "Parks"},
                     {"", "2", "Put up fences.", "Parks"},
                     {"People", "3", "Train wardens.", "Chair"},
                     {"", "4", "Review the law.", "Chair"}});
  span_rows(table, 1, 0, 2);
  span_rows(table, 3, 0, 2);
  check_tree({table},
             {"group | Habitat", "action 1 | Protect the nests. < Habitat", "action 2 | Put up fences. < Habitat",
              "group | People", "action 3 | Train wardens. < People", "action 4 | Review the law. < People"});
}

BOOST_AUTO_TEST_CASE(lines_above_tables_stand_above_their_rows) {
  check_tree(
      {line_of("HERON PLAN"), line_of("It was agreed by all of them in the end."), line_of("Objective 1: Habitat"),
       grid(below(kThree, {{"1.1", "Protect the nests.", "Parks"},
                           {"1.2", "Put up fences.", "Parks"},
                           {"1.3", "Mark the trees.", "Parks"}})),
       line_of("Objective 2: People"),
       grid(below(kThree, {{"2.1", "Train wardens.", "Chair"},
                           {"2.2", "Review the law.", "Chair"},
                           {"2.3", "Publish a leaflet.", "Chair"}}))},
      {"section 1 | Habitat", "action 1.1 | Protect the nests. < Habitat", "action 1.2 | Put up fences. < Habitat",
       "action 1.3 | Mark the trees. < Habitat", "section 2 | People", "action 2.1 | Train wardens. < People",
       "action 2.2 | Review the law. < People", "action 2.3 | Publish a leaflet. < People"});
}

BOOST_AUTO_TEST_CASE(steps_beside_a_merged_number_stand_below_it) {
  auto table = grid(below(kThree, {{"1", "Protect the nests.", "Parks"},
                                   {"", "Put up fences.", "Wardens"},
                                   {"2", "Count the young.", "Parks"},
                                   {"3", "Train wardens.", "Parks"}}));
  span_rows(table, 1, 0, 2);
  check_tree({table}, {"action 1 | Protect the nests.", "sub-task | Put up fences. < Protect the nests.",
                       "action 2 | Count the young.", "action 3 | Train wardens."});
}

BOOST_AUTO_TEST_SUITE_END()
