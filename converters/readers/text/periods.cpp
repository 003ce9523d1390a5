// SPDX-License-Identifier: GPL-3.0-or-later
// Method: labels that follow each other at one distance give the number of columns; so many short cells above the first
// of them are the header. Rows between labels at another distance are aligned with the columns that the whole rows
// teach. Without labels, the kinds of cells must repeat almost without exception below a header.
#include "readers/text/periods.h"

#include <algorithm>
#include <set>

#include "core/unicode.h"
#include "readers/text/notes.h"
#include "readers/text/row_alignment.h"

namespace pactable::readers::text {
namespace {

constexpr std::size_t kMinColumns = 2, kMaxColumns = 16;
constexpr std::size_t kFewPairs = 3;         // labels that follow each other at the distance: four rows
constexpr std::size_t kFewPairsHeaded = 2;   // three rows below a header, and no row of another length
constexpr std::size_t kMaxHeaderCell = 40;   // characters
constexpr std::size_t kMaxAbbreviation = 6;  // bytes: "No.", "Prio."
constexpr std::size_t kMaxLabelHeader = 24;  // characters above a column of labels; more are a title
constexpr double kRegularShare = 0.75;       // rows that are whole or could be aligned
constexpr std::size_t kWholeRows = 5;        // one row in so many must be whole, for the others to be aligned with
constexpr std::size_t kMaxRowCells = 24;     // a row of more is none
// Without labels: rows, and the share of cells of a column that are of its usual kind.
constexpr std::size_t kUnlabelledRows = 4;
constexpr double kPurity = 0.9;
constexpr std::size_t kLookedAt = 400;  // cells from which the period is told
constexpr std::size_t kMaxTitles = 24;  // cells above the header

class RowFinder {
 public:
  explicit RowFinder(const CellSequence& sequence) : sequence_(sequence), size_(sequence.cells.size()) {}

  SequenceTable find() {
    if (!find_label_period()) return find_kind_period();
    const std::vector<std::size_t> begins = find_begins();
    widen_to_header(begins);
    begin_table();
    add_rows(begins);
    judge();
    return std::move(table_);
  }

 private:
  // Pairs of labels at distance k, alone in their cells or at the beginning of texts.
  [[nodiscard]] std::size_t pairs(std::size_t k, bool alone, std::size_t& first) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i + k < size_; ++i) {
      if (!sequence_.labelled(i, alone) || !sequence_.labelled(i + k, alone)) continue;
      if (!sequence_.label(i).is_followed_by(sequence_.label(i + k))) continue;
      if (count++ == 0) first = i;
    }
    return count;
  }

  bool find_label_period() {
    std::size_t best = 0;
    for (const bool alone : {true, false}) {
      for (std::size_t k = kMinColumns; k <= kMaxColumns; ++k) {
        std::size_t first = 0;
        const std::size_t count = pairs(k, alone, first);
        if (count <= best) continue;
        best = count;
        columns_ = k;
        first_ = first;
        alone_ = alone;
      }
      if (best >= kFewPairs) break;
    }
    pairs_ = best;
    if (best < kFewPairsHeaded) return false;
    // The first pair at this distance need not be the first row: rows of another length may stand above it.
    for (std::size_t back = first_; back > 0 && first_ - back <= kMaxRowCells;) {
      --back;
      if (sequence_.labelled(back, alone_) && first_ - back >= kMinColumns &&
          sequence_.label(back).is_followed_by(sequence_.label(first_))) {
        first_ = back;
      }
    }
    return true;
  }

  [[nodiscard]] bool is_header_cell(std::size_t cell) const {
    const std::string_view text = sequence_.text(cell);
    const auto kind = sequence_.cells[cell].kind;
    return unicode::length(text) <= kMaxHeaderCell && kind != CellKind::kTime && kind != CellKind::kList &&
           !sequence_.cells[cell].led && (!text.ends_with('.') || text.size() <= kMaxAbbreviation);
  }

