// SPDX-License-Identifier: GPL-3.0-or-later
// Properties over made-up plans, damaged with tables of the generator's own.
#include <boost/test/unit_test.hpp>

#include "bench/damaged_plan.h"
#include "unit/numbering/examples.h"

using namespace pactable;
using namespace pactable::numbering;
using namespace pactable::numbering::bench;

namespace {

constexpr std::uint64_t kPlans = 40;

Condition condition_of(std::uint64_t seed) {
  Condition condition;
  condition.levels = seed % 3 == 0 ? 3 : 2;
  condition.section_rows = seed % 5 != 0;
  condition.features = seed % 2 == 0;
  condition.damage = seed % 4 == 0 ? 0.3 : 0.1;
  if (seed % 7 == 0) condition.missing = condition.repeated = condition.swapped = 0.02;
  return condition;
}

std::string figures_of(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c >= '0' && c <= '9') out += c;
  return out;
}

bool ends_alike(const std::string& printed, const std::string& number) {
  const std::string last = number.substr(number.rfind('.') + 1);
  return printed.size() > last.size() && printed.ends_with(last) &&
         figures_of(std::string(1, printed[printed.size() - last.size() - 1])).empty();
}

/// What a piece of evidence says, held against the plan as it truly is, and against the numbers that its neighbours
/// hold.
bool is_true(const std::string& evidence, const DamagedPlan& plan, const Recovery& recovery, std::size_t at) {
  const std::string& printed = plan.labels[at].printed;
  const std::string &number = plan.truth[at], name = evidence.substr(0, evidence.find(':'));
  const std::string value = evidence.substr(std::min(evidence.size(), evidence.find(':') + 1));
  const auto held = [&](std::size_t row) {
    if (row >= plan.truth.size()) return std::string("none");
    return recovery.verdicts[row].canonical.value_or(plan.truth[row]);
  };
  if (name == "suffix-intact") return ends_alike(printed, number);
  if (name == "figures-intact") return figures_of(printed) == figures_of(number);
  if (name == "prefix-intact") return figures_of(printed).starts_with(figures_of(number.substr(0, number.rfind('.'))));
  if (name == "parts-intact") return number.ends_with(".0") && printed.starts_with(number.substr(0, number.size() - 2));
  if (name == "last-part-intact") return number.ends_with("." + printed);
  if (name == "sandwich") return value == held(at - 1) + "<" + number + "<" + held(at + 1);
  if (name == "enclosed")
    return value == held(at - 1) + "<" + number + "<" + held(at + 2) ||
           value == held(at - 2) + "<" + number + "<" + held(at + 1);
  if (name == "after") return value == held(at - 1);
  if (name == "before") return value == held(at + 1);
  if (name == "page-damage-rate") return std::stod(value) > 0 && std::stod(value) < 1;
  return name == "damage-over-slip";
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_piece_of_evidence_is_a_true_statement_about_its_row) {
  for (std::uint64_t seed = 1; seed <= 2 * kPlans; ++seed) {
    const DamagedPlan plan = make_plan(condition_of(seed), seed);
    const Recovery recovery = recover(plan.labels, plan.scheme);
    for (std::size_t i = 0; i < plan.labels.size(); ++i)
      for (const std::string& evidence : recovery.verdicts[i].evidence)
        BOOST_TEST(is_true(evidence, plan, recovery, i),
                   evidence << " of " << plan.labels[i].printed << ", truly " << plan.truth[i]);
  }
}

