// SPDX-License-Identifier: GPL-3.0-or-later
// What: dumps in which every cell stands on lines of its own, behind a tab: a cell begins at each tab and goes on in
// the following lines without one; blank lines stand inside cells. A table whose width changes becomes one table per
// width. In a place the cell index counts the tabs of the physical line: 0 before its first tab, 1 after it.

#include <algorithm>

#include "core/unicode.h"
#include "readers/text/dump_kind.h"
#include "readers/text/markup.h"
#include "readers/text/notes.h"
#include "readers/text/stacked_rows.h"
#include "readers/text/stretches.h"

namespace pactable::readers::text {
namespace {

// Header cells are names of columns; the longest seen, "Landscape and Species", has 21 letters.
constexpr std::size_t kMaxHeaderCell = 80;
// More than any printed table has columns: a longer run is a list, not a header.
constexpr std::size_t kMaxHeaderRun = 32;

bool is_cell_line(const Line& line) {
  return line.utf8.starts_with('\t') && line.utf8.find('\t', 1) == std::string::npos;
}

bool is_header_cell_line(const Line& line) {
  if (!is_cell_line(line)) return false;
  const std::string_view text = unicode::trim(line.utf8);
  return !text.empty() && unicode::length(text) <= kMaxHeaderCell;
}

// Lines [begin, end) are a header run where blank lines stand around them and no text goes on below the last one.
bool is_header_run(Lines lines, std::size_t begin, std::size_t end) {
  if (end - begin < 2 || end - begin > kMaxHeaderRun) return false;
  if (begin > 0 && lines[begin - 1].has_tab()) return false;
  std::size_t next = end;
  while (next < lines.size() && lines[next].blank) ++next;
  return next == lines.size() || (next > end && lines[next].has_tab());
}

// By line: the length of the header run that begins there.
std::vector<int> header_runs(Lines lines) {
  std::vector<int> runs(lines.size(), 0);
  for (std::size_t i = 0; i < lines.size();) {
    if (!is_header_cell_line(lines[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < lines.size() && is_header_cell_line(lines[end])) ++end;
    if (is_header_run(lines, i, end)) runs[i] = static_cast<int>(end - i);
    i = end;
  }
  return runs;
}

struct StackedCell {
  std::vector<layout::Paragraph> paragraphs;
  CellShape shape;
  std::vector<layout::TextBlock> blocks_before;  // text outside of the table that stands before the cell
};

class CellCollector {
 public:
  explicit CellCollector(Lines lines) : lines_(lines), runs_(header_runs(lines)) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].has_tab()) last_tab_line_ = i;
    }
  }

  void collect() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank) {
        ++blanks_;
        continue;
      }
      if (lines_[i].has_tab()) {
        add_cells(i);
      } else {
        in_table_ = in_table_ && !ends_table(i);
        if (in_table_) {
          LineCursor cursor(lines_[i]);
          add_paragraph(cursor, 0, lines_[i].utf8.size());
        } else {
          blocks_.push_back(text_block(lines_, i));
        }
      }
      blanks_ = 0;
    }
  }

  std::vector<StackedCell> cells;
  std::vector<layout::TextBlock>& trailing_blocks() { return blocks_; }

 private:
  // Inside a cell paragraphs are separated by one blank line. After two of them a note mark, or text below which no
  // cell comes, cannot go on with a cell: notes and the text after a table would be swallowed by its last cell
  // otherwise. An empty cell does not begin below a blank line either: what stands there before a header run is the
  // caption of the next table.
  [[nodiscard]] bool ends_table(std::size_t i) const {
    if (blanks_ >= 2 && (begins_note(lines_, i) || i > last_tab_line_)) return true;
    return blanks_ >= 1 && cells.back().paragraphs.empty() && (i > last_tab_line_ || leads_to_header(i));
  }

  [[nodiscard]] bool leads_to_header(std::size_t i) const {
    while (i < lines_.size() && !lines_[i].has_tab()) ++i;
    return i < lines_.size() && runs_[i] > 0;
  }

  void add_cells(std::size_t i) {
    const std::string_view line = lines_[i].utf8;
    LineCursor cursor(lines_[i]);
    std::size_t tab = line.find('\t');
    if (!unicode::trim(line.substr(0, tab)).empty()) {
      if (!in_table_) begin_cell(0);
      add_paragraph(cursor, 0, tab);
    }
    for (bool first = true; tab != std::string_view::npos; first = false) {
      const std::size_t begin = tab + 1;
      tab = line.find('\t', begin);
      begin_cell(first ? runs_[i] : 0);
      add_paragraph(cursor, begin, std::min(tab, line.size()));
      blanks_ = 0;
    }
  }

  void begin_cell(int header_run) {
    StackedCell cell;
    cell.shape.parted = blanks_ > 0;
    cell.shape.interrupted = !in_table_;
    cell.shape.header_run = header_run;
    cell.shape.empty = true;
    cell.blocks_before = std::move(blocks_);
    blocks_.clear();
    cells.push_back(std::move(cell));
    in_table_ = true;
  }

  void add_paragraph(LineCursor& cursor, std::size_t begin, std::size_t end) {
    layout::Text text;
    cursor.append(text, begin, end);
    if (text.empty()) return;
    cells.back().paragraphs.push_back(with_markup(std::move(text), Markup::kPlain));
    cells.back().shape.empty = false;
  }

  Lines lines_;
  std::vector<int> runs_;
  std::vector<layout::TextBlock> blocks_;
  std::size_t last_tab_line_ = 0;
  int blanks_ = 0;
  bool in_table_ = false;
};

