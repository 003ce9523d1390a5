// SPDX-License-Identifier: GPL-3.0-or-later
// What: dumps whose columns are set apart by runs of spaces, as pdftotext -layout and typewriters set them.
#include <algorithm>

#include "core/unicode.h"
#include "readers/text/dump_kind.h"
#include "readers/text/notes.h"
#include "readers/text/spaced_blocks.h"
#include "readers/text/spaced_rows.h"
#include "readers/text/table_builder.h"
#include "readers/text/unsure.h"
#include "readers/text/wrapped_cell.h"

namespace pactable::readers::text {
namespace {

class SpacedReader {
 public:
  SpacedReader(Lines lines, layout::Document& document) : lines_(lines), document_(document) {}

  void read() {
    const SpacedParts found = find_spaced_parts(lines_);
    for (const SpacedPart& part : found.parts) {
      if (part.table())
        add_table(part);
      else
        add_text(part);
    }
    crossing_.report(document_, "have a cell that reaches into the next column");
    unsure_.report(document_, "may begin a row of the table or go on with the one above");
  }

 private:
  void add_text(const SpacedPart& part) {
    layout::TextBlock block = text_block(lines_, part.lines.front().line);
    if (part.furniture) block.furniture = layout::Furniture::kRunningHead;
    text_between_ = text_between_ || !part.furniture;
    document_.blocks.emplace_back(std::move(block));
  }

  // A table that goes on behind a page break keeps its columns; its repeated header has the words of the first.
  void add_table(const SpacedPart& part) {
    const auto columns = static_cast<int>(part.columns.count());
    const bool repeated = header_lines_ > 0 && columns == columns_ && header_lines_ <= part.lines.size() &&
                          row_words(part, 0, header_lines_) == header_;
    // Notes may stand at the foot of the page before.
    bool goes_on = part.new_page && columns == columns_ && (repeated || !text_between_);
    const SpacedRows rows = find_spaced_rows(lines_, part, repeated ? header_lines_ : 0);
    for (const std::size_t i : rows.unsure) unsure_.add(lines_[part.lines[i].line].number);
    columns_ = columns;
    text_between_ = false;
    for (std::size_t begin = 0; begin < part.lines.size();) {
      std::size_t end = begin + 1;
      while (end < part.lines.size() && !rows.begins[end]) ++end;
      if (begin == 0 && !goes_on && !repeated) {
        header_ = row_words(part, begin, end);
        header_lines_ = end - begin;
      }
      add_row(part, begin, end);
      builder_.last_row().repeated_header = repeated && goes_on && begin == 0;
      // Below a repeated header a row may go on too.
      builder_.last_row().after_break = goes_on && !builder_.last_row().repeated_header;
      goes_on = goes_on && builder_.last_row().repeated_header;
      begin = end;
    }
    builder_.widen(columns);
    document_.blocks.emplace_back(builder_.take());
  }

  [[nodiscard]] std::string row_words(const SpacedPart& part, std::size_t begin, std::size_t end) const {
    std::string words;
    for (std::size_t i = begin; i < end; ++i) words += unicode::collapse_space(lines_[part.lines[i].line].utf8) + "\n";
    // Note marks stand in the first of repeated headers only.
    std::erase_if(words, [](char c) { return c >= '0' && c <= '9'; });
    return words;
  }

  void add_row(const SpacedPart& part, std::size_t begin, std::size_t end) {
    builder_.begin_row();
    if (part.lines[begin].section) {
      builder_.add_cell(0, {text_block(lines_, part.lines[begin].line).paragraph}, 0);
      return;
    }
    std::vector<WrappedCell> cells(part.columns.count());
    for (std::size_t i = begin; i < end; ++i) {
      const Line& line = lines_[part.lines[i].line];
      const Placed placed = part.columns.place(line, split_segments(line));
      if (placed.crosses) crossing_.add(line.number);
      LineCursor cursor(line);
      for (const Piece& piece : placed.pieces) cells[piece.column].add(cursor, piece.first, piece.last);
    }
    for (std::size_t c = 0; c < cells.size(); ++c) builder_.add_cell(static_cast<int>(c), cells[c].take());
  }

  Lines lines_;
  layout::Document& document_;
  TableBuilder builder_;
  UnsureLines crossing_, unsure_;
  std::string header_;  // words of the first row of the table that may go on
  std::size_t header_lines_ = 0;
  int columns_ = 0;
  bool text_between_ = true;
};

}  // namespace

Evidence weigh_spaced_columns(Lines lines) {
  const SpacedParts found = find_spaced_parts(lines);
  Evidence evidence;
  if (found.table_lines > 0) {
    const double regular = 1 - static_cast<double>(found.crossing_lines) / static_cast<double>(found.table_lines);
    evidence.score = regular * static_cast<double>(found.table_lines) /
                     static_cast<double>(std::max<std::size_t>(filled_lines(lines), 1));
  } else if (found.doubtful_line > 0) {
    evidence.doubt =
        "lines look like a table with columns separated by spaces, but do not keep to columns; kept as text";
    evidence.doubt_line = found.doubtful_line;
  }
  return evidence;
}

void read_spaced_columns(Lines lines, layout::Document& document) { SpacedReader(lines, document).read(); }

}  // namespace pactable::readers::text
