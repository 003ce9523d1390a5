// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

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
    for (std::size_t row = 0; row < from.rows.size(); ++row) {
      place_of_row_.push_back(displayed_.size());
      if (!from.rows[row].gone) displayed_.push_back(row);
    }
    has_data_cells_ = std::any_of(from.rows.begin(), from.rows.end(), [](const PageRow& row) {
      return !row.gone &&
             std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.header; });
    });
    for (std::size_t row = 0; row < from.rows.size(); ++row) add_row(from.rows, row);
    close_up_columns();
    const auto positions = static_cast<std::int64_t>(table_.rows.size()) * table_.column_count;
    if (positions > kMaxPositions) {
      return fail(ErrorCode::kLimit, fmt::format("a table of {} rows and {} columns is larger than is read",
                                                 table_.rows.size(), table_.column_count));
    }
    return std::move(table_);
  }

  /// What is set aside in cells of rows without any other cell.
  [[nodiscard]] std::vector<layout::SetAside> take_carried() { return std::move(carried_); }

 private:
  void add_row(std::vector<PageRow>& rows, std::size_t index) {
    PageRow& row = rows[index];
    // Where all cells of a table are header cells, only its first row is detected by them.
    const bool headers = !row.cells.empty() && !body_seen_ && (has_data_cells_ || !header_seen_) &&
                         std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.header; });
    const bool header = !row.gone && (row.section == Section::kHead || headers);
    body_seen_ = body_seen_ || (!header && !row.gone);
    header_seen_ = header_seen_ || header;
    if (index >= section_end_) {
      section_end_ = index + 1;
      while (section_end_ < rows.size() && rows[section_end_].group == row.group) ++section_end_;
    }
    table_.rows.push_back({});
    table_.rows.back().header = header;
    column_ = 0;
    const std::size_t first = table_.cells.size();
    for (PageCell& cell : row.cells) {
      if (cell.gone)
        carry(cell);
      else
        add_cell(cell, static_cast<int>(index), header, row.gone);
    }
    if (table_.cells.size() > first) give_carried(table_.cells.back().paragraphs);
  }

  // Rows of the grid that a span of displayed rows covers.
  int rows_covered(const PageCell& cell, std::size_t row) const {
    const auto left = static_cast<int>(section_end_ - row);
    if (cell.row_span == 0) return left;
    const std::size_t last = place_of_row_[row] + static_cast<std::size_t>(std::max(cell.row_span, 1)) - 1;
    if (last >= displayed_.size() || displayed_[last] >= section_end_) return left;
    return static_cast<int>(displayed_[last] - row) + 1;
  }

  // What is set aside in a cell that takes no place.
  void carry(PageCell& cell) {
    std::vector<layout::Paragraph> paragraphs;
    move_paragraphs(cell, paragraphs);
    for (layout::Paragraph& paragraph : paragraphs) {
      std::move(paragraph.set_aside.begin(), paragraph.set_aside.end(), std::back_inserter(carried_));
    }
  }

  void give_carried(std::vector<layout::Paragraph>& to) {
    if (carried_.empty()) return;
    if (to.empty()) to.emplace_back();
    std::move(carried_.begin(), carried_.end(), std::back_inserter(to.front().set_aside));
    carried_.clear();
  }

  void add_cell(PageCell& from, int row, bool header, bool gone) {
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
    layout::Cell cell;
    cell.row = row;
    cell.column = column_;
    cell.row_span = gone ? 1 : rows_covered(from, static_cast<std::size_t>(row));
    cell.column_span = 0;
    for (; cell.column_span < wanted && is_free(column_); ++column_, ++cell.column_span) {
      free_from_[static_cast<std::size_t>(column_)] = row + cell.row_span;
    }
    cell.header = from.header || header;
    cell.shading = from.shading;
    move_paragraphs(from, cell.paragraphs);
    give_carried(cell.paragraphs);
    table_.cells.push_back(std::move(cell));
  }

  void move_paragraphs(PageCell& from, std::vector<layout::Paragraph>& to) {
    for (Content& content : from.contents) {
      if (auto* block = std::get_if<layout::TextBlock>(&content)) {
        to.push_back(std::move(block->paragraph));
        continue;
      }
      const std::size_t before = to.size();
      flatten(*std::get<std::unique_ptr<PageTable>>(content), to);
      std::optional<Place> place;
      if (to.size() > before && !to[before].text.empty()) place = to[before].text.places().front();
      note("HTML-NESTED-TABLE", "a table inside a cell was flattened into the cell", place);
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

  void note(const char* rule, const char* message, std::optional<Place> place = {}) {
    if (noted_.insert(rule).second) oddities_.push_back({rule, message, std::move(place)});
  }

  std::vector<layout::Oddity>& oddities_;
  layout::Table table_;
  std::vector<int> free_from_ = std::vector<int>(kMaxColumns, 0);  // first row that a column is free in
  std::size_t section_end_ = 0;
  std::vector<std::size_t> displayed_;     // rows that are displayed
  std::vector<std::size_t> place_of_row_;  // of each row: displayed rows before it
  std::vector<layout::SetAside> carried_;
  int column_ = 0;
  bool body_seen_ = false, header_seen_ = false, has_data_cells_ = false;
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
      for (layout::Paragraph& paragraph : table.caption) add_text(std::move(paragraph));
      for (PageRow& row : table.rows) {
        for (PageCell& cell : row.cells) add(cell.contents);
      }
      return;
    }
    GridBuilder builder(oddities_);
    Result<layout::Table> grid = builder.build(table);
    if (!grid) {
      status_ = tl::unexpected<Error>(grid.error());
      return;
    }
    if (grid->cells.empty()) {
      for (layout::Paragraph& paragraph : grid->caption) add_text(std::move(paragraph));
    } else {
      blocks_.emplace_back(std::move(*grid));
    }
    layout::Paragraph rest;
    rest.set_aside = builder.take_carried();
    if (!rest.set_aside.empty()) add_text(std::move(rest));
  }

  void add_text(layout::Paragraph paragraph) { blocks_.emplace_back(layout::TextBlock{std::move(paragraph), {}, {}}); }

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
