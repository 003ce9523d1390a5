// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/headers.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::tables {
namespace {

using layout::Cell;
using layout::Table;

constexpr std::size_t kMaxHeaderText = 80;  // code points; "Responsible parties for the implementation" has 42
constexpr int kMaxHeaderRows = 3;

bool is_numeric(std::string_view text) {
  bool digit = false;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (unicode::is_letter(c)) return false;
    digit = digit || unicode::is_digit(c);
  }
  return digit;
}

struct RowLook {
  bool any = false, bold = true, shaded = true, header_like = true;
};

RowLook look_at(const Table& table, int row) {
  RowLook look;
  for (const Cell* cell : table.row_cells(row)) {
    if (cell->empty()) continue;
    const layout::Text text = cell->text();
    look.any = true;
    look.bold = look.bold && text.is_all(layout::Style::kBold);
    look.shaded = look.shaded && cell->shading.has_value();
    look.header_like = look.header_like && !is_numeric(text.utf8()) && unicode::length(text.utf8()) <= kMaxHeaderText;
  }
  return look;
}

std::string row_key(const Table& table, int row) {
  std::string key;
  for (const Cell* cell : table.row_cells(row)) {
    const std::string text = unicode::fold(unicode::collapse_space(cell->text().utf8()));
    if (!text.empty()) key += std::to_string(cell->column) + '\t' + text + '\n';
  }
  return key;
}

}  // namespace

void mark_header_rows(Table& table) {
  const int rows = static_cast<int>(table.rows.size());
  const bool marked = std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) { return row.header; });
  if (marked || rows < 2) return;
  int count = 0;
  for (int row = 0; row < std::min(rows - 1, kMaxHeaderRows); ++row) {
    const RowLook look = look_at(table, row);
    // A single cell over the whole width is a title or a section, which can follow a header but tells nothing alone.
    const auto cells = table.row_cells(row);
    const bool several = std::count_if(cells.begin(), cells.end(), [](const Cell* c) { return !c->empty(); }) >= 2;
    if (!look.any || !look.header_like || !several || (!look.bold && !look.shaded)) break;
    count = row + 1;
  }
  if (count == 0) return;
  bool apart = false;  // some later row is set otherwise
  const RowLook first = look_at(table, 0);
  for (int row = count; row < rows && !apart; ++row) {
    const RowLook look = look_at(table, row);
    apart = look.any && (look.bold != first.bold || look.shaded != first.shaded);
  }
  for (int row = 0; apart && row < count; ++row) table.rows[static_cast<std::size_t>(row)].header = true;
}

bool same_row(const Table& a, int row_a, const Table& b, int row_b) {
  const std::string key = row_key(a, row_a);
  return !key.empty() && key == row_key(b, row_b);
}

bool is_capitals(std::string_view text) {
  bool letter = false;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (!unicode::is_letter(c)) continue;
    letter = true;
    std::string one;
    unicode::append_utf8(one, c);
    if (unicode::fold(one) == one) return false;  // folding is to lower case
  }
  return letter;
}

}  // namespace pactable::tables
