// SPDX-License-Identifier: GPL-3.0-or-later
// The time that marks below periods say, and the account of texts.
#include <boost/test/unit_test.hpp>

#include "parser/ledger.h"
#include "parser/periods.h"
#include "unit/parser/row_rules.h"

using namespace pactable;
using namespace pactable::test;
using parser::MarkedPeriod;

namespace {

plan::Timeframe time_of(const std::vector<std::string>& periods, const std::string& marks) {
  std::vector<MarkedPeriod> marked;
  for (std::size_t i = 0; i < periods.size(); ++i)
    marked.push_back({periods[i], "Year " + std::to_string(i + 1), marks[i] == 'x'});
  return parser::timeframe_of(marked);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(periods)

BOOST_AUTO_TEST_CASE(neighbours_are_an_interval_and_one_is_a_date) {
  const Lines years = {"2025", "2026", "2027"};
  BOOST_TEST(time_of(years, " xx").edtf.value_or("") == "2026/2027");
  BOOST_TEST((time_of(years, " xx").kind == plan::TimeframeKind::kInterval));
  BOOST_TEST(time_of(years, "x  ").edtf.value_or("") == "2025");
  BOOST_TEST((time_of(years, "x  ").kind == plan::TimeframeKind::kDate));
  BOOST_TEST(time_of({"2025/2026", "2027/2028"}, "xx").edtf.value_or("") == "2025/2028");
  BOOST_TEST(time_of({"2025/2026", "2027/2028"}, "x ").edtf.value_or("") == "2025/2026");
}

BOOST_AUTO_TEST_CASE(gaps_and_periods_without_a_date_make_no_interval) {
  const plan::Timeframe gap = time_of({"2025", "2026", "2027"}, "x x");
  BOOST_TEST(!gap.edtf.has_value());
  BOOST_TEST(gap.note.value_or("") == "2025, 2027");
  const plan::Timeframe years = time_of({"", "", ""}, "xx ");
  BOOST_TEST(!years.edtf.has_value());
  BOOST_TEST(years.note.value_or("") == "Year 1, Year 2");
}

BOOST_AUTO_TEST_CASE(no_mark_is_no_time) {
  const plan::Timeframe none = time_of({"2025", "2026"}, "  ");
  BOOST_TEST(!none.edtf.has_value());
  BOOST_TEST(!none.note.has_value());
  BOOST_TEST((none.kind == plan::TimeframeKind::kText));
  BOOST_TEST(!parser::timeframe_of({}).edtf.has_value());
}

BOOST_AUTO_TEST_CASE(marks_of_a_row_are_one_field_and_none_is_lost) {
  const auto draft = rows_of(grid({{"No.", "Action", "Responsible", "2025", "2026", "2027"},
                                   {"1", "Develop a database of nests.", "Secretariat", "x", "", ""},
                                   {"2", "Train wardens in the delta.", "Parks", "", "x", "x"},
                                   {"3", "Map the stop-over sites.", "Range States", "x", "", "x"}}));
  check_lines(lines_of(draft), {"1 | Develop a database of nests. | responsible=Secretariat | timeframe=x",
                                "2 | Train wardens in the delta. | responsible=Parks | timeframe=x x",
                                "3 | Map the stop-over sites. | responsible=Range States | timeframe=x x"});
  BOOST_TEST(draft.items.at(1).fields.back().timeframe.value().edtf.value_or("") == "2026/2027");
  BOOST_TEST(draft.items.at(2).fields.back().timeframe.value().note.value_or("") == "2025, 2027");
  check_lines(lost_texts(draft), {});
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ledgers)

BOOST_AUTO_TEST_CASE(what_is_not_spent_and_what_is_spent_twice_is_a_fault) {
  const layout::Cell once = cell_of("One", 0, 0), never = cell_of("Two", 0, 1), twice = cell_of("Three", 0, 2),
                     blank = cell_of("", 0, 3);
  const layout::TextBlock line = line_of("Four"), white = line_of("  ");
  parser::Ledger ledger;
  for (const layout::Cell* cell : {&once, &never, &twice, &blank}) ledger.enter(*cell);
  ledger.enter(line);
  ledger.enter(white);
  ledger.spend(once, parser::Use::kItem);
  ledger.spend(twice, parser::Use::kItem);
  ledger.spend(twice, parser::Use::kField);
  BOOST_TEST(ledger.spent(once));
  BOOST_TEST(!ledger.spent(never));
  const auto faults = ledger.faults();
  BOOST_REQUIRE(faults.size() == 3U);
  BOOST_TEST(faults[0].text.utf8() == "Two");
  BOOST_TEST(!faults[0].twice);
  BOOST_TEST(faults[1].text.utf8() == "Three");
  BOOST_TEST(faults[1].twice);
  BOOST_TEST(faults[2].text.utf8() == "Four");
}

BOOST_AUTO_TEST_CASE(what_was_never_entered_is_nobodys_account) {
  const layout::Cell other = cell_of("One", 0, 0);
  parser::Ledger ledger;
  ledger.spend(other, parser::Use::kItem);
  BOOST_TEST(ledger.faults().empty());
  BOOST_TEST(!ledger.spent(other));
}

BOOST_AUTO_TEST_CASE(an_automatic_number_alone_is_a_text_to_account_for) {
  const layout::Cell cell = cell_of("⟦1.⟧", 0, 0);
  parser::Ledger ledger;
  ledger.enter(cell);
  BOOST_REQUIRE(ledger.faults().size() == 1U);
  BOOST_TEST(ledger.faults()[0].text.utf8() == "1.");
}

BOOST_AUTO_TEST_SUITE_END()
