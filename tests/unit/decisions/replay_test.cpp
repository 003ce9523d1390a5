// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/replay.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "writers/json/plan_json.h"
#include "writers/validate.h"
#include "writers/xml/plan_xml.h"

namespace {

using namespace pactable;
using decisions::Entry;
using plan::NumberStatus;
using plan::Verdict;

const std::string kSource(64, 'a');

numbering::Scheme scheme() {
  numbering::Scheme scheme;
  scheme.forms = {{1, "", ".0", ".", {}}, {2, "", "", ".", {}}, {3, "", "", ".", {}}};
  return scheme;
}

plan::Item item(const std::string& id, std::optional<std::string> printed, std::optional<std::string> canonical,
                std::vector<int> path, const std::string& parent) {
  plan::Item item;
  item.id = id;
  item.table = "t1";
  item.kind = path.size() == 1 ? plan::ItemKind::kSection : plan::ItemKind::kAction;
  if (!parent.empty()) item.parent = parent;
  item.number = plan::Number{std::move(printed),
                             std::move(canonical),
                             std::move(path),
                             NumberStatus::kAsPrinted,
                             LabelOrigin::kOcr,
                             {},
                             {},
                             {},
                             {},
                             {LinePlace{1, 0, 0, 2}}};
  item.text = "Text of " + id;
  item.text_from = {LinePlace{1, 1, 0, 9}};
  return item;
}

/// Sections 3.0 and 4.0; r2 and r3 are repaired numbers, r5 is missing, r6 disputed; r2 has a repaired code.
plan::Plan sample() {
  plan::Plan plan;
  plan.family = "f";
  plan.source = {"plan.pdf", kSource, "application/pdf", plan::Layer::kOcr, {}};
  plan.tables = {{"t1", {}, {}, {}, {}}};
  plan.code_lists = {{"timescale", "A B", {{"A", "Now", {}}, {"B", "Later", {}}}, {}}};
  plan.items = {item("t1.r1", "3.0", "3.0", {3}, ""),
                item("t1.r2", ".1", "3.1", {3, 1}, "t1.r1"),
                item("t1.r3", "8.2", "3.2", {3, 2}, "t1.r1"),
                item("t1.r4", "4.0", "4.0", {4}, ""),
                item("t1.r5", std::nullopt, std::nullopt, {}, "t1.r4"),
                item("t1.r6", "5.2", "5.2", {5, 2}, "t1.r4")};
  const auto repair = [&](std::size_t i, const std::string& id) {
    plan::Number& number = *plan.items[i].number;
    number.status = NumberStatus::kRepaired;
    number.confidence = 0.9;
    number.repair = id;
    plan.repairs.push_back({id,
                            plan.items[i].id,
                            "number",
                            "NUM-OCR",
                            *number.printed,
                            *number.canonical,
                            0.9,
                            {{"3.7", 0.1}},
                            {"suffix-intact"},
                            "act1"});
  };
  repair(1, "rep1");
  plan.items[1].fields = {{"timescale", "В", "B", "Later", "rep2", {LinePlace{1, 2, 0, 1}}}};
  plan.repairs.push_back({"rep2", "t1.r2", "timescale", "TXT-HOMOGLYPH", "В", "B", 1, {}, {}, "act1"});
  repair(2, "rep3");
  plan.items[4].number->status = NumberStatus::kMissing;
  plan.items[4].number->derived_from.clear();
  plan.items[5].number->status = NumberStatus::kDisputed;
  plan.items[5].number->suggested = plan::Candidate{"4.2", 0.8};
  plan.findings = {{"NUM-MISSING", plan::Level::kWarning, {"t1.r5"}, "no number", {}, {}},
                   {"NUM-AUTHOR", plan::Level::kWarning, {"t1.r6"}, "5.2 stands under 4.0", {}, {}}};
  plan.activities = {{"act1", "recover-numbers", {}}};
  return plan;
}

Entry entry(const std::string& item, Verdict verdict, std::optional<std::string> printed,
            std::optional<std::string> machine, std::optional<std::string> value = {}) {
  Entry entry;
  entry.source = kSource;
  entry.decision.item = item;
  entry.decision.field = "number";
  entry.decision.rule = "NUM-OCR";
  entry.decision.verdict = verdict;
  entry.decision.printed = std::move(printed);
  entry.decision.machine = std::move(machine);
  entry.decision.value = std::move(value);
  entry.decision.reviewer = "Anna";
  return entry;
}

plan::Plan replayed(std::vector<Entry> entries) {
  plan::Plan plan = sample();
  decisions::replay(plan, entries, scheme());
  const std::string json = writers::json::write_plan(plan);
  for (const std::string& bytes : {json, writers::xml::write_plan(plan)}) {
    const auto problems = writers::validate(bytes);
    BOOST_REQUIRE(problems);
    for (const auto& problem : *problems) BOOST_ERROR(problem.where << ": " << problem.message);
  }
  BOOST_TEST(writers::json::write_plan(writers::json::read_plan(json).value()) == json);
  return plan;
}

/// Ids of the items that differ from those of the sample.
std::string changed(const plan::Plan& plan) {
  std::string out;
  const plan::Plan before = sample();
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    plan::Plan a, b;
    a.items = {before.items[i]};
    b.items = {plan.items[i]};
    if (writers::json::write_plan(a) != writers::json::write_plan(b)) out += plan.items[i].id + " ";
  }
  return out;
}

