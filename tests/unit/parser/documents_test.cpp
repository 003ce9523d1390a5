// SPDX-License-Identifier: GPL-3.0-or-later
// Which tables of a document hold actions, which family reads it, and what stands around the tables.
#include <boost/test/unit_test.hpp>

#include "unit/parser/grids.h"

using namespace pactable;
using test::discarded_for;
using test::draft_of;
using test::family;
using test::generic;
using test::grid;
using test::line_of;
using test::Rows;
using Lines = std::vector<std::string>;

namespace {

bool holds_a_plan(const Rows& rows) { return test::parsed({grid(rows)}).verdict == plan::TableVerdict::kPlan; }

std::string chosen(const std::vector<layout::Block>& blocks) {
  return parser::choose_family(blocks, test::header_words())->family().id;
}

const Rows kPlan = {{"No.", "Measures", "Urgency", "Timescale"},
                    {"1.0", "Law", "", ""},
                    {"1.1", "Protect.", "1", "A"},
                    {"1.2", "Fine.", "2", "A"}};

}  // namespace

BOOST_AUTO_TEST_CASE(tables_of_other_things_are_no_plan) {
  // Threats, a legend, counts by year, a list of contacts, a table of decisions.
  BOOST_TEST(!holds_a_plan({{"Threat", "Severity", "Scope"},
                            {"1. Poaching", "High", "All"},
                            {"2. Fences", "Low", "East"},
                            {"3. Drought", "High", "All"}}));
  BOOST_TEST(!holds_a_plan({{"Code", "Description"}, {"1", "Urgent"}, {"2", "Important"}}));
  BOOST_TEST(!holds_a_plan({{"Year", "Population", "Remarks"},
                            {"2019", "1200", "count"},
                            {"2020", "1400", "count"},
                            {"2021", "1350", "count"}}));
  BOOST_TEST(!holds_a_plan(
      {{"No.", "Name", "Country"}, {"1", "A. Person", "X"}, {"2", "B. Person", "Y"}, {"3", "C. Person", "Z"}}));
  BOOST_TEST(!holds_a_plan({{"Decision", "Directed to", "Status"},
                            {"19.213", "Parties", "Done"},
                            {"19.214", "Parties", ""},
                            {"19.215", "Secretariat", ""}}));
  BOOST_TEST(holds_a_plan(kPlan));
}

BOOST_AUTO_TEST_CASE(the_texts_of_another_table_are_kept_as_such) {
  const auto draft = draft_of({line_of("Threats in 2020"), grid({{"Threat", "Severity"}, {"Poaching", "High"}}),
                               line_of("MEASURES"), grid(kPlan)});
  BOOST_TEST(draft.items.size() == 3U);
  BOOST_TEST((discarded_for(draft, "other-table") == Lines{"Threat", "Severity", "Poaching", "High"}));
  BOOST_TEST((discarded_for(draft, "caption") == Lines{"MEASURES"}));
  BOOST_TEST(draft.tables.front().table.caption.value_or("") == "MEASURES");
}

BOOST_AUTO_TEST_CASE(flat_numbers_run_through_small_tables_of_one_header) {
  std::vector<layout::Block> blocks;
  int number = 1;
  for (int table = 1; table <= 19; ++table) {
    blocks.emplace_back(line_of("TABLE " + std::to_string(table)));
    Rows rows = {{"#", "Recommendation", "Lead"}};
    rows.push_back({std::to_string(number++), "Count the young of herons each year.", "Parks"});
    rows.push_back({std::to_string(number++), "Train wardens in the delta.", "Range States"});
    blocks.emplace_back(grid(rows));
  }
  const auto draft = draft_of(blocks);
  BOOST_TEST(draft.tables.size() == 19U);
  BOOST_REQUIRE(draft.items.size() == 38U);
  BOOST_TEST(draft.items.back().printed_label() == "38");
  BOOST_TEST(draft.items.back().table == 18);
  BOOST_TEST(discarded_for(draft, "other-table").empty());
}

