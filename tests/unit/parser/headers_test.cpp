// SPDX-License-Identifier: GPL-3.0-or-later
// Which column holds what: the words of headers in several languages, and the values below them.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "parser/columns.h"
#include "parser/forms.h"
#include "unit/parser/grids.h"

using namespace pactable;
using parser::Match;
using test::generic;
using test::grid;

namespace {

struct Header {
  std::string printed, role;
  Match match = Match::kExact;
};

std::ostream& operator<<(std::ostream& stream, const Header& header) { return stream << header.printed; }

const std::vector<Header> kHeaders = {
    {"No.", "number"},
    {"#", "number"},
    {"N°", "number"},
    {"Núm.", "number"},
    {"№ п/п", "number"},
    {"N п/п", "number"},
    {"Measures to be taken", "action"},
    {"Action(s)", "action"},
    {"WORK PLAN ACTIVITY", "action"},
    {"Mesures à prendre", "action"},
    {"Acción", "action"},
    {"Мероприятия", "action"},
    {"Sub-task", "sub-task"},
    {"Actividades", "sub-task"},
    {"Urgency ¹", "urgency"},
    {"Priority1", "urgency"},
    {"Priority 2", "urgency"},
    {"Priority*", "urgency"},
    {"Priority \uFFFD", "urgency"},
    {"  PRIORITY  ranking : ", "urgency"},
    {"Priorité", "urgency"},
    {"Prioridad", "urgency"},
    {"Приоритет", "urgency"},
    {"Timescale ²", "timescale"},
    {"Échelle de temps", "timescale"},
    {"Time frame", "timeframe"},
    {"Delivery Date", "timeframe"},
    {"Calendrier", "timeframe"},
    {"Plazo", "timeframe"},
    {"Срок реализации", "timeframe"},
    {"Responsible parties", "responsible"},
    {"ACTION BY", "responsible"},
    {"Ответственные исполнители", "responsible"},
    {"Progress/outcome – July 2022", "progress", Match::kPrefix},
    {"Timeframe for completion", "timeframe", Match::kPrefix},
    {"Expected timeframe", "timeframe", Match::kContains},
    {"Recommended actions (2020)", "action", Match::kPrefix},
};

const std::vector<std::string> kNoHeaders = {
    "", "1.1", "Rings", "Numbers of birds that were seen", "Inaction", "Actionable", "Range-wide measuresx",
    // A sentence that holds a header word is no header.
    "The actions that are listed below have been agreed by all of the range states in 2020"};

parser::Columns columns_of(const layout::Table& table) {
  const numbering::Scheme scheme = parser::scheme_of(generic().forms);
  return parser::settled(parser::read_columns(table, 0, 1, generic()), table, 1, generic(), scheme);
}

std::vector<std::string> roles_of(const layout::Table& table) {
  std::vector<std::string> roles;
  for (const parser::ColumnRole& role : columns_of(table).roles) roles.push_back(role.role);
  return roles;
}

using Roles = std::vector<std::string>;

}  // namespace

BOOST_DATA_TEST_CASE(a_header_names_its_role, boost::unit_test::data::make(kHeaders), header) {
  const parser::RoleMatch found = parser::match_header(header.printed, generic());
  BOOST_REQUIRE(found.rule != nullptr);
  BOOST_TEST(found.rule->role == header.role);
  BOOST_TEST((found.match == header.match));
}

BOOST_DATA_TEST_CASE(other_words_name_no_role, boost::unit_test::data::make(kNoHeaders), text) {
  const parser::RoleMatch found = parser::match_header(text, generic());
  BOOST_TEST((found.rule == nullptr), "read as " << (found.rule != nullptr ? found.rule->role : ""));
}

BOOST_AUTO_TEST_CASE(a_recognised_header_may_have_one_character_wrong) {
  for (const char* read : {"Timescal", "Timescaie", "Tlmescale", "Time scale"}) {
    const parser::RoleMatch found = parser::match_header(read, generic(), LabelOrigin::kOcr);
    BOOST_REQUIRE_MESSAGE(found.rule != nullptr, read);
    BOOST_TEST(found.rule->role == "timescale");
  }
  BOOST_TEST((parser::match_header("Urgenc", generic(), LabelOrigin::kOcr).rule != nullptr));
  BOOST_TEST((parser::match_header("Timescal", generic()).rule == nullptr));
  BOOST_TEST((parser::match_header("Timesca", generic(), LabelOrigin::kOcr).rule == nullptr));
  BOOST_TEST((parser::match_header("Auction", generic(), LabelOrigin::kOcr).rule == nullptr));
}

BOOST_AUTO_TEST_CASE(the_surest_header_takes_a_role_and_the_other_keeps_its_own_words) {
  const auto table = grid({{"No.", "Action", "Responsible for follow-up", "Responsible"},
                           {"1", "Count the birds", "Chair", "Parks"},
                           {"2", "Ring the birds", "Chair", "Parks"}});
  BOOST_TEST((roles_of(table) == Roles{"number", "action", "responsible-for-follow-up", "responsible"}));
}

