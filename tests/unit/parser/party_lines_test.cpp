// SPDX-License-Identifier: GPL-3.0-or-later
// Names on lines that are full to the border, or that a page cuts.
#include "parser/party_lines.h"

#include <boost/test/unit_test.hpp>

using namespace pactable;

namespace {

const std::string kSoft = "\u2028";

parser::Draft draft_of(const std::vector<std::vector<std::string>>& cells) {
  parser::Draft draft;
  for (const std::vector<std::string>& lines : cells) {
    parser::DraftField field;
    field.role = "responsible";
    field.lines = lines;
    draft.items.emplace_back();
    draft.items.back().fields.push_back(field);
  }
  parser::settle_party_lines(draft);
  return draft;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_full_line_between_two_known_names_ends_a_name) {
  const auto draft = draft_of({{"WWF", "Coast Guard"}, {"Coast Guard" + kSoft + "WWF"}});
  BOOST_TEST((draft.items[1].fields[0].lines == std::vector<std::string>{"Coast Guard", "WWF"}));
  BOOST_TEST(draft.findings.empty());
}

BOOST_AUTO_TEST_CASE(a_full_line_between_unknown_names_keeps_one_name_and_says_so_where_names_stand_by_line) {
  const auto draft = draft_of({{"WWF", "Coast Guard"}, {"Fisheries" + kSoft + "Department"}});
  BOOST_TEST((draft.items[1].fields[0].lines == std::vector<std::string>{"Fisheries Department"}));
  BOOST_REQUIRE(draft.findings.size() == 1U);
  BOOST_TEST(draft.findings[0].rule == "PARTY-LINES-UNSURE");
}

BOOST_AUTO_TEST_CASE(a_long_name_in_a_column_of_one_name_a_cell_is_no_doubt) {
  const auto draft = draft_of({{"WWF"}, {"Fisheries" + kSoft + "Department"}});
  BOOST_TEST((draft.items[1].fields[0].lines == std::vector<std::string>{"Fisheries Department"}));
  BOOST_TEST(draft.findings.empty());
}
