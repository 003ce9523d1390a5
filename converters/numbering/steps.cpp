// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/steps.h"

#include <algorithm>

#include "numbering/figures.h"

namespace pactable::numbering {

namespace {

constexpr int kMostMissing = 3;        // a longer gap needs an exact reading (kJump): three lost rows are a lost page
constexpr double kGapFalloff = 0.3;    // each further missing number
constexpr double kLeastUp = 0.05;      // a gap upward is never rarer than this beside the next sibling
constexpr double kUpFalloff = 0.5;     // each further level upward: 4.1.2 to 5 is half as common as to 4.2
constexpr double kRareOrphan = 0.003;  // where section rows exist, one section in three hundred has none
constexpr double kDeepOrphan = 0.1;    // 1 to 1.1.1 leaves out two rows
// A float is printed well in half of the cases; else it changed places with its neighbour, rarely with the one after.
constexpr double kFloatPrinted = 0.5, kFloatNear = 0.4, kFloatFar = 0.1;
constexpr double kJumpUnordered = 0.002;  // where the rows are not sorted by number: any of some hundreds may follow
constexpr double kJumpAtStart = 0.02;     // a table may begin anywhere: a cut document, a second volume
constexpr double kStray = 1e-6;           // a number of another section, kept off the chain
constexpr double kRestart = 1e-7;         // without a caption
constexpr double kUnfilledHole = 0.02;    // a sibling stood ahead, the ones before it never come: that was a gap
constexpr double kScopeJump = 0.01;       // under a caption, going on at a printed number

bool is_ahead(const State& state, int value) {
  return value != 0 && (state.ahead[0] == value || state.ahead[1] == value);
}

class Lister {
 public:
  Lister(const State& from, const Row& row, const Sequence& sequence, const StepRates& rates, double least,
         std::vector<Step>& out)
      : from_(from), row_(row), sequence_(sequence), rates_(rates), least_(least), out_(out) {}

  void list_on_chain(double weight) {
    const Path& at = from_.chain;
    const double leaving = weight * (from_.ahead[0] != 0 ? kUnfilledHole : 1.0);
    double up = leaving;
    for (int popped = 0; popped < at.depth; ++popped) {
      const Path top = at.up(popped);
      int value = top.last() + 1;
      while (popped == 0 && is_ahead(from_, value)) ++value;
      const StepKind kind = popped == 0 ? StepKind::kNext : StepKind::kUp;
      const double share = popped == 0 ? weight : up;
      add_run(top.with_last(value), kind, share * regular(kind), share, popped == 0 ? kMostMissing : kMostMissing - 1);
      add_orphan(top.with_last(value), share * regular(StepKind::kOrphan) * (popped == 0 ? kDeepOrphan : 1.0));
      if (popped > 0) up *= kUpFalloff;
    }
    list_children(leaving);
    if (at.depth > 0) {
      add(at, from_, StepKind::kRepeat, weight * rates_.repeat);
      // Two neighbours that changed places: the later one comes first, printed well or not.
      for (int ahead = 2; ahead <= 3; ++ahead)
        add_floating(at.with_last(at.last() + ahead), weight * (ahead == 2 ? kFloatNear : kFloatFar));
    }
  }

  void list_beginnings(double weight, StepKind kind) {
    if (weight <= least_) return;
    Path first;
    double share = weight;
    for (int depth = 1; depth <= sequence_.deepest; ++depth) {
      first = first.child(1);
      if (!sequence_.has_depth(depth)) continue;
      add(first, {first, {}}, kind, share);
      for (int missing = 1; missing < kMostMissing; ++missing)
        add_at(first.with_last(1 + missing), kind, share * rates_.gap * falloff(missing));
      share *= kDeepOrphan;
    }
  }

  void list_printed(double jump) {
    for (const Read& read : row_.reads) {
      if (read.path == from_.chain) continue;
      add_at(read.path, StepKind::kJump, jump);
      if (from_.chain.depth == 0) continue;
      if (read.path.depth == from_.chain.depth && read.path.up() == from_.chain.up())
        add_floating(read.path, kFloatPrinted);
      else if (read.path.depth == from_.chain.depth + 1 && read.path.up() == from_.chain)
        add(read.path, from_, StepKind::kFloat, rates_.floating * kFloatPrinted);
      else
        add(read.path, from_, StepKind::kStray, kStray);
    }
  }

 private:
  double regular(StepKind kind) const { return rates_.regular[static_cast<std::size_t>(kind)][from_.chain.depth]; }

  static double falloff(int missing) {
    double out = 1.0 - kGapFalloff;
    for (int i = 1; i < missing; ++i) out *= kGapFalloff;
    return out;
  }

  void add(const Path& number, const State& state, StepKind kind, double prior) {
    if (prior <= least_ || !sequence_.has_depth(number.depth) || number.last() > kMostValue) return;
    out_.push_back({number, state, kind, prior});
    for (const Read& read : row_.reads)
      if (read.second.depth > 0 && read.path == number && state.chain == number)
        pass_second(read.second, out_.back().state);
  }

  /// "54 and 56": the chain goes on at 55 and then at 57; after "54 and 55" at 56.
  static void pass_second(const Path& second, State& state) {
    const Path& at = state.chain;
    if (second.depth != at.depth || !(second.up() == at.up()) || second.last() <= at.last()) return;
    if (second.last() == at.last() + 1)
      state = {second, {}};
    else
      state.ahead = {static_cast<std::uint16_t>(second.last()), 0};
  }
  void add_at(const Path& number, StepKind kind, double prior) {
    if (prior > least_) add(number, {number, {}}, kind, prior);
  }

