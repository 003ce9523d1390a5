// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/pieces.h"

#include <algorithm>

#include "numbering/decide.h"
#include "numbering/learn.h"
#include "numbering/oddities.h"

namespace pactable::numbering {

namespace {

constexpr double kCutMarginal = 0.999999;  // of both rows at a cut: what the other paths hold is lost there

bool is_settled(const Sequence& sequence, const Decoding& decoding, std::size_t r) {
  const Row& row = sequence.rows[r];
  const RowPosterior& posterior = decoding.rows[r];
  if (row.scope_begins || posterior.kind > StepKind::kOrphan || posterior.numbers.empty()) return false;
  const NumberMass& best = posterior.numbers.front();
  return best.p >= kCutMarginal && best.number == posterior.state.chain && posterior.state.ahead[0] == 0 &&
         std::any_of(row.reads.begin(), row.reads.end(), [&](const Read& read) { return read.path == best.number; });
}

/// Index of the last row that stands settled behind a settled one, with rows behind it that settle it too. A sequence
/// in which none does in half of a piece is cut where the look-ahead begins: the time stays linear.
std::size_t find_cut(const Sequence& sequence, const Decoding& decoding) {
  const std::size_t rows = sequence.rows.size(), end = rows - std::min(rows / 4, kLookAhead);
  for (std::size_t r = end; r > 1 && r > rows / 2; --r)
    if (is_settled(sequence, decoding, r - 1) && is_settled(sequence, decoding, r - 2)) return r - 1;
  return end;
}

void hand_on_numbers(const Sequence& sequence, const Learned& learned, const std::vector<Verdict>& verdicts,
                     std::size_t end, Carry& carry) {
  for (std::size_t r = 0; r < end; ++r) {
    const Row& row = sequence.rows[r];
    if (row.scope_begins) carry.held.clear();
    if (learned.decoding.rows[r].kind == StepKind::kRestart)
      for (auto& [key, held] : carry.held) held.first_label = -1;
    for (const NumberMass& mass : learned.decoding.rows[r].numbers)
      carry.held[mass.number.key()].use += static_cast<float>(mass.p);
    const Verdict& verdict = verdicts[static_cast<std::size_t>(row.label)];
    if (verdict.path.empty()) continue;
    int& label = carry.held[Path::from(verdict.path).key()].first_label;
    if (label < 0) label = static_cast<int>(carry.first) + row.label;
  }
}

Recovery without_scheme(const Sequence& sequence, std::size_t labels, Carry& carry) {
  Recovery out;
  out.verdicts.resize(labels);
  for (const Row& row : sequence.rows)
    out.verdicts[static_cast<std::size_t>(row.label)].status = row.empty ? Status::kMissing : Status::kAmbiguous;
  carry.first += labels;
  return out;
}

}  // namespace

Recovery recover_piece(std::span<const Label> labels, const Scheme& scheme, bool last, Carry& carry) {
  labels = labels.first(std::min(labels.size(), kPieceLabels + kLookAhead));
  const bool whole = last && labels.size() < kPieceLabels + kLookAhead;
  const Sequence sequence = prepare(labels, scheme);
  if (sequence.rows.empty() || sequence.deepest == 0) return without_scheme(sequence, labels.size(), carry);
  const Learned learned = learn(sequence, carry.state, carry.held);
  const Setting setting{static_cast<int>(carry.first), carry.held.empty() ? nullptr : &carry.held};
  const std::size_t rows = sequence.rows.size();
  const std::size_t end = whole ? rows : find_cut(sequence, learned.decoding);
  const std::size_t cut = end < rows ? static_cast<std::size_t>(sequence.rows[end].label) : labels.size();
  Recovery out;
  out.verdicts = decide(labels, scheme, sequence, learned);
  carry.ancestors =
      set_parents(labels, sequence, learned.decoding, setting.first, cut, std::move(carry.ancestors), out.verdicts);
  take_back_conflicts(sequence, setting, out.verdicts);
  out.oddities = find_oddities(labels, scheme, sequence, learned.decoding, out.verdicts, setting, cut);
  for (std::size_t page = 0; page < sequence.pages.size(); ++page)
    out.pages.push_back({sequence.pages[page], learned.beliefs.page_rate[page], learned.page_labels[page]});
  hand_on_numbers(sequence, learned, out.verdicts, end, carry);
  carry.state = learned.decoding.rows[end - 1].state;
  carry.first += cut;
  out.verdicts.resize(cut);
  return out;
}

}  // namespace pactable::numbering
