// SPDX-License-Identifier: GPL-3.0-or-later
// What: dumps in which every cell stands on a line of its own, or in a paragraph of its own, without any sign of where
// a row begins.
#include <algorithm>

#include "core/unicode.h"
#include "readers/text/dump_kind.h"
#include "readers/text/notes.h"
#include "readers/text/periods.h"
#include "readers/text/table_builder.h"
#include "readers/text/unsure.h"
#include "readers/text/wrapped_cell.h"

namespace pactable::readers::text {
namespace {

struct Reading {
  CellSequence sequence;
  SequenceTable table;
  double score = 0;
};

Reading reading_of(Lines lines, bool paragraphs) {
  Reading reading;
  reading.sequence = cell_sequence(lines, paragraphs);
  reading.table = find_periodic_rows(reading.sequence);
  if (reading.table.columns == 0) return reading;
  const auto& cells = reading.sequence.cells;
  std::size_t covered = 0;
  for (std::size_t c = reading.table.begin; c < reading.table.end; ++c) covered += cells[c].last - cells[c].first;
  reading.score = reading.table.regular * static_cast<double>(covered) /
                  static_cast<double>(std::max<std::size_t>(filled_lines(lines), 1));
  return reading;
}

// A line a cell and a paragraph a cell are tried; where all paragraphs have one line they are the same.
Reading best_reading(Lines lines) {
  Reading paragraphs = reading_of(lines, true);
  Reading each_line = reading_of(lines, false);
  const bool doubtful = paragraphs.table.doubtful || each_line.table.doubtful;
  Reading& best = paragraphs.score >= each_line.score ? paragraphs : each_line;
  best.table.doubtful = best.table.columns == 0 && doubtful;
  return std::move(best);
}

class CellPerLine {
 public:
  CellPerLine(Lines lines, layout::Document& document) : lines_(lines), document_(document) {}

  void read() {
    const Reading reading = best_reading(lines_);
    sequence_ = &reading.sequence;
    add_texts(0, reading.table.begin);
    for (const SequenceRow& row : reading.table.rows) add_row(row, reading.table);
    builder_.widen(static_cast<int>(reading.table.columns));
    unsure_.report(document_, "begin a row whose cells could not be told apart; they are kept together");
    document_.blocks.emplace_back(builder_.take());
    add_texts(reading.table.end, reading.sequence.cells.size());
  }

 private:
  void add_texts(std::size_t first, std::size_t last) {
    for (std::size_t c = first; c < last; ++c) {
      for (std::size_t i = sequence_->cells[c].first; i < sequence_->cells[c].last; ++i) {
        document_.blocks.emplace_back(text_block(lines_, i));
      }
    }
  }

  void add_row(const SequenceRow& row, const SequenceTable& table) {
    builder_.begin_row();
    switch (row.use) {
      case SequenceRow::Use::kSection: builder_.add_cell(0, paragraphs(row.first), 0); break;
      case SequenceRow::Use::kUnsure: {
        unsure_.add(lines_[sequence_->cells[row.first].first].number);
        builder_.add_cell(0, paragraphs(row.first));
        std::vector<layout::Paragraph> rest;
        for (std::size_t c = row.first + 1; c < row.last; ++c) append(rest, paragraphs(c));
        if (!rest.empty()) builder_.add_cell(1, std::move(rest), 0);
        break;
      }
      default: {
        const std::size_t shift = row.use == SequenceRow::Use::kHeader && table.blank_first_header ? 1 : 0;
        for (std::size_t c = row.first; c < row.last;) {
          const std::size_t column = row.columns.empty() ? c - row.first + shift : row.columns[c - row.first];
          std::vector<layout::Paragraph> cell;
          do {
            append(cell, paragraphs(c++));
          } while (c < row.last && !row.columns.empty() && row.columns[c - row.first] == column);
          builder_.add_cell(static_cast<int>(column), std::move(cell));
        }
      }
    }
  }

  static void append(std::vector<layout::Paragraph>& to, std::vector<layout::Paragraph> from) {
    for (layout::Paragraph& paragraph : from) to.push_back(std::move(paragraph));
  }

  [[nodiscard]] std::vector<layout::Paragraph> paragraphs(std::size_t cell) const {
    WrappedCell text;
    for (std::size_t i = sequence_->cells[cell].first; i < sequence_->cells[cell].last; ++i) {
      LineCursor cursor(lines_[i]);
      text.add(cursor, 0, lines_[i].utf8.size());
    }
    return text.take();
  }

  Lines lines_;
  layout::Document& document_;
  const CellSequence* sequence_ = nullptr;
  TableBuilder builder_;
  UnsureLines unsure_;
};

}  // namespace

Evidence weigh_cell_per_line(Lines lines) {
  // Tabs part cells already.
  if (std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.tab; })) return {};
  const Reading reading = best_reading(lines);
  Evidence evidence;
  evidence.score = reading.score;
  if (reading.table.doubtful) {
    evidence.doubt = "lines look like the cells of a table, one a line, but its rows could not be told; kept as text";
    evidence.doubt_line = lines.front().number;
  }
  return evidence;
}

void read_cell_per_line(Lines lines, layout::Document& document) { CellPerLine(lines, document).read(); }

}  // namespace pactable::readers::text
