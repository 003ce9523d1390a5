// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "unit/columns/tables.h"

using namespace pactable;
using namespace pactable::test;
using plan::TableVerdict;

namespace {

columns::ReadTable judged(const Rows& rows) { return read({grid(rows)}).front(); }

bool gives_reason(const columns::ReadTable& table, std::string_view rule) {
  return std::any_of(table.reasons.begin(), table.reasons.end(),
                     [&](const columns::Evidence& reason) { return reason.rule == rule; });
}

const Rows kPlan = {{"No.", "Action", "Priority", "Who"},
                    {"1", "Develop a database of nests", "High", "Secretariat"},
                    {"2", "Train wardens in the delta", "Low", "Ministry of Water"},
                    {"3", "Map the stop-over sites", "High", "Range States"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(table_verdicts)

BOOST_AUTO_TEST_CASE(a_plan_is_one_and_says_why) {
  const columns::ReadTable table = judged(kPlan);
  BOOST_TEST((table.verdict == TableVerdict::kPlan));
  BOOST_TEST(gives_reason(table, "label-sequence"));
  BOOST_TEST(gives_reason(table, "parties"));
  BOOST_TEST(table.reasons.front().points >= table.reasons.back().points);
}

BOOST_AUTO_TEST_CASE(actions_without_numbers_are_a_plan) {
  BOOST_TEST((judged({{"Action", "When", "Who"},
                      {"Develop a database of nests", "2025", "Secretariat"},
                      {"Train wardens in the delta", "2026", "Ministry of Water"},
                      {"Map the stop-over sites", "Ongoing", "Range States"}})
                  .verdict == TableVerdict::kPlan));
}

BOOST_AUTO_TEST_CASE(a_table_of_one_row_joins_the_plan_whose_header_it_has) {
  const auto tables =
      read({grid(kPlan), line_of("Objective 2: trade ends"), grid({kPlan.front(), {"4", "Etc.", "", ""}})});
  BOOST_REQUIRE(tables.size() == 2u);
  BOOST_TEST((tables.back().verdict == TableVerdict::kPlan));
}

BOOST_AUTO_TEST_CASE(headers_of_other_tables_speak_against_a_plan) {
  BOOST_TEST((judged({{"No.", "Question", "Likelihood", "Unit price"},
                      {"1", "Review of the nests in the delta", "High", "200"},
                      {"2", "Map of all roads in the delta", "Low", "350"},
                      {"3", "Count of the broods in May", "High", "120"}})
                  .verdict == TableVerdict::kNoPlan));
}

BOOST_AUTO_TEST_CASE(a_table_without_texts_has_no_actions_and_says_so) {
  const columns::ReadTable table =
      judged({{"No.", "Player", "Goals"}, {"1", "Berg", "4"}, {"2", "Moss", "7"}, {"3", "Lind", "2"}});
  BOOST_TEST((table.verdict == TableVerdict::kNoPlan));
  BOOST_TEST(gives_reason(table, "no-action"));
}

BOOST_AUTO_TEST_CASE(actions_of_persons_in_a_flat_list_are_doubtful) {
  const auto with = [](const char* first, const char* second, const char* third) {
    return judged({{"No.", "Action", "Who", "When"},
                   {first, "Review the draft of the minutes", "J. Smith", "2025"},
                   {second, "Publish the slides of the meeting", "M. Berg", "2025"},
                   {third, "Count the votes once more", "L. Moss", "2026"}})
        .verdict;
  };
  BOOST_TEST((with("1", "2", "3") == TableVerdict::kDoubtful));
  BOOST_TEST((with("1.1", "1.2", "1.3") == TableVerdict::kPlan));
}

BOOST_AUTO_TEST_CASE(texts_that_no_word_calls_actions_are_not_read) {
  const columns::ReadTable table =
      judged({{"No.", "Title", "When", "Who"},
              {"1", "Nests along the lower course of the river", "2025", "Secretariat"},
              {"2", "Wardens and their equipment in the delta", "2026", "Ministry of Water"},
              {"3", "Sites where many birds rest in autumn", "2027", "Range States"}});
  BOOST_TEST((table.verdict != TableVerdict::kPlan));
  BOOST_TEST(gives_reason(table, "no-order"));
}

BOOST_AUTO_TEST_CASE(the_right_part_of_a_wide_sheet_is_reported_and_not_joined) {
  const auto tables = read({grid(kPlan), grid({{"Cost", "Site", "Remarks"},
                                               {"20 000", "Delta", "none so far"},
                                               {"35 000", "Coast", "funds are sought"},
                                               {"12 000", "Delta", "none so far"}})});
  BOOST_REQUIRE(tables.size() == 2u);
  BOOST_TEST(tables.back().beside.value() == 0u);
  BOOST_TEST((tables.back().verdict == TableVerdict::kDoubtful));
}

BOOST_AUTO_TEST_SUITE_END()
