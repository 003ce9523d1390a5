// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/table_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "core/unicode.h"

namespace pactable::readers::docx {
namespace {

constexpr int kMaxColumnWidth = 31'680;  // 22 inches, the widest page of Word

void append(std::vector<layout::Paragraph>& to, std::vector<layout::Paragraph>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

bool has_text(const std::vector<layout::Paragraph>& paragraphs) {
  return std::any_of(paragraphs.begin(), paragraphs.end(), [](const layout::Paragraph& paragraph) {
    return !paragraph.list_label.empty() || !paragraph.set_aside.empty() ||
           !unicode::trim(paragraph.text.utf8()).empty();
  });
}

}  // namespace

void TableBuilder::note_once(const char* rule, const char* message) {
  if (noted_.emplace(rule, true).second) oddities_.push_back({rule, message, place_});
}

void TableBuilder::begin_row() {
  table_.rows.emplace_back();
  row_begin_ = table_.cells.size();
  column_ = 0;
  left_.reset();
  discarded_ = false;
}

void TableBuilder::set_grid_before(int columns) { column_ = std::clamp(columns, 0, kMaxColumns - 1); }

void TableBuilder::mark_header() { table_.rows.back().header = true; }

void TableBuilder::discard_row() { discarded_ = true; }

std::optional<std::size_t> TableBuilder::merged_above(int column) const {
  const auto merge = merges_.find(column);
  if (merge == merges_.end()) return std::nullopt;
  const layout::Cell& cell = table_.cells[merge->second];
  const int row = static_cast<int>(table_.rows.size()) - 1;
  return cell.row + cell.row_span == row ? std::optional<std::size_t>(merge->second) : std::nullopt;
}

bool TableBuilder::continues(const CellProperties& properties) const {
  if (properties.horizontal_continue && left_) return true;
  return properties.vertical_merge == VerticalMerge::kContinue && merged_above(column_).has_value();
}

void TableBuilder::continue_merge(std::size_t cell, std::vector<layout::Paragraph>& paragraphs) {
  if (!has_text(paragraphs)) return;
  note_once("DOCX-MERGED-TEXT", "text in the lower or right part of a merged cell was put with its first part");
  append(table_.cells[cell].paragraphs, std::move(paragraphs));
}

void TableBuilder::add_cell(const CellProperties& properties, std::vector<layout::Paragraph> paragraphs) {
  if (discarded_) return;
  if (column_ >= kMaxColumns) {
    note_once("DOCX-COLUMNS", "cells beyond the last column that is read were put into it");
    append(table_.cells.back().paragraphs, std::move(paragraphs));
    return;
  }
  const int room = kMaxColumns - column_;
  if (properties.grid_span > room) note_once("DOCX-COLUMNS", "a cell spans more columns than are read; it was cut");
  const int span = std::clamp(properties.grid_span, 1, room);
  const int column = column_;
  column_ += span;
  if (properties.horizontal_continue && left_) {
    layout::Cell& left = table_.cells[*left_];
    left.column_span = std::max(left.column_span, column_ - left.column);
    continue_merge(*left_, paragraphs);
    return;
  }
  if (properties.vertical_merge == VerticalMerge::kContinue) {
    if (const auto above = merged_above(column)) {
      ++table_.cells[*above].row_span;
      left_ = above;
      continue_merge(*above, paragraphs);
      return;
    }
  }
  merges_.erase(column);
  if (properties.vertical_merge != VerticalMerge::kNone) merges_[column] = table_.cells.size();
  layout::Cell cell;
  cell.row = static_cast<int>(table_.rows.size()) - 1;
  cell.column = column;
  cell.column_span = span;
  cell.paragraphs = std::move(paragraphs);
  cell.shading = properties.shading;
  left_ = table_.cells.size();
  table_.cells.push_back(std::move(cell));
}

void TableBuilder::end_row() {
  if (discarded_) {
    table_.rows.pop_back();
    return;
  }
  table_.column_count = std::max(table_.column_count, column_);
  if (!table_.rows.back().header) return;
  for (std::size_t i = row_begin_; i < table_.cells.size(); ++i) table_.cells[i].header = true;
}

// The grid of Word has a line for every edge of any cell, also where widths differ by a hair or a span covers them all.
void TableBuilder::close_up_columns() {
  std::set<int> begins;
  for (const layout::Cell& cell : table_.cells) begins.insert(cell.column);
  const std::vector<int> columns(begins.begin(), begins.end());
  const auto closed = [&](int column) {
    return static_cast<int>(std::lower_bound(columns.begin(), columns.end(), column) - columns.begin());
  };
  for (layout::Cell& cell : table_.cells) {
    const int end = closed(cell.column + cell.column_span);
    cell.column = closed(cell.column);
    cell.column_span = std::max(1, end - cell.column);
  }
  table_.column_count = static_cast<int>(columns.size());
  find_edges(columns);
}

void TableBuilder::find_edges(const std::vector<int>& columns) {
  if (columns.empty() || grid_.size() <= static_cast<std::size_t>(columns.back())) return;
  std::vector<int> sums = {0};
  for (const int width : grid_) sums.push_back(sums.back() + std::clamp(width, 0, kMaxColumnWidth));
  for (const int column : columns) edges_.push_back(sums[static_cast<std::size_t>(column)]);
  edges_.push_back(sums.back());
}

Result<layout::Table> TableBuilder::finish() {
  close_up_columns();
  const auto positions = static_cast<std::int64_t>(table_.rows.size()) * table_.column_count;
  if (positions > kMaxPositions) {
    return fail(ErrorCode::kLimit, fmt::format("a table of {} rows and {} columns is larger than is read",
                                               table_.rows.size(), table_.column_count));
  }
  return std::move(table_);
}

}  // namespace pactable::readers::docx