BOOST_AUTO_TEST_CASE(two_unknown_columns_of_one_header_are_told_apart) {
  const auto table =
      grid({{"No.", "Action", "Rings", "Rings", ""}, {"1", "Count", "5", "6", "x"}, {"2", "Ring", "5", "6", "y"}});
  BOOST_TEST((roles_of(table) == Roles{"number", "action", "rings", "rings-2", "column-5"}));
}

BOOST_AUTO_TEST_CASE(a_blank_corner_above_numbers_is_the_number_column) {
  const auto table =
      grid({{"", "Measures to be taken", "Urgency"}, {"1.1", "Count", "1"}, {".2", "Ring", "2"}, {"1.3", "Meet", "1"}});
  const parser::Columns columns = columns_of(table);
  BOOST_TEST((roles_of(table) == Roles{"number", "action", "urgency"}));
  BOOST_TEST(!columns.roles.front().header.has_value());
}

BOOST_AUTO_TEST_CASE(a_header_for_numbers_above_words_is_the_text) {
  const auto table = grid({{"Item", "Urgency", "Responsible"},
                           {"1.1 Count the birds of all colonies", "1", "Parks"},
                           {"1.2 Ring the young before they leave", "2", "Parks"}});
  const parser::Columns columns = columns_of(table);
  BOOST_TEST((columns.with_value(grammar::ColumnValue::kNumber) == nullptr));
  BOOST_REQUIRE((columns.with_value(grammar::ColumnValue::kItem) != nullptr));
  BOOST_TEST(columns.with_value(grammar::ColumnValue::kItem)->column == 0);
}

BOOST_AUTO_TEST_CASE(years_below_a_header_for_codes_are_a_timeframe) {
  const auto dates = grid(
      {{"No.", "Measures", "Timescale"}, {"1", "Count", "2024"}, {"2", "Ring", "by 2026"}, {"3", "Meet", "Ongoing"}});
  BOOST_TEST((roles_of(dates) == Roles{"number", "action", "timeframe"}));
  const auto codes =
      grid({{"No.", "Measures", "Timescale"}, {"1", "Count", "A"}, {"2", "Ring", "B"}, {"3", "Meet", "В"}});
  BOOST_TEST((roles_of(codes) == Roles{"number", "action", "timescale"}));
}

BOOST_AUTO_TEST_CASE(beside_a_number_column_one_column_is_the_text) {
  const auto table = grid({{"No.", "Objective", "Action", "Timeframe"},
                           {"1", "A long objective that says why all this is to be done", "Count", "2024"},
                           {"2", "A long objective that says why all this is to be done", "Ring", "2025"}});
  const parser::Columns columns = columns_of(table);
  BOOST_TEST((columns.with_role("action")->value == grammar::ColumnValue::kItem));
  BOOST_TEST((columns.with_role("topic")->value == grammar::ColumnValue::kText));
}

BOOST_AUTO_TEST_CASE(a_row_is_a_header_by_its_words_not_by_its_place) {
  const auto table =
      grid({{"1.1", "Count the birds", "1"}, {"No.", "Measures", "Urgency"}, {"1.2", "Action by all", "2"}});
  BOOST_TEST(!parser::is_header_row(table, 0, generic()));
  BOOST_TEST(parser::is_header_row(table, 1, generic()));
  BOOST_TEST(!parser::is_header_row(table, 2, generic()));
}

BOOST_AUTO_TEST_CASE(two_header_rows_are_read_together) {
  auto table = grid({{"No.", "Action", "Responsible", ""},
                     {"", "", "Lead", "Support"},
                     {"1", "Count", "Parks", "NGOs"},
                     {"2", "Ring", "Parks", ""}});
  // "No." and "Action" stand over both rows, "Responsible" over two columns.
  std::erase_if(table.cells, [](const layout::Cell& cell) {
    return (cell.row == 1 && cell.column < 2) || (cell.row == 0 && cell.column == 3);
  });
  for (layout::Cell& cell : table.cells) {
    if (cell.row == 0 && cell.column < 2) cell.row_span = 2;
    if (cell.row == 0 && cell.column == 2) cell.column_span = 2;
  }
  const parser::Columns columns = parser::read_columns(table, 0, 2, generic());
  BOOST_REQUIRE(columns.roles.size() == 4U);
  BOOST_TEST(columns.roles[2].header.value_or("") == "Responsible Lead");
  BOOST_TEST(columns.roles[3].header.value_or("") == "Responsible Support");
  BOOST_TEST(columns.roles[2].role == "responsible");
  BOOST_TEST(columns.roles[3].role != columns.roles[2].role);
}

BOOST_AUTO_TEST_CASE(a_slug_keeps_letters_of_every_script) {
  BOOST_TEST(parser::slug("Threat or concern addressed") == "threat-or-concern-addressed");
  BOOST_TEST(parser::slug("Coût (en €) ¹") == "coût-en");
  BOOST_TEST(parser::slug("Бюджет, тыс.") == "бюджет-тыс");
  BOOST_TEST(parser::slug(" — ").empty());
}
