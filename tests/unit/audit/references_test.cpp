// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "core/unicode.h"
#include "unit/audit/truth_plan.h"

using namespace pactable;
using namespace pactable::tests;

namespace {

/// "printed→n,n; …" of the references of a text that stands in item 5.5 of a table with 1.1 … 8.8 and flat number 12.
std::string references_in(const std::string& text, std::size_t* unresolved = nullptr) {
  plan::Plan plan;
  plan.tables.push_back({});
  plan.tables.back().id = "t1";
  for (int i = 1; i <= 8; ++i) {
    for (int j = 0; j <= 8; ++j) {
      plan::Item item;
      item.table = "t1";
      item.number = plan::Number{};
      item.number->canonical = std::to_string(i) + "." + std::to_string(j);
      item.number->path = {i, j};
      item.id = *item.number->canonical;
      if (item.id == "5.5") item.text = text;
      plan.items.push_back(item);
    }
  }
  for (const char* flat : {"12", "IG2a"}) {
    plan.items.push_back({});
    plan.items.back().table = "t1";
    plan.items.back().id = flat;
    plan.items.back().number = plan::Number{};
    plan.items.back().number->canonical = flat;
  }
  audit::check(plan, test::generic());
  if (unresolved != nullptr) *unresolved = findings_of(plan, "REF-UNRESOLVED").size();
  std::string out;
  for (const plan::Reference& reference : plan.references) {
    const std::u32string points = unicode::to_code_points(text);
    const auto begin = static_cast<std::size_t>(reference.start);
    const auto size = static_cast<std::size_t>(reference.end) - begin;
    BOOST_TEST(unicode::to_utf8(points.substr(begin, size)) == reference.printed);
    out += (out.empty() ? "" : "; ") + reference.printed + "→";
    for (const std::string& target : reference.targets)
      out += (&target == &reference.targets.front() ? "" : ",") + target;
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_saiga_programme_has_exactly_the_references_of_its_truth) {
  plan::Plan plan = truth_plan("saiga-mtiwp-2021-2025");
  audit::check(plan, test::generic());
  const auto truth = read_truth("saiga-mtiwp-2021-2025");
  BOOST_REQUIRE_EQUAL(plan.references.size(), truth.at("cross_references").size());
  for (std::size_t i = 0; i < plan.references.size(); ++i) {
    const auto& expected = truth.at("cross_references").at(i);
    const plan::Reference& found = plan.references[i];
    BOOST_TEST(found.from == item_of(plan, expected.at("from"))->id);
    BOOST_TEST(found.printed == expected.at("printed").get<std::string>());
    BOOST_TEST(found.start == expected.at("offset").get<int>());
    std::vector<std::string> targets;
    for (const auto& number : expected.at("targets")) targets.push_back(item_of(plan, number)->id);
    BOOST_TEST(found.targets == targets, boost::test_tools::per_element());
  }
  BOOST_TEST(findings_of(plan, "REF-UNRESOLVED").empty());
}

BOOST_AUTO_TEST_CASE(a_planted_reference_to_a_missing_action_is_reported_and_a_resolution_is_not) {
  plan::Plan plan = truth_plan("saiga-mtiwp-2021-2025");
  item_of(plan, "2.3")->text = *item_of(plan, "2.3")->text + " (see 9.9)";
  item_of(plan, "2.4")->text = *item_of(plan, "2.4")->text + " in line with Resolution 11.24";
  item_of(plan, "2.5")->text = *item_of(plan, "2.5")->text + " (see Res. 11.24) and Decision 9.9";
  audit::check(plan, test::generic());
  const auto found = findings_of(plan, "REF-UNRESOLVED");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].items.at(0) == item_of(plan, "2.3")->id);
  BOOST_TEST(found[0].message == "\"(see 9.9)\": 9.9 is the number of no item");
  BOOST_TEST(plan.references.size() == 5U);
}

BOOST_AUTO_TEST_CASE(the_other_seeds_have_no_references) {
  for (const char* stem : {"cami-programme-of-work-2014-2020", "iwc-cmp-action-plan-2018-2024"}) {
    plan::Plan plan = truth_plan(stem);
    audit::check(plan, test::generic());
    BOOST_TEST(plan.references.empty(), stem);
    BOOST_TEST(findings_of(plan, "REF-UNRESOLVED").empty(), stem);
  }
}

BOOST_AUTO_TEST_CASE(a_cue_before_a_number_makes_a_reference) {
  BOOST_TEST(references_in("As in action 3.2, go on.") == "action 3.2→3.2");
  BOOST_TEST(references_in("Go on (see also 3.2).") == "(see also 3.2)→3.2");
  BOOST_TEST(references_in("Go on (see actions 3.2 and 3.4 above).") == "see actions 3.2 and 3.4→3.2,3.4");
  BOOST_TEST(references_in("Build on the findings from 1.1, 1.2 and 1.3.") ==
             "findings from 1.1, 1.2 and 1.3→1.1,1.2,1.3");
  BOOST_TEST(references_in("Per 4.1; under 4.2.") == "Per 4.1→4.1; under 4.2→4.2");
  BOOST_TEST(references_in("Complete measures 6.1–6.4.") == "measures 6.1–6.4→6.1,6.2,6.3,6.4");
  BOOST_TEST(references_in("Complete activities 6.1 to 6.3") == "activities 6.1 to 6.3→6.1,6.2,6.3");
  BOOST_TEST(references_in("See action no. 12 and IG2a.") == "See action no. 12 and IG2a→12,IG2a");
}

