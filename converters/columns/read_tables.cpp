// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "columns/header_evidence.h"
#include "columns/name_columns.h"
#include "columns/roles.h"
#include "columns/verdict.h"
#include "core/unicode.h"

namespace pactable::columns {
namespace {

using plan::TableVerdict;

/// All headers with the same columns: they are judged by the rows of all their tables.
struct Shared {
  Columns columns;
  Judgement judgement;
};

Shared read_header(const Header& header, const std::vector<Profile>& profiles, std::size_t rows,
                   const HeaderWords& words) {
  const std::vector<PeriodMatrix> matrices = find_period_matrices(header, profiles, words.vocabulary());
  // A period matrix is one column for the assignment.
  std::vector<ColumnEvidence> evidence;
  std::vector<std::size_t> entry_of(header.columns.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const auto matrix = std::find_if(matrices.begin(), matrices.end(),
                                     [&](const PeriodMatrix& m) { return i >= m.first && i < m.first + m.count; });
    if (matrix != matrices.end() && i > matrix->first) {
      entry_of[i] = evidence.size() - 1;
      continue;
    }
    ColumnEvidence entry;
    entry.profile = profiles[i];
    entry.prior = words.prior(known_levels(header.columns[i], words));
    entry.blank = header.columns[i].bare.empty();
    entry.period_matrix = matrix != matrices.end();
    entry_of[i] = evidence.size();
    evidence.push_back(std::move(entry));
    const std::string& printed = header.columns[i].printed;
    names.push_back(printed.empty() ? "column " + std::to_string(i + 1) : printed);
  }
  const std::vector<Assigned> assigned = assign_kinds(evidence);
  std::vector<JudgedColumn> judged;
  for (std::size_t i = 0; i < evidence.size(); ++i) judged.push_back({&evidence[i], assigned[i], names[i]});
  Shared shared;
  shared.judgement = judge(judged, rows);
  std::vector<Assigned> of_columns;
  std::vector<ColumnEvidence> evidence_of_columns;
  for (const std::size_t entry : entry_of) {
    of_columns.push_back(assigned[entry]);
    evidence_of_columns.push_back(evidence[entry]);
  }
  shared.columns = name_columns(header, of_columns, evidence_of_columns, matrices, words);
  return shared;
}

/// The columns of a header stand where this one has them; their roles are those of its kind.
Columns placed(Columns columns, const Header& header) {
  for (std::size_t i = 0; i < columns.columns.size() && i < header.columns.size(); ++i) {
    Column& column = columns.columns[i];
    const HeaderColumn& from = header.columns[i];
    column.begin = from.begin;
    column.end = from.end;
    column.x0 = from.x0;
    column.x1 = from.x1;
    column.header = from.printed.empty() ? std::nullopt : std::optional<std::string>(from.printed);
  }
  return columns;
}

std::size_t data_rows(const ReadTable& table) {
  return static_cast<std::size_t>(std::count_if(table.table.rows.begin(), table.table.rows.end(),
                                                [](const LogicalRow& row) { return row.use == RowUse::kData; }));
}

bool holds_items(const ReadTable& table) {
  return std::any_of(table.columns.front().columns.begin(), table.columns.front().columns.end(), [](const Column& c) {
    return (c.value == grammar::ColumnValue::kItem || c.value == grammar::ColumnValue::kNumber) && !c.unsure;
  });
}

/// A wide sheet that is printed in two parts: the right one follows the left one, with its own header and as many rows.
void mark_right_parts(std::span<const layout::Block> blocks, std::vector<ReadTable>& tables) {
  constexpr std::size_t kMinRows = 3;  // fewer agree by chance
  for (std::size_t t = 1; t < tables.size(); ++t) {
    ReadTable& right = tables[t];
    const ReadTable& left = tables[t - 1];
    const std::size_t rows = data_rows(right);
    if (left.verdict != TableVerdict::kPlan || rows < kMinRows || rows != data_rows(left)) continue;
    if (right.verdict == TableVerdict::kPlan || holds_items(right)) continue;
    const bool text_between = std::any_of(blocks.begin() + static_cast<std::ptrdiff_t>(left.table.pieces.back()),
                                          blocks.begin() + static_cast<std::ptrdiff_t>(right.table.pieces.front()),
                                          [](const layout::Block& block) {
                                            const auto* text = std::get_if<layout::TextBlock>(&block);
                                            return text != nullptr && text->furniture == layout::Furniture::kNone &&
                                                   !unicode::trim(text->paragraph.text.utf8()).empty();
                                          });
    if (text_between) continue;
    right.beside = t - 1;
    right.verdict = TableVerdict::kDoubtful;
    right.reasons.insert(
        right.reasons.begin(),
        {"right-part", 0, "as many rows as the table before it, and no actions: it may be its right part"});
  }
}

}  // namespace

const Column* Columns::with_value(grammar::ColumnValue value) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.value == value; });
  return found == columns.end() ? nullptr : &*found;
}

const Column* Columns::with_role(std::string_view role) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.role == role; });
  return found == columns.end() ? nullptr : &*found;
}

std::vector<ReadTable> read_tables(std::span<const layout::Block> blocks, const HeaderWords& header_words,
                                   const numbering::Scheme& scheme) {
  const grammar::Vocabulary& words = header_words.vocabulary();
  std::vector<LogicalTable> tables = find_logical_tables(blocks, header_words);
  const HeaderEvidence evidence(blocks, tables, words, scheme);
  std::vector<Shared> shared;
  for (std::size_t kind = 0; kind < evidence.kinds(); ++kind) {
    shared.push_back(read_header(evidence.header(kind), evidence.profiles(kind), evidence.rows(kind), header_words));
  }
  std::vector<ReadTable> out;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    ReadTable read;
    const Judgement* best = nullptr;
    for (std::size_t h = 0; h < tables[t].headers.size(); ++h) {
      const Shared& of_kind = shared[evidence.kind_of(t, h)];
      read.columns.push_back(placed(of_kind.columns, tables[t].headers[h]));
      if (best == nullptr || of_kind.judgement.score > best->score) best = &of_kind.judgement;
    }
    if (best != nullptr) {
      read.verdict = best->verdict;
      read.score = best->score;
      read.reasons = best->reasons;
    }
    read.table = std::move(tables[t]);
    out.push_back(std::move(read));
  }
  mark_right_parts(blocks, out);
  return out;
}

}  // namespace pactable::columns
