// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/header_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_set>

#include "core/unicode.h"

namespace pactable::columns {
namespace {

constexpr double kMarked = 1;      // the format says so
constexpr double kWords = 1.5;     // times the share of cells with a known word
constexpr double kContrast = 2;    // times the mean contrast of its cells with those below
constexpr double kComesAgain = 1;  // a row that comes again at the head of a page
constexpr double kSentence = -2;   // a cell that is a sentence
constexpr double kLabelled = -1;   // a text that begins with a number
constexpr std::size_t kMaxHeaderWords = 14, kSentenceWords = 5, kLabelledWords = 4;

constexpr double kFigureColumn = 0.6;  // share of cells below that are labels or figures
constexpr double kLongText = 4.5;      // mean words of a text column
constexpr double kLonger = 2.5;        // times as long as the header

/// The cells below a header cell, as far as the sample goes.
struct Below {
  std::size_t filled = 0, figures = 0, labels = 0, led = 0, times = 0, words = 0;
  std::size_t same_kind = 0;  // labels of the kind that the header cell has: "1" above "2", not "L" above "2"
  std::set<std::string> values;
  [[nodiscard]] double share(std::size_t part) const {
    return filled == 0 ? 0 : static_cast<double>(part) / static_cast<double>(filled);
  }
  [[nodiscard]] double mean_words() const { return share(words); }
};

/// How many cells of a row have the words of a cell of the candidate.
std::size_t shared_words(const std::unordered_set<std::string_view>& candidate, const SampleRow& other) {
  return static_cast<std::size_t>(std::count_if(other.cells.begin(), other.cells.end(),
                                                [&](const SampleCell& cell) { return candidate.contains(cell.bare); }));
}

struct Likeness {
  std::vector<char> same_header;  // rows that are the header once more, perhaps changed: they say nothing against it
  bool comes_again = false;
};

Likeness likeness(const std::vector<SampleRow>& sample, std::size_t row) {
  const SampleRow& candidate = sample[row];
  std::unordered_set<std::string_view> words;
  for (const SampleCell& cell : candidate.cells) words.insert(cell.bare);
  Likeness found;
  found.same_header.assign(sample.size(), 0);
  for (std::size_t r = row + 1; r < sample.size(); ++r) {
    const std::size_t shared = shared_words(words, sample[r]);
    const std::size_t cells = sample[r].cells.size();
    found.same_header[r] = shared >= 2 && 2 * shared >= candidate.cells.size() && 2 * shared >= cells ? 1 : 0;
    if (cells > 1 && cells == candidate.cells.size() && shared == cells) found.comes_again = true;
  }
  return found;
}

Below below(const std::vector<SampleRow>& sample, std::size_t row, const SampleCell& cell, const Likeness& like) {
  Below found;
  const std::size_t end = std::min(sample.size(), row + 1 + static_cast<std::size_t>(kSampleRows));
  for (std::size_t r = row + 1; r < end; ++r) {
    if (sample[r].cells.size() < 2 && sample[row].cells.size() > 1) continue;  // a section row tells nothing
    if (like.same_header[r] != 0) continue;
    const auto& cells = sample[r].cells;
    const auto at = std::partition_point(cells.begin(), cells.end(),
                                         [&](const SampleCell& other) { return other.begin < cell.begin; });
    if (at == cells.end() || at->begin >= cell.end) continue;
    const SampleCell& other = *at;
    ++found.filled;
    const bool figure = other.facts.label || other.facts.figure || other.facts.clock || other.facts.mark;
    found.figures += figure ? 1 : 0;
    found.labels += other.facts.label ? 1 : 0;
    const bool both = cell.facts.label && other.facts.label;
    found.same_kind += both && cell.facts.label->kind == other.facts.label->kind ? 1 : 0;
    found.led += other.facts.leading ? 1 : 0;
    found.times += other.facts.time ? 1 : 0;
    found.words += other.facts.words;
    found.values.insert(other.text->folded);
  }
  return found;
}

bool is_figure(const SampleCell& cell) {
  return (cell.facts.label && !cell.facts.label->bare_letter) || cell.facts.figure || cell.facts.clock ||
         cell.facts.mark;
}

double contrast_of(const SampleCell& cell, const Below& column) {
  if (column.filled == 0) return 0;
  double contrast = 0;
  if (column.share(column.figures) > kFigureColumn) contrast += is_figure(cell) ? -1.5 : 1;
  if (column.share(column.times) > kFigureColumn) contrast += cell.facts.time ? -1 : 1;
  const double own_words = static_cast<double>(std::max<std::size_t>(1, cell.facts.words));
  if (column.mean_words() > kLongText) contrast += column.mean_words() >= kLonger * own_words ? 0.7 : -0.5;
  constexpr std::size_t kMinForFew = 4;
  if (column.filled >= kMinForFew && 2 * column.values.size() <= column.filled) {
    contrast += column.values.contains(cell.text->folded) ? -1 : 0.6;
  } else if (column.values.contains(cell.text->folded)) {
    contrast -= 1;
  }
  return std::clamp(contrast, -1.5, 1.0);
}

/// A number of the sequence: the cell is a label like most of those below it, or begins with one as they do.
bool carries_number(const SampleCell& cell, const Below& column) {
  constexpr std::size_t kFewBelow = 1;
  if (column.filled < kFewBelow) return false;
  if (cell.facts.label && !cell.facts.time && column.share(column.same_kind) >= kFigureColumn) return true;
  return cell.facts.leading && cell.facts.words > 2 && column.share(column.led) >= kFigureColumn;
}

}  // namespace

std::vector<SampleRow> sample_rows(const PieceGrid& grid, const PieceGrid* next, const grammar::Vocabulary& words,
                                   int limit) {
  std::vector<SampleRow> sample;
  for (const PieceGrid* piece : {&grid, next}) {
    if (piece == nullptr) continue;
    for (int row = 0; row < piece->rows() && static_cast<int>(sample.size()) < limit; ++row) {
      SampleRow out;
      out.marked = piece->table->rows[static_cast<std::size_t>(row)].header;
      for (const layout::Cell& cell : piece->cells(row)) {
        if (cell.empty()) continue;
        SampleCell each;
        each.begin = cell.column;
        each.end = cell.column + cell.column_span;
        each.row_span = cell.row_span;
        each.text = std::make_unique<CellText>(cell);
        each.facts = facts_of(*each.text, words, nullptr);
        each.bare = bare_header(each.text->folded);
        out.marked = out.marked || cell.header;
        out.cells.push_back(std::move(each));
      }
      sample.push_back(std::move(out));
    }
  }
  return sample;
}

RowScore score_row(const std::vector<SampleRow>& sample, std::size_t row, const HeaderWords& words, bool comes_again) {
  RowScore score;
  const SampleRow& candidate = sample[row];
  if (candidate.cells.empty()) return score;
  const auto add = [&](const char* rule, double points, std::string what) {
    score.points += points;
    if (points != 0) score.evidence.push_back({rule, points, std::move(what)});
  };
  const Likeness like = likeness(sample, row);
  std::size_t known = 0;
  double contrast = 0;
  bool sentence = false, labelled = false;
  for (const SampleCell& cell : candidate.cells) {
    const Below column = below(sample, row, cell, like);
    known += words.knows(cell.bare) ? 1 : 0;
    contrast += contrast_of(cell, column);
    score.vetoed = score.vetoed || carries_number(cell, column);
    sentence =
        sentence || cell.facts.words > kMaxHeaderWords || (cell.facts.stop && cell.facts.words >= kSentenceWords);
    labelled = labelled || (cell.facts.leading && cell.facts.words > kLabelledWords);
  }
  const auto cells = static_cast<double>(candidate.cells.size());
  if (candidate.marked) add("header-marked", kMarked, "the row is marked as a header");
  add("header-words", kWords * static_cast<double>(known) / cells,
      fmt::format("{} of {} cells hold words of headers", known, candidate.cells.size()));
  add("contrast", kContrast * contrast / cells, "its cells are unlike those below");
  if (comes_again || like.comes_again) add("comes-again", kComesAgain, "the row comes again");
  if (sentence) add("sentence", kSentence, "a cell is a sentence");
  if (labelled) add("labelled", kLabelled, "a text begins with a number");
  return score;
}

}  // namespace pactable::columns
