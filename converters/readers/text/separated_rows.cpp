// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/separated_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/unicode.h"
#include "readers/text/notes.h"
#include "readers/text/row_items.h"
#include "readers/text/stretches.h"
#include "readers/text/table_builder.h"
#include "readers/text/unsure.h"

namespace pactable::readers::text {
namespace {

// Wider than any printed table; keeps a line of a million tabs from becoming a grid.
constexpr int kMaxColumns = 256;

using Items = std::vector<RowItem>;

int usual_cell_count(Items::const_iterator begin, Items::const_iterator end) {
  std::map<int, int> counts;
  for (; begin != end; ++begin) {
    if (!begin->section) ++counts[begin->cells];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : most->first;
}

class SeparatedRows {
 public:
  SeparatedRows(Lines lines, const SeparatedForm& form, layout::Document& document)
      : lines_(lines), form_(form), document_(document) {}

  void read() {
    for (const RowItem& item : find_row_items(lines_, form_)) {
      if (!item.text) {
        rows_.push_back(item);
        continue;
      }
      finish_rows();
      if (item.fields)
        add_padded_text(item);
      else
        document_.blocks.emplace_back(text_block(lines_, item.line));
    }
    finish_rows();
    open_quotes_.report(document_, "begin a cell with a quotation mark that nothing closes; it is kept as printed",
                        "TEXT-QUOTE-OPEN");
  }

 private:
  void add_padded_text(const RowItem& item) {
    read_record(lines_, item.line, form_.separation, record_);
    for (auto& cell : field_paragraphs(lines_, record_)) {
      for (layout::Paragraph& paragraph : cell) {
        layout::TextBlock block;
        block.paragraph = std::move(paragraph);
        document_.blocks.emplace_back(std::move(block));
      }
    }
  }

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
      add_table(begin, end);
      begin = end;
    }
    rows_.clear();
  }

  [[nodiscard]] Items::const_iterator next_break(Items::const_iterator from) const {
    return std::find_if(from + 1, rows_.cend(), [](const RowItem& row) { return row.break_before; });
  }

  // A tab at the beginning and none inside is an indented paragraph, unless table rows stand around it.
  [[nodiscard]] bool is_indented_prose(Items::const_iterator begin, Items::const_iterator end) const {
    return form_.separation.separator == '\t' && std::all_of(begin, end, [&](const RowItem& row) {
             return row.cells == 2 && lines_[row.line].utf8.front() == '\t';
           });
  }

  void add_table(Items::const_iterator begin, Items::const_iterator end) {
    if (is_indented_prose(begin, end)) {
      for (; begin != end; ++begin) document_.blocks.emplace_back(text_block(lines_, begin->line));
      return;
    }
    const auto breaks = std::count_if(begin + 1, end, [](const RowItem& row) { return row.break_before; });
    const auto sections = std::count_if(begin, end, [](const RowItem& row) { return row.section; });
    const auto rows = end - begin - sections;
    const bool spaced_out = rows > 2 && breaks * 2 > rows;
    header_cells_ = begin->full ? begin->cells : 0;
    for (auto row = begin; row != end; ++row) add_row(*row, spaced_out);
    wide_.report(document_,
                 form_.usual_fields > 0
                     ? "have more separators than the other rows; what stands behind the first cell is kept whole"
                     : "have more cells than the first row of their table");
    layout::Table table = builder_.take();
    // The first row goes on after a break only where an earlier table had the same columns.
    layout::Row& first = table.rows.front();
    first.after_break = first.after_break && table.column_count == last_column_count_;
    last_column_count_ = table.column_count;
    document_.blocks.emplace_back(std::move(table));
  }

  void add_row(const RowItem& row, bool spaced_out) {
    layout::Row drawn;
    drawn.after_break = row.break_before && !spaced_out && form_.blank_lines_break;
    builder_.begin_row(drawn);
    if (row.section) {
      builder_.add_cell(0, {text_block(lines_, row.line).paragraph}, 0);
      return;
    }
    read_record(lines_, row.line, form_.separation, record_);
    if (record_.open_quote) open_quotes_.add(lines_[row.line].number);
    if (form_.usual_fields > 0 && row.cells > form_.usual_fields && filled_behind(form_.usual_fields)) {
      add_whole_row();
      return;
    }
    auto cells = field_paragraphs(lines_, record_);
    if (row.cells > kMaxColumns) bound_cells(cells, lines_[row.line].number);
    int filled = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].empty()) filled = static_cast<int>(i) + 1;
      builder_.add_cell(static_cast<int>(i), std::move(cells[i]));
    }
    if (header_cells_ > 0 && filled > header_cells_) wide_.add(lines_[row.line].number);
  }

  [[nodiscard]] bool filled_behind(int fields) const {
    for (std::size_t f = static_cast<std::size_t>(fields); f < record_.fields.size(); ++f) {
      if (!record_.blank(lines_, f)) return true;
    }
    return false;
  }

  // Nobody can tell which of the separators stand inside a cell: better no column than the wrong one.
  void add_whole_row() {
    wide_.add(lines_[record_.first_line].number);
    layout::Text first, rest;
    const FieldPiece& head = record_.pieces.front();
    LineCursor cursor(lines_[head.line]);
    const bool single = record_.first_line == record_.last_line;
    if (single) cursor.append(first, head.begin, head.end);
    cursor.append(rest, single ? record_.pieces[record_.fields[0].last].begin : 0, cursor.line().utf8.size());
    for (std::size_t i = head.line + 1; i <= record_.last_line; ++i) {
      LineCursor(lines_[i]).append(rest, 0, lines_[i].utf8.size(), "\n");
    }
    if (!single) {
      builder_.add_cell(0, {with_markup(std::move(rest), Markup::kPlain)}, 0);
      return;
    }
    builder_.add_cell(0, {with_markup(std::move(first), Markup::kPlain)});
    builder_.add_cell(1, {with_markup(std::move(rest), Markup::kPlain)}, 0);
  }

  void bound_cells(std::vector<std::vector<layout::Paragraph>>& cells, int line) {
    document_.oddities.push_back(
        {"TXT-COLUMNS",
         fmt::format("a line has {} cells; those after the first {} were put into the last", cells.size(), kMaxColumns),
         LinePlace{line, kMaxColumns, 0, 0}});
    auto& last = cells[kMaxColumns - 1];
    for (std::size_t i = kMaxColumns; i < cells.size(); ++i) {
      for (layout::Paragraph& paragraph : cells[i]) last.push_back(std::move(paragraph));
    }
    cells.resize(kMaxColumns);
  }

  Lines lines_;
  const SeparatedForm& form_;
  layout::Document& document_;
  Items rows_;
  Record record_;
  TableBuilder builder_;
  UnsureLines wide_, open_quotes_;
  int header_cells_ = 0;
  int last_column_count_ = 0;
};

}  // namespace

void read_separated_rows(Lines lines, const SeparatedForm& form, layout::Document& document) {
  SeparatedRows(lines, form, document).read();
}

}  // namespace pactable::readers::text