BOOST_AUTO_TEST_CASE(cues_are_known_in_four_languages) {
  BOOST_TEST(references_in("Sur la base de 6.1 et 6.2, agir") == "Sur la base de 6.1 et 6.2→6.1,6.2");
  BOOST_TEST(references_in("Suivre les recommandations de 6.3.") == "recommandations de 6.3→6.3");
  BOOST_TEST(references_in("(voir 6.3)") == "(voir 6.3)→6.3");
  BOOST_TEST(references_in("Véase 6.1 y 6.2") == "Véase 6.1 y 6.2→6.1,6.2");
  BOOST_TEST(references_in("según las medidas 6.1 y 6.2") == "medidas 6.1 y 6.2→6.1,6.2");
  BOOST_TEST(references_in("на основе 6.1 и 6.2") == "на основе 6.1 и 6.2→6.1,6.2");
  BOOST_TEST(references_in("(см. 6.3)") == "(см. 6.3)→6.3");
}

BOOST_AUTO_TEST_CASE(numbers_of_other_documents_are_no_references) {
  std::size_t unresolved = 0;
  for (const char* text : {"in line with Resolution 6.1",
                           "(Resolution 1.2)",
                           "standards IFC1 and IFC6",
                           "a Category 1 rating",
                           "Target 6 of the plan",
                           "see Res. 6.1",
                           "see Resolution Conf. 6.1",
                           "CMS Recommendations 6.1 and 6.2",
                           "under Decision 6.1",
                           "in Art. 6.1",
                           "see Annex 6.1",
                           "see Appendix 6.1",
                           "in Table 6.1",
                           "see Doc. 6.1",
                           "UNEP/CMS/Inf.6.1",
                           "Phase 6.1",
                           "in Version 6.1",
                           "Concerted Action 6.1",
                           "action 6.1 of the Strategic Plan",
                           "under 6.1 of the Convention",
                           "см. Резолюцию 6.1",
                           "conformément à la Résolution 6.1",
                           "según la Resolución 6.1"}) {
    BOOST_TEST(references_in(text, &unresolved) == "", text);
    BOOST_TEST(unresolved == 0U, text);
  }
}

BOOST_AUTO_TEST_CASE(dates_amounts_and_versions_are_no_references) {
  std::size_t unresolved = 0;
  for (const char* text : {"from 1.1.2022", "in 6.1 million", "from $6.1 to 7.1", "in 6.1% of cases", "under 6.1 km",
                           "from v6.1", "in 2022", "a ratio of 6.1", "grew 6.1 and 6.2 times"}) {
    BOOST_TEST(references_in(text, &unresolved) == "", text);
    BOOST_TEST(unresolved == 0U, text);
  }
}

BOOST_AUTO_TEST_CASE(a_strong_cue_with_a_missing_number_is_reported_and_a_weak_one_is_not) {
  std::size_t unresolved = 0;
  BOOST_TEST(references_in("see 9.5", &unresolved) == "see 9.5→");
  BOOST_TEST(unresolved == 1U);
  BOOST_TEST(references_in("from 9.5", &unresolved) == "");
  BOOST_TEST(unresolved == 0U);
  BOOST_TEST(references_in("see 6.1 and 9.5", &unresolved) == "see 6.1 and 9.5→6.1");
  BOOST_TEST(unresolved == 1U);
}

BOOST_AUTO_TEST_CASE(an_item_does_not_refer_to_itself) {
  std::size_t unresolved = 0;
  BOOST_TEST(references_in("as in action 5.5", &unresolved) == "");
  BOOST_TEST(references_in("see 5.5 and 5.6", &unresolved) == "see 5.5 and 5.6→5.6");
  BOOST_TEST(unresolved == 0U);
}

BOOST_AUTO_TEST_CASE(the_number_of_another_table_is_meant_only_where_it_is_the_only_one) {
  plan::Plan plan = truth_plan("iwc-cmp-action-plan-2018-2024");
  item_of(plan, "1.1.1", "t2")->text = "As in action 1.2.1 and action 2.2.1";  // 1.2.1 stands in t1 only
  audit::check(plan, test::generic());
  BOOST_REQUIRE_EQUAL(plan.references.size(), 2U);
  BOOST_TEST(plan.references[0].targets.at(0) == item_of(plan, "1.2.1", "t1")->id);
  BOOST_TEST(plan.references[1].targets.at(0) == item_of(plan, "2.2.1", "t2")->id);
}
