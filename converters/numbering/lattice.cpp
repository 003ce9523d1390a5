// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/lattice.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>

#include "numbering/emission.h"

namespace pactable::numbering {

namespace {

constexpr std::size_t kBeam = 24;     // states a row; twice as many change no decision on damaged plans
constexpr double kPrune = 1e-8;       // of the best state: below the jump prior, so that a true jump survives its row
constexpr double kWeakArc = 1e-9;     // of a row's mass; such arcs are not kept for the way back
constexpr std::size_t kSlots = 2048;  // of the table that merges states; a row opens a few hundred at most

struct Node {
  Path number;
  State state;
  double forward = 0, backward = 0;
  double best = 0;              // Viterbi, scaled
  std::uint32_t best_from = 0;  // in the row before
  StepKind kind = StepKind::kNext;
};

struct Arc {
  std::uint16_t from = 0, to = 0;
  StepKind kind = StepKind::kNext;
  float weight = 0;  // step and emission, over the scale of the row
};

/// Merges equal states of one row.
class Layer {
 public:
  Layer() : slots_(kSlots, 0), stamps_(kSlots, 0) {}

  void clear() {
    nodes.clear();
    arcs.clear();
    ++stamp_;
  }

  std::size_t index_of(const Path& number, const State& state) {
    std::uint64_t hash = number.key() * 0x9E3779B97F4A7C15ULL ^ state.chain.key() * 0xC2B2AE3D27D4EB4FULL ^
                         (static_cast<std::uint64_t>(state.ahead[0]) << 17U) ^ state.ahead[1];
    hash ^= hash >> 29U;
    for (std::size_t slot = hash % kSlots;; slot = (slot + 1) % kSlots) {
      if (stamps_[slot] != stamp_) {
        if (nodes.size() >= kSlots / 2) return kSlots;
        stamps_[slot] = stamp_;
        slots_[slot] = static_cast<std::uint16_t>(nodes.size());
        nodes.push_back({number, state, 0, 0, 0, 0, StepKind::kNext});
        return nodes.size() - 1;
      }
      const Node& node = nodes[slots_[slot]];
      if (node.number == number && node.state == state) return slots_[slot];
    }
  }

  std::vector<Node> nodes;
  std::vector<Arc> arcs;

 private:
  std::vector<std::uint16_t> slots_;
  std::vector<std::uint32_t> stamps_;
  std::uint32_t stamp_ = 0;
};

class Lattice {
 public:
  Lattice(const Sequence& sequence, const Beliefs& beliefs, const std::vector<RowPosterior>& before)
      : sequence_(sequence), beliefs_(beliefs), before_(before) {}

  Decoding run(const State& start) {
    forward(start);
    Decoding out;
    out.rows.resize(sequence_.rows.size());
    backward(out);
    follow_best(out);
    out.log_likelihood = log_likelihood_;
    return out;
  }

 private:
  void forward(const State& start) {
    std::vector<Node> previous{Node{}};
    previous[0].state = start;
    previous[0].forward = previous[0].best = 1;
    RowEmission emission(sequence_, beliefs_);
    for (std::size_t r = 0; r < sequence_.rows.size(); ++r) {
      const Row& row = sequence_.rows[r];
      emission.begin(row, r < before_.size() ? &before_[r] : nullptr);
      layer_.clear();
      double strongest = 0;
      for (std::size_t from = 0; from < previous.size(); ++from) {
        // An emission is at most one: what is too weak before it need not be weighed.
        const double least = strongest * kPrune / previous[from].forward;
        list_steps(previous[from].state, row, sequence_, beliefs_.steps, least, steps_);
        for (const Step& step : steps_) {
          if (previous[from].forward * step.prior < strongest * kPrune) continue;
          const double weight = step.prior * emission.weight(step.number, step.kind == StepKind::kRepeat);
          const double mass = previous[from].forward * weight;
          if (mass < strongest * kPrune || mass <= 0) continue;
          add(previous[from], from, step, weight, mass);
          strongest = std::max(strongest, mass);
        }
      }
      keep_best();
      previous = layer_.nodes;
      store();
    }
  }

  void add(const Node& source, std::size_t from, const Step& step, double weight, double mass) {
    const std::size_t to = layer_.index_of(step.number, step.state);
    if (to == kSlots) return;
    Node& node = layer_.nodes[to];
    node.forward += mass;
    if (source.best * weight > node.best) {
      node.best = source.best * weight;
      node.best_from = static_cast<std::uint32_t>(from);
      node.kind = step.kind;
    }
    layer_.arcs.push_back(
        {static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(to), step.kind,
         static_cast<float>(std::max(weight, static_cast<double>(std::numeric_limits<float>::min())))});
  }

  void keep_best() {
    auto& nodes = layer_.nodes;
    order_.resize(nodes.size());
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = static_cast<std::uint16_t>(i);
    const auto stronger = [&nodes](std::uint16_t a, std::uint16_t b) {
      return nodes[a].forward != nodes[b].forward ? nodes[a].forward > nodes[b].forward : a < b;
    };
    const std::size_t kept = std::min(kBeam, order_.size());
    std::partial_sort(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(kept), order_.end(), stronger);
    const double strongest = nodes[order_[0]].forward;
    renamed_.assign(nodes.size(), std::numeric_limits<std::uint16_t>::max());
    std::vector<Node> survivors;
    double total = 0, best = 0;
    for (std::size_t i = 0; i < kept && nodes[order_[i]].forward >= strongest * kPrune; ++i) {
      renamed_[order_[i]] = static_cast<std::uint16_t>(i);
      survivors.push_back(nodes[order_[i]]);
      total += survivors.back().forward;
      best = std::max(best, survivors.back().best);
    }
    for (Node& node : survivors) {
      node.forward /= total;
      node.best /= best;
    }
    nodes = std::move(survivors);
    scale_ = total;
    log_likelihood_ += std::log(total);
  }

