// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/position.h"

namespace pactable::numbering {

namespace {

Path cut_to(const Path& path, int depth) { return path.depth > depth ? path.up(path.depth - depth) : path; }

}  // namespace

void Ancestors::clear() {
  open_.clear();
  last = {};
}

int Ancestors::above(int depth) const {
  for (auto at = open_.rbegin(); at != open_.rend(); ++at)
    if (at->depth < depth) return at->label;
  return -1;
}

int Ancestors::holding(const Path& place) const {
  for (auto at = open_.rbegin(); at != open_.rend(); ++at)
    if (at->place.depth > 0 && at->place.is_prefix_of(place)) return at->label;
  return -1;
}

void Ancestors::open(int depth, const Path& place, int label) {
  while (!open_.empty() && open_.back().depth >= depth) open_.pop_back();
  open_.push_back({depth, place, label});
}

Ancestors set_parents(std::span<const Label> labels, const Sequence& sequence, const Decoding& decoding, int first,
                      std::size_t cut, Ancestors ancestors, std::vector<Verdict>& verdicts) {
  Ancestors at_cut;
  std::size_t r = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label& label = labels[i];
    if (i == cut) at_cut = ancestors;
    if (label.scope_begins) ancestors.clear();
    if (!label.number_expected) {
      const Path& last = ancestors.last;
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
    ancestors.open(label.grid_depth.value_or(depth), place, first + static_cast<int>(i));
    ancestors.last = place;
  }
  return at_cut;
}

}  // namespace pactable::numbering
