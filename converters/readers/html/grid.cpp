// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace pactable::readers::html {
namespace {

std::size_t cell_count(const PageTable& table) {
  std::size_t count = 0;
  for (const PageRow& row : table.rows) count += row.cells.size();
  return count;
}

// At least two rows of at least two cells: what a table of data has.
bool is_grid(const PageTable& table) {
  return std::count_if(table.rows.begin(), table.rows.end(), [](const PageRow& row) { return row.cells.size() > 1; }) >
         1;
}

// A table that sets out the page: it holds a table of data with more cells than it has itself.
bool is_page_layout(const PageTable& table) {
  const std::size_t own = cell_count(table);
  for (const PageRow& row : table.rows) {
    for (const PageCell& cell : row.cells) {
      for (const Content& content : cell.contents) {
        const auto* inner = std::get_if<std::unique_ptr<PageTable>>(&content);
        if (inner == nullptr) continue;
        if ((is_grid(**inner) && cell_count(**inner) > own) || is_page_layout(**inner)) return true;
      }
    }
  }
  return false;
}

// Places cells and turns the rows of one table into a grid.
class GridBuilder {
 public:
  explicit GridBuilder(std::vector<layout::Oddity>& oddities) : oddities_(oddities) {}

  Result<layout::Table> build(PageTable& from) {
    // A foot that stands before the body is printed after it.
    std::stable_sort(from.rows.begin(), from.rows.end(),
                     [](const PageRow& a, const PageRow& b) { return a.section < b.section; });
    table_.caption = std::move(from.caption);
    table_.origin = LabelOrigin::kTyped;
    for (std::size_t row = 0; row < from.rows.size(); ++row) add_row(from.rows, row);
    close_up_columns();
    const auto positions = static_cast<std::int64_t>(table_.rows.size()) * table_.column_count;
    if (positions > kMaxPositions) {
      return fail(ErrorCode::kLimit, fmt::format("a table of {} rows and {} columns is larger than is read",
                                                 table_.rows.size(), table_.column_count));
    }
    return std::move(table_);
  }

 private:
  void add_row(std::vector<PageRow>& rows, std::size_t index) {
    PageRow& row = rows[index];
    const bool headers = !row.cells.empty() && !body_seen_ &&
                         std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.header; });
    const bool header = row.section == Section::kHead || headers;
    body_seen_ = body_seen_ || !header;
    if (index >= section_end_) {
      section_end_ = index + 1;
      while (section_end_ < rows.size() && rows[section_end_].group == row.group) ++section_end_;
    }
    table_.rows.push_back({});
    table_.rows.back().header = header;
    column_ = 0;
    for (PageCell& cell : row.cells) add_cell(cell, static_cast<int>(index), header);
  }

  void add_cell(PageCell& from, int row, bool header) {
    const auto is_free = [&](int column) { return free_from_[static_cast<std::size_t>(column)] <= row; };
    while (column_ < kMaxColumns && !is_free(column_)) ++column_;
    if (column_ >= kMaxColumns) {
      note("HTML-COLUMNS", "cells beyond the last column that is read were put into it");
      if (!table_.cells.empty()) move_paragraphs(from, table_.cells.back().paragraphs);
      return;
    }
    const int room = kMaxColumns - column_;
    if (from.column_span > room) note("HTML-COLUMNS", "a cell spans more columns than are read; it was cut");
    const int wanted = std::clamp(from.column_span, 1, room);
    const int rows_left = static_cast<int>(section_end_) - row;
    layout::Cell cell;
    cell.row = row;
    cell.column = column_;
    cell.row_span = from.row_span == 0 ? rows_left : std::clamp(from.row_span, 1, rows_left);
    cell.column_span = 0;
    for (; cell.column_span < wanted && is_free(column_); ++column_, ++cell.column_span) {
      free_from_[static_cast<std::size_t>(column_)] = row + cell.row_span;
    }
    cell.header = from.header || header;
    cell.shading = from.shading;
    move_paragraphs(from, cell.paragraphs);
    table_.cells.push_back(std::move(cell));
  }

  void move_paragraphs(PageCell& from, std::vector<layout::Paragraph>& to) {
    for (Content& content : from.contents) {
      if (auto* block = std::get_if<layout::TextBlock>(&content)) {
        to.push_back(std::move(block->paragraph));
        continue;
      }
      note("HTML-NESTED-TABLE", "a table inside a cell was flattened into the cell");
      flatten(*std::get<std::unique_ptr<PageTable>>(content), to);
    }
  }

  void flatten(PageTable& table, std::vector<layout::Paragraph>& to) {
    std::move(table.caption.begin(), table.caption.end(), std::back_inserter(to));
    PageCell stray;
    stray.contents = std::move(table.stray);
    move_paragraphs(stray, to);
    for (PageRow& row : table.rows) {
      for (PageCell& cell : row.cells) move_paragraphs(cell, to);
    }
  }

  void close_up_columns() {
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
  }

  void note(const char* rule, const char* message) {
    if (noted_.insert(rule).second) oddities_.push_back({rule, message, {}});
  }

  std::vector<layout::Oddity>& oddities_;
  layout::Table table_;
  std::vector<int> free_from_ = std::vector<int>(kMaxColumns, 0);  // first row that a column is free in
  std::size_t section_end_ = 0;
  int column_ = 0;
  bool body_seen_ = false;
  std::set<std::string> noted_;
};

class BlockBuilder {
 public:
  explicit BlockBuilder(std::vector<layout::Oddity>& oddities) : oddities_(oddities) {}

  // Recursion is bounded: tables nest to a limit.
  void add(std::vector<Content>& contents) {
    for (Content& content : contents) {
      if (auto* block = std::get_if<layout::TextBlock>(&content))
        blocks_.emplace_back(std::move(*block));
      else
        add(*std::get<std::unique_ptr<PageTable>>(content));
    }
  }

  Result<std::vector<layout::Block>> finish() {
    if (!status_) return tl::unexpected<Error>(status_.error());
    return std::move(blocks_);
  }

 private:
  void add(PageTable& table) {
    add(table.stray);
    if (is_page_layout(table)) {
      for (layout::Paragraph& paragraph : table.caption)
        blocks_.emplace_back(layout::TextBlock{std::move(paragraph), {}, {}});
      for (PageRow& row : table.rows) {
        for (PageCell& cell : row.cells) add(cell.contents);
      }
      return;
    }
    Result<layout::Table> grid = GridBuilder(oddities_).build(table);
    if (!grid)
      status_ = tl::unexpected<Error>(grid.error());
    else if (!grid->cells.empty())
      blocks_.emplace_back(std::move(*grid));
  }

  std::vector<layout::Oddity>& oddities_;
  std::vector<layout::Block> blocks_;
  Status status_;
};

}  // namespace

Result<std::vector<layout::Block>> to_blocks(std::vector<Content> contents, std::vector<layout::Oddity>& oddities) {
  BlockBuilder builder(oddities);
  builder.add(contents);
  return builder.finish();
}

}  // namespace pactable::readers::html
