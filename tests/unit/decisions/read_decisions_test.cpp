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
