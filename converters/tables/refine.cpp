// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/refine.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "tables/aligned_rows.h"
#include "tables/alignment.h"
#include "tables/coverage.h"
#include "tables/labels.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

constexpr double kChunkGap = 0.9;       // of the font size: justified prose rarely opens its spaces wider
constexpr double kTolerance = 0.12;     // of the lines may reach into a gutter: titles over several columns
constexpr int kMinPartLines = 3;        // lines with wide gaps inside one ruled cell that show columns
constexpr double kNumericColumn = 0.7;  // of a column's entries
constexpr double kOpenShare = 0.7;      // of a column's words stand in cells that no line parts
constexpr double kLevel = 0.35;         // of the font size: on one line
constexpr int kMinOpenRows = 2;         // rows that agree on borders drawn above or below them: one may be chance
constexpr double kOverhang = 0.25;      // of the font size: a glyph may stand out over a border by this much
constexpr double kShadeShare = 0.8;     // of a row's width: the shading of whole rows, not of single cells
constexpr std::size_t kMinShades = 2;   // edges of shading inside one ruled row that show rows: one shaded row has two

struct CellText {
  Words words;
  std::vector<Line> lines;
};

bool has_chunks(const Line& line) { return split_at_gaps(line, kChunkGap).size() >= 2; }

// True where line after line of a cell opens the same wide gap (not just after a label).
bool shows_columns(const std::vector<Line>& lines, double page_width) {
  Coverage coverage(page_width);
  int gaps = 0;
  int labels = 0;
  for (const Line& line : lines) {
    const std::vector<Line> chunks = split_at_gaps(line, kChunkGap);
    coverage.add(line, 1);
    if (chunks.size() < 2) continue;
    ++gaps;
    // "1.1 text" is a label, "0.1 3,500" is not.
    labels += begins_list(text_of(chunks.front()) + " ") && !is_numeric(chunks[1]) ? 1 : 0;
  }
  return gaps >= kMinPartLines && 2 * gaps >= static_cast<int>(lines.size()) && 2 * labels < gaps &&
         !coverage.gutters(kTolerance, kChunkGap * lines.front().size).empty();
}

bool is_number_column(const std::vector<Line>& lines) {
  const auto numbers = std::count_if(lines.begin(), lines.end(),
                                     [](const Line& line) { return line.words.size() <= 2 && is_numeric(line); });
  return lines.size() >= static_cast<std::size_t>(kMinPartLines) &&
         static_cast<double>(numbers) >= kNumericColumn * static_cast<double>(lines.size());
}

class Refiner {
 public:
  Refiner(const Grid& grid, const Words& words, const Segments& rulings, const PageView& view)
      : grid_(grid), rulings_(rulings), view_(view), shades_(merge_fill_edges(view.page.fills).horizontal) {
    read(words);
  }

  std::optional<Grid> refine();

 private:
  void read(const Words& words);
  [[nodiscard]] bool lacks_columns() const;
  bool cut_spans();
  bool cut_rows();
  [[nodiscard]] bool is_cut_at(const CellText& text, double x) const;
  [[nodiscard]] std::vector<std::size_t> band(int row) const;
  [[nodiscard]] bool lacks_rows(const std::vector<std::size_t>& cells) const;
  [[nodiscard]] std::vector<double> numbered_borders(const std::vector<std::size_t>& cells) const;
  [[nodiscard]] std::vector<double> row_borders(const std::vector<std::size_t>& cells) const;
  void insert_rows(int row, const std::vector<double>& borders);

  Grid grid_;
  const Segments& rulings_;
  const PageView& view_;
  const std::vector<Segment> shades_;
  Words inside_;
  std::vector<CellText> texts_;  // of grid_.cells
};

void Refiner::read(const Words& words) {
  texts_.assign(grid_.cells.size(), {});
  inside_.clear();
  for (const layout::Word* word : words) {
    const int index = cell_of(grid_, *word);
    if (index < 0) continue;
    texts_[static_cast<std::size_t>(index)].words.push_back(word);
    inside_.push_back(word);
  }
  for (CellText& text : texts_) text.lines = make_lines(text.words);
}

// True where most of the words, or of one column, stand in cells that hold several columns.
bool Refiner::lacks_columns() const {
  struct Share {
    std::size_t all = 0, open = 0;
    bool shown = false;
  };
  std::map<int, Share> columns;
  std::size_t separated = 0;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    const CellText& text = texts_[i];
    if (text.words.empty()) continue;
    const bool shown = shows_columns(text.lines, view_.page.width);
    const auto open = std::count_if(text.lines.begin(), text.lines.end(), has_chunks);
    Share& share = columns[grid_.cells[i].column];
    share.all += text.words.size();
    if (shown) separated += text.words.size();
    if (2 * static_cast<std::size_t>(open) >= text.lines.size()) share.open += text.words.size();
    share.shown = share.shown || shown;
  }
  const bool column = std::any_of(columns.begin(), columns.end(), [](const auto& entry) {
    const Share& s = entry.second;
    return s.shown && static_cast<double>(s.open) >= kOpenShare * static_cast<double>(s.all);
  });
  return separated > 0 && (2 * separated >= inside_.size() || column);
}