BOOST_AUTO_TEST_CASE(every_label_gets_one_verdict_and_one_that_keeps_the_rules) {
  for (std::uint64_t seed = 1; seed <= kPlans; ++seed) {
    const DamagedPlan plan = make_plan(condition_of(seed), seed);
    const Recovery recovery = recover(plan.labels, plan.scheme);
    BOOST_TEST_REQUIRE(recovery.verdicts.size() == plan.labels.size());
    for (std::size_t i = 0; i < plan.labels.size(); ++i) {
      const Verdict& verdict = recovery.verdicts[i];
      BOOST_TEST(verdict.parent < static_cast<int>(i));
      BOOST_TEST((verdict.confidence >= 0 && verdict.confidence <= 1));
      if (verdict.status == Status::kRepaired) {
        BOOST_TEST(!verdict.evidence.empty());
        BOOST_TEST(*verdict.canonical != plan.labels[i].printed);
        BOOST_TEST(!plan.labels[i].printed.empty());
      }
      if (verdict.status == Status::kAmbiguous || verdict.status == Status::kMissing)
        BOOST_TEST(!verdict.canonical.has_value());
      if (verdict.status == Status::kAsPrinted) BOOST_TEST(!read_label(plan.labels[i].printed, plan.scheme).empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(no_repair_is_wrong_and_most_damage_is_repaired) {
  long damaged = 0, right = 0, wrong = 0;
  for (std::uint64_t seed = 1; seed <= kPlans; ++seed) {
    const DamagedPlan plan = make_plan(condition_of(seed), seed);
    const Recovery recovery = recover(plan.labels, plan.scheme);
    for (std::size_t i = 0; i < plan.labels.size(); ++i) {
      damaged += plan.labels[i].printed != plan.truth[i] ? 1 : 0;
      if (recovery.verdicts[i].status == Status::kRepaired)
        (recovery.verdicts[i].canonical == plan.truth[i] ? right : wrong) += 1;
    }
  }
  BOOST_TEST(damaged > 400);
  BOOST_TEST(wrong == 0);
  BOOST_TEST(static_cast<double>(right) > 0.8 * static_cast<double>(damaged));
}

BOOST_AUTO_TEST_CASE(typed_labels_are_never_changed_whatever_they_are) {
  for (std::uint64_t seed = 1; seed <= kPlans; ++seed) {
    DamagedPlan plan = make_plan(condition_of(seed), seed);
    for (Label& label : plan.labels) label.origin = seed % 2 == 0 ? LabelOrigin::kTyped : LabelOrigin::kAutomatic;
    const Recovery recovery = recover(plan.labels, plan.scheme);
    for (std::size_t i = 0; i < plan.labels.size(); ++i) {
      const Verdict& verdict = recovery.verdicts[i];
      BOOST_TEST((verdict.status != Status::kRepaired && verdict.status != Status::kAmbiguous));
      if (!verdict.canonical) continue;
      bool printed = false;
      for (const Reading& reading : read_label(plan.labels[i].printed, plan.scheme))
        printed = printed || reading.canonical == *verdict.canonical;
      BOOST_TEST(printed, plan.labels[i].printed);
    }
  }
}

BOOST_AUTO_TEST_CASE(clean_plans_come_out_as_printed_without_oddities) {
  for (std::uint64_t seed = 1; seed <= kPlans; ++seed) {
    Condition condition = condition_of(seed);
    condition.damage = condition.missing = condition.repeated = condition.swapped = 0;
    const DamagedPlan plan = make_plan(condition, seed);
    const Recovery recovery = recover(plan.labels, plan.scheme);
    BOOST_TEST(recovery.oddities.empty());
    for (const Verdict& verdict : recovery.verdicts) BOOST_TEST((verdict.status == Status::kAsPrinted));
  }
}

BOOST_AUTO_TEST_CASE(rubbish_is_answered_without_harm) {
  Random random(7);
  const std::string glyphs = "0123456789..,:lIOSB()[]-'| abcivx\xC3\xA9\xFF";
  for (int round = 0; round < 60; ++round) {
    std::vector<Label> sequence;
    for (int i = random.from(1, 40); i > 0; --i) {
      Label label;
      label.origin = random.below(2) == 0 ? LabelOrigin::kOcr : LabelOrigin::kTyped;
      for (int length = random.below(30); length > 0; --length)
        label.printed += glyphs[static_cast<std::size_t>(random.below(static_cast<int>(glyphs.size())))];
      label.page = random.below(3);
      label.scope_begins = random.below(10) == 0;
      label.number_expected = random.below(8) != 0;
      if (random.below(3) == 0) label.grid_depth = random.below(9) - 1;
      sequence.push_back(label);
    }
    Scheme scheme = examples::levels({1, 2, 3, 5, 9, 0});
    scheme.forms[1].lead = "IG";
    scheme.max_depth = random.below(7);
    const Recovery recovery = recover(sequence, scheme);
    BOOST_TEST(recovery.verdicts.size() == sequence.size());
    for (const Label& label : sequence) BOOST_TEST(leading_label(label.printed, scheme) <= label.printed.size());
  }
}