  [[nodiscard]] bool is_header(std::size_t begin, std::size_t count) const {
    std::set<std::string_view> texts;
    for (std::size_t i = begin; i < begin + count; ++i) {
      if (!is_header_cell(i) || !texts.insert(sequence_.text(i)).second) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_section(std::size_t cell) const {
    const SequenceCell& one = sequence_.cells[cell];
    return one.last == one.first + 1 && name_sections(sequence_.lines, one.first, one.last, true);
  }

  // "#", "No.", "N°", "№ п/п": what stands above a column of numbers and nowhere else.
  [[nodiscard]] bool is_number_sign(std::size_t cell) const {
    const std::string_view text = sequence_.text(cell);
    return unicode::length(text) <= 4 || text.find('#') != std::string_view::npos ||
           text.find("№") != std::string_view::npos || text.find("°") != std::string_view::npos;
  }

  // The header has as many cells as the longest rows, whose cells are all filled.
  void widen_to_header(const std::vector<std::size_t>& begins) {
    std::size_t longest = columns_;
    for (std::size_t r = 0; r + 1 < begins.size(); ++r) {
      std::size_t length = begins[r + 1] - begins[r];
      if (length > columns_ && is_section(begins[r + 1] - 1)) --length;
      if (length <= kMaxColumns) longest = std::max(longest, length);
    }
    const std::size_t end = header_end();
    for (std::size_t k = longest; k > columns_; --k) {
      const bool label_header = end >= k && (!alone_ || is_number_sign(end - k));
      if (label_header && is_header(end - k, k)) {
        columns_ = k;
        return;
      }
    }
  }

  // Behind the header; the names of sections may stand between it and the first row.
  [[nodiscard]] std::size_t header_end() const { return first_ > 0 && is_section(first_ - 1) ? first_ - 1 : first_; }

  void begin_table() {
    table_.columns = columns_;
    table_.begin = first_;
    const std::size_t end = header_end();
    const bool full = end >= columns_ && is_header(end - columns_, columns_) &&
                      (!alone_ || unicode::length(sequence_.text(end - columns_)) <= kMaxLabelHeader);
    // The column of labels has no name: the cell above the others is a title, or there is none.
    const bool blank = !full && end + 1 >= columns_ && columns_ > 2 && is_header(end - columns_ + 1, columns_ - 1);
    if (!full && !blank) return;
    headed_ = true;
    table_.begin = end - (full ? columns_ : columns_ - 1);
    table_.blank_first_header = blank;
    table_.rows.push_back({SequenceRow::Use::kHeader, table_.begin, end, {}});
    if (end < first_) table_.rows.push_back({SequenceRow::Use::kSection, end, first_, {}});
    // A sign for numbers above what stands over the labels: the header has a cell more than any row.
    const bool out_of_step = alone_ && table_.begin > 0 && is_number_sign(table_.begin - 1) &&
                             (blank || !is_number_sign(table_.begin)) && is_header_cell(table_.begin - 1);
    out_of_step_ = out_of_step;
  }

  // The next label of the chain; `size_` where there is none near.
  [[nodiscard]] std::size_t next_label(std::size_t row) const {
    const LabelPath label = sequence_.label(row);
    const auto follows = [&](std::size_t cell) {
      return cell < size_ && sequence_.labelled(cell, alone_) && label.is_followed_by(sequence_.label(cell));
    };
    if (follows(row + columns_)) return row + columns_;
    // With the name of a section between, or a label that is out of step at the usual distance.
    if (follows(row + columns_ + 1)) return row + columns_ + 1;
    for (std::size_t d = 1; d < columns_ + kMaxRowCells; ++d) {
      if (d + 1 <= columns_ && follows(row + columns_ - d) && is_chained(row + columns_ - d)) return row + columns_ - d;
      if (follows(row + columns_ + d) && is_chained(row + columns_ + d)) return row + columns_ + d;
    }
    const std::size_t usual = row + columns_;
    return usual < size_ && sequence_.labelled(usual, alone_) ? usual : size_;
  }

  // A label, not a figure that happens to follow: it goes on at the usual distance, or ends the sequence.
  [[nodiscard]] bool is_chained(std::size_t cell) const {
    const LabelPath label = sequence_.label(cell);
    for (std::size_t next = cell + 2; next <= cell + columns_ + 2; ++next) {
      if (next >= size_) return true;
      if (sequence_.labelled(next, alone_) && label.is_followed_by(sequence_.label(next))) return true;
    }
    return cell + 2 * columns_ > size_;
  }

  [[nodiscard]] std::vector<std::size_t> find_begins() const {
    std::vector<std::size_t> begins = {first_};
    for (std::size_t next = next_label(first_); next < size_; next = next_label(next)) begins.push_back(next);
    return begins;
  }

  // A row from one label to the next: its own cells, and the names of sections below them.
  [[nodiscard]] RowCells row_cells(std::size_t first, std::size_t next) const {
    std::size_t last = next;
    if (last > first + 1 && last - first != columns_ && is_section(last - 1)) --last;
    return {first, last};
  }

  // Whole rows teach the columns; those of another length, taken together, which columns they leave empty.
  void add_rows(const std::vector<std::size_t>& begins) {
    RowAlignment alignment(sequence_, columns_, alone_);
    std::vector<RowCells> others;
    for (std::size_t r = 0; r + 1 < begins.size(); ++r) {
      const RowCells row = row_cells(begins[r], begins[r + 1]);
      if (row.size() == columns_)
        alignment.learn(row);
      else if (!is_parent(begins[r], begins[r + 1]))
        others.push_back(row);
    }
    alignment.learn_short_rows(others);
    for (std::size_t r = 0; r + 1 < begins.size(); ++r) add_row(alignment, begins[r], begins[r + 1]);
    add_last_row(alignment, begins.back());
  }

  [[nodiscard]] bool is_parent(std::size_t row, std::size_t next) const {
    return sequence_.label(row).is_parent_of(sequence_.label(next));
  }

  void add_row(const RowAlignment& alignment, std::size_t first, std::size_t next) {
    const RowCells row = row_cells(first, next);
    const std::size_t last = row.last;
    const bool parent = is_parent(first, next);
    if (row.size() == columns_) {
      table_.rows.push_back({SequenceRow::Use::kWhole, first, last, {}});
    } else if (row.size() == 1 && parent) {
      table_.rows.push_back({SequenceRow::Use::kSection, first, last, {}});
    } else if (row.size() == 2 && parent) {
      table_.rows.push_back({SequenceRow::Use::kAligned, first, last, {0, 1}});
    } else if (const auto way = alignment.align(row)) {
      table_.rows.push_back({SequenceRow::Use::kAligned, first, last, *way});
    } else {
      table_.rows.push_back({SequenceRow::Use::kUnsure, first, last, {}});
    }
    for (std::size_t s = last; s < next; ++s) table_.rows.push_back({SequenceRow::Use::kSection, s, s + 1, {}});
    table_.end = next;
  }

  // What stands below the last label: a row, and the text after the table. A blank line ends the row where none stands
  // between cells.
  void add_last_row(const RowAlignment& alignment, std::size_t first) {
    std::size_t last = std::min(first + columns_, size_);
    if (!sequence_.cells[first + 1 < size_ ? first + 1 : first].blank_before) {
      for (std::size_t c = first + 1; c < last; ++c) {
        if (sequence_.cells[c].blank_before) last = c;
      }
    }
    if (last - first == columns_ && alignment.fits_whole({first, last})) {
      table_.rows.push_back({SequenceRow::Use::kWhole, first, last, {}});
      table_.end = last;
      return;
    }
    // The longest beginning that can be aligned.
    for (std::size_t end = last; end > first + 1; --end) {
      const auto way = alignment.align({first, end});
      if (!way || !alignment.fits({first, end}, *way)) continue;
      table_.rows.push_back({SequenceRow::Use::kAligned, first, end, *way});
      table_.end = end;
      return;
    }
    table_.rows.push_back({SequenceRow::Use::kUnsure, first, last, {}});
    table_.end = last;
  }

  void judge() {
    std::size_t rows = 0, sure = 0, whole = 0;
    for (const SequenceRow& row : table_.rows) {
      if (row.use == SequenceRow::Use::kHeader || row.use == SequenceRow::Use::kSection) continue;
      ++rows;
      sure += row.use == SequenceRow::Use::kUnsure ? 0 : 1;
      whole += row.use == SequenceRow::Use::kWhole ? 1 : 0;
    }
    table_.regular = rows == 0 ? 0 : static_cast<double>(sure) / static_cast<double>(rows);
    const bool enough = pairs_ >= kFewPairs || (headed_ && whole == rows);
    if (enough && !out_of_step_ && table_.regular >= kRegularShare && kWholeRows * whole >= rows) return;
    table_ = {};
    table_.doubtful = true;
  }

  // ---- without labels

  struct Period {
    std::size_t columns = 0, begin = 0, rows = 0;
  };

  // Rows below a header at `begin` whose cells are, column by column, of one kind; at least one column must hold codes
  // or times and one texts, because names below names repeat everywhere.
  [[nodiscard]] std::size_t pure_rows(std::size_t begin, std::size_t k, std::size_t limit) const {
    std::vector<std::array<std::size_t, kCellKinds>> kinds(k);
    std::size_t rows = 0, broken = 0;
    for (std::size_t row = begin + k; row + k <= limit; row += k) {
      std::size_t strange = 0;
      for (std::size_t c = 0; c < k; ++c) {
        const auto kind = static_cast<std::size_t>(sequence_.cells[row + c].kind);
        strange += rows >= 2 && kinds[c][kind] == 0 ? 1 : 0;
        ++kinds[c][kind];
      }
      broken += strange > 0 ? 1 : 0;
      if (strange * 2 > k) break;
      ++rows;
    }
    if (rows < kUnlabelledRows || static_cast<double>(broken) > (1 - kPurity) * static_cast<double>(rows) + 1) return 0;
    bool texts = false, codes = false;
    for (const auto& column : kinds) {
      const std::size_t all = std::max<std::size_t>(rows, 1);
      const auto pure = [&](CellKind kind) {
        return static_cast<double>(column[static_cast<std::size_t>(kind)]) >= kPurity * static_cast<double>(all);
      };
      texts = texts || pure(CellKind::kText);
      codes = codes || pure(CellKind::kCode) || pure(CellKind::kTime) || pure(CellKind::kLabel);
    }
    return texts && codes ? rows : 0;
  }

  SequenceTable find_kind_period() {
    const std::size_t limit = std::min(size_, kLookedAt);
    Period best, second;
    for (std::size_t begin = 0; begin < std::min(limit, kMaxTitles); ++begin) {
      for (std::size_t k = kMinColumns; k <= kMaxColumns && begin + 2 * k <= limit; ++k) {
        if (!is_header(begin, k)) break;
        const std::size_t rows = pure_rows(begin, k, limit);
        if (rows == 0) continue;
        const Period found{k, begin, rows};
        if (rows * k > best.rows * best.columns)
          second = std::exchange(best, found);
        else if (rows * k > second.rows * second.columns)
          second = found;
      }
    }
    table_ = {};
    table_.doubtful = pairs_ >= kFewPairsHeaded;
    if (best.rows == 0) return std::move(table_);
    // A shift of the header by a cell is as pure only where the evidence is thin; twice the period always is.
    const bool multiple = second.columns > 0 && second.begin == best.begin &&
                          (second.columns % best.columns == 0 || best.columns % second.columns == 0);
    if (second.rows * second.columns * 10 > best.rows * best.columns * 9 && !multiple) {
      table_.doubtful = true;
      return std::move(table_);
    }
    columns_ = multiple ? std::min(best.columns, second.columns) : best.columns;
    table_.columns = columns_;
    table_.begin = best.begin;
    table_.rows.push_back({SequenceRow::Use::kHeader, best.begin, best.begin + columns_, {}});
    add_unlabelled_rows(best.begin + columns_);
    return std::move(table_);
  }

  void add_unlabelled_rows(std::size_t first) {
    RowAlignment alignment(sequence_, columns_, false);
    const std::size_t taught = std::min({size_, first + kLookedAt, first + kUnlabelledRows * columns_});
    for (std::size_t row = first; row + columns_ <= taught; row += columns_) alignment.learn({row, row + columns_});
    table_.end = first;
    for (std::size_t row = first; row + columns_ <= size_; row += columns_) {
      if (!alignment.fits_mostly({row, row + columns_})) break;
      table_.rows.push_back({SequenceRow::Use::kWhole, row, row + columns_, {}});
      table_.end = row + columns_;
    }
    // Much below the last row that fits would be rows out of step.
    const std::size_t rest = size_ - table_.end;
    table_.regular = static_cast<double>(table_.end - first) / static_cast<double>(size_ - first);
    if (table_.regular < kRegularShare && rest > columns_) {
      table_ = {};
      table_.doubtful = true;
    }
  }

  const CellSequence& sequence_;
  std::size_t size_;
  SequenceTable table_;
  std::size_t columns_ = 0, first_ = 0, pairs_ = 0;
  bool alone_ = true;  // labels have cells of their own
  bool headed_ = false, out_of_step_ = false;
};

}  // namespace

SequenceTable find_periodic_rows(const CellSequence& sequence) { return RowFinder(sequence).find(); }

}  // namespace pactable::readers::text
