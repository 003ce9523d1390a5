// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/row_doubts.h"

#include <algorithm>
#include <cmath>

#include "core/unicode.h"

namespace pactable::tables {
namespace {

constexpr double kRuleShare = 0.5;   // of a cell's width under a rule
constexpr double kSmallShare = 0.5;  // of a column's cells: there texts begin with small letters on purpose
constexpr int kMinCells = 3;         // that tell how the texts of a column begin

// True where a text begins with a small letter of a script that has capitals.
bool begins_small(std::string_view text) {
  const std::u32string points = unicode::to_code_points(text.substr(0, 4));
  if (points.size() < 2 || !unicode::is_letter(points.front())) return false;
  // A number of which a recogniser made a letter ("l.0"), a letter of a list ("a)").
  if (!unicode::is_letter(points[1]) && points[1] != U' ') return false;
  const char32_t c = points.front();
  const bool cased = c < 0x250 || (c >= 0x370 && c < 0x530);
  const std::string first = unicode::to_utf8(points.substr(0, 1));
  return cased && unicode::fold(first) == first;
}

bool is_drawn(double y, const Box& cell, const Segments& rulings) {
  return std::any_of(rulings.horizontal.begin(), rulings.horizontal.end(), [&](const Segment& rule) {
    const double shared = std::min(rule.end, cell.x1) - std::max(rule.begin, cell.x0);
    return std::abs(rule.at - y) <= kSnap && shared >= kRuleShare * (cell.x1 - cell.x0);
  });
}

struct Begin {
  const layout::Cell* cell = nullptr;
  bool small = false;
};

}  // namespace

std::vector<double> doubtful_borders(const Grid& grid, const layout::Table& table, const Segments& rulings) {
  std::vector<std::vector<Begin>> columns(static_cast<std::size_t>(table.column_count));
  for (const layout::Cell& cell : table.cells) {
    if (cell.empty() || !cell.box || table.rows[static_cast<std::size_t>(cell.row)].header) continue;
    columns[static_cast<std::size_t>(cell.column)].push_back({&cell, begins_small(cell.text().collapsed().utf8())});
  }
  std::vector<double> out;
  for (const std::vector<Begin>& column : columns) {
    const auto small = std::count_if(column.begin(), column.end(), [](const Begin& b) { return b.small; });
    if (static_cast<int>(column.size()) < kMinCells) continue;
    if (static_cast<double>(small) > kSmallShare * static_cast<double>(column.size())) continue;
    for (const Begin& begin : column) {
      // What a page break cut goes on at the head of the table.
      if (!begin.small || begin.cell->row == 0) continue;
      const double y = grid.ys[static_cast<std::size_t>(begin.cell->row)];
      if (!is_drawn(y, *begin.cell->box, rulings)) out.push_back(y);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace pactable::tables
