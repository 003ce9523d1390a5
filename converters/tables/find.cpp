// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_set>

#include "tables/alignment.h"
#include "tables/cells.h"
#include "tables/furniture.h"
#include "tables/grid.h"
#include "tables/grid_parts.h"
#include "tables/header_above.h"
#include "tables/headers.h"
#include "tables/paragraphs.h"
#include "tables/reading_order.h"
#include "tables/refine.h"
#include "tables/row_doubts.h"
#include "tables/set_aside.h"
#include "tables/tables.h"
#include "tables/typed_rules.h"
#include "tables/unsure_rows.h"

namespace pactable::tables {
namespace {

using layout::Block;
using layout::Furniture;
using layout::TextBlock;
using layout::Word;

constexpr double kSmallerType = 0.93;   // of the body's size: footnotes are set 1 pt smaller at least
constexpr double kHeadingStep = 1.1;    // headings are set 1 pt larger at least
constexpr double kLargeHeading = 1.45;  // of the body's size: titles; 1.2: chapters
constexpr double kMiddleHeading = 1.2;
constexpr std::size_t kMaxHeading = 160;  // bytes; longer bold texts are emphasis
constexpr int kFrameCells = 2;            // a frame around the page parts head and body at most
// A page has no room for more tables; thousands of small grids are a drawing, and each is held against all words.
constexpr std::size_t kMaxGrids = 400;
constexpr int kMinInnerCells = 4;
// The lines of a chart make many squares and hold few words; a form to be filled in has its labels in every row.
constexpr int kChartCells = 20;
constexpr double kMinFilled = 0.1;

Words outside_of(const Words& words, const Grid& grid) {
  Words out;
  std::copy_if(words.begin(), words.end(), std::back_inserter(out),
               [&](const Word* w) { return cell_of(grid, *w) < 0; });
  return out;
}

int filled_cells(const Grid& grid, const Words& words) {
  std::unordered_set<int> filled;
  for (const Word* word : words) filled.insert(cell_of(grid, *word));
  filled.erase(-1);
  return static_cast<int>(filled.size());
}

bool contains(const Box& outer, const Box& inner) {
  return outer.x0 - kSnap <= inner.x0 && outer.y0 - kSnap <= inner.y0 && outer.x1 + kSnap >= inner.x1 &&
         outer.y1 + kSnap >= inner.y1;
}

double area(const Grid& grid) { return grid.box().width() * grid.box().height(); }

// A grid with words in one cell is a table only where it goes on with the table that ended the page before: the last
// lines of a row that the page break cut.
void drop_single_cells(std::vector<Grid>& grids, const std::vector<Grid>& page_before, const Words& words) {
  const auto goes_on = [&](const Grid& grid) {
    return std::any_of(page_before.begin(), page_before.end(), [&](const Grid& other) {
      if (other.xs.size() != grid.xs.size()) return false;
      for (std::size_t i = 1; i < grid.xs.size(); ++i) {
        if (std::abs((grid.xs[i] - grid.xs[0]) - (other.xs[i] - other.xs[0])) > 2 * kSnap) return false;
      }
      return true;
    });
  };
  std::erase_if(grids, [&](const Grid& grid) { return filled_cells(grid, words) < 2 && !goes_on(grid); });
}

// Grids that hold words; of nested ones the outer, unless it is a mere frame.
std::vector<Grid> choose(std::vector<Grid> grids, const Words& words) {
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return area(a) > area(b); });
  if (grids.size() > kMaxGrids) grids.erase(grids.begin() + static_cast<std::ptrdiff_t>(kMaxGrids), grids.end());
  std::vector<Grid> chosen;
  for (std::size_t i = 0; i < grids.size(); ++i) {
    const Box box = grids[i].box();
    const bool inner =
        std::any_of(chosen.begin(), chosen.end(), [&](const Grid& outer) { return contains(outer.box(), box); });
    const int filled = filled_cells(grids[i], words);
    const auto cells = static_cast<int>(grids[i].cells.size());
    const bool chart = cells > kChartCells && filled < kMinFilled * cells;
    if (inner || chart || filled < 1) continue;
    const auto is_inner_table = [&](const Grid& g) {
      return contains(box, g.box()) && static_cast<int>(g.cells.size()) >= kMinInnerCells &&
             filled_cells(g, words) >= 2;
    };
    const bool frame = static_cast<int>(grids[i].cells.size()) <= kFrameCells &&
                       std::any_of(grids.begin() + static_cast<std::ptrdiff_t>(i) + 1, grids.end(), is_inner_table);
    if (!frame) chosen.push_back(std::move(grids[i]));
  }
  return chosen;
}

