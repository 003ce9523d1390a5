// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/position.h"

namespace pactable::numbering {

namespace {

/// Labels that the next one may stand under, from the top.
class Ancestors {
 public:
  void clear() { open_.clear(); }

  /// By column: the nearest label of a level above.
  int above(int depth) const {
    for (auto at = open_.rbegin(); at != open_.rend(); ++at)
      if (at->depth < depth) return at->label;
    return -1;
  }

  /// By chain: the nearest label whose place is `place` or above it.
  int holding(const Path& place) const {
    for (auto at = open_.rbegin(); at != open_.rend(); ++at)
      if (at->place.depth > 0 && at->place.is_prefix_of(place)) return at->label;
    return -1;
  }

  void open(int depth, const Path& place, int label) {
    while (!open_.empty() && open_.back().depth >= depth) open_.pop_back();
    open_.push_back({depth, place, label});
  }

 private:
  struct Open {
    int depth = 0;
    Path place;
    int label = -1;
  };
  std::vector<Open> open_;
};

Path cut_to(const Path& path, int depth) { return path.depth > depth ? path.up(path.depth - depth) : path; }

}  // namespace

void set_parents(std::span<const Label> labels, const Sequence& sequence, const Decoding& decoding,
                 std::vector<Verdict>& verdicts) {
  Ancestors ancestors;
  Path last;
  std::size_t r = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label& label = labels[i];
    if (label.scope_begins) {
      ancestors.clear();
      last = {};
    }
    if (!label.number_expected) {
      if (label.grid_depth)
        verdicts[i].parent = ancestors.above(*label.grid_depth);
      else if (!label.section_like && last.depth > 0)  // beside the last one where that is of the lowest level
        verdicts[i].parent = ancestors.holding(last.depth == sequence.deepest ? last.up() : last);
      continue;
    }
    const RowPosterior& row = decoding.rows[r++];
    if (row.numbers.empty()) continue;
    if (row.kind == StepKind::kRestart) ancestors.clear();
    const bool off_chain = row.kind == StepKind::kFloat || row.kind == StepKind::kStray;
    const int depth = off_chain ? row.numbers[0].number.depth : row.state.chain.depth;
    const Path above = cut_to(row.state.chain, depth - 1);
    verdicts[i].parent = label.grid_depth ? ancestors.above(*label.grid_depth) : ancestors.holding(above);
    Path place = row.state.chain;
    if (place.depth > depth) place = cut_to(place, depth);
    if (off_chain && place.depth < depth && place.depth < kMostLevels)
      place = place.child(row.numbers[0].number.last());
    ancestors.open(label.grid_depth.value_or(depth), place, static_cast<int>(i));
    last = place;
  }
}

}  // namespace pactable::numbering