// Row indices at which a table begins: after text between the cells, and where another width begins; spanning rows
// right before the header run of that width go with it, because they announce what it heads.
std::vector<std::size_t> table_begins(const std::vector<StackedRow>& rows, const std::vector<StackedCell>& cells) {
  std::vector<std::size_t> begins;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (r == 0 || cells[rows[r].begin].shape.interrupted) begins.push_back(r);
    if (!rows[r].opens_width) continue;
    std::size_t first = r;
    while (first > begins.back() && rows[first - 1].end - rows[first - 1].begin == 1) --first;
    if (first != begins.back()) begins.push_back(first);
  }
  return begins;
}

layout::Table make_table(const std::vector<StackedRow>& rows, std::size_t begin, std::size_t end,
                         std::vector<StackedCell>& cells) {
  layout::Table table;
  table.column_count = std::max(1, rows[end - 1].width);
  for (std::size_t r = begin; r < end; ++r) {
    const bool spanning = rows[r].end - rows[r].begin == 1;
    for (std::size_t c = rows[r].begin; c < rows[r].end; ++c) {
      layout::Cell cell;
      cell.row = static_cast<int>(r - begin);
      cell.column = static_cast<int>(c - rows[r].begin);
      cell.column_span = spanning ? table.column_count : 1;
      cell.paragraphs = std::move(cells[c].paragraphs);
      table.cells.push_back(std::move(cell));
    }
    table.rows.emplace_back();
  }
  return table;
}

void add_blocks(layout::Document& document, std::vector<layout::TextBlock>& blocks) {
  for (layout::TextBlock& block : blocks) document.blocks.emplace_back(std::move(block));
}

}  // namespace

Evidence weigh_stacked(Lines lines) {
  std::size_t with_tab = 0;
  std::size_t stacked = 0;
  for (const Line& line : lines) {
    with_tab += line.has_tab() ? 1 : 0;
    stacked += is_cell_line(line) ? 1 : 0;
  }
  if (stacked * 2 <= with_tab) return {};
  const std::vector<int> runs = header_runs(lines);
  if (std::none_of(runs.begin(), runs.end(), [](int run) { return run > 0; })) return {};
  // All text below the first tab is of the cells: more than the lines with a tab, which a row a line would explain.
  return {1, {}, 0};
}

void read_stacked(Lines lines, layout::Document& document) {
  CellCollector collector(lines);
  collector.collect();
  std::vector<CellShape> shapes;
  shapes.reserve(collector.cells.size());
  for (const StackedCell& cell : collector.cells) shapes.push_back(cell.shape);
  const std::vector<StackedRow> rows = find_stacked_rows(shapes);
  std::vector<std::size_t> begins = table_begins(rows, collector.cells);
  begins.push_back(rows.size());
  for (std::size_t t = 0; t + 1 < begins.size(); ++t) {
    add_blocks(document, collector.cells[rows[begins[t]].begin].blocks_before);
    document.blocks.emplace_back(make_table(rows, begins[t], begins[t + 1], collector.cells));
  }
  add_blocks(document, collector.trailing_blocks());
}

}  // namespace pactable::readers::text
