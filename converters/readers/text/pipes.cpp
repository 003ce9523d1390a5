// SPDX-License-Identifier: GPL-3.0-or-later
// What: rows of cells separated by bars, a row a line: Markdown, psql, org-mode, and without any ruler.
#include <algorithm>
#include <map>

#include "core/unicode.h"
#include "readers/text/drawn.h"
#include "readers/text/notes.h"
#include "readers/text/signs.h"
#include "readers/text/table_builder.h"
#include "readers/text/unsure.h"
#include "readers/text/wrapped_cell.h"

namespace pactable::readers::text {
namespace {

// Without a ruler only the equal widths of rows speak for a table.
constexpr double kEqualShare = 0.85;
constexpr std::size_t kFewOuterRows = 2;  // bars at both ends are no accident
constexpr std::size_t kFewRows = 3;
constexpr std::size_t kFewRowsOfTwo = 5;  // one bar a line may part anything
// Header rows above a ruler; more are rows that a ruler groups.
constexpr std::size_t kMaxHeaderRows = 3;
constexpr std::size_t kMaxSectionLines = 3;
constexpr std::size_t kMinDashes = 2;  // "| - | - |" is a row of placeholders, unless it stands below the header

using Cells = std::vector<std::pair<std::size_t, std::size_t>>;

bool blank_cell(std::string_view line, const Cells::value_type& cell) {
  return unicode::trim(line.substr(cell.first, cell.second - cell.first)).empty();
}

// The stretches between the bars; with `outer` bars the line begins and ends with one.
Cells split_bars(std::string_view line, bool outer) {
  Cells cells;
  std::size_t begin = 0;
  for (const Bar& bar : find_bars(line)) {
    const bool border = outer && begin == 0 && unicode::trim(line.substr(0, bar.begin)).empty();
    if (!border) cells.emplace_back(begin, bar.begin);
    begin = bar.end;
  }
  if (!outer || !unicode::trim(line.substr(begin)).empty()) cells.emplace_back(begin, line.size());
  return cells;
}

bool has_bar(const Line& line) {
  if (line.blank) return false;
  const std::size_t first = line.utf8.find_first_not_of(" \t");
  const bool drawn = line.utf8.find('|') != std::string_view::npos ||
                     line.utf8.find("\xE2\x94") != std::string_view::npos ||
                     line.utf8.find("\xE2\x95") != std::string_view::npos;
  if (!drawn) return false;
  const auto bars = find_bars(line.utf8);
  return !bars.empty() && (!line.tab || bars.front().begin == first);
}

bool is_ruler_line(const Line& line, bool below_header) {
  const DrawnRuler ruler = find_ruler(line.utf8);
  return ruler.found && (below_header || ruler.shortest >= kMinDashes);
}

// Whether bars stand at the ends of the rows: the ruler says so, else most of the first rows. A cell that is empty in
// the first column of a table without outer bars looks like one.
bool has_outer_bars(Lines lines) {
  constexpr std::size_t kRowsLookedAt = 20;
  std::size_t outer = 0, rows = 0;
  for (const Line& line : lines) {
    if (line.blank || rows == kRowsLookedAt) break;
    if (const DrawnRuler ruler = find_ruler(line.utf8); ruler.found) return ruler.outer;
    ++rows;
    const auto bars = find_bars(line.utf8);
    outer += !bars.empty() && unicode::trim(line.utf8.substr(0, bars.front().begin)).empty() ? 1 : 0;
  }
  return outer * 2 > rows;
}

class PipeExtent {
 public:
  PipeExtent(Lines lines, std::size_t begin)
      : lines_(lines), begin_(begin), outer_(has_bar(lines[begin]) && has_outer_bars(lines.subspan(begin))) {}

  DrawnExtent find() {
    if (!has_bar(lines_[begin_]) || is_title_ruler()) return {begin_, false, false, false};
    std::size_t end = begin_;
    while (end < lines_.size()) {
      const std::size_t next = next_member(end);
      if (next >= lines_.size()) break;
      take(next);
      end = next + 1;
    }
    if (rulers_ == 0 && rows_ < 2) return {begin_, false, false, false};
    const bool table = is_table();
    return {end, table, !table && rows_ >= kFewRows && outer_, table && markdown_};
  }

