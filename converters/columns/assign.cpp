// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/assign.h"

#include <algorithm>
#include <limits>

namespace pactable::columns {
namespace {

// The weights were settled on plans and near misses of many kinds (docs/understanding.md); each is in points, and an
// exact header word weighs 2.
constexpr double kPrior = 2;
constexpr double kOtherPrior = 0.7;   // of the best other kind that the words speak for
constexpr double kValues = 2;         // times n / (n + 2): few cells say little
constexpr double kUnknownWord = 1.4;  // a word that nobody knows, among headers that are known
constexpr double kNoAction = -1.5;
constexpr double kOtherTime = 1.2;  // beside a column whose header is a word for a time: start and end are both exact
constexpr double kMatrix = 3;       // marks below years

constexpr double kMinKnown = 0.3;  // a header with less is unknown

// How often a kind may stand in a table; kOther any number of times.
constexpr std::array<int, kKinds> kMost = {1, 1, 2, 1, 2, 2, 2, 0};
constexpr std::array<int, kKinds> kStride = {1, 2, 4, 12, 24, 72, 216, 0};
constexpr int kStates = 648;

struct State {
  int code = 0;
  [[nodiscard]] int taken(Kind kind) const {
    const auto k = index(kind);
    return kMost[k] == 0 ? 0 : code / kStride[k] % (kMost[k] + 1);
  }
  [[nodiscard]] bool may_take(Kind kind) const { return kind == Kind::kOther || taken(kind) < kMost[index(kind)]; }
  [[nodiscard]] State with(Kind kind) const { return {code + kStride[index(kind)]}; }
};

double clamped(double value) { return std::clamp(value, 0.0, 1.0); }

double action_value(const Profile& p) {
  return 1.6 * p.imperative + 1.2 * p.sentence + 0.5 * p.led + 0.3 * p.stop - 1.5 * p.question - 0.8 * p.verbless -
         0.5 * p.person;
}

double topic_value(const ColumnEvidence& column) {
  const Profile& p = column.profile;
  constexpr double kTopicWords = 12;
  constexpr double kKnownTopic = 0.8;
  const double led = p.mean_words < kTopicWords ? 0.8 * p.led : 0;
  // Few short values that come again are a rating, unless the header names a topic.
  const double code = column.prior.kinds[index(Kind::kTopic)] >= kKnownTopic ? 0 : 0.8 * p.code;
  // A numbered or named line with blank rows below it stands above them.
  const double above = p.sparse > 0.3 ? (p.led > 0.5 ? 0.9 : 0.4) * p.sparse : 0;
  return std::min(1.0, 2.5 * p.merged + above) + led + 0.3 * p.repeated - 0.6 * p.imperative - code - 0.5 * p.party -
         0.8 * p.time;
}

double sub_task_value(const Profile& p) {
  return 0.9 * p.imperative + (p.structured > 0.5 ? 0.7 : 0.3) * p.led + 0.4 * p.sentence;
}

double code_value(const ColumnEvidence& column) {
  const Profile& p = column.profile;
  const double plain = p.scale < 0.3 ? 1 : 0;
  // A, B, A, C may be a sequence by chance: where the header says that they are codes, they are.
  const double unnamed = 1 - column.prior.kinds[index(Kind::kCode)];
  return 2 * p.code - 1.2 * p.time * plain - 1.5 * p.number * unnamed - 0.6 * p.party * plain - 0.8 * p.sentence -
         1.2 * p.progress;
}

double time_value(const ColumnEvidence& column) {
  const Profile& p = column.profile;
  double value = 2 * p.time - p.sentence - 0.6 * p.clock;
  // Years of the plan (1, 2, 3) and codes of terms are times only where the header says so.
  constexpr double kKnownTime = 0.8;
  const double words = column.prior.kinds[index(Kind::kTime)];
  if (words >= kKnownTime && words > column.prior.kinds[index(Kind::kCode)]) {
    value += 1.4 * clamped(p.ranks - p.time) + 0.8 * p.code;
  }
  return value;
}

}  // namespace

double value_score(const ColumnEvidence& column, Kind kind, bool first) {
  const Profile& p = column.profile;
  constexpr double kNumberWords = 4;
  switch (kind) {
    case Kind::kNumber:
      return 2.6 * p.number + (first && p.labels > 0.5 ? 0.3 : 0) - (p.mean_words > kNumberWords ? 1 : 0);
    case Kind::kAction: return action_value(p);
    case Kind::kTopic: return topic_value(column);
    case Kind::kSubTask: return sub_task_value(p);
    case Kind::kCode: return code_value(column);
    case Kind::kTime: return time_value(column);
    case Kind::kParty: return 1.9 * p.party - p.sentence - 1.2 * p.scale - 0.5 * p.led;
    case Kind::kOther: return 0.55 + 0.3 * p.measure + 0.2 * p.sentence * (1 - p.imperative) + 0.4 * p.progress;
  }
  return 0;
}

namespace {

class Programme {
 public:
  explicit Programme(std::span<const ColumnEvidence> columns) : columns_(columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) local_.push_back(local_scores(i));
  }

