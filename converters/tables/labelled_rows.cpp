// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/labelled_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/unicode.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

constexpr double kBlockGap = 1.3;        // of the usual line distance: half a line more is set on purpose
constexpr double kRowLead = 0.04;        // of the font size: half a point, the thinnest border, between two rows
constexpr double kTextWords = 2;         // words per line: a column of running text, however narrow
constexpr double kNumberWords = 1.3;     // words per line of a column of numbers
constexpr double kNumberShare = 0.5;     // of the entries that begin a cell: a column of numbered texts
constexpr double kAscending = 0.8;       // of the neighbours: numbers of a list ascend, values go up and down
constexpr int kMinNumbers = 3;           // two can be chance
constexpr double kMaxUnnumbered = 0.34;  // of the rows: more are paragraphs of a cell, not rows without a number
constexpr double kFewUnnumbered = 2;     // rows without a number prove nothing
constexpr double kOneNumber = 0.85;      // of the blocks of lines that hold exactly one number: each is a row
constexpr double kFirstLine = 0.6;       // of the numbers on the first line of their block: set at the top
constexpr double kRuleShare = 0.5;       // of a column's width under a rule
constexpr double kFar = std::numeric_limits<double>::infinity();

struct Entry {
  const Line* chunk = nullptr;
  double distance = kFar;  // to the entry above in its column, in parts of the font size
  bool number = false;
};

bool is_letter_first(std::string_view text) {
  const auto points = unicode::to_code_points(text);
  return !points.empty() && (unicode::is_letter(points.front()) || points.front() == U'(' || points.front() == U'“');
}

double baseline_of(const Line& chunk) {
  for (const layout::Word* word : chunk.words) {
    if (!word->superscript) return word->baseline;
  }
  return chunk.baseline;
}

bool all_bold(const Line& line) {
  return std::all_of(line.words.begin(), line.words.end(), [](const auto* w) { return w->bold; });
}

bool any_bold(const Line& line) {
  return std::any_of(line.words.begin(), line.words.end(), [](const auto* w) { return w->bold; });
}