 private:
  // "----+----" without anything above it is no header's ruler; "|---|" may be the upper border of an org table.
  [[nodiscard]] bool is_title_ruler() const {
    const DrawnRuler ruler = find_ruler(lines_[begin_].utf8);
    return ruler.found && !ruler.bars;
  }

  // The line that goes on with the table at or below `from`, over a blank line or the name of a section; else npos.
  [[nodiscard]] std::size_t next_member(std::size_t from) const {
    if (is_member(from)) return from;
    std::size_t at = from;
    bool blank = false, text = false;
    while (at < lines_.size() && at - from <= kMaxSectionLines && !is_member(at)) {
      (lines_[at].blank ? blank : text) = true;
      ++at;
    }
    if (at >= lines_.size() || !is_member(at) || rows_ == 0) return std::string_view::npos;
    if (find_ruler(lines_[at].utf8).found) return std::string_view::npos;
    if (split_bars(lines_[at].utf8, outer_).size() != last_cells_) return std::string_view::npos;
    // A ruler below it makes it the header of another table.
    if (at + 1 < lines_.size() && is_ruler_line(lines_[at + 1], true) && rulers_ > 0) return std::string_view::npos;
    if (text && !name_sections(lines_, from, at, blank)) return std::string_view::npos;
    return at;
  }

  [[nodiscard]] bool is_member(std::size_t line) const {
    if (lines_[line].blank) return false;
    return has_bar(lines_[line]) || (line > begin_ && !lines_[line].tab && is_ruler_line(lines_[line], false));
  }

  void take(std::size_t line) {
    const DrawnRuler ruler = find_ruler(lines_[line].utf8);
    if (ruler.found && (rows_ == 1 || ruler.shortest >= kMinDashes)) {
      if (rulers_++ == 0) {
        header_rows_ = rows_;
        ruler_cells_ = ruler.cells;
        markdown_ = !ruler.corners;
      }
      return;
    }
    ++rows_;
    last_cells_ = split_bars(lines_[line].utf8, outer_).size();
    ++widths_[last_cells_];
  }

  [[nodiscard]] bool is_table() const {
    const auto usual = std::max_element(widths_.begin(), widths_.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    if (usual == widths_.end()) return false;
    if (rulers_ > 0) {
      return header_rows_ <= kMaxHeaderRows && (ruler_cells_ > 1 || outer_) && widths_.count(ruler_cells_) > 0;
    }
    if (usual->first < 2 || static_cast<double>(usual->second) < kEqualShare * static_cast<double>(rows_)) return false;
    if (outer_) return rows_ >= kFewOuterRows;
    return rows_ >= (usual->first == 2 ? kFewRowsOfTwo : kFewRows);
  }

  Lines lines_;
  std::size_t begin_;
  bool outer_;
  std::size_t rows_ = 0, rulers_ = 0, header_rows_ = 0, ruler_cells_ = 0, last_cells_ = 0;
  std::map<std::size_t, std::size_t> widths_;
  bool markdown_ = false;
};

class PipeReader {
 public:
  PipeReader(Lines lines, Markup markup) : lines_(lines), markup_(markup), outer_(has_outer_bars(lines)) {}

  void read(layout::Document& document) {
    find_header();
    bool blank = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank) {
        blank = true;
        continue;
      }
      if (rulers_[i]) {
        finish_row();
      } else if (!has_bar(lines_[i])) {
        finish_row();
        builder_.begin_row();
        builder_.add_cell(0, {text_block(lines_, i, markup_).paragraph}, 0);
      } else {
        add_line(i, (blank || lines_[i].new_page) && i > 0);
      }
      blank = false;
    }
    finish_row();
    wide_.report(document, "have more bars than the header; what stands behind the first cell is kept whole");
    layout::Table table = builder_.take();
    unmark_spaced_out(table);
    document.blocks.emplace_back(std::move(table));
  }