int heading_level(const std::vector<Line>& lines, const layout::Text& text, double body) {
  if (text.utf8().size() > kMaxHeading || text.utf8().ends_with('.')) return 0;
  const double size = lines.front().size;
  if (body <= 0) return 0;
  if (size >= kLargeHeading * body) return 1;
  if (size >= kMiddleHeading * body) return 2;
  if (size >= kHeadingStep * body) return 3;
  return text.is_all(layout::Style::kBold) ? 4 : 0;
}

class PageBlocks {
 public:
  PageBlocks(const PageView& view, double body, const std::unordered_set<const Word*>& heads, std::vector<Grid> ruled)
      : view_(view), body_(body), heads_(heads), ruled_(std::move(ruled)) {}

  void append_to(std::vector<Block>& blocks);
  /// Borders of the columns of the table that ends the page, if no line rules them.
  [[nodiscard]] const std::vector<double>& open_columns() const { return open_columns_; }
  /// Space between the rows of the last table without a grid; that of the pages before where there is none.
  [[nodiscard]] double row_space() const { return row_space_; }

 private:
  void find_tables(Words& words);
  void add_run(const Run& run, bool last, std::vector<Block>& blocks);
  void add_furniture(const Words& words, std::vector<Block>& blocks) const;
  [[nodiscard]] bool is_note(const std::vector<Line>& lines, bool at_foot) const;
  [[nodiscard]] bool under_short_rule(const Line& line) const;

  const PageView& view_;
  double body_;
  const std::unordered_set<const Word*>& heads_;
  std::vector<Grid> ruled_;
  std::vector<Grid> grids_;
  std::vector<layout::Table> tables_;
  std::vector<double> open_columns_;
  double row_space_ = view_.row_space;
};

void PageBlocks::find_tables(Words& words) {
  const Segments rulings = merge_rulings(view_.page.rulings);
  const auto take = [&](std::vector<Grid> grids) {
    for (std::size_t i = 0; i < grids.size(); ++i) {
      Grid& grid = grids[i];
      Words others = words;
      for (std::size_t k = i + 1; k < grids.size(); ++k) others = outside_of(others, grids[k]);
      if (std::optional<Grid> with = add_header_above(grid, others)) grid = std::move(*with);
      layout::Table table = make_table(grid, words, view_);
      mark_header_rows(table);
      for (const double y : doubtful_borders(grid, table, rulings)) grid.unsure.push_back(y);
      std::sort(grid.unsure.begin(), grid.unsure.end());
      if (view_.oddities != nullptr) report_unsure_rows(grid, table, view_.page.number, *view_.oddities);
      words = outside_of(words, grid);
      tables_.push_back(std::move(table));
      grids_.push_back(std::move(grid));
    }
  };
  for (Grid& grid : ruled_) {
    if (std::optional<Grid> finer = refine(grid, words, rulings, view_)) grid = std::move(*finer);
  }
  ruled_ = merge_stacked(std::move(ruled_), words);
  Words free = words;
  for (const Grid& grid : ruled_) free = outside_of(free, grid);
  for (Grid& grid : ruled_) {
    if (std::optional<Grid> wider = add_columns_beside(grid, free)) grid = std::move(*wider);
  }
  take(std::move(ruled_));
  std::vector<Grid> aligned = find_aligned(words, rulings, view_);
  const auto lowest = std::max_element(aligned.begin(), aligned.end(),
                                       [](const Grid& a, const Grid& b) { return a.ys.back() < b.ys.back(); });
  const std::optional<Grid> last = lowest == aligned.end() ? std::nullopt : std::optional(*lowest);
  if (last && last->row_space > 0) row_space_ = last->row_space;
  take(std::move(aligned));
  const auto below = [&](const Word* w) {
    return w->box.y0 >= last->ys.back() && w->font_size >= kSmallerType * body_;
  };
  if (last && last->numbered && std::none_of(words.begin(), words.end(), below)) open_columns_ = last->xs;
}

bool PageBlocks::under_short_rule(const Line& line) const {
  return std::any_of(view_.page.rulings.begin(), view_.page.rulings.end(), [&](const layout::Ruling& r) {
    const double gap = line.box.y0 - r.box.y1;
    return r.horizontal && r.box.width() < view_.page.width / 2 && r.box.width() > 2 * line.size &&
           gap > -line.size / 2 && gap < 1.5 * line.size && r.box.x0 < line.box.x1 && r.box.x1 > line.box.x0;
  });
}