std::vector<int> path_of(const Line& chunk) {
  std::vector<int> path(1, 0);
  for (const char c : chunk.words.front()->text) {
    if (c == '.') path.push_back(0);
    if (c >= '0' && c <= '9') path.back() = std::min(path.back() * 10 + (c - '0'), 100'000);
  }
  return path;
}

double quantile(std::vector<double> values, double share) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

class Reader {
 public:
  explicit Reader(const AlignedTable& table);

  [[nodiscard]] bool numbered() const { return first_numbered_ >= 0; }
  [[nodiscard]] std::vector<RowStart> rows() const;
  [[nodiscard]] std::optional<std::vector<RowStart>> bands() const;

 private:
  void fill_entries();
  void find_numbers();
  void learn_distance();
  [[nodiscard]] bool is_number_column(int column) const;
  [[nodiscard]] bool is_numbered_column(int column) const;
  [[nodiscard]] std::optional<std::vector<RowStart>> centred_rows() const;
  [[nodiscard]] bool begins_row(std::size_t i, bool& by_space) const;
  [[nodiscard]] bool is_slot(std::size_t i) const;
  [[nodiscard]] bool runs_past(std::size_t i) const;
  [[nodiscard]] RowStart start_at(std::size_t i) const;
  // Regular type below a bold row.
  [[nodiscard]] bool ends_header(std::size_t i) const {
    return all_bold(table_.lines[i - 1]) && !any_bold(table_.lines[i]);
  }

  [[nodiscard]] const Entry& at(std::size_t line, int column) const {
    return entries_[line][static_cast<std::size_t>(column)];
  }
  [[nodiscard]] bool fresh(const Entry& entry) const { return entry.distance >= apart_; }

  const AlignedTable& table_;
  int columns_ = 0;
  int text_column_ = 0;      // the widest text
  int first_numbered_ = -1;  // column whose numbers begin rows
  std::vector<bool> numbered_;
  std::vector<std::vector<Entry>> entries_;  // by line and column
  std::vector<bool> across_;                 // lines that hold a stretch over several columns
  double usual_ = 1.2;                       // distance of lines in a cell, in parts of the font size
  double apart_ = 1.56;                      // from here on lines are in different cells
};

Reader::Reader(const AlignedTable& table) : table_(table), columns_(static_cast<int>(table.gutters.size()) + 1) {
  fill_entries();
  find_numbers();
  if (numbered()) learn_distance();
}

void Reader::fill_entries() {
  std::vector<double> last(static_cast<std::size_t>(columns_), -kFar);
  std::vector<double> words(static_cast<std::size_t>(columns_), 0), lines(static_cast<std::size_t>(columns_), 0);
  for (std::size_t i = 0; i < table_.lines.size(); ++i) {
    entries_.emplace_back(static_cast<std::size_t>(columns_));
    across_.push_back(false);
    for (const Line& chunk : table_.chunks[i]) {
      const auto [first, end] = columns_of(table_, chunk.box);
      across_.back() = across_.back() || first < end;
      const double baseline = baseline_of(chunk);
      for (int c = first; c <= end; ++c) {
        const auto column = static_cast<std::size_t>(c);
        Entry& entry = entries_.back()[column];
        if (entry.chunk == nullptr) {
          entry = {&chunk, (baseline - last[column]) / std::max(1.0, chunk.size), begins_number(chunk)};
        }
        last[column] = std::max(last[column], baseline);
        if (first != end) continue;
        words[column] += static_cast<double>(chunk.words.size());
        lines[column] += 1;
      }
    }
  }
  text_column_ = static_cast<int>(std::max_element(words.begin(), words.end()) - words.begin());
  const auto widest = static_cast<std::size_t>(text_column_);
  if (words[widest] < kTextWords * lines[widest]) text_column_ = -1;
}

// Numbers and nothing else, whatever a recognizer made of them.
bool Reader::is_number_column(int column) const {
  double words = 0;
  double entries = 0;
  double numeric = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = at(i, column);
    if (entry.chunk == nullptr || across_[i]) continue;
    ++entries;
    words += static_cast<double>(entry.chunk->words.size());
    numeric += is_numeric(*entry.chunk) ? 1 : 0;
  }
  return entries >= (table_.goes_on ? 1 : kMinNumbers) && words <= kNumberWords * entries &&
         numeric >= kNumberShare * entries;
}

bool Reader::is_numbered_column(int column) const {
  int begun = 0;
  int numbers = 0;
  int ascending = 0;
  std::vector<int> before;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = at(i, column);
    if (entry.chunk == nullptr || across_[i]) continue;
    if (entry.number || entry.distance > kBlockGap * table_.leading) ++begun;
    if (!entry.number) continue;
    const std::vector<int> path = path_of(*entry.chunk);
    ascending += numbers == 0 || before <= path ? 1 : 0;
    before = path;
    ++numbers;
  }
  return numbers > 0 && numbers >= kNumberShare * begun && ascending >= kAscending * numbers;
}

void Reader::find_numbers() {
  numbered_.assign(static_cast<std::size_t>(columns_), false);
  if (text_column_ < 0 && !table_.goes_on) return;
  int numbers = 0;
  for (int c = 0; c < columns_; ++c) {
    const bool plain = c < text_column_ && is_number_column(c);
    if (!plain && !is_numbered_column(c)) continue;
    numbered_[static_cast<std::size_t>(c)] = true;
    if (first_numbered_ < 0) first_numbered_ = c;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      Entry& entry = entries_[i][static_cast<std::size_t>(c)];
      // A mark of dirt in a column of numbers stands in a row of its own.
      if (plain && entry.chunk != nullptr && !across_[i]) entry.number = true;
      numbers += entry.chunk != nullptr && entry.number ? 1 : 0;
    }
  }
  if (numbers < kMinNumbers) first_numbered_ = table_.goes_on ? std::max(first_numbered_, 0) : -1;
}

