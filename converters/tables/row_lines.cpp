// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/row_lines.h"

#include <algorithm>
#include <cmath>

#include "tables/labels.h"

namespace pactable::tables {
namespace {

constexpr double kTextWords = 2;       // words per line: a column of running text, however narrow
constexpr double kNumberWords = 1.3;   // words per line of a column of numbers
constexpr double kNumberShare = 0.5;   // of the entries that begin a cell: a column of numbered texts
constexpr double kAscending = 0.8;     // of the neighbours: numbers of a list ascend, values go up and down
constexpr int kMinNumbers = 3;         // two can be chance
constexpr int kFirstYear = 1000;       // no plan has so many rows; four figures are a year, an amount, a page
constexpr std::size_t kLookBack = 40;  // lines: two rows of much text
constexpr double kMergedShare = 0.8;   // of the numbers: the first row of the table and of a page may lack one
constexpr double kBlockGap = 1.3;      // of the usual line distance: half a line more is set on purpose
constexpr double kLowShare = 0.25;     // lines of one cell are the closest in a column; the rest are ends of cells
constexpr int kMinDistances = 4;       // that tell the distance of a column's own lines
constexpr double kFullShare = 0.95;    // of the lines end left of where a full line ends: one may run over its border

double baseline_of(const Line& chunk) {
  for (const layout::Word* word : chunk.words) {
    if (!word->superscript) return word->baseline;
  }
  return chunk.baseline;
}

class LineReader {
 public:
  explicit LineReader(const AlignedTable& table) : table_(table) {
    out_.columns = static_cast<int>(table.gutters.size()) + 1;
    fill_entries();
    drop_years();
    measure();
    find_numbers();
  }
  [[nodiscard]] RowLines take() { return std::move(out_); }

 private:
  void fill_entries();
  void drop_years();
  void measure();
  void find_numbers();
  void find_merged();
  void choose_label_column(const std::vector<bool>& plain);
  [[nodiscard]] bool is_number_column(int column) const;
  [[nodiscard]] bool is_numbered_column(int column) const;
  [[nodiscard]] bool ascends(int column) const;
  [[nodiscard]] bool ends_number(std::size_t line, int column) const;
  [[nodiscard]] const RowEntry& at(std::size_t line, int column) const {
    return out_.entries[line][static_cast<std::size_t>(column)];
  }
  // Entries of one column alone.
  [[nodiscard]] bool is_own(std::size_t line, int column) const {
    return at(line, column).chunk != nullptr && !out_.across[line];
  }

  const AlignedTable& table_;
  RowLines out_;
};

void LineReader::fill_entries() {
  const auto columns = static_cast<std::size_t>(out_.columns);
  std::vector<double> last(columns, -std::numeric_limits<double>::infinity());
  std::vector<double> words(columns, 0), lines(columns, 0), sizes;
  for (std::size_t i = 0; i < table_.lines.size(); ++i) {
    out_.entries.emplace_back(columns);
    out_.across.push_back(false);
    out_.title.push_back(false);
    sizes.push_back(table_.lines[i].size);
    for (const Line& chunk : table_.chunks[i]) {
      const auto [first, end] = columns_of(table_, chunk.box);
      out_.across.back() = out_.across.back() || first < end;
      const double baseline = baseline_of(chunk);
      for (int c = first; c <= end; ++c) {
        const auto column = static_cast<std::size_t>(c);
        RowEntry& entry = out_.entries.back()[column];
        if (entry.chunk == nullptr) entry = {&chunk, baseline, baseline - last[column], begins_number(chunk)};
        last[column] = std::max(last[column], baseline);
        if (first != end) continue;
        words[column] += static_cast<double>(plain_words(chunk));
        lines[column] += 1;
      }
    }
    out_.title.back() = out_.across.back() && table_.chunks[i].size() == 1;
  }
  out_.size = std::max(1.0, quantile(sizes, 0.5));
  const auto widest = static_cast<std::size_t>(std::max_element(words.begin(), words.end()) - words.begin());
  for (std::size_t c = 0; c < columns; ++c) out_.running.push_back(words[c] / std::max(1.0, lines[c]));
  if (words[widest] >= kTextWords * lines[widest]) out_.text_column = static_cast<int>(widest);
}

// "sites without a census since | 2011. Priority is …": a year or an amount that begins a line numbers no row, unless
// its neighbours count up to it.
void LineReader::drop_years() {
  for (int c = 0; c < out_.columns; ++c) {
    std::vector<std::pair<RowEntry*, std::vector<int>>> numbers;
    for (std::vector<RowEntry>& line : out_.entries) {
      RowEntry& entry = line[static_cast<std::size_t>(c)];
      if (entry.chunk != nullptr && entry.number) numbers.emplace_back(&entry, path_of(*entry.chunk));
    }
    const auto counts = [&](std::size_t one, std::size_t next) {
      return next < numbers.size() && numbers[one].second[0] + 1 == numbers[next].second[0];
    };
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i].second[0] < kFirstYear || counts(i, i + 1) || (i > 0 && counts(i - 1, i))) continue;
      numbers[i].first->number = false;
    }
  }
}

