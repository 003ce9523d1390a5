// SPDX-License-Identifier: GPL-3.0-or-later
// Long documents are decided in pieces; nothing may tell where one ends.
#include <boost/test/unit_test.hpp>

#include "bench/damaged_plan.h"
#include "numbering/pieces.h"
#include "unit/numbering/examples.h"

using namespace pactable;
using namespace pactable::numbering;
using namespace pactable::numbering::bench;

namespace {

/// One table with sections of fifty rows, longer than a piece.
std::vector<Label> long_table(LabelOrigin origin) {
  std::vector<Label> labels;
  for (int section = 1; section <= 400; ++section) {
    for (int row = 0; row < 51; ++row) {
      Label label;
      label.printed = std::to_string(section) + "." + std::to_string(row);
      label.origin = origin;
      label.page = static_cast<int>(labels.size() / 15) + 1;
      label.scope_begins = labels.empty();
      labels.push_back(label);
    }
  }
  return labels;
}

Scheme sections() { return examples::section_and_row(); }

std::size_t index_of(int section, int row) { return static_cast<std::size_t>((section - 1) * 51 + row); }

}  // namespace

BOOST_AUTO_TEST_CASE(a_long_clean_table_is_kept_without_findings_and_its_parents_reach_over_the_cuts) {
  const std::vector<Label> labels = long_table(LabelOrigin::kOcr);
  BOOST_TEST_REQUIRE(labels.size() > 2 * kPieceLabels);
  const Recovery recovery = recover(labels, sections());
  BOOST_TEST_REQUIRE(recovery.verdicts.size() == labels.size());
  BOOST_TEST(recovery.oddities.empty());
  for (int section = 1; section <= 400; ++section)
    for (int row = 1; row < 51; ++row)
      BOOST_TEST_REQUIRE(recovery.verdicts[index_of(section, row)].parent == static_cast<int>(index_of(section, 0)));
}

BOOST_AUTO_TEST_CASE(damage_everywhere_in_a_long_table_is_repaired_as_in_a_short_one) {
  std::vector<Label> labels = long_table(LabelOrigin::kOcr);
  int damaged = 0;
  for (std::size_t i = 7; i < labels.size(); i += 13, ++damaged) labels[i].printed = labels[i].printed.substr(1);
  const std::vector<Label> truth = long_table(LabelOrigin::kOcr);
  const Recovery recovery = recover(labels, sections());
  int repaired = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Verdict& verdict = recovery.verdicts[i];
    if (verdict.canonical) BOOST_TEST_REQUIRE(*verdict.canonical == truth[i].printed);
    repaired += verdict.status == Status::kRepaired ? 1 : 0;
  }
  BOOST_TEST(repaired > damaged * 9 / 10, repaired << " of " << damaged);
}

BOOST_AUTO_TEST_CASE(a_number_printed_again_many_pieces_later_is_reported_with_its_first_row) {
  std::vector<Label> labels = long_table(LabelOrigin::kTyped);
  const std::size_t later = index_of(390, 50);
  labels[later].printed = "3.7";
  const Recovery recovery = recover(labels, sections());
  BOOST_TEST_REQUIRE(recovery.oddities.size() == 1U);
  BOOST_TEST(recovery.oddities[0].rule == "NUM-AUTHOR");
  labels = long_table(LabelOrigin::kTyped);
  Label copy = labels[index_of(5, 20)];
  labels.insert(labels.begin() + static_cast<std::ptrdiff_t>(index_of(5, 21)), copy);
  const Recovery repeated = recover(labels, sections());
  BOOST_TEST_REQUIRE(repeated.oddities.size() == 1U);
  BOOST_TEST(repeated.oddities[0].rule == "NUM-DUPLICATE");
}

BOOST_AUTO_TEST_CASE(labels_pushed_one_by_one_get_the_verdicts_of_the_whole) {
  std::vector<Label> labels;
  Scheme scheme;
  for (std::uint64_t seed = 1; labels.size() < 3 * kPieceLabels; ++seed) {
    Condition condition;
    condition.damage = 0.2;
    DamagedPlan plan = make_plan(condition, seed);
    scheme = plan.scheme;
    labels.insert(labels.end(), plan.labels.begin(), plan.labels.end());
  }
  const Recovery whole = recover(labels, scheme);
  std::vector<Verdict> verdicts;
  std::size_t oddities = 0, largest = 0;
  Recoverer recoverer(scheme, [&](Recoverer::Piece&& piece) {
    BOOST_TEST(piece.first == verdicts.size());
    BOOST_TEST(piece.labels.size() == piece.recovery.verdicts.size());
    largest = std::max(largest, piece.labels.size());
    verdicts.insert(verdicts.end(), piece.recovery.verdicts.begin(), piece.recovery.verdicts.end());
    oddities += piece.recovery.oddities.size();
  });
  for (const Label& label : labels) recoverer.push(label);
  recoverer.finish();
  BOOST_TEST(largest <= kPieceLabels + kLookAhead);
  BOOST_TEST_REQUIRE(verdicts.size() == whole.verdicts.size());
  BOOST_TEST(oddities == whole.oddities.size());
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    BOOST_TEST((verdicts[i].status == whole.verdicts[i].status));
    BOOST_TEST(verdicts[i].parent == whole.verdicts[i].parent);
    BOOST_TEST((verdicts[i].canonical == whole.verdicts[i].canonical));
  }
}

BOOST_AUTO_TEST_CASE(a_long_sequence_of_rubbish_and_of_rows_without_numbers_comes_to_its_end) {
  std::vector<Label> labels(3 * kPieceLabels);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i].printed = i % 3 == 0 ? "x;" : "-";
    labels[i].origin = LabelOrigin::kOcr;
    labels[i].number_expected = i % 50 == 0;
  }
  BOOST_TEST(recover(labels, sections()).verdicts.size() == labels.size());
  for (Label& label : labels) label.number_expected = false;
  BOOST_TEST(recover(labels, sections()).verdicts.size() == labels.size());
}
