// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a column whose cells are never wrapped (labels, codes, dates) anchors the rows: a line in which it is filled
// begins one. Where no such column is found, lines with most columns filled do. Cells that are centred beside a long
// text stand below its first line; then the texts say where rows begin.
#include "readers/text/spaced_rows.h"

#include <algorithm>
#include <optional>

#include "core/unicode.h"
#include "readers/text/cell_sequence.h"
#include "readers/text/notes.h"

namespace pactable::readers::text {
namespace {

constexpr double kLabelShare = 0.6;  // of the cells of a column of labels
constexpr std::size_t kAtomic = 4;   // a cell with so few letters is never wrapped
constexpr double kAtomicShare = 0.9;
constexpr double kFullLines = 0.8;     // mean share of filled columns where no cell is wrapped
constexpr double kContrast = 0.15;     // of filled columns in lines with and without the anchor
constexpr double kWholeLine = 0.75;    // a line that fills so much of the columns begins a row, anchor or not
constexpr double kSpacedOut = 0.8;     // of the rows with a blank line before them
constexpr double kCentredShare = 0.1;  // of the texts beside labels that begin inside a sentence
constexpr std::size_t kFewLabels = 3;
constexpr std::size_t kFewLedTexts = 2;
constexpr double kLedShare = 0.5;  // of the rows that the fullest lines begin

struct LineCells {
  std::vector<Piece> pieces;
  std::size_t filled = 0;
  [[nodiscard]] const Piece* at(std::size_t column) const {
    const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.column == column; });
    return found == pieces.end() ? nullptr : &*found;
  }
};

struct ColumnUse {
  std::size_t filled = 0, labels = 0, atomic = 0, words = 0;
  std::size_t filled_with = 0;  // filled columns of the lines in which it is filled
};

bool is_lower(std::string_view text) {
  const auto code_points = unicode::to_code_points(text.substr(0, 4));
  if (code_points.empty() || !unicode::is_letter(code_points[0])) return false;
  const std::string first = unicode::to_utf8(code_points.substr(0, 1));
  return first == unicode::fold(first) && code_points[0] < 0x3000;
}

class RowFinder {
 public:
  RowFinder(Lines lines, const SpacedPart& part, std::size_t header_lines)
      : lines_(lines), part_(part), header_lines_(header_lines), uses_(part.columns.count()) {}

  SpacedRows find() {
    count();
    rows_.begins.assign(part_.lines.size(), false);
    choose_anchor();
    if (centred() && begin_by_texts()) return std::move(rows_);
    begin_by_anchor();
    return std::move(rows_);
  }

 private:
  [[nodiscard]] LineCells cells(std::size_t index) const {
    const Line& line = lines_[part_.lines[index].line];
    LineCells cells;
    cells.pieces = part_.columns.place(line, split_segments(line)).pieces;
    for (std::size_t p = 0; p < cells.pieces.size(); ++p) {
      cells.filled += p == 0 || cells.pieces[p].column != cells.pieces[p - 1].column ? 1 : 0;
    }
    return cells;
  }

  [[nodiscard]] std::string_view text(std::size_t index, const Piece& piece) const {
    return unicode::trim(lines_[part_.lines[index].line].utf8.substr(piece.first, piece.last - piece.first));
  }

  // The first line is the header more often than not, and says nothing about the cells below.
  void count() {
    for (std::size_t i = 1; i < part_.lines.size(); ++i) {
      if (part_.lines[i].section) continue;
      const LineCells line = cells(i);
      ++counted_;
      all_filled_ += line.filled;
      led_lines_ += is_led(i, line) ? 1 : 0;
      for (const Piece& piece : line.pieces) {
        ColumnUse& use = uses_[piece.column];
        const std::string_view cell = text(i, piece);
        ++use.filled;
        use.filled_with += line.filled;
        use.labels += is_label(cell) ? 1 : 0;
        use.atomic += unicode::length(cell) <= kAtomic ? 1 : 0;
        use.words += unicode::split_space(cell).size();
      }
    }
  }

  [[nodiscard]] static bool is_share(std::size_t part, std::size_t whole, double share) {
    return whole > 0 && static_cast<double>(part) >= share * static_cast<double>(whole);
  }

