// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/unsure_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/unicode.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

constexpr std::size_t kNameLength = 40;  // code points: a number and the first words tell a row

// The first words of each filled cell but codes, from left to right; of further cells those that begin with a number.
std::string name_of(const layout::Table& table, int row) {
  std::string name;
  bool named = false;
  for (const layout::Cell* cell : table.row_cells(row)) {
    const std::string text = cell->text().collapsed().utf8();
    if (text.empty()) continue;
    const std::u32string points = unicode::to_code_points(text);
    if (named && !begins_list(text)) continue;
    if (!name.empty()) name += ' ';
    name += points.size() <= kNameLength ? text : unicode::to_utf8(points.substr(0, kNameLength)) + "…";
    named = named || points.size() > kNameLength / 2;
  }
  return name;
}

}  // namespace

void report_unsure_rows(const Grid& grid, const layout::Table& table, int page, std::vector<layout::Oddity>& oddities) {
  std::vector<std::pair<int, int>> pairs;  // rows between which a border may stand elsewhere, or which may be one
  for (const double y : grid.unsure) {
    const auto below = std::upper_bound(grid.ys.begin(), grid.ys.end(), y);
    const int row = static_cast<int>(below - grid.ys.begin()) - 1;
    if (row < 0 || row >= grid.rows()) continue;
    const double above = y - grid.ys[static_cast<std::size_t>(row)];
    const double under = grid.ys[static_cast<std::size_t>(row) + 1] - y;
    const int first = above <= under ? std::max(0, row - 1) : row;
    const int last = above <= under ? row : std::min(row + 1, grid.rows() - 1);
    if (pairs.empty() || pairs.back() != std::pair(first, last)) pairs.emplace_back(first, last);
  }
  for (const auto& [first, last] : pairs) {
    if (first >= static_cast<int>(table.rows.size()) || last >= static_cast<int>(table.rows.size())) continue;
    Box box{grid.xs.front(), grid.ys[static_cast<std::size_t>(first)], grid.xs.back(),
            grid.ys[static_cast<std::size_t>(last) + 1]};
    std::string message = fmt::format("which lines are row \"{}\"", name_of(table, first));
    if (last != first) message += fmt::format(" and which row \"{}\"", name_of(table, last));
    oddities.push_back({"ROW-UNSURE", message + " is not sure", PagePlace{page, box}});
  }
}

}  // namespace pactable::tables