  /// Siblings that stood ahead stay known while the chain moves among them.
  State moved_to(const Path& number) const {
    State state{number, {}};
    if (number.depth != from_.chain.depth || number.up() != from_.chain.up()) return state;
    std::size_t kept = 0;
    for (const std::uint16_t value : from_.ahead)
      if (value > number.last()) state.ahead[kept++] = value;
    return state;
  }

  void add_run(const Path& first, StepKind kind, double prior, double share, int most_missing) {
    if (!sequence_.has_depth(first.depth)) return;
    if (prior > least_) add(first, moved_to(first), kind, prior);
    const double gap = std::max(prior, share * regular(StepKind::kNext) * kLeastUp) * rates_.gap;
    for (int missing = 1; missing <= most_missing && gap * falloff(missing) > least_; ++missing) {
      const Path number = first.with_last(first.last() + missing);
      add(number, moved_to(number), StepKind::kGap, gap * falloff(missing));
    }
  }

  void add_orphan(const Path& section, double prior) {
    if (section.depth >= kMostLevels || prior <= least_) return;
    const Path child = section.child(1);
    const double share = sequence_.has_depth(section.depth) ? prior * kRareOrphan : prior;
    if (sequence_.has_depth(child.depth)) {
      add_at(child, StepKind::kOrphan, share);
      for (int missing = 1; missing < kMostMissing; ++missing)
        add_at(child.with_last(1 + missing), StepKind::kGap, share * rates_.gap * falloff(missing));
      // The section after the next: a whole one is missing.
      if (!sequence_.has_depth(section.depth))
        add_at(section.with_last(section.last() + 1).child(1), StepKind::kGap, share * rates_.gap * falloff(1));
    } else if (child.depth < kMostLevels) {
      add_at(child.child(1), StepKind::kOrphan, share * kDeepOrphan);
    }
  }

  void list_children(double weight) {
    const Path& at = from_.chain;
    if (at.depth >= kMostLevels) return;
    const Path child = at.child(1);
    const double share = weight * regular(StepKind::kChild);
    if (sequence_.has_depth(child.depth)) {
      add_run(child, StepKind::kChild, share, 0, kMostMissing - 1);
      add(child.with_last(2), from_, StepKind::kFloat, share * rates_.floating * kFloatNear);
    }
    if (child.depth < kMostLevels)
      add_at(child.child(1), StepKind::kOrphan, share * (sequence_.has_depth(child.depth) ? kRareOrphan : 1.0));
  }

  void add_floating(const Path& number, double weight) {
    if (weight * rates_.floating <= least_) return;
    State state = from_;
    if (number.last() > from_.chain.last() + 1 && !is_ahead(state, number.last())) {
      if (state.ahead[0] != 0 && state.ahead[1] != 0) state.ahead[0] = state.ahead[1], state.ahead[1] = 0;
      (state.ahead[0] == 0 ? state.ahead[0] : state.ahead[1]) = static_cast<std::uint16_t>(number.last());
      if (state.ahead[1] != 0 && state.ahead[0] > state.ahead[1]) std::swap(state.ahead[0], state.ahead[1]);
    }
    add(number, state, StepKind::kFloat, weight * rates_.floating);
  }

  const State& from_;
  const Row& row_;
  const Sequence& sequence_;
  const StepRates& rates_;
  double least_;
  std::vector<Step>& out_;
};

}  // namespace

StepRates starting_rates(const Sequence& sequence) {
  StepRates rates;
  if (sequence.unordered) rates.jump = kJumpUnordered;
  for (int depth = 0; depth <= kMostLevels; ++depth) {
    const auto d = static_cast<std::size_t>(depth);
    const bool section_rows = sequence.has_depth(depth - 1);
    // Sections of about eight rows, as in the seeds; a row with a level below it has children more often than not.
    rates.regular[0][d] = sequence.has_depth(depth + 1) ? 0.4 : 0.85;
    rates.regular[1][d] = sequence.has_depth(depth + 1) ? 0.5 : 0.0;
    rates.regular[2][d] = section_rows ? 0.12 : 0.02;
    rates.regular[3][d] = 0.12;
    if (sequence.by_depth.size() > d + 2 && depth < kMostLevels && !sequence.has_depth(depth + 1))
      rates.regular[1][d] = sequence.deepest > depth ? 0.3 : 0.0;
  }
  return rates;
}

void list_steps(const State& from, const Row& row, const Sequence& sequence, const StepRates& rates, double least,
                std::vector<Step>& out) {
  out.clear();
  Lister lister(from, row, sequence, rates, least, out);
  if (from.chain.depth == 0) {
    lister.list_beginnings(1.0, StepKind::kRestart);
    lister.list_printed(kJumpAtStart);
    return;
  }
  if (row.scope_begins) {
    lister.list_beginnings(rates.scope_restart, StepKind::kRestart);
    lister.list_on_chain(1.0 - rates.scope_restart);
    lister.list_printed(kScopeJump);
    return;
  }
  lister.list_on_chain(1.0);
  lister.list_beginnings(kRestart, StepKind::kRestart);
  lister.list_printed(rates.jump);
}

}  // namespace pactable::numbering
