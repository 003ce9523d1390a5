// SPDX-License-Identifier: GPL-3.0-or-later
// What headers in several languages name, with the words of the source tree; tests/unit/columns has how roles are
// found.
#include <boost/test/data/test_case.hpp>

#include "unit/parser/row_rules.h"

using namespace pactable;
using namespace pactable::test;

namespace {

struct Header {
  std::string printed, role;
};

std::ostream& operator<<(std::ostream& stream, const Header& header) { return stream << header.printed; }

const std::vector<Header> kNumbers = {{"No.", "number"},     {"#", "number"},     {"N°", "number"},
                                      {"Núm.", "number"},    {"№ п/п", "number"}, {"N п/п", "number"},
                                      {"Lfd. Nr.", "number"}};

const std::vector<Header> kActions = {
    {"Measures to be taken", "action"},       {"Action(s)", "action"}, {"WORK PLAN ACTIVITY", "action"},
    {"Mesures à prendre", "action"},          {"Acción", "action"},    {"Мероприятия", "action"},
    {"Recommended actions (2020)", "action"}, {"Maßnahmen", "action"}, {"Ações", "action"}};

const std::vector<Header> kUrgencies = {
    {"Urgency ¹", "urgency"}, {"Priority1", "urgency"},       {"Priority 2", "urgency"},
    {"Priority*", "urgency"}, {"Priority \uFFFD", "urgency"}, {"  PRIORITY  ranking : ", "urgency"},
    {"Priorité", "urgency"},  {"Prioridad", "urgency"},       {"Приоритет", "urgency"}};

const std::vector<Header> kTimes = {{"Time frame", "timeframe"},         {"Delivery Date", "timeframe"},
                                    {"Calendrier", "timeframe"},         {"Plazo", "timeframe"},
                                    {"Срок реализации", "timeframe"},    {"Timeframe for completion", "timeframe"},
                                    {"Expected timeframe", "timeframe"}, {"Timescale ²", "timeframe"}};

const std::vector<Header> kParties = {{"Responsible parties", "responsible"},
                                      {"ACTION BY", "responsible"},
                                      {"Ответственные исполнители", "responsible"},
                                      {"Wer?", "responsible"},
                                      {"Lead", "responsible"}};

const std::vector<Header> kTexts = {{"Progress/outcome – July 2022", "progress"}, {"Remarks", "progress"}};

/// A plan of four rows with one header put in the place of that of the column.
std::string role_of(const std::string& printed, int column) {
  Rows rows = {
      {"No.", "Action", "Priority", "When", "Who", "Progress"},
      {"1", "Develop a database of nests.", "High", "2025", "Secretariat", "A first list was sent round in May."},
      {"2", "Train wardens in the delta.", "Low", "2026", "Ministry of Water", ""},
      {"3", "Map the stop-over sites.", "High", "Ongoing", "Range States", "Two of the maps were drawn."},
      {"4", "Review the law on trade.", "Medium", "2027", "Secretariat", ""}};
  rows[0][static_cast<std::size_t>(column)] = printed;
  const auto draft = rows_of(grid(rows));
  return draft.tables.front().table.columns.at(static_cast<std::size_t>(column)).role;
}

Lines roles_of(const parser::Draft& draft) {
  Lines roles;
  for (const plan::Column& column : draft.tables.front().table.columns) roles.push_back(column.role);
  return roles;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(roles)

BOOST_DATA_TEST_CASE(a_header_of_numbers, boost::unit_test::data::make(kNumbers), header) {
  BOOST_TEST(role_of(header.printed, 0) == header.role);
}
BOOST_DATA_TEST_CASE(a_header_of_actions, boost::unit_test::data::make(kActions), header) {
  BOOST_TEST(role_of(header.printed, 1) == header.role);
}
BOOST_DATA_TEST_CASE(a_header_of_urgencies, boost::unit_test::data::make(kUrgencies), header) {
  BOOST_TEST(role_of(header.printed, 2) == header.role);
}
BOOST_DATA_TEST_CASE(a_header_of_times, boost::unit_test::data::make(kTimes), header) {
  BOOST_TEST(role_of(header.printed, 3) == header.role);
}
BOOST_DATA_TEST_CASE(a_header_of_parties, boost::unit_test::data::make(kParties), header) {
  BOOST_TEST(role_of(header.printed, 4) == header.role);
}
BOOST_DATA_TEST_CASE(a_header_of_texts, boost::unit_test::data::make(kTexts), header) {
  BOOST_TEST(role_of(header.printed, 5) == header.role);
}

BOOST_AUTO_TEST_CASE(other_words_name_no_role_and_are_kept_as_they_are) {
  BOOST_TEST(role_of("Rings", 5) == "rings");
  BOOST_TEST(role_of("Numbers of birds that were seen", 5) == "numbers-of-birds-that-were-seen");
  BOOST_TEST(role_of("Nœuds (nº) ¹", 5) == "nœuds");
  BOOST_TEST(role_of("Дом, тыс.", 5) == "дом-тыс");
  BOOST_TEST(role_of("Inaction", 5) == "inaction");
}

BOOST_AUTO_TEST_CASE(a_recognised_header_may_have_one_character_wrong) {
  const auto role = [](const std::string& printed, LabelOrigin origin) {
    return roles_of(rows_of(grid({{"No.", "Measures", printed},
                                  {"1", "Develop a database of nests.", "A"},
                                  {"2", "Train wardens in the delta.", "B"},
                                  {"3", "Map the stop-over sites.", "A"},
                                  {"4", "Review the law on trade.", "B"}}),
                            generic(), origin))
        .back();
  };
  for (const char* read : {"Timescal", "Timescaie", "Tlmescale", "Time scale", "Timescale"})
    BOOST_TEST(role(read, LabelOrigin::kOcr) == "timescale", read);
  BOOST_TEST(role("Urgenc", LabelOrigin::kOcr) == "urgency");
}

BOOST_AUTO_TEST_CASE(the_surest_header_takes_a_role_and_the_other_keeps_its_own_words) {
  BOOST_TEST((roles_of(rows_of(grid({{"No.", "Action", "Responsible for follow-up", "Responsible"},
                                     {"1", "Develop a database of nests.", "Chair", "Parks"},
                                     {"2", "Train wardens in the delta.", "Chair", "Range States"},
                                     {"3", "Map the stop-over sites.", "Chair", "Parks"}}))) ==
              Lines{"number", "action", "responsible-for-follow-up", "responsible"}));
}

BOOST_AUTO_TEST_CASE(a_blank_corner_above_numbers_is_the_number_column) {
  const auto draft = rows_of(grid({{"", "Measures to be taken", "Urgency"},
                                   {"1.1", "Protect the nests in reeds.", "1"},
                                   {".2", "Count the young each year.", "2"},
                                   {"1.3", "Mark all of the nests.", "1"},
                                   {"1.4", "Train wardens in the delta.", "1"}}),
                             generic(), LabelOrigin::kOcr);
  BOOST_TEST((roles_of(draft) == Lines{"number", "action", "urgency"}));
  BOOST_TEST(!draft.tables.front().table.columns.front().header.has_value());
  check_items(draft, {"1.1 | Protect the nests in reeds. | urgency=1", ".2 | Count the young each year. | urgency=2",
                      "1.3 | Mark all of the nests. | urgency=1", "1.4 | Train wardens in the delta. | urgency=1"});
}

BOOST_AUTO_TEST_CASE(beside_numbers_a_text_that_differs_in_each_row_is_no_topic) {
  const auto draft = rows_of(
      grid({{"No.", "Objective", "Action", "Timeframe"},
            {"1", "To know why the nests on the coast are given up so early", "Count the young each year.", "2024"},
            {"2", "To have people in the delta take part in the work", "Train wardens in the delta.", "2025"},
            {"3", "To end the trade in feathers within the range", "Review the law on trade.", "2026"}}));
  BOOST_TEST(lines_of(draft).front() ==
             "1 | Count the young each year. | topic=To know why the nests on the coast are given up so early | "
             "timeframe=2024");
}

BOOST_AUTO_TEST_CASE(two_header_rows_are_read_together) {
  auto table = grid({{"No.", "Action", "Responsible", ""},
                     {"", "", "Lead", "Support"},
                     {"1", "Count the young each year.", "Parks", "NGOs"},
                     {"2", "Train wardens in the delta.", "Parks", ""},
                     {"3", "Map the stop-over sites.", "Secretariat", "Range States"}});
  span_rows(table, 0, 0, 2);
  span_rows(table, 0, 1, 2);
  span_columns(table, 0, 2, 2);
  const auto draft = rows_of(table);
  BOOST_TEST((roles_of(draft) == Lines{"number", "action", "responsible", "support"}));
  BOOST_TEST(draft.tables.front().table.columns[2].header.value_or("") == "Responsible Lead");
  BOOST_TEST(draft.tables.front().table.columns[3].header.value_or("") == "Responsible Support");
}

BOOST_AUTO_TEST_CASE(letters_below_a_word_for_terms_are_no_dates) {
  const auto draft = rows_of(grid({{"No.", "Measures", "Timescale"},
                                   {"1", "Develop a database of nests.", "A"},
                                   {"2", "Train wardens in the delta.", "B"}}));
  BOOST_TEST((roles_of(draft) == Lines{"number", "action", "timescale"}));
}

BOOST_AUTO_TEST_CASE(no_role_stands_twice_in_an_item) {
  auto table = grid({{"No.", "Measures", "Responsible", ""},
                     {"1", "Count the young each year.", "Parks*", "NGOs†"},
                     {"2", "Train wardens in the delta.", "Parks", ""},
                     {"3", "Map the stop-over sites.", "Chair", ""}});
  span_columns(table, 0, 2, 2);
  const auto draft = rows_of(table);
  check_items(draft, {"1 | Count the young each year. | responsible=Parks NGOs",
                      "2 | Train wardens in the delta. | responsible=Parks",
                      "3 | Map the stop-over sites. | responsible=Chair"});
  check_lines(draft.items.front().fields.front().lines, {"Parks", "NGOs"});
  check_lines(draft.items.front().fields.front().marks, {"*", "†"});
}

BOOST_AUTO_TEST_CASE(of_two_columns_of_a_progress_the_second_keeps_its_own_words) {
  BOOST_TEST((roles_of(rows_of(grid({{"No.", "Action", "Responsible", "Progress 2023", "Progress 2024"},
                                     {"1", "Develop a database of nests.", "Chair", "Started", "Done"},
                                     {"2", "Train wardens in the delta.", "Parks", "Started", "Begun"},
                                     {"3", "Map the stop-over sites.", "Parks", "Not started", "Begun"}}))) ==
              Lines{"number", "action", "responsible", "progress", "progress-2024"}));
}

BOOST_AUTO_TEST_CASE(a_header_that_its_values_deny_gives_no_role) {
  const auto draft = rows_of(grid({{"No.", "Action", "Time frame", "Priority", "Responsible"},
                                   {"1", "Develop a database of nests.", "High", "2025", "Chair"},
                                   {"2", "Train wardens in the delta.", "Low", "2026", "Parks"},
                                   {"3", "Map the stop-over sites.", "High", "2026", "Parks"}}));
  BOOST_TEST((roles_of(draft) == Lines{"number", "action", "time-frame", "priority", "responsible"}));
}

BOOST_AUTO_TEST_CASE(a_frequency_is_no_deadline) {
  BOOST_TEST((roles_of(rows_of(grid({{"No.", "Action", "Responsible", "Frequency", "Deadline"},
                                     {"1", "Develop a database of nests.", "Chair", "yearly", "2025"},
                                     {"2", "Train wardens in the delta.", "Parks", "once", "2026"},
                                     {"3", "Map the stop-over sites.", "Parks", "yearly", "2026"}}))) ==
              Lines{"number", "action", "responsible", "frequency", "timeframe"}));
}

BOOST_AUTO_TEST_CASE(a_header_that_is_read_with_a_character_wrong_says_so) {
  const auto found = [](const std::string& printed) {
    const auto draft = rows_of(grid({{"No.", "Action", printed},
                                     {"1", "Develop a database of nests.", "2025"},
                                     {"2", "Train wardens in the delta.", "2026"},
                                     {"3", "Map the stop-over sites.", "2026"}}));
    return std::count_if(draft.findings.begin(), draft.findings.end(),
                         [](const auto& finding) { return finding.rule == "HEADER-SLIP"; });
  };
  BOOST_TEST(found("Deadlime") == 1);
  BOOST_TEST(found("Deadline") == 0);
  BOOST_TEST(found("Полугодее") == 1);
  BOOST_TEST(found("Сред") == 0);  // four letters, eight bytes
}

BOOST_AUTO_TEST_SUITE_END()
