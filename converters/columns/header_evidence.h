// SPDX-License-Identifier: GPL-3.0-or-later
// What: the profiles of all columns of a document: headers with the same words share theirs, however many tables they
//       stand above.
// In:   logical tables and their blocks. Out: for each kind of header the profiles of its columns. Linear in cells.
// Never: pools tables without a header.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "columns/header.h"
#include "columns/profile.h"
#include "numbering/numbering.h"

namespace pactable::columns {

class HeaderEvidence {
 public:
  HeaderEvidence(std::span<const layout::Block> blocks, const std::vector<LogicalTable>& tables,
                 const grammar::Vocabulary& words, const numbering::Scheme& scheme);

  [[nodiscard]] std::size_t kinds() const { return kinds_.size(); }
  [[nodiscard]] std::size_t kind_of(std::size_t table, std::size_t header) const { return kind_of_[table][header]; }
  [[nodiscard]] const Header& header(std::size_t kind) const { return *kinds_[kind].header; }
  [[nodiscard]] std::size_t rows(std::size_t kind) const { return kinds_[kind].rows; }
  [[nodiscard]] std::vector<Profile> profiles(std::size_t kind) const;

 private:
  struct HeaderKind {
    const Header* header = nullptr;
    std::vector<std::size_t> builders;  // of each column, indices into builders_
    std::size_t rows = 0;               // of data with two filled cells or more
  };
  void find_kinds(const std::vector<LogicalTable>& tables);
  void find_language(std::span<const layout::Block> blocks, const std::vector<LogicalTable>& tables);
  void read(std::span<const layout::Block> blocks, const LogicalTable& table, std::size_t t);
  void read_row(const LogicalTable& table, const LogicalRow& row, const PieceGrid& grid, HeaderKind& kind,
                std::vector<int>& covered);

  [[nodiscard]] CellFacts facts(const CellText& text) const;

  const grammar::Vocabulary& words_;
  const numbering::Scheme& scheme_;
  const grammar::Language* language_ = nullptr;  // of most texts of the tables
  std::vector<HeaderKind> kinds_;
  std::vector<ProfileBuilder> builders_;
  std::vector<std::vector<std::size_t>> kind_of_;
};

}  // namespace pactable::columns
