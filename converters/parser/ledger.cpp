// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/ledger.h"

#include "core/unicode.h"
#include "parser/cell_text.h"

namespace pactable::parser {

void Ledger::enter(const layout::Cell& cell) {
  if (cell.empty()) return;
  enter(&cell, [](const void* source) { return cell_text(*static_cast<const layout::Cell*>(source)); });
}

void Ledger::enter(const layout::TextBlock& block) {
  if (unicode::trim(block.paragraph.text.utf8()).empty()) return;
  enter(&block,
        [](const void* source) { return static_cast<const layout::TextBlock*>(source)->paragraph.text.collapsed(); });
}

void Ledger::enter(const void* source, layout::Text (*text)(const void*)) {
  index_.emplace(source, entries_.size());
  entries_.push_back({text, source, 0});
}

void Ledger::spend(const void* source, Use /*use*/) {
  if (const auto found = index_.find(source); found != index_.end()) ++entries_[found->second].spent;
}

bool Ledger::spent(const layout::Cell& cell) const {
  const auto found = index_.find(&cell);
  return found != index_.end() && entries_[found->second].spent > 0;
}

std::vector<Ledger::Fault> Ledger::faults() const {
  std::vector<Fault> faults;
  for (const Entry& entry : entries_) {
    if (entry.spent != 1) faults.push_back({entry.spent > 1, entry.text(entry.source)});
  }
  return faults;
}

}  // namespace pactable::parser
