// SPDX-License-Identifier: GPL-3.0-or-later
#include <iterator>
#include <utility>

#include "numbering/numbering.h"
#include "numbering/pieces.h"

namespace pactable::numbering {

namespace {

/// A page that a cut divides keeps one entry, at the rate of the part with more labels.
void append_pages(std::vector<PageDamage> pages, std::vector<PageDamage>& out) {
  for (PageDamage& page : pages) {
    const bool again = !out.empty() && out.back().page == page.page;
    if (!again)
      out.push_back(page);
    else if (page.labels > out.back().labels)
      out.back() = page;
  }
}

}  // namespace

Recovery recover(std::span<const Label> labels, const Scheme& scheme) {
  Carry carry;
  Recovery out = recover_piece(labels, scheme, true, carry);
  while (carry.first < labels.size()) {
    Recovery piece = recover_piece(labels.subspan(carry.first), scheme, true, carry);
    out.verdicts.insert(out.verdicts.end(), std::make_move_iterator(piece.verdicts.begin()),
                        std::make_move_iterator(piece.verdicts.end()));
    out.oddities.insert(out.oddities.end(), std::make_move_iterator(piece.oddities.begin()),
                        std::make_move_iterator(piece.oddities.end()));
    append_pages(std::move(piece.pages), out.pages);
  }
  return out;
}

struct Recoverer::Inside {
  Scheme scheme;
  Sink sink;
  Carry carry;
  std::vector<Label> waiting;

  void decide(bool last) {
    const std::size_t first = carry.first;
    Recovery recovery = recover_piece(waiting, scheme, last, carry);
    const auto taken = static_cast<std::ptrdiff_t>(carry.first - first);
    sink({first, std::span(waiting).first(carry.first - first), std::move(recovery)});
    waiting.erase(waiting.begin(), waiting.begin() + taken);
  }
};

Recoverer::Recoverer(Scheme scheme, Sink sink)
    : inside_(std::make_unique<Inside>(Inside{std::move(scheme), std::move(sink), {}, {}})) {}
Recoverer::~Recoverer() = default;

void Recoverer::push(Label label) {
  inside_->waiting.push_back(std::move(label));
  if (inside_->waiting.size() > kPieceLabels + kLookAhead) inside_->decide(false);
}

void Recoverer::finish() {
  while (!inside_->waiting.empty()) inside_->decide(true);
}

}  // namespace pactable::numbering