// How much further apart the first line of a numbered row stands than the lines inside of cells.
void Reader::learn_distance() {
  std::vector<double> begin;
  std::vector<double> inside;
  for (std::size_t i = 1; i < entries_.size(); ++i) {
    if (across_[i] || across_[i - 1]) continue;
    double nearest = kFar;
    for (int c = 0; c < columns_; ++c) {
      if (at(i, c).chunk != nullptr) nearest = std::min(nearest, at(i, c).distance);
    }
    if (nearest >= kBlockGap * table_.leading) continue;
    const Entry& number = at(i, first_numbered_);
    (number.chunk != nullptr && number.number ? begin : inside).push_back(nearest);
  }
  usual_ = inside.empty() ? table_.leading : quantile(inside, 0.25);
  apart_ = kBlockGap * std::max(usual_, table_.leading);
  if (begin.size() < static_cast<std::size_t>(kMinNumbers)) {
    if (table_.spacing != nullptr && table_.spacing->apart > usual_) apart_ = table_.spacing->apart;
    return;
  }
  const double between = quantile(begin, 0.2);
  if (between <= usual_ + kRowLead) return;
  apart_ = (usual_ + between) / 2;
  if (table_.spacing != nullptr) table_.spacing->apart = apart_;
}

// One of several numbers below each other in one cell, to be filled in, or the word that closes them ("Etc.").
bool Reader::is_slot(std::size_t i) const {
  int column = -1;
  for (int c = 0; c < columns_; ++c) {
    if (at(i, c).chunk == nullptr) continue;
    if (column >= 0) return false;
    column = c;
  }
  if (column <= first_numbered_ || at(i, column).distance >= kBlockGap * table_.leading) return false;
  for (std::size_t above = i; above-- > 0;) {
    const Entry& entry = at(above, column);
    if (entry.chunk == nullptr) continue;
    const bool alone = entry.number && entry.chunk->words.size() == 1;
    return alone || at(i, column).number;
  }
  return false;
}

// True where a text of another column stands directly above and below the line.
bool Reader::runs_past(std::size_t i) const {
  for (int c = 0; c < columns_; ++c) {
    if (at(i, c).chunk != nullptr) continue;
    for (std::size_t below = i + 1; below < entries_.size(); ++below) {
      if (at(below, c).chunk == nullptr) continue;
      if (at(below, c).distance < apart_) return true;
      break;
    }
  }
  return false;
}

bool Reader::begins_row(std::size_t i, bool& by_space) const {
  const bool starts_left = table_.chunks[i].front().box.x0 <= table_.chunks[i - 1].front().box.x0 + kSnap;
  if (across_[i]) return !across_[i - 1] || fresh(at(i, first_numbered_)) || at(i, first_numbered_).number;
  if (across_[i - 1]) {
    // The last line of a title over the whole width may be short.
    const bool tail = table_.chunks[i - 1].size() == 1 && table_.chunks[i].size() == 1 && starts_left &&
                      !fresh(at(i, columns_of(table_, table_.chunks[i].front().box).first)) &&
                      !table_.chunks[i].empty() && !begins_number(table_.chunks[i].front());
    return !tail;
  }
  if (ends_header(i)) return true;
  bool right_fresh = false;
  for (int c = 0; c < columns_; ++c) {
    const Entry& entry = at(i, c);
    if (entry.chunk == nullptr || !entry.number || !numbered_[static_cast<std::size_t>(c)]) continue;
    if (c == first_numbered_) return true;
    for (int right = c + 1; right < columns_; ++right) {
      right_fresh = right_fresh || (at(i, right).chunk != nullptr && fresh(at(i, right)));
    }
    const bool further = entry.chunk->words.size() > 1 && fresh(entry);
    if (right_fresh || further || entry.distance >= kBlockGap * table_.leading) return true;
    break;
  }
  if (is_slot(i)) return false;
  // A bold line below regular type, with nothing beside it: a heading between rows.
  if (table_.chunks[i].size() == 1 && all_bold(table_.lines[i]) && !any_bold(table_.lines[i - 1]) && !runs_past(i)) {
    return true;
  }
  for (int c = 0; c < columns_; ++c) {
    if (at(i, c).chunk != nullptr && !fresh(at(i, c))) return false;
  }
  if (runs_past(i)) return false;
  by_space = !all_bold(table_.lines[i]) || any_bold(table_.lines[i - 1]);
  return true;
}