  std::vector<Assigned> solve() {
    const std::size_t n = columns_.size();
    constexpr double kNever = -std::numeric_limits<double>::infinity();
    using Row = std::vector<double>;
    std::vector<Row> before(n + 1, Row(kStates, kNever)), behind(n + 1, Row(kStates, kNever));
    before[0][0] = 0;
    for (std::size_t i = 0; i < n; ++i) {
      each_step(i, before[i], [&](State from, State to, Kind kind) {
        double& best = before[i + 1][static_cast<std::size_t>(to.code)];
        best = std::max(best, before[i][static_cast<std::size_t>(from.code)] + step(i, from, kind));
      });
    }
    for (int s = 0; s < kStates; ++s) behind[n][static_cast<std::size_t>(s)] = end_score({s});
    std::vector<Assigned> assigned(n);
    for (std::size_t i = n; i-- > 0;) {
      ByKind best;
      best.fill(kNever);
      each_step(i, before[i], [&](State from, State to, Kind kind) {
        const auto f = static_cast<std::size_t>(from.code), t = static_cast<std::size_t>(to.code);
        const double onward = step(i, from, kind) + behind[i + 1][t];
        behind[i][f] = std::max(behind[i][f], onward);
        best[index(kind)] = std::max(best[index(kind)], before[i][f] + onward);
      });
      assigned[i] = best_of(best);
    }
    return assigned;
  }

 private:
  template <class Do>
  void each_step(std::size_t, const std::vector<double>& reached, const Do& act) const {
    for (int s = 0; s < kStates; ++s) {
      if (reached[static_cast<std::size_t>(s)] == -std::numeric_limits<double>::infinity()) continue;
      const State from{s};
      for (std::size_t k = 0; k < kKinds; ++k) {
        const Kind kind = static_cast<Kind>(k);
        if (from.may_take(kind)) act(from, kind == Kind::kOther ? from : from.with(kind), kind);
      }
    }
  }

  static Assigned best_of(const ByKind& best) {
    Assigned out;
    const auto first = std::max_element(best.begin(), best.end());
    double second = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < kKinds; ++k) {
      if (&best[k] == &*first || best[k] <= second) continue;
      second = best[k];
      out.runner_up = static_cast<Kind>(k);
    }
    out.kind = static_cast<Kind>(first - best.begin());
    out.margin = *first - second;
    return out;
  }

  /// Share of the other columns with a header whose words are known.
  [[nodiscard]] double known_beside(std::size_t column) const {
    double headed = 0, known = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i == column || columns_[i].blank) continue;
      ++headed;
      known += columns_[i].prior.known >= kMinKnown ? 1 : 0;
    }
    return headed == 0 ? 0 : known / headed;
  }

  [[nodiscard]] bool time_beside(std::size_t column) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i != column && columns_[i].prior.kinds[index(Kind::kTime)] >= 1) return true;
    }
    return false;
  }

  [[nodiscard]] ByKind local_scores(std::size_t i) const {
    const ColumnEvidence& column = columns_[i];
    const auto n = static_cast<double>(column.profile.filled);
    // The rows below a line that stands above them speak for it too.
    const bool above = column.profile.merged + column.profile.sparse > 0.3;
    const double rows = above ? static_cast<double>(column.profile.rows) : n;
    const auto weight = [](double cells) { return cells / (cells + 2); };
    const bool unknown = !column.blank && column.prior.known < kMinKnown;
    const double known = unknown ? known_beside(i) : 0;
    ByKind scores{};
    for (std::size_t k = 0; k < kKinds; ++k) {
      const Kind kind = static_cast<Kind>(k);
      double other = 0;
      for (std::size_t o = 0; o < kKinds; ++o) {
        if (o != k) other = std::max(other, column.prior.kinds[o]);
      }
      scores[k] = kPrior * column.prior.kinds[k] - kOtherPrior * std::max(0.0, other - 0.5 * column.prior.kinds[k]) +
                  kValues * weight(kind == Kind::kTopic ? rows : n) * value_score(column, kind, i == 0);
      if (kind == Kind::kTopic || kind == Kind::kCode || kind == Kind::kParty) scores[k] -= kUnknownWord * known;
      if (kind == Kind::kTime && column.prior.kinds[k] < 1 && time_beside(i)) scores[k] -= kOtherTime;
      if (column.period_matrix) scores[k] += kind == Kind::kTime ? kMatrix : -kMatrix;
    }
    return scores;
  }

  [[nodiscard]] double step(std::size_t i, State from, Kind kind) const {
    double points = local_[i][index(kind)];
    switch (kind) {
      case Kind::kNumber:
        if (from.taken(Kind::kAction) > 0) points -= 0.4;
        break;
      case Kind::kAction:
        if (from.taken(Kind::kSubTask) > 0) points -= 1.5;
        break;
      case Kind::kTopic:
        if (from.taken(Kind::kAction) > 0 && columns_[i].prior.kinds[index(Kind::kTopic)] < 1) points -= 1.2;
        break;
      case Kind::kSubTask:
        if (from.taken(Kind::kAction) + from.taken(Kind::kTopic) == 0) points -= 1.5;
        if (from.taken(Kind::kNumber) > 0) points -= 1.2;
        break;
      default: break;
    }
    return points;
  }

  [[nodiscard]] static double end_score(State state) { return state.taken(Kind::kAction) == 0 ? kNoAction : 0; }

  std::span<const ColumnEvidence> columns_;
  std::vector<ByKind> local_;
};

}  // namespace

std::vector<Assigned> assign_kinds(std::span<const ColumnEvidence> columns) {
  // The widest plan seen has 20 columns, with a calendar of weeks 70; what stands farther right is kept as it is
  // called.
  constexpr std::size_t kMostColumns = 200;
  std::vector<Assigned> assigned = Programme(columns.first(std::min(columns.size(), kMostColumns))).solve();
  assigned.resize(columns.size());
  return assigned;
}

}  // namespace pactable::columns
