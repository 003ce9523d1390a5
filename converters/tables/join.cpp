// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <span>

#include "core/unicode.h"
#include "tables/headers.h"
#include "tables/sheets.h"
#include "tables/tables.h"

namespace pactable::tables {
namespace {

using layout::Block;
using layout::Cell;
using layout::Furniture;
using layout::Table;
using layout::TextBlock;

// A page break leaves between two parts of a table: legends of code columns, dirt of a scan, the rest of a note. A
// legend with three explained codes has 180 characters; a paragraph of prose between two tables has more.
constexpr std::size_t kMaxStrayText = 240;
constexpr int kMaxStrays = 4;
constexpr std::size_t kMaxCaption = 160;  // code points
// Borders are drawn to a fraction of a point; scans and columns found by white space are off by a few.
constexpr double kSameBorder = 6;

bool is_caption(const layout::Paragraph& paragraph) {
  const std::string_view text = unicode::trim(paragraph.text.utf8());
  if (!unicode::has_word_character(text) || unicode::length(text) > kMaxCaption) return false;
  if (paragraph.heading_level > 0) return true;
  if (text.ends_with('.')) return false;
  static constexpr std::string_view kTableWords[] = {"table", "tableau", "tabla", "cuadro", "таблица"};
  const std::string folded = unicode::fold(text);
  const bool named = std::any_of(std::begin(kTableWords), std::end(kTableWords),
                                 [&](std::string_view word) { return folded.starts_with(word); });
  return named || is_capitals(text);
}

// What may stand between two parts of one table. Counts the strays.
bool may_interrupt(const TextBlock& block, int& strays) {
  if (block.furniture != Furniture::kNone) return true;
  const std::string& text = block.paragraph.text.utf8();
  if (unicode::trim(text).empty()) return true;
  if (is_caption(block.paragraph) || unicode::length(text) > kMaxStrayText) return false;
  return ++strays <= kMaxStrays;
}

int last_page(const Table& table) { return table.rows.empty() ? 0 : table.rows.back().page; }
int first_page(const Table& table) { return table.rows.empty() ? 0 : table.rows.front().page; }

// Left borders of the columns and the right border of the last, or empty where the cells have no boxes.
// A joined table is measured at its latest part.
std::vector<double> borders(const Table& table) {
  const int page = last_page(table);
  std::vector<double> at(static_cast<std::size_t>(table.column_count) + 1, NAN);
  for (const Cell& cell : table.cells) {
    if (!cell.box || cell.page != page) continue;
    at[static_cast<std::size_t>(cell.column)] = cell.box->x0;
    at[static_cast<std::size_t>(cell.column + cell.column_span)] = cell.box->x1;
  }
  const bool complete = std::none_of(at.begin(), at.end(), [](double x) { return std::isnan(x); });
  return complete ? at : std::vector<double>();
}

// Facing pages shift the whole table, so widths are compared.
bool same_borders(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 1; i < a.size(); ++i) {
    if (std::abs((a[i] - a.front()) - (b[i] - b.front())) > kSameBorder) return false;
  }
  return true;
}

// Where the text of each column begins and ends on one page; columns without text keep x1 < x0.
std::vector<Box> text_extents(const Table& table, int page) {
  std::vector<Box> out(static_cast<std::size_t>(table.column_count), Box{1, 0, 0, 0});
  for (const Cell& cell : table.cells) {
    if (cell.page != page || cell.column_span != 1) continue;
    Box& extent = out[static_cast<std::size_t>(cell.column)];
    for (const layout::Paragraph& paragraph : cell.paragraphs) {
      for (const layout::Fragment& fragment : paragraph.text.fragments()) {
        const auto* place = std::get_if<PagePlace>(&fragment.place);
        if (place == nullptr) continue;
        if (extent.x1 < extent.x0) extent = place->box;
        extent.cover(place->box);
      }
    }
  }
  return out;
}

// Columns found by white space have no borders of their own: their texts share a left edge, a right edge or a middle.
bool same_alignment(const Table& first, const Table& second) {
  const std::vector<Box> a = text_extents(first, last_page(first));
  const std::vector<Box> b = text_extents(second, first_page(second));
  int compared = 0;
  for (std::size_t c = 0; c < a.size(); ++c) {
    if (a[c].x1 < a[c].x0 || b[c].x1 < b[c].x0) continue;
    const double off =
        std::min({std::abs(a[c].x0 - b[c].x0), std::abs(a[c].x1 - b[c].x1), std::abs(a[c].mid_x() - b[c].mid_x())});
    if (off > kSameBorder) return false;
    ++compared;
  }
  return compared >= 2 && 2 * compared >= static_cast<int>(a.size());
}

int header_rows(const Table& table) {
  int count = 0;
  while (count < static_cast<int>(table.rows.size()) && table.rows[static_cast<std::size_t>(count)].header) ++count;
  return count;
}

bool full_row(const Table& table, int row) {
  int covered = 0;
  for (const Cell* cell : table.row_cells(row)) covered += cell->empty() ? 0 : cell->column_span;
  return covered >= table.column_count - 1 && covered >= 2;
}

// A part on the next page that holds only rows over the whole width has one column.
bool is_spanning_part(const Table& first, const Table& second) {
  if (second.column_count != 1 || first.column_count < 2) return false;
  const auto a = borders(first);
  const auto b = borders(second);
  return !a.empty() && !b.empty() && std::abs((a.back() - a.front()) - (b.back() - b.front())) <= kSameBorder;
}

// "Result 2: Habitat is restored" above a header row that comes again: another table, where the format has no pages. A
// line that stands elsewhere too is a running head.
bool heads_new_table(std::span<const Block> blocks, std::size_t at) {
  if (at == 0) return false;
  const auto* above = std::get_if<TextBlock>(&blocks[at - 1]);
  if (above == nullptr || above->furniture != Furniture::kNone) return false;
  const std::string text(unicode::trim(above->paragraph.text.utf8()));
  if (text.ends_with('.') || unicode::length(text) > kMaxCaption || !unicode::has_word_character(text)) return false;
  const auto same = [&](const Block& block) {
    const auto* other = std::get_if<TextBlock>(&block);
    return other != nullptr && unicode::trim(other->paragraph.text.utf8()) == text;
  };
  return std::count_if(blocks.begin(), blocks.end(), same) == 1;
}

// True where the second stands in the next text column of the same page, and has no header or the same.
bool goes_on_in_next_column(const Table& first, const Table& second) {
  const std::vector<double> a = borders(first);
  const std::vector<double> b = borders(second);
  if (a.size() < 3 || !same_borders(a, b) || b.front() < a.back()) return false;
  return same_row(first, 0, second, 0) || header_rows(second) == 0;
}

bool goes_on(const Table& first, const Table& second, std::span<const Block> blocks, std::size_t at) {
  const bool paged = first_page(second) > 0 && last_page(first) > 0;
  if (paged && first_page(second) < last_page(first)) return false;
  if (paged && first_page(second) == last_page(first) && !goes_on_in_next_column(first, second)) return false;
  if (second.rows.empty() || first.rows.empty()) return false;
  const bool repeats = same_row(first, 0, second, 0);
  if (first.column_count != second.column_count) return paged && is_spanning_part(first, second);
  // Another full header row begins another table.
  if (!repeats && header_rows(first) > 0 && header_rows(second) > 0 && full_row(second, 0)) return false;
  if (!paged) return !repeats || !heads_new_table(blocks, at);
  if (repeats) return true;
  const auto a = borders(first);
  const auto b = borders(second);
  return a.empty() || b.empty() || same_borders(a, b) || same_alignment(first, second);
}

void append(Table& first, Table second) {
  const int shift = static_cast<int>(first.rows.size());
  const bool spanning = second.column_count < first.column_count;
  second.rows.front().after_break = true;
  const int headers = std::max(1, header_rows(first));
  for (int row = 0; row < std::min(headers, static_cast<int>(second.rows.size())); ++row) {
    if (row >= shift || !same_row(first, row, second, row)) break;
    // A row that comes again at the head of a page is a header, however it is set.
    first.rows[static_cast<std::size_t>(row)].header = true;
    second.rows[static_cast<std::size_t>(row)].header = true;
    second.rows[static_cast<std::size_t>(row)].repeated_header = true;
  }
  first.rows.insert(first.rows.end(), second.rows.begin(), second.rows.end());
  for (Cell& cell : second.cells) {
    cell.row += shift;
    if (spanning) cell.column_span = first.column_count;
    first.cells.push_back(std::move(cell));
  }
  // One invisible part makes the numbers of the whole doubtful.
  if (second.origin == LabelOrigin::kOcr) first.origin = LabelOrigin::kOcr;
  first.caption.insert(first.caption.end(), second.caption.begin(), second.caption.end());
}

}  // namespace

std::vector<Block> join(std::vector<Block> blocks) {
  blocks = set_apart_continued(join_sheets(std::move(blocks)));
  std::vector<Block> out;
  std::size_t open = SIZE_MAX;  // index in `out` of the table that may go on
  int strays = 0;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (auto* table = std::get_if<Table>(&blocks[at])) {
      if (open != SIZE_MAX && goes_on(std::get<Table>(out[open]), *table, blocks, at)) {
        append(std::get<Table>(out[open]), std::move(*table));
      } else {
        open = out.size();
        out.push_back(std::move(blocks[at]));
      }
      strays = 0;
      continue;
    }
    if (open != SIZE_MAX && !may_interrupt(std::get<TextBlock>(blocks[at]), strays)) open = SIZE_MAX;
    out.push_back(blocks[at]);
  }
  return out;
}

}  // namespace pactable::tables
