// SPDX-License-Identifier: GPL-3.0-or-later
// Which number forms a document uses, settled by the labels that are printed in it.
#include <boost/test/unit_test.hpp>

#include "parser/forms.h"
#include "unit/parser/grids.h"

using namespace pactable;
using test::family;
using test::generic;
using Labels = std::vector<std::string>;

namespace {

/// Labels of a number column.
std::vector<grammar::FormRule> settle(const Labels& labels, const grammar::Family& by) {
  return parser::settle_forms({labels, {}, labels.size(), {}}, by, *by.words);
}

/// The first reading of a label in the forms that these labels settle: "2:IG2a" (depth and canonical), or "-".
std::string reading(const Labels& labels, const std::string& label, const grammar::Family& by = generic()) {
  const auto readings = numbering::read_label(label, parser::scheme_of(settle(labels, by), *by.words));
  return readings.empty() ? "-" : std::to_string(readings.front().path.size()) + ":" + readings.front().canonical;
}

std::string path(const Labels& labels, const std::string& label) {
  std::string out;
  const auto readings = numbering::read_label(label, parser::scheme_of(settle(labels, generic()), *generic().words));
  if (readings.empty()) return "-";
  for (const int number : readings.front().path) out += (out.empty() ? "" : ".") + std::to_string(number);
  return out;
}

std::string lead_of(const Labels& labels) {
  const auto forms = settle(labels, generic());
  return forms.size() == 1 ? forms.front().form.lead : std::to_string(forms.size()) + " forms";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_family_keeps_its_own_forms_where_half_of_the_labels_fit) {
  const auto forms = settle({"1.0", "1.1", ".2", "l.0", "2.1"}, family("cms-mtiwp"));
  BOOST_REQUIRE(forms.size() == 2U);
  BOOST_TEST(forms[0].form.tail == ".0");
  BOOST_TEST((forms[0].kind == plan::ItemKind::kSection));
  BOOST_TEST(forms[1].form.depth == 2);
}

BOOST_AUTO_TEST_CASE(a_family_whose_forms_do_not_fit_takes_wider_ones) {
  const Labels labels = {"1", "2", "3", "4", "5"};
  BOOST_TEST(reading(labels, "4", family("cms-mtiwp")) == "1:4");
  BOOST_TEST(reading(labels, "4.1", family("cms-mtiwp")) == "-");
}

BOOST_AUTO_TEST_CASE(a_section_in_n_0_is_no_child_of_its_own) {
  const Labels labels = {"1.0", "1.1", "1.2", "2.0", "2.1", "10.0", "10.1"};
  BOOST_TEST(reading(labels, "10.0") == "1:10.0");
  BOOST_TEST(reading(labels, "10.1") == "2:10.1");
}

BOOST_AUTO_TEST_CASE(romans_are_told_from_letters_by_their_neighbours) {
  BOOST_TEST(path({"I", "II", "III", "IV", "V"}, "IV") == "4");
  BOOST_TEST(path({"A", "B", "C", "D", "E"}, "D") == "4");
  BOOST_TEST(path({"I.1", "I.2", "II.1", "V.1"}, "V.1") == "5.1");
  BOOST_TEST(path({"A.1", "A.2", "B.1", "C.1"}, "C.1") == "3.1");
}

BOOST_AUTO_TEST_CASE(prefix_codes_are_forms_of_their_document) {
  const Labels landscape = {"IG1a", "IG1b", "IG2a", "IG2b"};
  BOOST_TEST(reading(landscape, "IG2a") == "2:IG2a");
  BOOST_TEST(path(landscape, "IG2b") == "2.2");
  const Labels monitoring = {"MON-01", "MON-02", "MON-03"};
  BOOST_TEST(path(monitoring, "MON-03") == "3");
  BOOST_TEST(lead_of(monitoring) == "MON-");
  // A code that stands once is no form: "Res" of a resolution, a name.
  BOOST_TEST(reading({"1", "2", "3", "AB7"}, "AB7") == "-");
}

BOOST_AUTO_TEST_CASE(lead_words_belong_to_the_number) {
  BOOST_TEST(lead_of({"Action 1.", "Action 2.", "Action 3."}) == "Action ");
  BOOST_TEST(path({"Task No. 1", "Task No. 2", "Task No. 54"}, "Task No. 54") == "54");
}

BOOST_AUTO_TEST_CASE(a_form_is_learned_from_texts_only_where_it_recurs_among_them) {
  const auto by_texts = [](const Labels& possible, std::size_t texts) {
    return parser::settle_forms({{}, possible, texts, {}}, generic(), *generic().words).size();
  };
  // "COVID-19" and "A4" begin texts too.
  BOOST_TEST(by_texts({"MON-01", "MON-02", "MON-03"}, 4) == 1U);
  BOOST_TEST(by_texts({"COVID-19", "COVID-19"}, 40) == 0U);
  BOOST_TEST(by_texts({"COVID-19"}, 2) == 0U);
}

BOOST_AUTO_TEST_CASE(letters_and_romans_in_brackets_are_forms) {
  BOOST_TEST(path({"(a)", "(b)", "(c)", "(d)"}, "(c)") == "3");
  BOOST_TEST(path({"i)", "ii)", "iii)", "iv)"}, "iv)") == "4");
}

BOOST_AUTO_TEST_CASE(only_forms_that_occur_are_kept) {
  const auto forms = settle({"1.1", "1.2", "1.3", "2.1"}, generic());
  BOOST_REQUIRE(forms.size() == 1U);
  BOOST_TEST(forms.front().form.depth == 2);
  BOOST_TEST(settle({}, generic()).empty());
  BOOST_TEST(parser::scheme_of(settle({"1", "1.1", "1.1.5.3.1"}, generic()), *generic().words).max_depth == 5);
}

BOOST_AUTO_TEST_CASE(a_depth_is_a_kind_by_the_depth_of_the_actions) {
  BOOST_TEST((parser::kind_by_depth(1, 2) == plan::ItemKind::kSection));
  BOOST_TEST((parser::kind_by_depth(2, 2) == plan::ItemKind::kAction));
  BOOST_TEST((parser::kind_by_depth(3, 2) == plan::ItemKind::kSubTask));
  BOOST_TEST((parser::kind_by_depth(1, 1) == plan::ItemKind::kAction));
}

namespace {

std::vector<std::string> inserted(const Labels& labels) {
  parser::Draft draft;
  for (const std::string& label : labels) {
    parser::DraftItem item;
    item.label = test::text_at(label, 1, 0);
    draft.items.push_back(item);
  }
  parser::mark_inserted(draft, *generic().words);
  std::vector<std::string> out;
  for (const parser::DraftItem& item : draft.items) out.push_back(item.inserted_after);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_number_that_was_put_in_names_the_one_it_stands_behind) {
  BOOST_TEST((inserted({"1.1", "1.1a", "1.1b", "1.2", "1.2bis"}) == Labels{"", "1.1", "1.1", "", "1.2"}));
  BOOST_TEST((inserted({"1", "2", "2bis", "3"}) == Labels{"", "", "2", ""}));
  BOOST_TEST((inserted({"H1", "H2", "H2bis"}) == Labels{"", "", "H2"}));
  BOOST_TEST((inserted({"1", "1a", "2"}) == Labels{"", "1", ""}));
  BOOST_TEST((inserted({"Action 1", "Action 1a", "Action 2"}) == Labels{"", "1", ""}));
}

BOOST_AUTO_TEST_CASE(a_letter_that_is_a_level_of_its_own_puts_nothing_in) {
  // There is no IG2 that IG2a could stand behind.
  BOOST_TEST((inserted({"IG1a", "IG1b", "IG2a", "IG2b"}) == Labels{"", "", "", ""}));
  BOOST_TEST((inserted({"1a", "1b", "2a"}) == Labels{"", "", ""}));
  BOOST_TEST((inserted({"1.1", "1.2", "(a)", "Count"}) == Labels{"", "", "", ""}));
}

BOOST_AUTO_TEST_CASE(what_stands_above_numbers_of_several_levels) {
  const auto heads = [](const Labels& labels) {
    return parser::heads_of({labels, {}, labels.size(), {}}, *generic().words);
  };
  BOOST_TEST((heads({"1.1", "1.2", "2.1.1"}) == std::set<std::string>{"1", "2", "2.1"}));
  BOOST_TEST((heads({"A.1.3", "B2"}) == std::set<std::string>{"A", "A.1", "B"}));
  BOOST_TEST(heads({"1", "2", "MON-01", "Count"}).empty());
}
