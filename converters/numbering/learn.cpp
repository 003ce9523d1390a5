// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/learn.h"

#include <algorithm>

#include "numbering/channel.h"
#include "numbering/guards.h"

namespace pactable::numbering {

namespace {

constexpr int kPasses = 3;  // the rates stand still after the second; the third uses them
// The first pass must be ready to believe in bad pages: from 1 % on, a damaged section is read as a return to another.
constexpr double kFirstRateOcr = 0.3;
constexpr double kFirstRateTyped = 0.1;
// The second start, for plans whose pages were cropped: nine labels in ten of such a page have lost their first glyph.
constexpr double kFirstRateCropped = 0.9;
constexpr int kPassesCropped = 6;  // which numbers stand elsewhere changes with every stretch that is understood
// In nats, a hundred to one. Both starts end at a likelihood of the same labels; the second explains by damage what the
// first takes as printed and must be clearly better.
constexpr double kFarLikelier = 4.6;
// A page holds some fifteen labels: four imagined ones at the document's rate keep a page without damage from
// certainty.
constexpr double kPageWeight = 4;
constexpr double kDocumentDamaged = 0.5, kDocumentLabels = 10;  // imagined labels of the document
constexpr double kLeastRate = 0.002, kMostRate = 0.9;
constexpr double kStepWeight = 20;    // imagined steps per level: two sections of ten
constexpr double kOddWeight = 200;    // imagined rows behind the rates of gaps, repeats and floats: one plan
constexpr double kMostOdd = 0.05;     // beyond one row in twenty the sequence says nothing any more
constexpr double kFeatureWeight = 2;  // imagined rows per level that look alike whatever their level
constexpr double kScopeWeight = 4;    // imagined captions

std::array<std::array<double, kMostLevels + 1>, 4> count_features(const Sequence& sequence) {
  std::array<std::array<double, kMostLevels + 1>, 4> counts{};
  std::array<double, 4> looks{};
  double all = 0;
  for (const Row& row : sequence.rows) {
    const std::size_t look = (row.section_like ? 2U : 0U) + (row.codes_present ? 1U : 0U);
    looks[look] += 1;
    all += 1;
    if (!row.reads.empty()) counts[look][row.reads.front().path.depth] += 1;
  }
  for (std::size_t depth = 0; depth <= kMostLevels; ++depth) {
    double total = 0;
    for (const auto& look : counts) total += look[depth];
    for (std::size_t look = 0; look < counts.size(); ++look) {
      const double usual = (looks[look] + 0.25) / (all + 1);
      counts[look][depth] = (counts[look][depth] + kFeatureWeight * usual) / (total + kFeatureWeight);
    }
  }
  return counts;
}

Beliefs first_beliefs(const Sequence& sequence, double rate_ocr) {
  Beliefs beliefs;
  beliefs.steps = starting_rates(sequence);
  bool ocr = false;
  for (const Row& row : sequence.rows) {
    ocr = ocr || row.damageable;
    if (!row.reads.empty()) beliefs.in_use[use_key(row.scope, row.reads.front().path)] += 1;
  }
  beliefs.page_rate.assign(sequence.pages.size(), ocr ? rate_ocr : kFirstRateTyped);
  beliefs.features = count_features(sequence);
  return beliefs;
}

void learn_page_rates(const Sequence& sequence, const Decoding& decoding, Beliefs& beliefs) {
  std::vector<double> altered(sequence.pages.size(), 0), labels(sequence.pages.size(), 0);
  double all_altered = 0;
  for (std::size_t r = 0; r < sequence.rows.size(); ++r) {
    double p = 0;
    const bool ocr = sequence.rows[r].damageable;
    for (const NumberMass& mass : decoding.rows[r].numbers) p += mass.p * (ocr ? mass.damage : mass.slip);
    const auto page = static_cast<std::size_t>(sequence.rows[r].page);
    altered[page] += p;
    labels[page] += 1;
    all_altered += p;
  }
  const double document =
      (all_altered + kDocumentDamaged) / (static_cast<double>(sequence.rows.size()) + kDocumentLabels);
  for (std::size_t page = 0; page < labels.size(); ++page)
    beliefs.page_rate[page] =
        std::clamp((altered[page] + kPageWeight * document) / (labels[page] + kPageWeight), kLeastRate, kMostRate);
}

void learn_steps(const Sequence& sequence, const Decoding& decoding, StepRates& rates) {
  const StepRates start = starting_rates(sequence);
  for (std::size_t depth = 1; depth <= kMostLevels; ++depth) {
    double total = 0;
    for (const auto& kind : decoding.steps) total += kind[depth];
    for (std::size_t kind = 0; kind < start.regular.size(); ++kind)
      rates.regular[kind][depth] =
          (decoding.steps[kind][depth] + kStepWeight * start.regular[kind][depth]) / (total + kStepWeight);
    if (!sequence.has_depth(static_cast<int>(depth))) continue;
    // An orphan below existing section rows stays rare: its factor stands in the grammar.
    rates.regular[3][depth] = std::max(rates.regular[3][depth], 0.02);
  }
  const auto odd = [&](StepKind kind, double begin) {
    double seen = 0;
    for (const double count : decoding.steps[static_cast<std::size_t>(kind)]) seen += count;
    const double rows = static_cast<double>(sequence.rows.size());
    return std::min(kMostOdd, (seen + kOddWeight * begin) / (rows + kOddWeight));
  };
  rates.gap = odd(StepKind::kGap, start.gap);
  rates.repeat = odd(StepKind::kRepeat, start.repeat);
  rates.floating = odd(StepKind::kFloat, start.floating);
  const double scopes = decoding.scope_restarts + decoding.scope_goes_on;
  rates.scope_restart = (decoding.scope_restarts + kScopeWeight * start.scope_restart) / (scopes + kScopeWeight);
}

/// How this document's glyphs are misread, from the labels whose number is certain enough.
void learn_channel(const Sequence& sequence, const Decoding& decoding, Beliefs& beliefs) {
  constexpr double kTeaching = 0.9;  // below it a wrong number would teach its own confusion
  Confusions counts;
  for (std::size_t r = 0; r < sequence.rows.size(); ++r) {
    const Row& row = sequence.rows[r];
    if (!row.damageable || row.empty || decoding.rows[r].numbers.empty()) continue;
    const NumberMass& best = decoding.rows[r].numbers.front();
    const double share = best.p * best.damage;
    if (share < kTeaching) continue;
    const int form = likeliest_form(row, best.number, sequence);
    beliefs.channel.count(row.glyphs, sequence.glyphs_of(best.number, form), share, counts);
  }
  beliefs.channel = Channel(counts);
}

void learn_use(const Sequence& sequence, const Decoding& decoding, Beliefs& beliefs) {
  beliefs.in_use.clear();
  for (std::size_t r = 0; r < sequence.rows.size(); ++r)
    for (const NumberMass& mass : decoding.rows[r].numbers)
      beliefs.in_use[use_key(sequence.rows[r].scope, mass.number)] += static_cast<float>(mass.p);
}

Learned learn_from(double rate_ocr, int passes, const Sequence& sequence, const State& start, const Ledger& earlier) {
  Learned out;
  out.beliefs = first_beliefs(sequence, rate_ocr);
  // What is left of a cropped 15.1 is no use of 5.1: where most labels may be cropped only the steps count at first.
  if (rate_ocr > kFirstRateOcr) out.beliefs.in_use.clear();
  if (!earlier.empty()) out.beliefs.earlier = &earlier;
  out.page_labels.assign(sequence.pages.size(), 0);
  for (const Row& row : sequence.rows) ++out.page_labels[static_cast<std::size_t>(row.page)];
  for (int pass = 0; pass < passes; ++pass) {
    const std::vector<RowPosterior> before = std::move(out.decoding.rows);
    out.decoding = decode(sequence, out.beliefs, before, start);
    if (pass + 1 == passes) break;
    learn_page_rates(sequence, out.decoding, out.beliefs);
    learn_steps(sequence, out.decoding, out.beliefs.steps);
    learn_channel(sequence, out.decoding, out.beliefs);
    learn_use(sequence, out.decoding, out.beliefs);
  }
  return out;
}

/// Signs of cropped pages: recognised labels that were taken for a leap to another part of the numbering ("15.0, 5.1,
/// 5.2"), or a run of labels of which none shows its number.
bool may_be_cropped(const Sequence& sequence, const Decoding& decoding) {
  constexpr int kLongRun = 6;  // with three labels in ten damaged one plan of twenty has such a run
  int run = 0;
  for (std::size_t r = 0; r < sequence.rows.size(); ++r) {
    const Row& row = sequence.rows[r];
    const RowPosterior& posterior = decoding.rows[r];
    if (!row.damageable || posterior.numbers.empty()) continue;
    const bool leap = posterior.kind == StepKind::kJump || posterior.kind == StepKind::kStray ||
                      (posterior.kind == StepKind::kRestart && !row.scope_begins);
    const bool exact = std::any_of(row.reads.begin(), row.reads.end(),
                                   [&](const Read& read) { return read.path == posterior.numbers[0].number; });
    run = exact ? 0 : run + 1;
    if ((leap && r > 0) || run >= kLongRun) return true;
  }
  return false;
}

}  // namespace

Learned learn(const Sequence& sequence, const State& start, const Ledger& earlier) {
  Learned usual = learn_from(kFirstRateOcr, kPasses, sequence, start, earlier);
  if (!may_be_cropped(sequence, usual.decoding)) return usual;
  Learned cropped = learn_from(kFirstRateCropped, kPassesCropped, sequence, start, earlier);
  const bool likelier = cropped.decoding.log_likelihood > usual.decoding.log_likelihood + kFarLikelier;
  return likelier ? cropped : usual;
}

}  // namespace pactable::numbering
