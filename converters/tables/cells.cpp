// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/cells.h"

#include <algorithm>
#include <cmath>

#include "tables/paragraphs.h"
#include "tables/set_aside.h"
#include "tables/word_cuts.h"

namespace pactable::tables {
namespace {

using layout::Cell;
using layout::Table;
using layout::Word;

constexpr double kMaxPadding = 8;      // points; word processors leave 5.4 pt between border and text
constexpr double kGoesOn = 0.6;        // of the font size: the widest space inside a text that is set at one go
constexpr double kSetOver = 0.3;       // of the font size: words of one cell do not overlap so far
constexpr double kLetterMiddle = 0.3;  // of the font size: the middle of small letters stands this far above the line

LabelOrigin origin_of(const Words& words, LabelOrigin document) {
  std::size_t all = 0;
  std::size_t recognised = 0;
  for (const Word* word : words) {
    all += word->text.size();
    if (word->invisible || !word->readings.empty()) recognised += word->text.size();
  }
  if (document == LabelOrigin::kUnknown || all == 0) return document;
  // Invisible text was recognised by another program; a visible table among recognised pages was typed.
  return 2 * recognised > all ? LabelOrigin::kOcr : LabelOrigin::kTyped;
}

std::optional<layout::Colour> shading_of(const Box& box, const std::vector<layout::Fill>& fills) {
  std::optional<layout::Colour> colour;
  for (const layout::Fill& fill : fills) {  // later fills lie on top
    const Box& f = fill.box;
    if (f.x0 <= box.mid_x() && box.mid_x() <= f.x1 && f.y0 <= box.mid_y() && box.mid_y() <= f.y1) colour = fill.colour;
  }
  return colour;
}

/// True where a line is drawn along a border of columns.
bool is_ruled_at(double x, const Box& grid, const layout::Page& page) {
  return std::any_of(page.rulings.begin(), page.rulings.end(), [&](const layout::Ruling& ruling) {
    return !ruling.horizontal && std::abs(ruling.box.mid_x() - x) <= kSnap && ruling.box.y0 < grid.y1 &&
           ruling.box.y1 > grid.y0;
  });
}

/// True where `word` goes on with the text of the word before it on the line and stands over a word of `cell`.
bool overruns(const Word& before, const Word& word, const Words& cell) {
  const double size = word.font_size;
  const double gap = word.box.x0 - before.box.x1;
  const auto level = [&](const Word& other) {
    return other.rotation == 0 && std::abs(other.baseline - word.baseline) < kLetterMiddle * size;
  };
  if (word.rotation != 0 || !level(before) || gap < 0 || gap > kGoesOn * size) return false;
  return std::any_of(cell.begin(), cell.end(), [&](const Word* other) {
    const double shared = std::min(other->box.x1, word.box.x1) - std::max(other->box.x0, word.box.x0);
    return other != &word && level(*other) && shared > kSetOver * size;
  });
}

/// A text that is longer than its cell runs over the border: what stands on the next cell's text is still its own.
void return_overruns(const Grid& grid, const Words& words, std::vector<Words>& contents) {
  int before = words.empty() ? -1 : cell_of(grid, *words.front());
  for (std::size_t i = 1; i < words.size(); ++i) {
    int index = cell_of(grid, *words[i]);
    if (index >= 0 && before >= 0 && index != before) {
      Words& cell = contents[static_cast<std::size_t>(index)];
      if (overruns(*words[i - 1], *words[i], cell)) {
        cell.erase(std::find(cell.begin(), cell.end(), words[i]));
        contents[static_cast<std::size_t>(before)].push_back(words[i]);
        index = before;
      }
    }
    before = index;
  }
}

}  // namespace

int cell_of(const Grid& grid, const Word& word) {
  const double y =
      word.rotation == 0 && !word.superscript ? word.baseline - kLetterMiddle * word.font_size : word.box.mid_y();
  return grid.cell_at(word.box.mid_x(), y);
}

Table make_table(const Grid& grid, const Words& words, const PageView& view) {
  std::vector<Words> contents(grid.cells.size());
  Words inside;
  for (const Word* word : words) {
    const int index = cell_of(grid, *word);
    if (index < 0) continue;
    contents[static_cast<std::size_t>(index)].push_back(word);
    inside.push_back(word);
  }
  return_overruns(grid, words, contents);
  const Box whole = grid.box();
  std::vector<bool> ruled;
  for (std::size_t c = 1; c < grid.xs.size(); ++c) ruled.push_back(is_ruled_at(grid.xs[c], whole, view.page));
  std::vector<layout::Fill> fills;
  for (const layout::Fill& fill : view.page.fills) {
    if (fill.box.x1 > whole.x0 && fill.box.x0 < whole.x1 && fill.box.y1 > whole.y0 && fill.box.y0 < whole.y1) {
      fills.push_back(fill);
    }
  }
  std::vector<std::vector<Line>> lines;
  lines.reserve(contents.size());
  for (const Words& content : contents) lines.push_back(make_lines(content));
  const std::vector<ColumnEnd> ends = column_ends(grid, lines);
  Table table;
  table.column_count = grid.columns();
  table.rows.resize(static_cast<std::size_t>(grid.rows()));
  for (layout::Row& row : table.rows) row.page = view.page.number;
  table.origin = origin_of(inside, view.origin);
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& source = grid.cells[i];
    Cell cell;
    cell.row = source.row;
    cell.column = source.column;
    cell.row_span = source.row_span;
    cell.column_span = source.column_span;
    cell.box = grid.box(source);
    cell.page = view.page.number;
    cell.shading = shading_of(*cell.box, fills);
    double padding = kMaxPadding;
    for (const Line& line : lines[i]) padding = std::min(padding, std::max(0.0, line.box.x0 - cell.box->x0));
    Setting setting{view.page.number, view.leading, cell.box->x1 - padding, false, view.hyphens};
    if (source.column_span == 1) {
      const ColumnEnd& end = ends[static_cast<std::size_t>(source.column)];
      setting.ruled = ruled[static_cast<std::size_t>(source.column)];
      setting.longest = end.longest;
      setting.cut_anywhere = end.anywhere;
    }
    cell.paragraphs = make_paragraphs(lines[i], setting);
    table.cells.push_back(std::move(cell));
  }
  keep_labels_of_struck_rows(table);
  return table;
}

}  // namespace pactable::tables