void LineReader::measure() {
  std::vector<double> all;
  std::vector<std::vector<double>> distances(static_cast<std::size_t>(out_.columns));
  for (int c = 0; c < out_.columns; ++c) {
    std::vector<double> ends, widths;
    for (std::size_t i = 0; i < out_.entries.size(); ++i) {
      if (!is_own(i, c)) continue;
      ends.push_back(at(i, c).chunk->box.x1);
      widths.push_back(at(i, c).chunk->box.width());
      if (i == 0 || at(i, c).distance > 2 * table_.leading * out_.size) continue;
      distances[static_cast<std::size_t>(c)].push_back(at(i, c).distance);
      all.push_back(at(i, c).distance);
    }
    out_.right.push_back(ends.empty() ? 0 : quantile(ends, kFullShare));
    out_.width.push_back(widths.empty() ? 0 : quantile(widths, kFullShare));
  }
  const double usual = all.size() < kMinDistances ? table_.leading * out_.size : quantile(all, kLowShare);
  for (const std::vector<double>& own : distances) {
    out_.leading.push_back(own.size() < kMinDistances ? usual : std::min(quantile(own, kLowShare), kBlockGap * usual));
  }
}

// Numbers and nothing else, whatever a recognizer made of them.
bool LineReader::is_number_column(int column) const {
  double words = 0;
  double entries = 0;
  double numeric = 0;
  for (std::size_t i = 0; i < out_.entries.size(); ++i) {
    if (!is_own(i, column)) continue;
    ++entries;
    words += static_cast<double>(plain_words(*at(i, column).chunk));
    numeric += is_numeric(*at(i, column).chunk) ? 1 : 0;
  }
  return entries >= (table_.goes_on ? 1 : kMinNumbers) && words <= kNumberWords * entries &&
         numeric >= kNumberShare * entries;
}

bool LineReader::is_numbered_column(int column) const {
  int begun = 0;
  int numbers = 0;
  int ascending = 0;
  std::vector<int> before;
  for (std::size_t i = 0; i < out_.entries.size(); ++i) {
    const RowEntry& entry = at(i, column);
    if (!is_own(i, column)) continue;
    if (entry.number || entry.distance > kBlockGap * table_.leading * out_.size) ++begun;
    if (!entry.number) continue;
    const std::vector<int> path = path_of(*entry.chunk);
    ascending += numbers == 0 || before <= path ? 1 : 0;
    before = path;
    ++numbers;
  }
  return numbers > 0 && numbers >= kNumberShare * begun && ascending >= kAscending * numbers;
}

// A second column of figures left of the text holds values ("4", "2") unless they count up.
bool LineReader::ascends(int column) const {
  int numbers = 0;
  int steps = 0;
  std::vector<int> before;
  for (std::size_t i = 0; i < out_.entries.size(); ++i) {
    if (!is_own(i, column) || !is_numeric(*at(i, column).chunk)) continue;
    const std::vector<int> path = path_of(*at(i, column).chunk);
    steps += numbers > 0 && before < path ? 1 : 0;
    before = path;
    ++numbers;
  }
  return numbers > 1 && steps >= kAscending * (numbers - 1);
}

