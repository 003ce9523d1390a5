// SPDX-License-Identifier: GPL-3.0-or-later
// Further readings of a label's place: they confirm and resolve, and never outvote two settled neighbours.
#include <boost/test/unit_test.hpp>

#include "bench/damaged_plan.h"
#include "unit/numbering/examples.h"

using namespace pactable;
using namespace pactable::numbering;

namespace {

Scheme sections_and_rows() {
  Scheme scheme;
  scheme.forms = {{1, "", ".0", ".", {}}, {2, "", "", ".", {}}};
  return scheme;
}

std::vector<Label> labels_of(const std::vector<std::string>& printed) {
  std::vector<Label> labels;
  for (const std::string& text : printed) {
    Label label;
    label.printed = text;
    label.origin = LabelOrigin::kOcr;
    label.page = 1;
    label.scope_begins = labels.empty();
    labels.push_back(std::move(label));
  }
  return labels;
}

// Three sections of six rows; `at` and what stands there instead.
std::vector<Label> plan_with(std::size_t at, const std::string& printed) {
  std::vector<std::string> all;
  for (int section = 1; section <= 3; ++section)
    for (int row = 0; row <= 6; ++row) all.push_back(std::to_string(section) + "." + std::to_string(row));
  all.at(at) = printed;
  return labels_of(all);
}

constexpr std::size_t kInside = 10;  // 2.3

Verdict verdict_at(const std::vector<Label>& labels, std::size_t at) {
  return recover(labels, sections_and_rows()).verdicts.at(at);
}

bool names(const Verdict& verdict, const std::string& evidence) {
  return std::find(verdict.evidence.begin(), verdict.evidence.end(), evidence) != verdict.evidence.end();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_second_look_resolves_a_label_of_which_nothing_is_right) {
  std::vector<Label> labels = plan_with(kInside, "Cal");
  BOOST_TEST((verdict_at(labels, kInside).status == Status::kAmbiguous));
  labels[kInside].sightings = {{"2.3", .6, true}};
  const Verdict verdict = verdict_at(labels, kInside);
  BOOST_TEST((verdict.status == Status::kRepaired));
  BOOST_TEST(verdict.canonical.value_or("") == "2.3");
  BOOST_TEST(names(verdict, "second-look:2.3"));
}

BOOST_AUTO_TEST_CASE(an_alternative_resolves_only_between_two_settled_neighbours) {
  std::vector<Label> labels = plan_with(kInside, "Cal");
  labels[kInside].sightings = {{"2.3", .2, false}};
  const Verdict verdict = verdict_at(labels, kInside);
  BOOST_TEST((verdict.status == Status::kRepaired));
  BOOST_TEST(names(verdict, "sighting:2.3"));
  labels[kInside + 1].printed = "??";
  BOOST_TEST((verdict_at(labels, kInside).status == Status::kAmbiguous));
}

BOOST_AUTO_TEST_CASE(a_second_look_does_not_outvote_two_settled_neighbours) {
  std::vector<Label> labels = plan_with(kInside, "2.3");
  for (const char* look : {"2.8", "3.3", "1.3", "23", "2.30"}) {
    labels[kInside].sightings = {{look, .99, true}, {look, .99, true}};
    const Verdict verdict = verdict_at(labels, kInside);
    BOOST_TEST_CONTEXT(look) {
      BOOST_TEST((verdict.status == Status::kAsPrinted));
      BOOST_TEST(verdict.canonical.value_or("") == "2.3");
    }
  }
  labels[kInside].printed = "Cal";
  labels[kInside].sightings = {{"3.3", .99, true}};
  BOOST_TEST((verdict_at(labels, kInside).status == Status::kAmbiguous));
}

BOOST_AUTO_TEST_CASE(a_row_without_a_label_is_settled_by_a_second_look_alone_and_only_in_its_place) {
  std::vector<Label> labels = plan_with(kInside, "");
  labels[kInside].sightings = {{"2.3", .9, false}};
  BOOST_TEST((verdict_at(labels, kInside).status == Status::kMissing));
  labels[kInside].sightings = {{"2.3", .9, true}};
  BOOST_TEST((verdict_at(labels, kInside).status == Status::kRepaired));
  labels[kInside].sightings = {{"2.9", .9, true}};
  BOOST_TEST((verdict_at(labels, kInside).status == Status::kMissing));
}

BOOST_AUTO_TEST_CASE(a_second_look_that_reads_the_printed_number_again_makes_it_the_authors) {
  std::vector<Label> labels = plan_with(kInside, "1.9");
  labels[kInside].sightings = {{"1.9", .9, true}};
  const Verdict verdict = verdict_at(labels, kInside);
  BOOST_TEST((verdict.status != Status::kRepaired));
}

BOOST_AUTO_TEST_CASE(sightings_of_typed_labels_count_for_nothing) {
  std::vector<Label> labels = plan_with(kInside, "1.9");
  labels[kInside].origin = LabelOrigin::kTyped;
  const Verdict without = verdict_at(labels, kInside);
  labels[kInside].sightings = {{"2.3", .9, true}};
  const Verdict with = verdict_at(labels, kInside);
  BOOST_TEST((with.status == without.status));
  BOOST_TEST(with.confidence == without.confidence);
}

// The look is wrong as often as the first reading of such a cell, by the same damage.
BOOST_AUTO_TEST_CASE(second_looks_that_are_often_wrong_raise_the_repairs_and_make_no_wrong_one) {
  using namespace bench;
  int repaired_before = 0, repaired = 0, wrong = 0, looks = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Condition condition;
    condition.damage = 0.3;
    condition.levels = seed % 3 == 0 ? 3 : 2;
    condition.table = DamageTable::kMeasured;
    DamagedPlan plan = make_plan(condition, seed);
    Random random(seed * 31);
    const Recovery first = recover(plan.labels, plan.scheme);
    for (std::size_t i = 0; i < plan.labels.size(); ++i) {
      const Status status = first.verdicts[i].status;
      repaired_before += status == Status::kRepaired ? 1 : 0;
      if (status != Status::kAmbiguous && status != Status::kMissing && status != Status::kDisputed) continue;
      const bool misread = random.real() < 0.27;
      plan.labels[i].sightings = {
          {misread ? damage(plan.truth[i], DamageTable::kMade, random) : plan.truth[i], .9, true}};
      ++looks;
    }
    const Recovery second = recover(plan.labels, plan.scheme);
    for (std::size_t i = 0; i < plan.labels.size(); ++i) {
      if (second.verdicts[i].status != Status::kRepaired) continue;
      ++repaired;
      wrong += second.verdicts[i].canonical.value_or("") == plan.truth[i] ? 0 : 1;
    }
  }
  BOOST_TEST_MESSAGE("repaired " << repaired_before << " before, " << repaired << " after " << looks << " looks, wrong "
                                 << wrong);
  BOOST_TEST(wrong == 0);
  BOOST_TEST(repaired - repaired_before > looks / 2);
}
