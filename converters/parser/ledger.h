// SPDX-License-Identifier: GPL-3.0-or-later
// What: the account of a document's texts: each cell and each block is entered once and spent once.
// In:   what the tables and blocks hold, what the rules make of it. Out: what was not spent, or spent twice.
// Never: decides anything.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layout/table.h"

namespace pactable::parser {

enum class Use { kItem, kField, kNote, kHeader, kDiscarded };

class Ledger {
 public:
  /// Everything of a document that holds text.
  void enter(const layout::Cell& cell);
  void enter(const layout::TextBlock& block);

  void spend(const layout::Cell& cell, Use use) { spend(static_cast<const void*>(&cell), use); }
  void spend(const layout::TextBlock& block, Use use) { spend(static_cast<const void*>(&block), use); }
  /// True where a rule has spent it already.
  [[nodiscard]] bool spent(const layout::Cell& cell) const;

  struct Fault {
    bool twice = false;  // else it was not spent
    layout::Text text;
  };
  /// In the order of entry.
  [[nodiscard]] std::vector<Fault> faults() const;

 private:
  struct Entry {
    layout::Text (*text)(const void*) = nullptr;
    const void* source = nullptr;
    int spent = 0;
  };
  void spend(const void* source, Use use);
  void enter(const void* source, layout::Text (*text)(const void*));

  std::vector<Entry> entries_;
  std::unordered_map<const void*, std::size_t> index_;
};

}  // namespace pactable::parser