// The last figure of a number that a narrow column breaks ("11.1", "0"): with it the number follows the one before.
bool LineReader::ends_number(std::size_t line, int column) const {
  const auto c = static_cast<std::size_t>(column);
  const std::string& text = at(line, column).chunk->words.front()->text;
  const bool figures = std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
  if (!figures || text.size() > 2 || at(line, column).distance > kBlockGap * out_.leading[c]) return false;
  const Line* above = nullptr;
  std::vector<int> before;
  for (std::size_t i = line > kLookBack ? line - kLookBack : 0; i < line; ++i) {
    const RowEntry& entry = at(i, column);
    if (entry.chunk == nullptr || out_.across[i]) continue;
    if (above != nullptr && above != entry.chunk && entry.number) before = path_of(*above);
    // A number that was broken itself: the figures below belong to it.
    if (above != nullptr && !entry.number) {
      before = path_of(*above);
      const std::string& end = entry.chunk->words.front()->text;
      for (const char digit : end) before.back() = before.back() * 10 + (digit - '0');
      above = nullptr;
      continue;
    }
    above = entry.chunk;
  }
  if (above == nullptr || before.empty()) return false;
  std::vector<int> whole = path_of(*above);
  if (whole.size() < 2 || whole.size() != before.size()) return false;
  for (const char digit : text) whole.back() = whole.back() * 10 + (digit - '0');
  ++before.back();
  return whole == before;
}

// The rows are counted by the column with the most numbers that stand before a text; numbers alone in a column right of
// such a one are slots of a list to be filled in.
void LineReader::choose_label_column(const std::vector<bool>& plain) {
  int most = 0;
  for (int c = 0; c < out_.columns; ++c) {
    if (!out_.numbered[static_cast<std::size_t>(c)]) continue;
    int numbers = 0;
    int alone = 0;
    for (std::size_t i = 0; i < out_.entries.size(); ++i) {
      if (!is_own(i, c) || !at(i, c).number) continue;
      ++numbers;
      alone += plain_words(*at(i, c).chunk) == 1 ? 1 : 0;
    }
    const bool slots = !plain[static_cast<std::size_t>(c)] && 2 * alone > numbers && out_.label_column >= 0;
    if (slots || numbers <= most) continue;
    most = numbers;
    out_.label_column = c;
  }
}

void LineReader::find_numbers() {
  out_.numbered.assign(static_cast<std::size_t>(out_.columns), false);
  std::vector<bool> plain(out_.numbered);
  out_.merged = plain;
  if (out_.text_column < 0 && !table_.goes_on) return;
  int numbers = 0;
  int first = -1;
  for (int c = 0; c < out_.columns; ++c) {
    const auto column = static_cast<std::size_t>(c);
    plain[column] = c < out_.text_column && is_number_column(c) && (first < 0 || ascends(c));
    out_.numbered[column] = plain[column] || is_numbered_column(c);
    if (!out_.numbered[column]) continue;
    if (first < 0) first = c;
    for (std::size_t i = 0; i < out_.entries.size(); ++i) {
      RowEntry& entry = out_.entries[i][column];
      // A mark of noise in a column of numbers stands in a row of its own.
      if (plain[column] && is_own(i, c)) entry.number = !ends_number(i, c);
      numbers += entry.chunk != nullptr && entry.number ? 1 : 0;
    }
  }
  if (numbers >= kMinNumbers) choose_label_column(plain);
  if (numbers < kMinNumbers && table_.goes_on) out_.label_column = std::max(first, 0);
  // Numbers below each other are paragraphs, which may be set apart: their distance is not that of lines.
  const double least = *std::min_element(out_.leading.begin(), out_.leading.end());
  for (int c = out_.label_column + 1; c < out_.columns; ++c) {
    if (out_.numbered[static_cast<std::size_t>(c)]) out_.leading[static_cast<std::size_t>(c)] = least;
  }
  find_merged();
}

void LineReader::find_merged() {
  int labels = 0;
  for (std::size_t i = 0; out_.label_column >= 0 && i < out_.entries.size(); ++i) {
    labels += is_own(i, out_.label_column) && at(i, out_.label_column).number ? 1 : 0;
  }
  for (int c = 0; c < out_.label_column; ++c) {
    int texts = 0;
    for (std::size_t i = 0; i < out_.entries.size(); ++i) {
      if (!is_own(i, c)) continue;
      const bool begins = at(i, c).number || at(i, c).distance > kBlockGap * out_.leading[static_cast<std::size_t>(c)];
      texts += begins ? 1 : 0;
    }
    out_.merged[static_cast<std::size_t>(c)] = texts < kMergedShare * labels;
  }
}

}  // namespace

double quantile(std::vector<double> values, double share) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

RowLines read_row_lines(const AlignedTable& table) { return LineReader(table).take(); }

}  // namespace pactable::tables