bool PageBlocks::is_note(const std::vector<Line>& lines, bool at_foot) const {
  const Line& first = lines.front();
  if (!at_foot || first.rotation != 0) return false;
  const bool small = first.size < kSmallerType * body_;
  const bool marked = !footnote_mark(first, body_).empty();
  return (marked && (small || first.words.front()->superscript || !tables_.empty())) ||
         (small && under_short_rule(first));
}

void PageBlocks::add_run(const Run& run, bool last, std::vector<Block>& blocks) {
  const Setting setting{view_.page.number, view_.leading, run.right, true, view_.hyphens};
  std::vector<std::vector<Line>> groups = group_lines(run.lines, setting);
  bool in_notes = false;
  for (const std::vector<Line>& group : groups) {
    TextBlock block;
    block.paragraph = make_paragraph(group, setting);
    const bool small = group.front().size < kSmallerType * body_;
    in_notes = is_note(group, last) || (in_notes && small);
    if (in_notes) {
      block.furniture = Furniture::kFootnote;
      block.note_mark = footnote_mark(group.front(), body_);
    } else {
      block.paragraph.heading_level = heading_level(group, block.paragraph.text, body_);
    }
    blocks.emplace_back(std::move(block));
  }
}

void PageBlocks::add_furniture(const Words& words, std::vector<Block>& blocks) const {
  for (const Line& line : make_lines(words)) {
    TextBlock block;
    block.paragraph = make_paragraph({line}, {view_.page.number, view_.leading, line.box.x1, true, nullptr});
    block.furniture = Furniture::kRunningHead;
    blocks.emplace_back(std::move(block));
  }
}

void PageBlocks::append_to(std::vector<Block>& blocks) {
  Words body;
  Words upper;
  Words lower;
  for (const Word& word : view_.page.words) {
    if (!heads_.contains(&word)) {
      body.push_back(&word);
    } else {
      (word.box.mid_y() < view_.page.height / 2 ? upper : lower).push_back(&word);
    }
  }
  find_tables(body);
  std::vector<Box> boxes;
  for (const Grid& grid : grids_) boxes.push_back(grid.box());
  add_furniture(upper, blocks);
  const std::vector<Run> runs = reading_order(body, boxes);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].table >= 0) {
      blocks.emplace_back(std::move(tables_[static_cast<std::size_t>(runs[i].table)]));
    } else {
      add_run(runs[i], i + 1 == runs.size(), blocks);
    }
  }
  add_furniture(lower, blocks);
}

double body_size(const std::vector<layout::Page>& pages) {
  Words all;
  for (const layout::Page& page : pages) {
    for (const Word& word : page.words) all.push_back(&word);
  }
  return usual_size(all);
}

}  // namespace

namespace {

// Pages whose rules are set as characters, with rulings in their place; nothing where there are none.
std::optional<layout::Document> with_rules_drawn(const layout::Document& document) {
  std::optional<layout::Document> out;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    std::optional<layout::Page> page = with_typed_rules(document.pages[i]);
    if (!page) continue;
    if (!out) out = document;
    out->pages[i] = std::move(*page);
  }
  return out;
}

}  // namespace

std::vector<Block> find(const layout::Document& source, std::vector<layout::Oddity>* oddities) {
  if (source.pages.empty()) return source.blocks;
  const std::optional<layout::Document> drawn = with_rules_drawn(source);
  const layout::Document& document = drawn ? *drawn : source;
  std::vector<Block> blocks = document.blocks;
  Hyphens hyphens(document.pages, oddities);
  std::vector<std::vector<Grid>> ruled;
  for (const layout::Page& page : document.pages) {
    const Words words = pointers(page.words);
    std::vector<Grid> grids = choose(find_grids(merge_borders(page)), words);
    drop_single_cells(grids, ruled.empty() ? std::vector<Grid>() : ruled.back(), words);
    ruled.push_back(std::move(grids));
  }
  const auto heads = running_heads(document.pages, [&](std::size_t page, const Word& word) {
    const std::vector<Grid>& grids = ruled[page];
    return std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) { return cell_of(grid, word) >= 0; });
  });
  const double body = body_size(document.pages);
  std::vector<double> open_columns;
  double row_space = 0;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const layout::Page& page = document.pages[i];
    const Words words = pointers(page.words);
    const PageView view{page,
                        document.origin,
                        usual_leading(make_lines(words)),
                        usual_size(words),
                        &hyphens,
                        std::move(open_columns),
                        oddities,
                        row_space};
    PageBlocks page_blocks(view, body, heads, std::move(ruled[i]));
    const std::size_t first = blocks.size();
    page_blocks.append_to(blocks);
    add_asides(page, first, blocks);
    open_columns = page_blocks.open_columns();
    row_space = page_blocks.row_space();
  }
  return blocks;
}

}  // namespace pactable::tables