// True where no word runs over x, and words stand on both of its sides on one line at least.
bool Refiner::is_cut_at(const CellText& text, double x) const {
  return std::none_of(text.words.begin(), text.words.end(), [x](const layout::Word* word) {
    const double overhang = kOverhang * word->font_size;
    return word->box.x0 < x - overhang && word->box.x1 > x + overhang;
  });
}

// Cells over several columns below borders that are drawn for other rows only: where the words of several such rows
// all keep to the borders, these go on.
bool Refiner::cut_spans() {
  std::map<std::pair<int, int>, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
    const GridCell& cell = grid_.cells[i];
    const std::vector<Line>& lines = texts_[i].lines;
    const bool open = std::any_of(lines.begin(), lines.end(), has_chunks);
    if (cell.column_span > 1 && open) groups[{cell.column, cell.column_span}].push_back(i);
  }
  std::vector<bool> cut(grid_.cells.size(), false);
  bool any = false;
  for (const auto& [columns, cells] : groups) {
    const bool keep = std::all_of(cells.begin(), cells.end(), [&](std::size_t i) {
      const GridCell& cell = grid_.cells[i];
      for (int c = cell.column + 1; c < cell.column + cell.column_span; ++c) {
        if (!is_cut_at(texts_[i], grid_.xs[static_cast<std::size_t>(c)])) return false;
      }
      return true;
    });
    if (!keep || cells.size() < static_cast<std::size_t>(kMinOpenRows)) continue;
    for (const std::size_t i : cells) cut[i] = any = true;
  }
  if (!any) return false;
  std::vector<GridCell> cells;
  for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
    const GridCell& cell = grid_.cells[i];
    for (int c = 0; cut[i] && c < cell.column_span; ++c) cells.push_back({cell.row, cell.column + c, cell.row_span, 1});
    if (!cut[i]) cells.push_back(cell);
  }
  grid_.cells = std::move(cells);
  compact(grid_);
  return true;
}

// The cells that hold the words of one row of the grid.
std::vector<std::size_t> Refiner::band(int row) const {
  std::vector<std::size_t> cells;
  for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
    if (grid_.cells[i].row == row && grid_.cells[i].row_span == 1 && !texts_[i].words.empty()) cells.push_back(i);
  }
  return cells;
}

// Two cells side by side that hold a column of numbers each, line for line, or shading by rows: rows that no line
// parts.
bool Refiner::lacks_rows(const std::vector<std::size_t>& cells) const {
  std::vector<std::size_t> counts;
  Box box = grid_.box(grid_.cells[cells.front()]);
  for (const std::size_t i : cells) {
    box.cover(grid_.box(grid_.cells[i]));
    if (is_number_column(texts_[i].lines)) counts.push_back(texts_[i].lines.size());
  }
  if (counts.size() >= 2 && std::count(counts.begin(), counts.end(), counts.front()) >= 2) return true;
  const auto inside = std::count_if(shades_.begin(), shades_.end(), [&](const Segment& edge) {
    const double shared = std::min(edge.end, box.x1) - std::max(edge.begin, box.x0);
    return edge.at > box.y0 + kSnap && edge.at < box.y1 - kSnap && shared >= kShadeShare * box.width();
  });
  return cells.size() >= 2 && static_cast<std::size_t>(inside) >= kMinShades;
}

// Above each further number of a cell that holds several numbered texts, where another cell has a line level with each
// of them: rows that no line parts.
std::vector<double> Refiner::numbered_borders(const std::vector<std::size_t>& cells) const {
  for (const std::size_t i : cells) {
    std::vector<const Line*> numbers;
    for (const Line& line : texts_[i].lines) {
      if (line.rotation == 0 && begins_number(line) && line.words.size() > 1) numbers.push_back(&line);
    }
    if (numbers.size() < 2 || numbers.front() != &texts_[i].lines.front()) continue;
    const bool level = std::any_of(cells.begin(), cells.end(), [&](std::size_t other) {
      return other != i && std::all_of(numbers.begin(), numbers.end(), [&](const Line* number) {
               return std::any_of(texts_[other].lines.begin(), texts_[other].lines.end(), [&](const Line& line) {
                 return std::abs(line.baseline - number->baseline) <= kLevel * number->size;
               });
             });
    });
    const bool ascending = std::is_sorted(numbers.begin(), numbers.end(),
                                          [](const Line* a, const Line* b) { return path_of(*a) < path_of(*b); });
    if (!level || !ascending) continue;
    std::vector<double> borders;
    for (std::size_t n = 1; n < numbers.size(); ++n) {
      double above = numbers[n - 1]->baseline;
      for (const std::size_t other : cells) {
        for (const Line& line : texts_[other].lines) {
          if (line.baseline < numbers[n]->baseline - kLevel * line.size) above = std::max(above, line.baseline);
        }
      }
      borders.push_back((above + numbers[n]->baseline - 0.6 * numbers[n]->size) / 2);
    }
    return borders;
  }
  return {};
}

