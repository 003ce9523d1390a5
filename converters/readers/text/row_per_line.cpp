// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/row_per_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/unicode.h"
#include "readers/text/line_cells.h"

namespace pactable::readers::text {
namespace {

// Wider than any printed table; keeps a line of a million tabs from becoming a grid.
constexpr int kMaxColumns = 256;

struct RowLine {
  std::size_t line = 0;  // index into the lines
  bool break_before = false;
  int cells = 0;
  bool full = false;  // text in every cell
};

RowLine row_line(const std::vector<Line>& lines, std::size_t index, bool break_before) {
  const auto stretches = split_tabs(lines[index]);
  const bool full =
      std::none_of(stretches.begin(), stretches.end(), [](std::string_view s) { return unicode::trim(s).empty(); });
  return {index, break_before, static_cast<int>(stretches.size()), full};
}

int usual_cell_count(std::vector<RowLine>::const_iterator begin, std::vector<RowLine>::const_iterator end) {
  std::map<int, int> counts;
  for (; begin != end; ++begin) ++counts[begin->cells];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : most->first;
}

// A tab at the beginning and none inside is an indented paragraph, unless table rows stand around it.
bool is_indented_prose(const std::vector<Line>& lines, const std::vector<RowLine>& rows) {
  return std::all_of(rows.begin(), rows.end(),
                     [&](const RowLine& row) { return row.cells == 2 && lines[row.line].utf8.front() == '\t'; });
}

class RowPerLine {
 public:
  RowPerLine(const std::vector<Line>& lines, layout::Document& document) : lines_(lines), document_(document) {}

  void read() {
    bool blank_before = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank) {
        blank_before = true;
        continue;
      }
      if (lines_[i].has_tab()) {
        rows_.push_back(row_line(lines_, i, blank_before || lines_[i].new_page));
      } else {
        finish_rows();
        document_.blocks.emplace_back(text_block(lines_, i));
      }
      blank_before = false;
    }
    finish_rows();
  }

 private:
  // Tables that only a blank line parts: the stretch below has another usual width and begins with a full row, its
  // header.
  void finish_rows() {
    auto begin = rows_.cbegin();
    while (begin != rows_.cend()) {
      auto group_end = next_break(begin);
      auto end = group_end;
      const int usual = usual_cell_count(begin, group_end);
      while (end != rows_.cend()) {
        group_end = next_break(end);
        if (end->full && end->cells != usual && std::distance(end, group_end) > 1 &&
            usual_cell_count(end, group_end) == end->cells) {
          break;
        }
        end = group_end;
      }
      add_table(std::vector<RowLine>(begin, end));
      begin = end;
    }
    rows_.clear();
  }

  [[nodiscard]] std::vector<RowLine>::const_iterator next_break(std::vector<RowLine>::const_iterator from) const {
    return std::find_if(from + 1, rows_.cend(), [](const RowLine& row) { return row.break_before; });
  }

  void add_table(const std::vector<RowLine>& rows) {
    if (is_indented_prose(lines_, rows)) {
      for (const RowLine& row : rows) document_.blocks.emplace_back(text_block(lines_, row.line));
      return;
    }
    const auto breaks =
        std::count_if(rows.begin() + 1, rows.end(), [](const RowLine& row) { return row.break_before; });
    const bool spaced_out = rows.size() > 2 && static_cast<std::size_t>(breaks) * 2 > rows.size();
    layout::Table table;
    for (const RowLine& row : rows) add_row(table, row, spaced_out);
    // The first row goes on after a break only where an earlier table had the same columns.
    layout::Row& first = table.rows.front();
    first.after_break = first.after_break && table.column_count == last_column_count_;
    last_column_count_ = table.column_count;
    document_.blocks.emplace_back(std::move(table));
  }

  void add_row(layout::Table& table, const RowLine& row, bool spaced_out) {
    const Line& line = lines_[row.line];
    const auto stretches = split_tabs(line);
    const int row_index = static_cast<int>(table.rows.size());
    if (row.cells > kMaxColumns) {
      document_.oddities.push_back(
          {"TXT-COLUMNS",
           fmt::format("a line has {} cells; those after the first {} were put into the last", row.cells, kMaxColumns),
           LinePlace{line.number, kMaxColumns, 0, 0}});
    }
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      const int index = static_cast<int>(i);
      layout::Text text = cell_text(stretches[i], line.number, index);
      if (index < kMaxColumns) {
        layout::Cell cell;
        cell.row = row_index;
        cell.column = index;
        table.cells.push_back(std::move(cell));
      }
      if (!text.empty()) table.cells.back().paragraphs.push_back({std::move(text), {}, 0, 0});
    }
    layout::Row drawn;
    drawn.after_break = row.break_before && !spaced_out;
    table.rows.push_back(drawn);
    table.column_count = std::max(table.column_count, std::min(row.cells, kMaxColumns));
  }

  const std::vector<Line>& lines_;
  layout::Document& document_;
  std::vector<RowLine> rows_;
  int last_column_count_ = 0;
};

}  // namespace

void read_row_per_line(const std::vector<Line>& lines, layout::Document& document) {
  RowPerLine(lines, document).read();
}

}  // namespace pactable::readers::text