RowStart Reader::start_at(std::size_t i) const {
  RowStart start{i, std::vector<bool>(static_cast<std::size_t>(columns_), false)};
  if (i == 0 || across_[i] || across_[i - 1] || ends_header(i)) return start;
  for (int c = 0; c < columns_; ++c) {
    const Entry& entry = at(i, c);
    if (entry.chunk != nullptr && entry.number && numbered_[static_cast<std::size_t>(c)]) break;
    start.goes_on[static_cast<std::size_t>(c)] = entry.chunk != nullptr && !fresh(entry);
  }
  return start;
}

// Blocks of lines of the text column with one number each, in the middle of the block or at its foot.
std::optional<std::vector<RowStart>> Reader::centred_rows() const {
  if (text_column_ < 0) return std::nullopt;
  std::vector<double> distances;
  for (std::size_t i = 1; i < entries_.size(); ++i) {
    const Entry& entry = at(i, text_column_);
    if (entry.chunk != nullptr && !across_[i] && entry.distance < 2 * table_.leading)
      distances.push_back(entry.distance);
  }
  if (text_column_ == first_numbered_ || distances.size() < static_cast<std::size_t>(kMinNumbers)) return std::nullopt;
  const double apart = quantile(distances, 0.25) + kRowLead;
  std::vector<RowStart> rows;
  std::vector<std::pair<double, double>> reach;  // baselines of the first and last text line of each row
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = at(i, text_column_);
    if (entry.chunk == nullptr) continue;
    const double baseline = baseline_of(*entry.chunk);
    const bool first = rows.empty() || entry.distance > apart || (across_[i] != across_[rows.back().line]);
    if (first) {
      rows.push_back({rows.empty() ? 0 : i, std::vector<bool>(static_cast<std::size_t>(columns_), false)});
      reach.emplace_back(baseline, baseline);
    }
    reach.back().second = baseline;
  }
  int numbers = 0;
  int single = 0;
  int tall = 0;
  int at_top = 0;
  std::vector<int> in_row(rows.size(), 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = at(i, first_numbered_);
    if (entry.chunk == nullptr || !entry.number || across_[i]) continue;
    ++numbers;
    const double y = baseline_of(*entry.chunk);
    const double slack = entry.chunk->size * usual_ / 2;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (y < reach[r].first - slack || y > reach[r].second + slack) continue;
      ++in_row[r];
      if (reach[r].second - reach[r].first < slack) break;
      ++tall;
      at_top += y < reach[r].first + slack / 2 ? 1 : 0;
      break;
    }
  }
  single = static_cast<int>(std::count(in_row.begin(), in_row.end(), 1));
  if (numbers < kMinNumbers || single < kOneNumber * numbers || tall < kMinNumbers || at_top > kFirstLine * tall) {
    return std::nullopt;
  }
  return rows;
}

std::vector<RowStart> Reader::rows() const {
  if (auto centred = centred_rows()) return *centred;
  std::vector<RowStart> rows;
  std::vector<bool> spaced;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    bool by_space = false;
    if (i > 0 && !begins_row(i, by_space)) continue;
    rows.push_back(start_at(i));
    spaced.push_back(by_space);
  }
  const auto unnumbered = static_cast<double>(std::count(spaced.begin(), spaced.end(), true));
  if (unnumbered <= std::max(kFewUnnumbered, kMaxUnnumbered * static_cast<double>(rows.size()))) return rows;
  std::vector<RowStart> kept;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!spaced[r]) kept.push_back(std::move(rows[r]));
  }
  return kept;
}