const plan::Number& number(const plan::Plan& plan, std::size_t i) { return *plan.items[i].number; }

int findings(const plan::Plan& plan, std::string_view rule) {
  return static_cast<int>(std::count_if(plan.findings.begin(), plan.findings.end(),
                                        [&](const plan::Finding& finding) { return finding.rule == rule; }));
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_accepted_repair_is_recorded_and_changes_no_row) {
  const plan::Plan plan = replayed({entry("t1.r2", Verdict::kAccept, ".1", "3.1")});
  BOOST_TEST(changed(plan) == "");
  BOOST_REQUIRE(plan.decisions.size() == 1U);
  BOOST_TEST(plan.decisions[0].reviewer == "Anna");
  BOOST_TEST(!plan.decisions[0].overruled);
}

BOOST_AUTO_TEST_CASE(a_rejected_repair_goes_back_to_what_is_printed_and_is_kept) {
  const plan::Plan plan = replayed({entry("t1.r2", Verdict::kReject, ".1", "3.1")});
  BOOST_TEST(changed(plan) == "t1.r2 ");
  BOOST_TEST(!number(plan, 1).canonical);
  BOOST_TEST((number(plan, 1).status == NumberStatus::kAsPrinted));
  BOOST_REQUIRE(plan.decisions.size() == 1U);
  BOOST_REQUIRE(plan.decisions[0].overruled);
  BOOST_TEST(plan.decisions[0].overruled->to == "3.1");
  BOOST_TEST(plan.decisions[0].overruled->confidence == 0.9);
  BOOST_TEST(plan.repairs.size() == 2U);
  BOOST_TEST(plan.activities.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_rejected_repair_of_a_number_that_can_be_read_is_that_number) {
  const plan::Plan plan = replayed({entry("t1.r3", Verdict::kReject, "8.2", "3.2")});
  BOOST_TEST(*number(plan, 2).canonical == "8.2");
  BOOST_TEST((number(plan, 2).path == std::vector<int>{8, 2}));
  BOOST_TEST(*plan.items[2].parent == "t1.r1");
}

BOOST_AUTO_TEST_CASE(a_chosen_number_is_a_repair_by_the_reviewer_beside_that_of_the_program) {
  const plan::Plan plan = replayed({entry("t1.r2", Verdict::kChoose, ".1", "3.1", "3.7.")});
  BOOST_TEST(changed(plan) == "t1.r2 ");
  BOOST_TEST(*number(plan, 1).canonical == "3.7");
  BOOST_TEST(*number(plan, 1).printed == ".1");
  BOOST_REQUIRE(number(plan, 1).repair);
  const auto repair = std::find_if(plan.repairs.begin(), plan.repairs.end(),
                                   [&](const plan::Repair& r) { return r.id == *number(plan, 1).repair; });
  BOOST_REQUIRE((repair != plan.repairs.end()));
  BOOST_TEST(repair->rule == "REVIEW");
  BOOST_TEST(repair->from == ".1");
  BOOST_TEST(repair->alternatives.front().value == "3.1");
  BOOST_TEST(plan.activities.back().details.front() == "reviewer: Anna");
  BOOST_TEST(plan.decisions[0].overruled->id == "rep1");
}

BOOST_AUTO_TEST_CASE(a_number_that_is_not_printed_can_be_set_and_the_finding_goes) {
  const plan::Plan plan = replayed({entry("t1.r5", Verdict::kSet, {}, {}, "4.1")});
  BOOST_TEST(*number(plan, 4).canonical == "4.1");
  BOOST_TEST(!number(plan, 4).printed);
  BOOST_TEST(*plan.items[4].parent == "t1.r4");
  BOOST_TEST(findings(plan, "NUM-MISSING") == 0);
  BOOST_TEST(findings(plan, "NUM-AUTHOR") == 1);
}

BOOST_AUTO_TEST_CASE(a_disputed_number_takes_the_suggestion_or_stays) {
  const plan::Plan chosen = replayed({entry("t1.r6", Verdict::kChoose, "5.2", "5.2", "4.2")});
  BOOST_TEST(*number(chosen, 5).canonical == "4.2");
  BOOST_TEST(findings(chosen, "NUM-AUTHOR") == 0);
  const plan::Plan kept = replayed({entry("t1.r6", Verdict::kAccept, "5.2", "5.2")});
  BOOST_TEST(changed(kept) == "");
  const plan::Plan rejected = replayed({entry("t1.r6", Verdict::kReject, "5.2", "5.2")});
  BOOST_TEST(findings(rejected, "DECISION-REFUSED") == 1);
}

BOOST_AUTO_TEST_CASE(what_is_no_number_of_the_document_is_refused_with_a_reason) {
  for (const std::string_view value : {"XVII", "3", "3.1 and so on", "3.1.1.1.1", "0.4", "-1"}) {
    const plan::Plan plan = replayed({entry("t1.r2", Verdict::kSet, ".1", "3.1", std::string(value))});
    BOOST_TEST(changed(plan) == "", value);
    BOOST_TEST(findings(plan, "DECISION-REFUSED") == 1, value);
    BOOST_TEST(plan.decisions.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_decision_that_no_longer_fits_is_reported_and_not_applied) {
  const Entry cases[] = {entry("t1.r2", Verdict::kReject, ".2", "3.1"), entry("t1.r2", Verdict::kReject, ".1", "3.3"),
                         entry("t1.r2", Verdict::kReject, ".1", {}), entry("t1.r9", Verdict::kReject, ".1", "3.1")};
  for (const Entry& stale : cases) {
    const plan::Plan plan = replayed({stale});
    BOOST_TEST(changed(plan) == "");
    BOOST_TEST(findings(plan, "DECISION-STALE") == 1);
    BOOST_TEST(plan.decisions.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_decision_on_another_document_is_passed_over) {
  Entry other = entry("t1.r2", Verdict::kReject, ".1", "3.1");
  other.source = std::string(64, 'b');
  const plan::Plan plan = replayed({other});
  BOOST_TEST(changed(plan) == "");
  BOOST_TEST(findings(plan, "DECISION-STALE") == 0);
}

BOOST_AUTO_TEST_CASE(decisions_that_contradict_each_other_are_both_refused) {
  Entry other = entry("t1.r2", Verdict::kAccept, ".1", "3.1");
  other.decision.reviewer = "Boris";
  const plan::Plan plan = replayed({entry("t1.r2", Verdict::kReject, ".1", "3.1"), other});
  BOOST_TEST(changed(plan) == "");
  BOOST_TEST(findings(plan, "DECISION-REFUSED") == 2);
  const plan::Plan twice =
      replayed({entry("t1.r2", Verdict::kReject, ".1", "3.1"), entry("t1.r2", Verdict::kReject, ".1", "3.1")});
  BOOST_TEST(twice.decisions.size() == 1U);
  BOOST_TEST(findings(twice, "DECISION-REFUSED") == 0);
}

BOOST_AUTO_TEST_CASE(a_code_is_taken_back_or_replaced_by_one_of_the_legend) {
  const auto on_code = [](Verdict verdict, std::optional<std::string> value) {
    Entry code = entry("t1.r2", verdict, "В", "B", std::move(value));
    code.decision.field = "timescale";
    return code;
  };
  const plan::Plan rejected = replayed({on_code(Verdict::kReject, {})});
  BOOST_TEST(!rejected.items[1].fields[0].value);
  BOOST_TEST(!rejected.items[1].fields[0].repair);
  BOOST_TEST(rejected.decisions[0].overruled->id == "rep2");
  const plan::Plan set = replayed({on_code(Verdict::kSet, "A")});
  BOOST_TEST(std::get<std::string>(*set.items[1].fields[0].value) == "A");
  BOOST_TEST(*set.items[1].fields[0].label == "Now");
  const plan::Plan unknown = replayed({on_code(Verdict::kSet, "Z")});
  BOOST_TEST(changed(unknown) == "");
  BOOST_TEST(findings(unknown, "DECISION-REFUSED") == 1);
}

BOOST_AUTO_TEST_CASE(a_joined_row_can_be_confirmed_but_not_parted) {
  const auto on_row = [](Verdict verdict) {
    Entry row = entry("t1.r2", verdict, "Text of t1.r2", {});
    row.decision.field = "row";
    row.decision.rule = "ROW-SPLIT";
    return row;
  };
  BOOST_TEST(replayed({on_row(Verdict::kAccept)}).decisions.size() == 1U);
  const plan::Plan rejected = replayed({on_row(Verdict::kReject)});
  BOOST_TEST(rejected.decisions.empty());
  BOOST_TEST(findings(rejected, "DECISION-REFUSED") == 1);
}

BOOST_AUTO_TEST_CASE(rows_below_a_number_that_changes_its_level_find_their_parent_by_position) {
  // 8.2 becomes the section 8.0; then the row below it that carries a number belongs to it.
  plan::Plan plan = sample();
  plan.items.insert(plan.items.begin() + 3, item("t1.r35", "8.3", "8.3", {8, 3}, "t1.r1"));
  decisions::replay(plan, {entry("t1.r3", Verdict::kSet, "8.2", "3.2", "8.0")}, scheme());
  BOOST_TEST(!plan.items[2].parent);
  BOOST_TEST((plan.items[2].kind == plan::ItemKind::kSection));
  BOOST_TEST(*plan.items[3].parent == "t1.r3");
  BOOST_TEST(*plan.items[5].parent == "t1.r4");
}

BOOST_AUTO_TEST_CASE(a_number_that_stands_twice_after_a_decision_is_reported) {
  BOOST_TEST(findings(replayed({entry("t1.r2", Verdict::kSet, ".1", "3.1", "3.2")}), "NUM-DUPLICATE") == 1);
}

BOOST_AUTO_TEST_CASE(a_decision_about_a_table_is_recorded_first_where_that_table_was_read) {
  const auto on_table = [](const std::string& table) {
    Entry decided;
    decided.source = kSource;
    decided.decision.table = table;
    decided.decision.verdict = Verdict::kPlan;
    decided.decision.reviewer = "Anna";
    return decided;
  };
  plan::Plan plan = sample();
  plan.judgements.resize(2);
  plan.judgements[0].id = "table-1";
  plan.judgements[0].verdict = plan::TableVerdict::kNoPlan;
  plan.judgements[1].id = "table-2";
  plan.judgements[1].verdict = plan::TableVerdict::kPlan;
  Entry other = on_table("table-2");
  other.source = std::string(64, 'e');
  decisions::replay(plan,
                    {entry("t1.r2", Verdict::kAccept, ".1", "3.1"), on_table("table-2"), on_table("table-2"), other,
                     on_table("table-1"), on_table("table-7")},
                    scheme());
  BOOST_REQUIRE(plan.decisions.size() == 2U);
  BOOST_TEST(plan.decisions[0].table == "table-2");
  BOOST_TEST(plan.decisions[0].id == "dec1");
  BOOST_TEST(plan.decisions[1].item == "t1.r2");
  BOOST_TEST(findings(plan, "DECISION-STALE") == 2);
  BOOST_TEST(plan.items.size() == sample().items.size());
  for (const std::string& bytes : {writers::json::write_plan(plan), writers::xml::write_plan(plan)}) {
    const auto problems = writers::validate(bytes);
    BOOST_TEST((problems && problems->empty()), bytes);
  }
}