  void choose_anchor() {
    const auto columns = static_cast<double>(uses_.size());
    if (counted_ == 0 || static_cast<double>(all_filled_) >= kFullLines * columns * static_cast<double>(counted_)) {
      every_line_ = true;
      return;
    }
    for (std::size_t c = 0; c < uses_.size(); ++c) {
      // Texts further left that begin with numbers are the rows; the labels beside them are a list in a cell.
      if (c > 0 && led_lines_ >= kFewLedTexts) break;
      if (uses_[c].filled >= 2 && is_share(uses_[c].labels, uses_[c].filled, kLabelShare)) {
        anchor_ = c;
        labels_ = true;
        return;
      }
    }
    double best = kContrast * columns;
    for (std::size_t c = 0; c < uses_.size(); ++c) {
      const ColumnUse& use = uses_[c];
      if (use.filled < 1 || use.filled == counted_) continue;
      const double with = static_cast<double>(use.filled_with) / static_cast<double>(use.filled);
      const double without =
          static_cast<double>(all_filled_ - use.filled_with) / static_cast<double>(counted_ - use.filled);
      if (with - without <= best) continue;
      best = with - without;
      anchor_ = c;
    }
    // Texts that begin with numbers say more than how many columns a line fills.
    by_led_texts_ = led_lines_ >= kFewLedTexts && (!anchor_ || is_share(led_lines_, uses_[*anchor_].filled, kLedShare));
    every_line_ = !anchor_ && !by_led_texts_;
    if (every_line_) rows_.unsure.push_back(0);
  }

  // "1.1. Survey …": a text in any column that begins with a number of the plan.
  [[nodiscard]] bool is_led(std::size_t index, const LineCells& line) const {
    return std::any_of(line.pieces.begin(), line.pieces.end(), [&](const Piece& piece) {
      const std::string_view cell = text(index, piece);
      const std::string_view word = cell.substr(0, cell.find(' '));
      return word.find('.') != std::string_view::npos && word.size() < cell.size() && label_path(word).depth > 0;
    });
  }

  [[nodiscard]] bool is_atomic(std::size_t column) const {
    return uses_[column].filled >= 2 && is_share(uses_[column].atomic, uses_[column].filled, kAtomicShare);
  }

  // The column of the longest texts right of the anchor.
  [[nodiscard]] std::optional<std::size_t> text_column() const {
    std::optional<std::size_t> found;
    for (std::size_t c = *anchor_ + 1; c < uses_.size(); ++c) {
      if (!found || uses_[c].words > uses_[*found].words) found = c;
    }
    return found;
  }

  // Labels beside texts that begin inside a sentence stand in the middle of their rows.
  [[nodiscard]] bool centred() const {
    if (!labels_ || every_line_) return false;
    const auto column = text_column();
    std::size_t labels = 0, inside = 0;
    for (std::size_t i = 1; i < part_.lines.size(); ++i) {
      const LineCells line = cells(i);
      const Piece* label = line.at(*anchor_);
      if (part_.lines[i].section || label == nullptr || !is_label(text(i, *label)) || !column) continue;
      ++labels;
      const Piece* beside = line.at(*column);
      inside += beside == nullptr || is_lower(text(i, *beside)) ? 1 : 0;
    }
    return labels >= kFewLabels && is_share(inside, labels, kCentredShare);
  }

  // A row begins where its text does: behind a blank line, or with a capital below a text that has come to its end.
  // Good only if each row so found has exactly one label.
  bool begin_by_texts() {
    const std::size_t column = *text_column();
    std::vector<bool> begins(part_.lines.size(), false);
    std::size_t labels = 0, rows = 0, labels_in_row = 1;
    bool fits = true;
    bool open = false;  // the header is behind us
    for (std::size_t i = 0; i < part_.lines.size(); ++i) {
      if (part_.lines[i].section) {
        begins[i] = true;
        fits = fits && labels_in_row == 1;
        labels_in_row = 1;
        open = false;
        continue;
      }
      const LineCells line = cells(i);
      const Piece* cell = line.at(column);
      const Piece* label = line.at(*anchor_);
      const bool labelled = label != nullptr && is_label(text(i, *label));
      const bool starts = i == 0 || !open || part_.lines[i].blank_before ||
                          (cell != nullptr && !is_lower(text(i, *cell)) && labels_in_row > 0);
      if (starts) {
        begins[i] = true;
        fits = fits && (i == 0 || labels_in_row == 1);
        labels_in_row = i == 0 ? 1 : 0;
        open = true;
        ++rows;
      }
      labels_in_row += labelled ? 1 : 0;
      labels += labelled ? 1 : 0;
    }
    fits = fits && labels_in_row == 1 && rows == labels + 1;
    if (fits)
      rows_.begins = std::move(begins);
    else
      rows_.unsure.push_back(0);
    return fits;
  }

  [[nodiscard]] bool is_row_line(std::size_t index) const {
    const LineCells line = cells(index);
    return by_led_texts_ ? is_led(index, line) : line.at(*anchor_) != nullptr;
  }

  [[nodiscard]] bool spaced_out() const {
    std::size_t rows = 0, apart = 0;
    for (std::size_t i = 1; i < part_.lines.size(); ++i) {
      if (part_.lines[i].section || !is_row_line(i)) continue;
      ++rows;
      apart += part_.lines[i].blank_before ? 1 : 0;
    }
    return rows >= 2 && is_share(apart, rows, kSpacedOut);
  }

