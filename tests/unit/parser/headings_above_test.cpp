// SPDX-License-Identifier: GPL-3.0-or-later
// Lines above tables: sections of the plan, and captions that are none.
#include <boost/test/unit_test.hpp>

#include "unit/parser/row_rules.h"

using namespace pactable;
using namespace pactable::test;

namespace {

const Rows kNests = {{"1.1", "Protect the nests in reeds.", "1", "A"},
                     {"1.2", "Count the young each year.", "2", "A"},
                     {"1.3", "Mark all of the nests.", "1", "A"}};
const Rows kPeople = {{"2.1", "Train wardens in the delta.", "1", "A"},
                      {"2.2", "Review the law on trade.", "2", "A"},
                      {"2.3", "Publish a leaflet on herons.", "1", "A"}};

/// "1 | Habitat" of the heading of each table, "-" where it has none.
Lines headings(const std::vector<layout::Block>& blocks) {
  const auto draft = draft_of(blocks);
  check_lines(lost_texts(draft), {});
  Lines out(draft.tables.size(), "-");
  for (const parser::DraftItem& item : draft.items) {
    if (item.heading == parser::Heading::kBlock)
      out[static_cast<std::size_t>(item.table)] = item.printed_label() + " | " + item.text.utf8();
  }
  return out;
}

std::vector<layout::Block> above(const std::string& first, const std::string& second) {
  return {line_of("HERON PLAN"), line_of("It was agreed by all of them in the end."),
          line_of(first),        grid(below(kHeader, kNests)),
          line_of(second),       grid(below(kHeader, kPeople))};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(headings_above)

BOOST_AUTO_TEST_CASE(lines_that_are_numbered_alike_above_tables_of_one_header_are_sections) {
  check_lines(headings(above("Objective 1: Habitat", "Objective 2: People")),
              {"Objective 1: | Habitat", "Objective 2: | People"});
  check_lines(headings(above("1. Habitat", "2. People")), {"1. | Habitat", "2. | People"});
  check_lines(headings(above("I. Habitat", "II. People")), {"I. | Habitat", "II. | People"});
  check_lines(headings(above("A. Habitat", "B. People")), {"A. | Habitat", "B. | People"});
}

BOOST_AUTO_TEST_CASE(themes_without_numbers_above_tables_of_one_header_are_groups) {
  check_lines(headings(above("Habitat and sites", "People and trade")),
              {" | Habitat and sites", " | People and trade"});
}

BOOST_AUTO_TEST_CASE(a_number_that_begins_those_below_it_heads_a_single_table) {
  check_lines(headings({line_of("HERON PLAN"), line_of("It was agreed by all of them in the end."),
                        line_of("1. Habitat"), grid(below(kHeader, kNests))}),
              {"1. | Habitat"});
  check_lines(headings({line_of("HERON PLAN"), line_of("It was agreed by all of them in the end."),
                        line_of("4. Habitat"), grid(below(kHeader, kNests))}),
              {"-"});
}

BOOST_AUTO_TEST_CASE(an_automatic_number_heads_a_table_too) {
  auto blocks = above("Habitat", "People");
  std::get<layout::TextBlock>(blocks[2]).paragraph.list_label = "1.";
  std::get<layout::TextBlock>(blocks[4]).paragraph.list_label = "2.";
  check_lines(headings(blocks), {"1. | Habitat", "2. | People"});
}

BOOST_AUTO_TEST_CASE(captions_and_periods_are_none) {
  check_lines(headings(above("Table 1. Habitat", "Table 2. People")), {"-", "-"});
  check_lines(headings(above("Annex 1: Habitat", "Annex 2: People")), {"-", "-"});
  check_lines(headings(above("Tableau 1. Habitat", "Tableau 2. People")), {"-", "-"});
  check_lines(headings(above("Action plan 2018-2020", "Action plan 2021-2023")), {"-", "-"});
}

BOOST_AUTO_TEST_CASE(lines_of_two_makes_and_sentences_are_none) {
  check_lines(headings(above("Objective 1: Habitat", "People and trade")), {"Objective 1: | Habitat", "-"});
  check_lines(headings(above("These were agreed.", "So were these.")), {"-", "-"});
}

BOOST_AUTO_TEST_CASE(running_heads_and_notes_stand_between_without_parting_them) {
  auto blocks = above("Objective 1: Habitat", "Objective 2: People");
  layout::TextBlock head = line_of("Panel, page 2");
  head.furniture = layout::Furniture::kRunningHead;
  blocks.insert(blocks.begin() + 5, head);
  check_lines(headings(blocks), {"Objective 1: | Habitat", "Objective 2: | People"});
}

BOOST_AUTO_TEST_SUITE_END()