// Rows between rules or shades, where no row between two of them is numbered twice.
std::optional<std::vector<RowStart>> Reader::bands() const {
  std::vector<double> borders(1, -kFar);
  Box box = table_.lines.front().box;
  for (const Line& line : table_.lines) box.cover(line.box);
  borders.front() = box.x0;
  for (const Gutter& gutter : table_.gutters) borders.push_back(gutter.cut);
  borders.push_back(box.x1);
  std::vector<RowStart> rows;
  std::vector<bool> ever_closed(static_cast<std::size_t>(columns_), false);
  int twice = 0;
  bool number = false;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::vector<bool> open(static_cast<std::size_t>(columns_), true);
    const Line& line = table_.lines[i];
    const double top = i == 0 ? 0 : table_.lines[i - 1].baseline - table_.lines[i - 1].size / 4;
    for (const std::vector<Segment>* edges : {&table_.rules, &table_.shades}) {
      for (const Segment& edge : *edges) {
        if (edge.at <= top || edge.at >= line.baseline - line.size / 4) continue;
        for (std::size_t c = 0; c < open.size(); ++c) {
          const double shared = std::min(edge.end, borders[c + 1]) - std::max(edge.begin, borders[c]);
          if (shared >= kRuleShare * (borders[c + 1] - borders[c])) open[c] = false;
        }
      }
    }
    const auto closed = std::count(open.begin(), open.end(), false);
    for (std::size_t c = 0; c < open.size(); ++c) ever_closed[c] = ever_closed[c] || (i > 0 && !open[c]);
    // A rule under a part of the columns leaves merged cells open on its left.
    const bool parts = i == 0 || closed == columns_ || (closed > 0 && !open.back() && 2 * closed >= columns_) ||
                       (closed > 0 && closed * 2 > columns_);
    const Entry* numbered = first_numbered_ >= 0 ? &at(i, first_numbered_) : nullptr;
    const bool has_number = numbered != nullptr && numbered->chunk != nullptr && numbered->number && !across_[i];
    if (parts) {
      // Merged cells without shade meet without an edge; a number begins the next.
      for (int c = 0; c < columns_; ++c) {
        if (i == 0 || at(i, c).number || (at(i, c).chunk != nullptr && fresh(at(i, c))))
          open[static_cast<std::size_t>(c)] = false;
      }
      rows.push_back({i, std::move(open)});
      number = has_number;
    } else {
      twice += has_number && number ? 1 : 0;
      number = number || has_number;
    }
  }
  const bool told =
      static_cast<int>(rows.size()) >= kMinNumbers && twice <= (1 - kOneNumber) * static_cast<double>(rows.size());
  if (!told) return std::nullopt;
  // A column that is never shaded has cells as the others.
  for (RowStart& row : rows) {
    for (std::size_t c = 0; c < ever_closed.size(); ++c) row.goes_on[c] = row.goes_on[c] && ever_closed[c];
  }
  return rows;
}

}  // namespace

bool begins_number(const Line& chunk) {
  const std::string& first = chunk.words.front()->text;
  if (first.empty() || first.front() < '0' || first.front() > '9' || !begins_list(first + " ")) return false;
  if (chunk.words.size() > 1) return is_letter_first(chunk.words[1]->text);
  return first.ends_with('.') || first.ends_with(')') || std::count(first.begin(), first.end(), '.') > 1;
}

std::optional<std::vector<RowStart>> labelled_rows(const AlignedTable& table) {
  const Reader reader(table);
  if (!reader.numbered()) return std::nullopt;
  if (auto bands = reader.bands()) return bands;
  return reader.rows();
}

}  // namespace pactable::tables