BOOST_AUTO_TEST_CASE(small_tables_that_begin_at_one_again_are_plans_together) {
  const Rows rows = {{"No.", "Measures", "Priority"}, {"1", "Protect the nests.", "1"}, {"2", "Fine poachers.", "2"}};
  const auto draft = draft_of({line_of("NORTH"), grid(rows), line_of("SOUTH"), grid(rows)});
  BOOST_TEST(draft.tables.size() == 2U);
  Lines numbers;
  for (const parser::DraftItem& item : draft.items) numbers.push_back(item.printed_label());
  BOOST_TEST((numbers == Lines{"", "1", "2", "", "1", "2"}));  // each below its own heading
}

BOOST_AUTO_TEST_CASE(a_table_of_another_header_is_not_taken_for_its_neighbour) {
  const auto draft = draft_of({grid(kPlan), line_of("CONTACTS"),
                               grid({{"No.", "Name", "Country"}, {"1", "A. Person", "X"}, {"2", "B. Person", "Y"}})});
  BOOST_TEST(draft.tables.size() == 1U);
  BOOST_TEST(discarded_for(draft, "other-table").size() == 9U);
}

BOOST_AUTO_TEST_CASE(an_unknown_column_is_kept_and_told) {
  const auto draft = draft_of({grid({{"No.", "Measures", "Rings", "Urgency"},
                                     {"1", "Count.", "500", "1"},
                                     {"2", "Ring.", "", "2"},
                                     {"3", "Meet.", "20", "2"}})});
  BOOST_TEST((draft.tables.front().unknown_roles == Lines{"rings"}));
  BOOST_TEST(test::lines_of(draft).front() == "1 | Count. | rings=500 | urgency=1");
}

BOOST_AUTO_TEST_CASE(a_family_is_chosen_by_its_phrases) {
  BOOST_TEST(chosen({line_of("MEDIUM-TERM INTERNATIONAL WORK PROGRAMME FOR THE HERON"), grid(kPlan)}) == "cms-mtiwp");
  BOOST_TEST(chosen({line_of("CMP ACTION PLAN – 2024-2026"), grid({{"No.", "Action"}, {"1", "Count."}})}) == "iwc-cmp");
}

BOOST_AUTO_TEST_CASE(a_family_is_chosen_by_a_weak_phrase_and_its_columns_together) {
  const auto topics = grid({{"Topic", "Action", "Sub-task", "Timeframe", "Responsible parties"},
                            {"1. A", "1.1. B", "1.1.1. C", "2024", "X"}});
  BOOST_TEST(chosen({line_of("A conservation management plan for herons"), topics}) == "iwc-cmp");
  const auto activities = grid({{"Action", "Activity", "Responsible", "Timing"}, {"1.1. B", "1.1.1. C", "X", "2024"}});
  BOOST_TEST(chosen({line_of("PROGRAMME OF WORK"), activities}) == "cms-programme-of-work");
}

BOOST_AUTO_TEST_CASE(columns_alone_choose_no_family) {
  BOOST_TEST(chosen({grid(kPlan)}) == "generic");
  BOOST_TEST(chosen({grid({{"Topic", "Action", "Sub-task", "Timeframe", "Responsible parties"},
                           {"1. A", "1.1. B", "1.1.1. C", "2024", "X"}})}) == "generic");
}

BOOST_AUTO_TEST_CASE(a_single_weak_sign_chooses_no_family) {
  BOOST_TEST(chosen({line_of("A programme of work for herons")}) == "generic");
  BOOST_TEST(chosen({grid({{"No.", "Actions", "Lead"}, {"1", "Count", "Parks"}})}) == "generic");
  BOOST_TEST(chosen({}) == "generic");
}

BOOST_AUTO_TEST_CASE(spaces_that_recognition_puts_into_a_title_or_loses_hide_no_family) {
  BOOST_TEST(chosen({line_of("MEDIUM-TERM IN TERNATIONAL WORKPROGRAMME FOR THE SAIGA"), grid(kPlan)}) == "cms-mtiwp");
}

