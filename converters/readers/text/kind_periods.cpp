// SPDX-License-Identifier: GPL-3.0-or-later
// Rows without labels: below a header the kinds of the cells must repeat almost without exception. The evidence is thin
// by nature, so that whatever could be read in two ways is not read.
#include <algorithm>
#include <utility>

#include "core/unicode.h"
#include "readers/text/header_cells.h"
#include "readers/text/periods.h"
#include "readers/text/row_alignment.h"

namespace pactable::readers::text {
namespace {

constexpr std::size_t kMinColumns = 2, kMaxColumns = 16;
constexpr std::size_t kFewRows = 4;
constexpr double kPurity = 0.9;         // cells of a column that are of its usual kind
constexpr std::size_t kLookedAt = 400;  // cells from which the period is told
constexpr std::size_t kMaxTitles = 24;  // cells above the header
constexpr double kRegularShare = 0.75;  // of the cells below the header that are rows

struct Period {
  std::size_t columns = 0, begin = 0, rows = 0, strange = 0;
  // A cell that is unlike its column costs more than one that is like it gains: a header that begins a cell too early
  // leaves one such cell in the first row.
  [[nodiscard]] std::size_t score() const {
    constexpr std::size_t kStrangeCost = 3;
    return columns * rows > kStrangeCost * strange ? columns * rows - kStrangeCost * strange : 0;
  }
};

class KindPeriods {
 public:
  explicit KindPeriods(const CellSequence& sequence) : sequence_(sequence), size_(sequence.cells.size()) {}

  SequenceTable find() {
    Period best, second;
    const std::size_t limit = std::min(size_, kLookedAt);
    for (std::size_t begin = 0; begin < std::min(limit, kMaxTitles); ++begin) {
      for (std::size_t k = kMinColumns; k <= kMaxColumns && begin + 2 * k <= limit; ++k) {
        if (!is_header_run(sequence_, begin, k)) break;
        const Period found = pure_rows(begin, k, limit);
        if (found.score() == 0) continue;
        if (found.score() > best.score())
          second = std::exchange(best, found);
        else if (found.score() > second.score())
          second = found;
      }
    }
    if (best.rows == 0) return {};
    // Twice the period is as pure as the period itself; anything else that is nearly as good is another reading.
    const bool multiple = second.rows > 0 && second.begin == best.begin &&
                          (second.columns % best.columns == 0 || best.columns % second.columns == 0);
    if (best.begin > 0 && may_be_header(best.begin - 1)) return doubtful();
    if (multiple) best.columns = std::min(best.columns, second.columns);
    if (!multiple && second.score() * 10 > best.score() * 9) return doubtful();
    return read(best);
  }

 private:
  static SequenceTable doubtful() {
    SequenceTable table;
    table.doubtful = true;
    return table;
  }

  // A short cell right above the header, with nothing that sets it apart, may name a column that is empty in all rows.
  [[nodiscard]] bool may_be_header(std::size_t cell) const {
    return is_header_cell(sequence_, cell) && !sequence_.cells[cell + 1].blank_before &&
           unicode::split_space(sequence_.text(cell)).size() <= 2;
  }

  [[nodiscard]] std::size_t kind(std::size_t cell) const {
    return static_cast<std::size_t>(sequence_.cells[cell].kind);
  }

  // Rows below a header at `begin`; none where its columns are not pure. One column at least must hold codes or times
  // and one texts, because names below names repeat everywhere. The first row must be like all others, and a header
  // cell must not be like the texts below it: else the header begins elsewhere.
  [[nodiscard]] Period pure_rows(std::size_t begin, std::size_t k, std::size_t limit) const {
    std::vector<std::array<std::size_t, kCellKinds>> kinds(k);
    std::size_t rows = 0;
    for (std::size_t row = begin + k; row + k <= limit; row += k) {
      std::size_t strange = 0;
      for (std::size_t c = 0; c < k; ++c) {
        strange += rows >= 2 && kinds[c][kind(row + c)] == 0 ? 1 : 0;
        ++kinds[c][kind(row + c)];
      }
      if (strange * 2 > k) break;
      ++rows;
    }
    if (rows < kFewRows) return {};
    Period found{k, begin, rows, 0};
    bool texts = false, codes = false;
    for (std::size_t c = 0; c < k; ++c) {
      const auto most = std::max_element(kinds[c].begin(), kinds[c].end());
      found.strange += rows - *most;
      if (static_cast<double>(*most) < kPurity * static_cast<double>(rows)) continue;
      const auto usual = static_cast<CellKind>(most - kinds[c].begin());
      if (sequence_.cells[begin + k + c].kind != usual) return {};
      if (usual == CellKind::kText && sequence_.cells[begin + c].kind == usual) return {};
      texts = texts || usual == CellKind::kText;
      codes = codes || usual == CellKind::kCode || usual == CellKind::kTime || usual == CellKind::kLabel;
    }
    return texts && codes ? found : Period{};
  }

  [[nodiscard]] SequenceTable read(const Period& period) const {
    SequenceTable table;
    table.columns = period.columns;
    table.begin = period.begin;
    const std::size_t first = period.begin + period.columns;
    table.rows.push_back({SequenceRow::Use::kHeader, period.begin, first, {}});
    RowAlignment alignment(sequence_, period.columns, false);
    for (std::size_t r = 0; r < kFewRows; ++r) {
      alignment.learn({first + r * period.columns, first + (r + 1) * period.columns});
    }
    table.end = first;
    while (table.end + period.columns <= size_) {
      const RowCells row{table.end, table.end + period.columns};
      if (!alignment.fits_mostly(row)) break;
      table.rows.push_back({SequenceRow::Use::kWhole, row.first, row.last, {}});
      table.end = row.last;
    }
    // Much below the last row that fits would be rows out of step.
    table.regular = static_cast<double>(table.end - first) / static_cast<double>(size_ - first);
    return table.regular < kRegularShare && size_ - table.end > period.columns ? doubtful() : table;
  }

  const CellSequence& sequence_;
  std::size_t size_;
};

}  // namespace

SequenceTable find_unlabelled_rows(const CellSequence& sequence) { return KindPeriods(sequence).find(); }

SequenceTable find_periodic_rows(const CellSequence& sequence) {
  SequenceTable labelled = find_labelled_rows(sequence);
  // Labels that follow each other and make no rows are no reason to believe weaker evidence.
  if (labelled.columns > 0 || labelled.doubtful) return labelled;
  return find_unlabelled_rows(sequence);
}

}  // namespace pactable::readers::text