 private:
  void find_header() {
    std::size_t rows = 0;
    rulers_.assign(lines_.size(), false);
    std::map<std::size_t, std::size_t> widths;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank) continue;
      rulers_[i] = is_ruler_line(lines_[i], rows == 1 && header_rows_ == 0);
      if (rulers_[i]) {
        if (rows > 0 && header_rows_ == 0 && rows <= kMaxHeaderRows) header_rows_ = rows;
        psql_ = psql_ || find_ruler(lines_[i].utf8).corners;
      } else {
        ++rows;
        if (has_bar(lines_[i])) ++widths[split_bars(lines_[i].utf8, outer_).size()];
        if (rows == 1) columns_ = split_bars(lines_[i].utf8, outer_).size();
      }
    }
    if (header_rows_ > 0) return;
    for (const auto& [width, count] : widths) {
      if (count > widths[columns_]) columns_ = width;
    }
  }

  // psql ends a cell with "+" right before its bar where the value goes on in the next line.
  [[nodiscard]] bool goes_on(std::string_view line, std::pair<std::size_t, std::size_t> cell) const {
    return psql_ && cell.second > cell.first && line[cell.second - 1] == '+';
  }

  void add_line(std::size_t i, bool after_break) {
    const std::string_view line = lines_[i].utf8;
    Cells cells = split_bars(line, outer_);
    while (cells.size() > columns_ && blank_cell(line, cells.back())) cells.pop_back();
    if (cells.size() > columns_) {
      finish_row();
      add_whole_row(i, cells);
      return;
    }
    if (!continues_) {
      finish_row();
      builder_.begin_row({.after_break = after_break});
      open_.assign(cells.size(), WrappedCell(markup_));
    }
    if (open_.size() < cells.size()) open_.resize(cells.size(), WrappedCell(markup_));
    continues_ = false;
    LineCursor cursor(lines_[i]);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      auto [begin, end] = cells[c];
      const bool on = goes_on(line, cells[c]);
      continues_ = continues_ || on;
      if (!blank_cell(line, cells[c])) open_[c].add(cursor, begin, on ? end - 1 : end);
      open_[c].break_line();
    }
  }

  // Nobody can tell which of the bars is no border: better no column than the wrong one.
  void add_whole_row(std::size_t i, const Cells& cells) {
    wide_.add(lines_[i].number);
    WrappedCell first(markup_), rest(markup_);
    LineCursor cursor(lines_[i]);
    first.add(cursor, cells[0].first, cells[0].second);
    rest.add(cursor, cells[1].first, cells.back().second);
    builder_.begin_row();
    builder_.add_cell(0, first.take());
    builder_.add_cell(1, rest.take(), 0);
  }

  void finish_row() {
    for (std::size_t c = 0; c < open_.size(); ++c) builder_.add_cell(static_cast<int>(c), open_[c].take());
    if (!open_.empty() && static_cast<std::size_t>(builder_.rows()) <= header_rows_) builder_.mark_header();
    open_.clear();
    continues_ = false;
  }

  static void unmark_spaced_out(layout::Table& table) {
    const auto breaks =
        std::count_if(table.rows.begin(), table.rows.end(), [](const auto& row) { return row.after_break; });
    if (table.rows.size() <= 2 || static_cast<std::size_t>(breaks) * 2 <= table.rows.size()) return;
    for (layout::Row& row : table.rows) row.after_break = false;
  }

  Lines lines_;
  Markup markup_;
  bool outer_;
  TableBuilder builder_;
  UnsureLines wide_;
  std::vector<WrappedCell> open_;
  std::vector<bool> rulers_;
  std::size_t header_rows_ = 0, columns_ = 0;
  bool psql_ = false, continues_ = false;
};

}  // namespace

DrawnExtent pipe_table_extent(Lines lines, std::size_t begin) { return PipeExtent(lines, begin).find(); }

void read_pipe_table(Lines lines, Markup markup, layout::Document& document) {
  PipeReader(lines, markup).read(document);
}

}  // namespace pactable::readers::text