  void begin_by_anchor() {
    const bool blanks_part = !every_line_ && spaced_out();
    std::vector<bool> taken(uses_.size(), false);  // atomic columns filled in the open row
    bool anchored = false;                         // a row with an anchor has begun
    for (std::size_t i = 0; i < part_.lines.size(); ++i) {
      if (part_.lines[i].section) {
        rows_.begins[i] = true;
        taken.assign(uses_.size(), false);
        continue;
      }
      const LineCells line = cells(i);
      const bool behind_section = i > 0 && part_.lines[i - 1].section;
      bool begins = i == 0 || every_line_ || behind_section || is_anchored(i, line, taken, anchored);
      begins = begins || (blanks_part && part_.lines[i].blank_before) || (i > 0 && i == header_lines_) ||
               is_heading(i, line);
      const bool whole =
          line.filled >= 2 && static_cast<double>(line.filled) >= kWholeLine * static_cast<double>(uses_.size());
      const bool parted = part_.lines[i].blank_before && 2 * line.filled >= uses_.size();
      if (!begins && (anchored || by_led_texts_) && (parted || (whole && !is_wrapped(i, line)))) {
        begins = true;
        if (!parted) rows_.unsure.push_back(i);
      }
      rows_.begins[i] = begins;
      if (begins) taken.assign(uses_.size(), false);
      anchored = anchored || (anchor_ && line.at(*anchor_) != nullptr);
      for (const Piece& piece : line.pieces) taken[piece.column] = taken[piece.column] || is_atomic(piece.column);
    }
  }

  // One short text that the line above had room for, with a row of its own below it: no line was wrapped there, so it
  // is a heading in the column of the texts.
  [[nodiscard]] bool is_heading(std::size_t index, const LineCells& line) const {
    if (every_line_ || !anchor_ || by_led_texts_ || index + 1 == part_.lines.size() || line.pieces.size() != 1 ||
        part_.lines[index - 1].section) {
      return false;
    }
    const Piece& piece = line.pieces.front();
    const std::string_view heading = text(index, piece);
    const LineCells above = cells(index - 1), below = cells(index + 1);
    const Piece* before = above.at(piece.column);
    const bool row_below = part_.lines[index + 1].section || below.at(*anchor_) != nullptr;
    if (before == nullptr || !row_below || piece.column == *anchor_ || is_lower(heading)) return false;
    if (heading.ends_with('.') || heading.ends_with(';') || heading.ends_with(',')) return false;
    return had_room(text(index - 1, *before), heading, piece.column);
  }

  // True where the first word below would have stood in the line above.
  [[nodiscard]] bool had_room(std::string_view above, std::string_view below, std::size_t column) const {
    const std::size_t word = unicode::length(below.substr(0, below.find(' ')));
    return unicode::length(above) + 1 + word <= part_.columns.width(column);
  }

  // Half of the texts of the line go on with texts that had no room above.
  [[nodiscard]] bool is_wrapped(std::size_t index, const LineCells& line) const {
    const LineCells above = cells(index - 1);
    std::size_t wrapped = 0;
    for (const Piece& piece : line.pieces) {
      const Piece* before = above.at(piece.column);
      wrapped += before != nullptr && !had_room(text(index - 1, *before), text(index, piece), piece.column) ? 1 : 0;
    }
    return 2 * wrapped >= line.pieces.size();
  }

  // Lines above the first anchor are the upper lines of a header, unless what the anchor begins is a row of data.
  [[nodiscard]] bool is_anchored(std::size_t index, const LineCells& line, const std::vector<bool>& taken,
                                 bool anchored) const {
    if (by_led_texts_ && is_led(index, line)) return true;
    const Piece* anchor = anchor_ && !by_led_texts_ ? line.at(*anchor_) : nullptr;
    if (anchor != nullptr) return anchored || !labels_ || is_label(text(index, *anchor));
    return std::any_of(line.pieces.begin(), line.pieces.end(),
                       [&](const Piece& piece) { return taken[piece.column] && is_atomic(piece.column); });
  }

  Lines lines_;
  const SpacedPart& part_;
  std::size_t header_lines_;
  std::vector<ColumnUse> uses_;
  SpacedRows rows_;
  std::optional<std::size_t> anchor_;
  std::size_t counted_ = 0, all_filled_ = 0;
  std::size_t led_lines_ = 0;
  bool by_led_texts_ = false;
  bool labels_ = false;      // the anchor is a column of labels
  bool every_line_ = false;  // no cell is wrapped
};

}  // namespace

SpacedRows find_spaced_rows(Lines lines, const SpacedPart& part, std::size_t header_lines) {
  return RowFinder(lines, part, header_lines).find();
}

}  // namespace pactable::readers::text