  void store() {
    const std::size_t before = rows_.empty() ? 0 : rows_.back().first_node;
    for (Arc arc : layer_.arcs) {
      arc.to = renamed_[arc.to];
      if (arc.to == std::numeric_limits<std::uint16_t>::max()) continue;
      const double forward = rows_.empty() ? 1.0 : nodes_[before + arc.from].forward;
      if (forward * static_cast<double>(arc.weight) < scale_ * kWeakArc) continue;
      arc.weight = static_cast<float>(static_cast<double>(arc.weight) / scale_);
      arcs_.push_back(arc);
    }
    rows_.push_back({nodes_.size(), arcs_.size()});
    nodes_.insert(nodes_.end(), layer_.nodes.begin(), layer_.nodes.end());
  }

  std::size_t end_of_nodes(std::size_t row) const {
    return row + 1 < rows_.size() ? rows_[row + 1].first_node : nodes_.size();
  }

  void backward(Decoding& out) {
    if (rows_.empty()) return;
    for (std::size_t n = rows_.back().first_node; n < nodes_.size(); ++n) nodes_[n].backward = 1;
    RowEmission emission(sequence_, beliefs_);
    for (std::size_t r = rows_.size(); r-- > 0;) {
      const std::size_t first = rows_[r].first_node, end = end_of_nodes(r);
      double total = 0;
      for (std::size_t n = first; n < end; ++n) total += nodes_[n].forward * nodes_[n].backward;
      if (total <= 0) total = 1;
      for (std::size_t n = first; n < end; ++n) nodes_[n].backward /= total;
      emission.begin(sequence_.rows[r], r < before_.size() ? &before_[r] : nullptr);
      gather(r, emission, out.rows[r]);
      const std::size_t first_arc = r == 0 ? 0 : rows_[r - 1].end_arc;
      for (std::size_t a = first_arc; a < rows_[r].end_arc; ++a) {
        const Arc& arc = arcs_[a];
        const double ahead = static_cast<double>(arc.weight) * nodes_[first + arc.to].backward;
        if (r == 0) continue;
        Node& source = nodes_[rows_[r - 1].first_node + arc.from];
        source.backward += ahead;
        count(sequence_.rows[r], source.state.chain.depth, arc.kind, source.forward * ahead, out);
      }
    }
  }

  static void count(const Row& row, std::size_t depth, StepKind kind, double p, Decoding& out) {
    if (row.scope_begins) {
      (kind == StepKind::kRestart ? out.scope_restarts : out.scope_goes_on) += p;
      return;
    }
    out.steps[static_cast<std::size_t>(kind)][depth] += p;
  }

  void gather(std::size_t r, RowEmission& emission, RowPosterior& out) const {
    constexpr double kWorthKeeping = 1e-6;
    for (std::size_t n = rows_[r].first_node; n < end_of_nodes(r); ++n) {
      const double p = nodes_[n].forward * nodes_[n].backward;
      if (p < kWorthKeeping) continue;
      const auto same = std::find_if(out.numbers.begin(), out.numbers.end(),
                                     [&](const NumberMass& mass) { return mass.number == nodes_[n].number; });
      if (same != out.numbers.end()) {
        same->p += p;
        continue;
      }
      const Shares shares = emission.shares(nodes_[n].number);
      out.numbers.push_back({nodes_[n].number, p, shares.damage, shares.slip});
    }
    std::stable_sort(out.numbers.begin(), out.numbers.end(),
                     [](const NumberMass& a, const NumberMass& b) { return a.p > b.p; });
    out.numbers.shrink_to_fit();
  }

  void follow_best(Decoding& out) const {
    if (rows_.empty()) return;
    std::size_t at = rows_.back().first_node;
    for (std::size_t n = at; n < nodes_.size(); ++n)
      if (nodes_[n].best > nodes_[at].best) at = n;
    for (std::size_t r = rows_.size(); r-- > 0;) {
      out.rows[r].state = nodes_[at].state;
      out.rows[r].kind = nodes_[at].kind;
      if (r > 0) at = rows_[r - 1].first_node + nodes_[at].best_from;
    }
  }

  struct RowSpan {
    std::size_t first_node = 0, end_arc = 0;
  };

  const Sequence& sequence_;
  const Beliefs& beliefs_;
  const std::vector<RowPosterior>& before_;
  Layer layer_;
  std::vector<Step> steps_;
  std::vector<std::uint16_t> order_, renamed_;
  double scale_ = 1, log_likelihood_ = 0;
  std::deque<Node> nodes_;  // they grow without being copied
  std::deque<Arc> arcs_;
  std::vector<RowSpan> rows_;
};

}  // namespace

Decoding decode(const Sequence& sequence, const Beliefs& beliefs, const std::vector<RowPosterior>& before,
                const State& start) {
  return Lattice(sequence, beliefs, before).run(start);
}

}  // namespace pactable::numbering
