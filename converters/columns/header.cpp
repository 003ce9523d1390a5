// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/header.h"

#include <algorithm>
#include <set>

#include "columns/header_score.h"
#include "core/unicode.h"

namespace pactable::columns {
namespace {

// A header stands behind a title and a legend, not in the middle.
constexpr int kHeaderReach = 8;
constexpr int kMaxLevels = 4;
constexpr double kBeginsHeader = 1.0;
// A second level says more than that it could be a header: rows of short values below a header could be one too.
constexpr double kAddsLevel = 1.8;

bool is_blank_row(const SampleRow& row) { return row.cells.empty(); }

/// A row of group names: short cells, one of them over several columns, none of them a label.
bool is_group_row(const SampleRow& row) {
  constexpr std::size_t kMaxGroupWords = 8;
  const bool spans =
      std::any_of(row.cells.begin(), row.cells.end(), [](const SampleCell& cell) { return cell.end - cell.begin > 1; });
  return spans && std::all_of(row.cells.begin(), row.cells.end(), [](const SampleCell& cell) {
           return cell.facts.words <= kMaxGroupWords && !cell.facts.label && !cell.facts.leading;
         });
}

/// Rows that the cells of [row, row + height) span into belong to the header.
int spanned_height(const std::vector<SampleRow>& sample, int row, int height) {
  for (int r = row; r < row + height && r < static_cast<int>(sample.size()); ++r) {
    for (const SampleCell& cell : sample[static_cast<std::size_t>(r)].cells) {
      // A cell over many rows is no header cell but what stands beside all of them.
      if (cell.row_span <= kMaxLevels) height = std::max(height, r - row + cell.row_span);
    }
  }
  return height;
}

/// Names of columns below the spanning cells of the row above, and nothing else: years below "Timetable".
bool stands_below_groups(const std::vector<SampleRow>& sample, int above, int row) {
  const SampleRow& groups = sample[static_cast<std::size_t>(above)];
  const SampleRow& names = sample[static_cast<std::size_t>(row)];
  if (names.cells.size() < 2) return false;
  std::set<std::string> different;
  for (const SampleCell& cell : names.cells) {
    constexpr std::size_t kMaxNameWords = 4;
    const bool inside = std::any_of(groups.cells.begin(), groups.cells.end(), [&](const SampleCell& group) {
      return group.end - group.begin > 1 && cell.begin >= group.begin && cell.end <= group.end;
    });
    if (!inside || cell.facts.words > kMaxNameWords) return false;
    different.insert(cell.text->folded);
  }
  return different.size() == names.cells.size();
}

/// "I | Habitat": the first cell alone is a number. A level of a header has either none or counts on ("1", "2", "3").
bool begins_with_number(const SampleRow& row) {
  const auto labels = std::count_if(row.cells.begin(), row.cells.end(),
                                    [](const SampleCell& cell) { return cell.facts.label.has_value(); });
  return labels == 1 && row.cells.size() > 1 && row.cells.front().facts.label.has_value();
}

/// Years, quarters and units alone, different ones, below a header that has more columns: "2025 2026 2027 (EUR)".
bool names_periods(const std::vector<SampleRow>& sample, int above, int row) {
  const SampleRow& header = sample[static_cast<std::size_t>(above)];
  const SampleRow& names = sample[static_cast<std::size_t>(row)];
  if (header.cells.size() <= names.cells.size()) return false;
  std::set<std::string> periods;
  for (const SampleCell& cell : names.cells) {
    const std::string& text = cell.text->folded;
    const bool unit = text.starts_with('(') && text.ends_with(')');
    if (!cell.facts.time && !unit) return false;
    if (cell.facts.time && !periods.insert(text).second) return false;
  }
  return periods.size() >= 2 && names.cells.front().begin > header.cells.front().begin;
}

int extend(const std::vector<SampleRow>& sample, int row, const HeaderWords& words) {
  int height = spanned_height(sample, row, 1);
  while (height < kMaxLevels) {
    const int next = row + height;
    if (next + 1 >= static_cast<int>(sample.size()) || sample[static_cast<std::size_t>(next)].cells.size() < 2) break;
    if (begins_with_number(sample[static_cast<std::size_t>(next)])) break;
    const RowScore score = score_row(sample, static_cast<std::size_t>(next), words, false);
    const bool below_groups = stands_below_groups(sample, next - 1, next) || names_periods(sample, next - 1, next);
    if (!below_groups && (score.vetoed || score.points < kAddsLevel)) break;
    height = spanned_height(sample, row, height + 1);
  }
  return std::min(height, static_cast<int>(sample.size()) - row);
}

/// One row of data that a page break cut off, above a table that it has nothing to do with.
bool is_cut_off_row(const SampleRow& row, const HeaderWords& words) {
  std::size_t known = 0;
  bool labelled = false;
  for (const SampleCell& cell : row.cells) {
    known += words.knows(cell.bare) ? 1 : 0;
    labelled = labelled || cell.facts.leading || (cell.facts.label && !cell.facts.label->bare_letter);
  }
  return labelled && 2 * known < row.cells.size();
}

bool repeats_below(const PieceGrid& grid, int row) {
  const auto& rows = grid.table->rows;
  if (!rows[static_cast<std::size_t>(row)].header) return false;
  return std::any_of(rows.begin() + row + 1, rows.end(), [](const layout::Row& r) { return r.repeated_header; });
}

}  // namespace

PieceGrid::PieceGrid(const layout::Table& grid) : table(&grid) {
  first_cell.reserve(grid.rows.size() + 1);
  std::size_t cell = 0;
  for (int row = 0; row <= static_cast<int>(grid.rows.size()); ++row) {
    while (cell < grid.cells.size() && grid.cells[cell].row < row) ++cell;
    first_cell.push_back(cell);
  }
  first_cell.back() = grid.cells.size();
}

std::span<const layout::Cell> PieceGrid::cells(int row) const {
  const std::size_t begin = first_cell[static_cast<std::size_t>(row)];
  const std::size_t end = first_cell[static_cast<std::size_t>(row) + 1];
  return std::span(table->cells).subspan(begin, end - begin);
}

int filled_cells(const PieceGrid& grid, int row) {
  const auto cells = grid.cells(row);
  return static_cast<int>(std::count_if(cells.begin(), cells.end(), [](const layout::Cell& c) { return !c.empty(); }));
}

std::vector<std::string> bare_row(const PieceGrid& grid, int row) {
  std::vector<std::string> bares;
  for (const layout::Cell& cell : grid.cells(row)) {
    if (cell.empty()) continue;
    const CellText text(cell);
    bares.push_back(bare_header(text.folded));
  }
  return bares;
}

std::optional<HeaderPlace> find_header(const PieceGrid& grid, const PieceGrid* next, const HeaderWords& words) {
  const std::vector<SampleRow> sample =
      sample_rows(grid, next, words.vocabulary(), kHeaderReach + kMaxLevels + kSampleRows);
  const int reach = std::min({kHeaderReach, grid.rows(), static_cast<int>(sample.size())});
  for (int row = 0; row < reach; ++row) {
    const SampleRow& candidate = sample[static_cast<std::size_t>(row)];
    if (is_blank_row(candidate)) continue;
    const bool single = candidate.cells.size() == 1;
    if (single && grid.table->column_count > 1) continue;  // a title
    RowScore score = score_row(sample, static_cast<std::size_t>(row), words, repeats_below(grid, row));
    if (score.vetoed || (next != nullptr && is_cut_off_row(candidate, words))) return std::nullopt;
    if (score.points >= kBeginsHeader) {
      return HeaderPlace{row, extend(sample, row, words), score.points, std::move(score.evidence)};
    }
    // Group names above the header proper ("Action" over "No." and "Description") are its first level.
    if (is_group_row(candidate) && row + 1 < reach) {
      RowScore below = score_row(sample, static_cast<std::size_t>(row) + 1, words, repeats_below(grid, row + 1));
      if (!below.vetoed && below.points >= kAddsLevel) {
        return HeaderPlace{row, extend(sample, row, words), below.points, std::move(below.evidence)};
      }
    }
    return std::nullopt;
  }
  return std::nullopt;
}

bool is_column_numbers(const PieceGrid& grid, int row, const grammar::Vocabulary& words) {
  constexpr int kMinColumns = 3;
  int expected = 1, cells = 0;
  std::string kind;
  for (const layout::Cell& cell : grid.cells(row)) {
    if (cell.empty()) continue;
    const CellText text(cell);
    const auto label = read_whole_label(text.printed, words);
    if (!label || label->path.size() != 1 || label->path.front() != expected) return false;
    if (cells > 0 && label->kind != kind) {
      // "i" and "v" have two readings; a row of letters stays one of letters.
      if (label->other_value != expected) return false;
    } else {
      kind = label->kind;
    }
    ++expected;
    ++cells;
  }
  return cells >= kMinColumns && cells + 1 >= grid.table->column_count;
}

std::vector<HeaderColumn> blank_columns(const PieceGrid& grid) {
  std::vector<HeaderColumn> columns(static_cast<std::size_t>(grid.table->column_count));
  for (int c = 0; c < grid.table->column_count; ++c) {
    columns[static_cast<std::size_t>(c)].begin = c;
    columns[static_cast<std::size_t>(c)].end = c + 1;
  }
  for (const layout::Cell& cell : grid.table->cells) {
    if (cell.column_span != 1 || !cell.box) continue;
    HeaderColumn& column = columns[static_cast<std::size_t>(cell.column)];
    if (column.x1 > column.x0) continue;
    column.x0 = cell.box->x0;
    column.x1 = cell.box->x1;
  }
  return columns;
}

}  // namespace pactable::columns
