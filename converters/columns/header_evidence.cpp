// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/header_evidence.h"

#include <algorithm>
#include <deque>
#include <set>

#include "core/unicode.h"

namespace pactable::columns {
namespace {

std::string signature(const Header& header) {
  std::string key;
  for (const HeaderColumn& column : header.columns) (key += column.bare) += '\n';
  return key;
}

/// The fill that most cells of a row have: zebra stripes and section rows are none of a column's own.
std::optional<layout::Colour> row_fill(std::span<const layout::Cell> cells) {
  std::map<int, std::size_t> counts;  // by colour, -1: none
  const auto key = [](const std::optional<layout::Colour>& colour) {
    return colour ? (colour->red << 16) | (colour->green << 8) | colour->blue : -1;
  };
  std::optional<layout::Colour> best;
  std::size_t most = 0;
  for (const layout::Cell& cell : cells) {
    const std::size_t count = ++counts[key(cell.shading)];
    if (count <= most) continue;
    most = count;
    best = cell.shading;
  }
  return best;
}

}  // namespace

HeaderEvidence::HeaderEvidence(std::span<const layout::Block> blocks, const std::vector<LogicalTable>& tables,
                               const grammar::Vocabulary& words, const numbering::Scheme& scheme)
    : words_(words), scheme_(scheme) {
  find_kinds(tables);
  find_language(blocks, tables);
  for (std::size_t t = 0; t < tables.size(); ++t) read(blocks, tables[t], t);
}

void HeaderEvidence::find_kinds(const std::vector<LogicalTable>& tables) {
  std::map<std::string, std::size_t> by_signature;
  for (const LogicalTable& table : tables) {
    std::vector<std::size_t> kinds;
    // Headers of one table share the profiles of columns that keep their words.
    std::map<std::string, std::size_t> by_words;
    for (const Header& header : table.headers) {
      const std::string key = signature(header);
      const auto known = by_signature.find(key);
      if (table.has_header && known != by_signature.end()) {
        kinds.push_back(known->second);
      } else {
        HeaderKind kind;
        kind.header = &header;
        if (table.has_header) by_signature.emplace(key, kinds_.size());
        kinds.push_back(kinds_.size());
        std::map<std::string, int> uses;
        for (const HeaderColumn& column : header.columns) ++uses[column.bare];
        for (const HeaderColumn& column : header.columns) {
          const bool own_words = !column.bare.empty() && uses[column.bare] == 1;
          const auto shared = by_words.find(column.bare);
          if (own_words && shared != by_words.end()) {
            kind.builders.push_back(shared->second);
            continue;
          }
          kind.builders.push_back(builders_.size());
          builders_.emplace_back();
        }
        kinds_.push_back(std::move(kind));
      }
      const HeaderKind& kind = kinds_[kinds.back()];
      for (std::size_t c = 0; c < header.columns.size() && c < kind.builders.size(); ++c) {
        if (!header.columns[c].bare.empty()) by_words.emplace(header.columns[c].bare, kind.builders[c]);
      }
    }
    kind_of_.push_back(std::move(kinds));
  }
}

void HeaderEvidence::find_language(std::span<const layout::Block> blocks, const std::vector<LogicalTable>& tables) {
  constexpr std::size_t kCells = 300;
  std::map<std::string, std::size_t> hits;
  std::size_t seen = 0;
  std::vector<std::set<std::string, std::less<>>> frequent;
  for (const grammar::Language& language : words_.languages) {
    frequent.emplace_back(language.frequent.begin(), language.frequent.end());
  }
  for (const LogicalTable& table : tables) {
    for (const std::size_t piece : table.pieces) {
      for (const layout::Cell& cell : std::get<layout::Table>(blocks[piece]).cells) {
        if (seen >= kCells) break;
        const CellText text(cell);
        constexpr std::size_t kTextWords = 4;
        if (text.words.size() < kTextWords) continue;
        ++seen;
        for (const std::string_view word : text.words) {
          for (std::size_t l = 0; l < frequent.size(); ++l) {
            if (frequent[l].contains(word)) ++hits[words_.languages[l].id];
          }
        }
      }
    }
  }
  const auto most =
      std::max_element(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  for (const grammar::Language& language : words_.languages) {
    if (most != hits.end() && language.id == most->first) language_ = &language;
  }
}

/// Labels with words that only the family knows ("Recommendation 4" of its forms) are labels too.
CellFacts HeaderEvidence::facts(const CellText& text) const {
  CellFacts facts = facts_of(text, words_, language_);
  constexpr std::size_t kMinWords = 3;
  if (facts.label || facts.leading || facts.words < kMinWords || scheme_.forms.empty()) return facts;
  const std::size_t length = numbering::leading_label(text.printed, scheme_);
  if (length == 0 || length >= text.printed.size()) return facts;
  facts.leading = read_light_label(std::string_view(text.printed).substr(0, length), words_);
  if (facts.leading) facts.leading->length = length;
  return facts;
}

void HeaderEvidence::read(std::span<const layout::Block> blocks, const LogicalTable& table, std::size_t t) {
  std::deque<PieceGrid> grids;
  for (const std::size_t piece : table.pieces) grids.emplace_back(std::get<layout::Table>(blocks[piece]));
  std::set<std::size_t> begun;
  for (const std::size_t kind : kind_of_[t]) {
    for (const std::size_t builder : kinds_[kind].builders) {
      if (begun.insert(builder).second) builders_[builder].begin_table();
    }
  }
  std::vector<int> covered;
  int piece = -1;
  for (const LogicalRow& row : table.rows) {
    const PieceGrid& grid = grids[static_cast<std::size_t>(row.piece)];
    if (row.piece != piece) {
      piece = row.piece;
      covered.assign(static_cast<std::size_t>(std::max(0, grid.table->column_count)), 0);
    }
    HeaderKind& kind = kinds_[kind_of_[t][static_cast<std::size_t>(row.header)]];
    read_row(table, row, grid, kind, covered);
  }
}

void HeaderEvidence::read_row(const LogicalTable& table, const LogicalRow& row, const PieceGrid& grid, HeaderKind& kind,
                              std::vector<int>& covered) {
  const auto cells = grid.cells(row.row);
  const int filled = filled_cells(grid, row.row);
  const int width = grid.table->column_count;
  const bool data = row.use == RowUse::kData && (filled > 1 || (filled == 1 && width == 1));
  std::vector<char> state(kind.builders.size(), 'e');  // e: empty, f: filled, a: from above, s: spanned
  const auto fill = data ? row_fill(cells) : std::nullopt;
  for (int c = 0; c < width; ++c) {
    if (covered[static_cast<std::size_t>(c)] <= row.row) continue;
    const layout::Cell probe{row.row, c, 1, 1, {}, false, {}, 0, {}};
    const int column = table.column_of(row.piece, row.header, probe);
    if (column >= 0) state[static_cast<std::size_t>(column)] = 'a';
  }
  for (const layout::Cell& cell : cells) {
    if (!cell.empty() && cell.row_span > 1) {
      for (int c = cell.column; c < std::min(width, cell.column + cell.column_span); ++c) {
        covered[static_cast<std::size_t>(c)] = cell.row + cell.row_span;
      }
    }
    const int column = table.column_of(row.piece, row.header, cell);
    if (column < 0) continue;
    ProfileBuilder& builder = builders_[kind.builders[static_cast<std::size_t>(column)]];
    if (row.use == RowUse::kData && filled == 1 && !cell.empty() && !data) {
      // A section across the table: its number belongs to the sequence of the numbers below it.
      const CellText text(cell);
      const auto label = text.list_label.empty() ? read_leading_label(text.printed, words_)
                                                 : read_light_label(text.list_label, words_);
      if (!label) continue;
      for (const std::size_t each : kind.builders) builders_[each].add_heading_label(*label);
    }
    if (!data) continue;
    if (cell.empty()) {
      if (cell.shading && cell.shading != fill && cell.column_span == 1) builder.add_colour(*cell.shading);
      continue;
    }
    const HeaderColumn& header = kind.header->columns[static_cast<std::size_t>(column)];
    if (cell.column_span > header.end - header.begin + 1 && cell.column_span > 1) {
      state[static_cast<std::size_t>(column)] = 's';
      continue;
    }
    const CellText text(cell);
    builder.add(cell, text, facts(text));
    state[static_cast<std::size_t>(column)] = 'f';
  }
  if (!data) return;
  ++kind.rows;
  for (std::size_t c = 0; c < state.size(); ++c) {
    if (state[c] == 'e' || state[c] == 'a') builders_[kind.builders[c]].add_empty(state[c] == 'a');
  }
}

std::vector<Profile> HeaderEvidence::profiles(std::size_t kind) const {
  std::vector<Profile> out;
  for (const std::size_t builder : kinds_[kind].builders) out.push_back(builders_[builder].finish());
  return out;
}

}  // namespace pactable::columns