BOOST_AUTO_TEST_CASE(a_document_without_blocks_or_tables_is_no_plan) {
  const std::vector<layout::Block> none;
  const std::vector<layout::Block> prose = {line_of("1.1 Count the birds."), line_of("1.2 Ring them."),
                                            line_of("1.3 Meet.")};
  for (const auto& blocks : {none, prose}) {
    const parser::Draft draft = test::parsed(blocks);
    BOOST_TEST((draft.verdict == plan::TableVerdict::kNoPlan));
    BOOST_TEST(draft.items.empty());
    BOOST_TEST(draft.judgements.empty());
    BOOST_TEST(draft.discarded.size() == blocks.size());
  }
  BOOST_TEST((parser::choose_family(none, {}) == nullptr));
}

BOOST_AUTO_TEST_CASE(title_status_and_period_are_read_and_kept_among_the_discarded) {
  const auto draft = draft_of({line_of("DRAFT"), line_of("ACTION PLAN FOR THE HERON 2021-2025"),
                               line_of("It was agreed in 2020."), grid(kPlan)});
  BOOST_TEST(draft.metadata.title.value_or("").starts_with("ACTION PLAN FOR THE HERON"));
  BOOST_TEST(draft.metadata.status.value_or("") == "DRAFT");
  BOOST_TEST(draft.metadata.period_edtf.value_or("") == "2021/2025");
  BOOST_TEST((discarded_for(draft, "title") == Lines{"DRAFT", "ACTION PLAN FOR THE HERON 2021-2025"}));
  BOOST_TEST((discarded_for(draft, "prose") == Lines{"It was agreed in 2020."}));
}

BOOST_AUTO_TEST_CASE(a_line_that_begins_with_a_sign_is_the_note_of_a_text_that_ends_with_it) {
  const auto draft = draft_of({grid({{"No.", "Action", "Responsible"},
                                     {"1", "Protect the nests.*", "Parks"},
                                     {"2", "Count the young.", "Chair"}}),
                               line_of("* Subject to funds."), line_of("† Seen in May.")});
  BOOST_REQUIRE(draft.metadata.footnotes.size() == 1U);
  BOOST_TEST(draft.metadata.footnotes.front().mark.value_or("") == "*");
  BOOST_TEST((discarded_for(draft, "prose") == Lines{"† Seen in May."}));
}

BOOST_AUTO_TEST_CASE(a_paragraph_may_hold_two_legends) {
  const auto draft = draft_of({line_of("Urgency: 1 = urgent, 2 = useful. Timescale: A = within one year, B = later."),
                               grid({{"No.", "Action", "Urgency", "Timescale"},
                                     {"1", "Protect the nests.", "1", "A"},
                                     {"2", "Count the young.", "2", "B"}})});
  BOOST_REQUIRE(draft.code_lists.size() == 2U);
  BOOST_TEST(draft.code_lists[0].codes.back().label == "useful");
  BOOST_TEST(draft.code_lists[1].codes.front().label == "within one year");
}

BOOST_AUTO_TEST_CASE(the_language_is_that_of_the_frequent_words) {
  const auto language = [](const std::string& text) { return draft_of({line_of(text), grid(kPlan)}).language; };
  BOOST_TEST(language("The birds of the lake and of the river are to be counted in the spring") == "en");
  BOOST_TEST(language("Les oiseaux du lac et des rivières sont à compter dans les deux pays au printemps") == "fr");
  BOOST_TEST(language("Las aves de la laguna y de los ríos se cuentan en la primavera por los guardas") == "es");
  BOOST_TEST(language("Птицы на озере и на реке не должны быть в опасности при учёте с берега") == "ru");
  BOOST_TEST(language("Gavia stellata, Gavia arctica, Gavia immer, Podiceps auritus") == "und");
}
