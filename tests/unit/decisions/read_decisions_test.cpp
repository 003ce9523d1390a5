// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <string>

#include "decisions/decisions.h"
#include "writers/validate.h"

namespace {

using pactable::decisions::read_decisions;

std::string file(const std::string& members) {
  return "{\"format\": \"pactable-decisions/1\", \"decisions\": [{" + members + "}]}";
}

const std::string kGood =
    "\"source\": \"" + std::string(64, 'a') +
    "\", \"item\": \"t1.r2\", \"field\": \"number\", \"rule\": \"NUM-OCR\", \"printed\": \".2\", \"machine\": \"3.2\", "
    "\"verdict\": \"choose\", \"value\": \"3.3\", \"reviewer\": \"Anna\", \"when\": \"2026-01-02T03:04:05Z\"";

std::string replaced(std::string from, const std::string& to) {
  std::string text = kGood;
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_of_decisions_is_read_whole) {
  const auto entries = read_decisions(file(kGood));
  BOOST_REQUIRE(entries);
  BOOST_REQUIRE(entries->size() == 1U);
  const auto& decision = entries->front().decision;
  BOOST_TEST(decision.item == "t1.r2");
  BOOST_TEST(*decision.value == "3.3");
  BOOST_TEST(!decision.note);
}

BOOST_AUTO_TEST_CASE(a_decision_about_a_table_names_it_and_nothing_of_a_value) {
  const std::string good =
      "\"source\": \"" + std::string(64, 'a') +
      "\", \"document\": \"a.docx\", \"table\": \"table-3\", \"verdict\": \"plan\", \"reviewer\": \"Anna\"";
  const auto entries = read_decisions(file(good + "}, {" + kGood + "}, {" + good));
  BOOST_REQUIRE(entries);
  BOOST_TEST(entries->at(0).decision.table == "table-3");
  BOOST_TEST(to_string(entries->at(0).decision.verdict) == "plan");
  BOOST_TEST(entries->at(1).decision.table.empty());
  using Tables = std::vector<std::string>;
  BOOST_TEST(pactable::decisions::tables_to_read(*entries, std::string(64, 'a')) == Tables{"table-3"});
  BOOST_TEST(pactable::decisions::tables_to_read(*entries, std::string(64, 'b')).empty());
  BOOST_TEST(pactable::writers::validate(file(good)).value().empty());

  const auto changed = [&](std::string from, const std::string& to) {
    std::string text = good;
    return file(text.replace(text.find(from), from.size(), to));
  };
  for (const std::string& bytes : {changed("\"plan\"", "\"accept\""), changed("\"table-3\"", "\"\""),
                                   changed("\"table-3\"", "3"), file(good + ", \"item\": \"t1.r1\""),
                                   file(good + ", \"value\": \"3\""), changed("\"table\": \"table-3\", ", "")}) {
    BOOST_TEST(!read_decisions(bytes), bytes);
    BOOST_TEST(!pactable::writers::validate(bytes).value().empty(), bytes);
  }
}

BOOST_AUTO_TEST_CASE(other_shapes_are_refused_by_the_reader_and_by_validate_alike) {
  const std::string bad[] = {file(replaced("\"verdict\": \"choose\", ", "")),
                             file(replaced("\"choose\"", "\"perhaps\"")),
                             file(replaced("\"choose\"", "\"accept\"")),
                             file(replaced("\"value\": \"3.3\", ", "")),
                             file(replaced("\"Anna\"", "\"\"")),
                             file(replaced("\"t1.r2\"", "7")),
                             "{\"format\": \"pactable-decisions/1\"}",
                             "{\"format\": \"pactable-decisions/1\", \"decisions\": [3]}"};
  for (const std::string& bytes : bad) {
    BOOST_TEST(!read_decisions(bytes), bytes);
    const auto problems = pactable::writers::validate(bytes);
    BOOST_REQUIRE(problems);
    BOOST_TEST(!problems->empty(), bytes);
  }
  BOOST_TEST(pactable::writers::validate(file(kGood)).value().empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_json_is_damaged) {
  const auto entries = read_decisions("{");
  BOOST_REQUIRE(!entries);
  BOOST_TEST(to_string(entries.error().code) == "damaged");
  BOOST_TEST(to_string(read_decisions("[]").error().code) == "invalid");
  BOOST_TEST(to_string(read_decisions("{\"format\": 3}").error().code) == "invalid");
}
