// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/timeframe.h"

#include <boost/test/unit_test.hpp>

#include "unit/grammar/loaded_words.h"
#include "unit/values/example_table.h"

using namespace pactable;

BOOST_AUTO_TEST_CASE(every_printed_time_of_the_table_reads_as_its_line_says) {
  const auto examples = tests::read_examples("timeframes.tsv", 5);
  BOOST_TEST(examples.size() >= 80U);
  for (const auto& row : examples) {
    BOOST_TEST_CONTEXT(row[0]) {
      const auto reading = values::read_timeframe(row[0], test::words());
      BOOST_REQUIRE(reading.has_value());
      BOOST_TEST(plan::to_string(reading->timeframe.kind) == row[1]);
      BOOST_TEST(reading->timeframe.edtf.value_or("") == row[2]);
      BOOST_TEST(reading->timeframe.note.value_or("") == row[3]);
      BOOST_TEST(!reading->irregular.empty() == (row[4] == "yes"), reading->irregular);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_empty_cell_has_no_time) {
  BOOST_TEST(!values::read_timeframe("", test::words()).has_value());
  BOOST_TEST(!values::read_timeframe(" \t\u00A0", test::words()).has_value());
}

BOOST_AUTO_TEST_CASE(a_date_is_claimed_exactly_where_the_kind_is_one_of_dates) {
  for (const auto& row : tests::read_examples("timeframes.tsv", 5)) {
    const auto reading = values::read_timeframe(row[0], test::words());
    const auto kind = reading->timeframe.kind;
    const bool dated = kind == plan::TimeframeKind::kDate || kind == plan::TimeframeKind::kInterval ||
                       kind == plan::TimeframeKind::kOpenInterval;
    BOOST_TEST(reading->timeframe.edtf.has_value() == dated, row[0]);
  }
}

BOOST_AUTO_TEST_CASE(no_year_is_given_that_is_not_printed) {
  for (const auto& row : tests::read_examples("timeframes.tsv", 5)) {
    const auto edtf = values::read_timeframe(row[0], test::words())->timeframe.edtf.value_or("");
    for (std::size_t at = edtf.find("20"); at != std::string::npos; at = edtf.find("/20", at + 1)) {
      if (edtf[at] == '/') ++at;
      BOOST_TEST(row[0].find(edtf.substr(at + 2, 2)) != std::string::npos, row[0]);
    }
  }
}

BOOST_AUTO_TEST_CASE(any_bytes_yield_a_reading_and_no_crash) {
  for (const auto& row : tests::read_examples("timeframes.tsv", 5)) {
    for (std::size_t cut = 1; cut < row[0].size(); ++cut) {  // also cuts inside of code points
      BOOST_TEST(values::read_timeframe("x" + row[0].substr(cut), test::words()).has_value());
      const auto period = values::find_period(row[0].substr(0, cut), test::words());
      BOOST_TEST((!period || row[0].find(period->printed) != std::string::npos));
    }
  }
  BOOST_TEST(values::read_timeframe("99999999999999999999", test::words()).has_value());
}

BOOST_AUTO_TEST_CASE(periods_of_titles_and_captions_are_found) {
  for (const auto& row : tests::read_examples("periods.tsv", 3)) {
    BOOST_TEST_CONTEXT(row[0]) {
      const auto period = values::find_period(row[0], test::words());
      BOOST_TEST((period ? period->printed : "") == row[1]);
      BOOST_TEST((period ? period->edtf : "") == row[2]);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_time_that_only_the_plan_dates_is_told_from_other_texts) {
  for (const char* counted : {"Year 1", "Years 1-3", "Y1–Y3", "1/2/3", "Año 1", "Jahr 2", "CoP15", "by MOP7", "к КС 15",
                              "next meeting", "Année 2 et 3"}) {
    const auto reading = values::read_timeframe(counted, test::words());
    BOOST_REQUIRE(reading.has_value());
    BOOST_TEST(reading->relative, counted);
  }
  for (const char* other : {"2026", "As required", "Ongoing", "12/10", "5 years", "A",
                            "Meeting of the Parties held in "
                            "Bonn",
                            "CoP15 (2026)", "Year 1 report to the Secretariat"}) {
    const auto reading = values::read_timeframe(other, test::words());
    BOOST_REQUIRE(reading.has_value());
    BOOST_TEST(!reading->relative, other);
  }
}