std::vector<double> Refiner::row_borders(const std::vector<std::size_t>& cells) const {
  AlignedTable table;
  table.leading = view_.leading;
  Words words;
  for (const std::size_t i : cells) words.insert(words.end(), texts_[i].words.begin(), texts_[i].words.end());
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const double x = grid_.xs[static_cast<std::size_t>(grid_.cells[cells[i]].column)];
    table.gutters.push_back({x, x, x});
  }
  Box box = grid_.box(grid_.cells[cells.front()]);
  for (const std::size_t i : cells) box.cover(grid_.box(grid_.cells[i]));
  for (Line& line : make_lines(words)) {
    if (line.rotation != 0) return {};
    std::map<int, Line> parts;
    for (const layout::Word* word : line.words) {
      const auto [part, added] =
          parts.try_emplace(cell_of(grid_, *word), Line{{}, word->box, line.baseline, line.size, 0});
      part->second.words.push_back(word);
      part->second.box.cover(word->box);
    }
    std::vector<Line>& chunks = table.chunks.emplace_back();
    for (auto& [cell, part] : parts) chunks.push_back(std::move(part));
    table.lines.push_back(std::move(line));
  }
  const auto within = [&](const Segment& edge) { return edge.at > box.y0 + kSnap && edge.at < box.y1 - kSnap; };
  std::copy_if(rulings_.horizontal.begin(), rulings_.horizontal.end(), std::back_inserter(table.rules), within);
  std::copy_if(shades_.begin(), shades_.end(), std::back_inserter(table.shades), within);
  const Grid rows = make_rows(table);
  return {rows.ys.begin() + 1, rows.ys.end() - 1};
}

void Refiner::insert_rows(int row, const std::vector<double>& borders) {
  const auto more = static_cast<int>(borders.size());
  grid_.ys.insert(grid_.ys.begin() + row + 1, borders.begin(), borders.end());
  std::vector<GridCell> cells;
  for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
    GridCell cell = grid_.cells[i];
    const bool over = cell.row < row && cell.row + cell.row_span > row;
    const bool begins = cell.row == row && cell.row_span > 1;
    if (over || begins) cell.row_span += more;
    if (cell.row > row) cell.row += more;
    const bool separated = cell.row == row && cell.row_span == 1;
    for (int r = 0; separated && r <= more; ++r) cells.push_back({row + r, cell.column, 1, cell.column_span});
    if (!separated) cells.push_back(cell);
  }
  std::stable_sort(cells.begin(), cells.end(), [](const GridCell& a, const GridCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
  grid_.cells = std::move(cells);
}

bool Refiner::cut_rows() {
  std::map<int, std::vector<double>> borders;
  for (int row = grid_.rows() - 1; row >= 0; --row) {
    const std::vector<std::size_t> cells = band(row);
    if (cells.size() < 2) continue;
    std::vector<double> found = numbered_borders(cells);
    if (found.empty() && lacks_rows(cells)) found = row_borders(cells);
    if (found.empty()) continue;
    const double top = grid_.ys[static_cast<std::size_t>(row)];
    const double bottom = grid_.ys[static_cast<std::size_t>(row) + 1];
    std::erase_if(found, [&](double y) { return !(y > top && y < bottom); });
    if (!found.empty()) borders[row] = std::move(found);
  }
  for (auto it = borders.rbegin(); it != borders.rend(); ++it) insert_rows(it->first, it->second);
  if (!borders.empty()) compact(grid_);
  return !borders.empty();
}

std::optional<Grid> Refiner::refine() {
  if (lacks_columns()) {
    return align_all(inside_, {grid_.xs.begin() + 1, grid_.xs.end() - 1}, rulings_, view_);
  }
  const Words words = inside_;
  const bool spans = cut_spans();
  if (spans) read(words);
  const bool rows = cut_rows();
  return spans || rows ? std::optional<Grid>(std::move(grid_)) : std::nullopt;
}

}  // namespace

std::optional<Grid> refine(const Grid& grid, const Words& words, const Segments& rulings, const PageView& view) {
  return Refiner(grid, words, rulings, view).refine();
}

}  // namespace pactable::tables
