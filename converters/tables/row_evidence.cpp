// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/row_evidence.h"

#include <algorithm>
#include <cmath>

#include "tables/labels.h"

namespace pactable::tables {
namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
constexpr double kRowLead = 0.04;     // of the font size: half a point, the thinnest border, between two rows
constexpr double kWideSpace = 0.35;   // of the font size, between rows of a table whose space is not known
constexpr double kSpaceShare = 0.2;   // of the rows stand closer: a row may begin with a small or raised sign
constexpr int kMinSpaces = 3;         // that tell the space between rows
constexpr double kManySpaces = 1.34;  // for each number: then paragraphs inside of cells are spaced as well
constexpr double kEdgeShare = 0.85;   // of the rows lie between edges: edges part the rows of this table
constexpr double kRuleShare = 0.5;    // of a column's width under a rule
constexpr double kAdjacent = 1.8;     // of the line distance: the next line of a cell, or of the cell below
constexpr double kRunningText = 2;    // words per line

// Points. A whole row merged with another costs about as much as three other signs can give.
constexpr double kEdgePoints = 6;        // a rule where rules part the rows, or its absence
constexpr double kLoneEdgePoints = 4;    // a rule where they do not: it may also mark a group
constexpr double kPartEdgePoints = 1.5;  // under a part of the columns
constexpr double kHeaderPoints = 20;     // a rule below the header parts it from the rows in any table
constexpr double kTitlePoints = 4;       // a title over several columns is a row of its own
constexpr double kTypePoints = 2;        // bold above regular type
constexpr double kNearPoints = -3;       // a cell goes on at its usual line distance
constexpr double kMergedPoints = -0.5;   // the same in a column that may hold merged cells
constexpr double kSpacePoints = 1.5;     // the space between rows
constexpr double kMoreSpacePoints = 1;   // half a line: more than most paragraphs get
constexpr double kOtherColumn = 0.35;    // of these: in parties and results, lists of short lines
constexpr double kNumberPoints = 2;      // a number of another column ("1.1" beside "1.1.1")
constexpr double kSlotPoints = -3;       // one of several numbers of one cell, to be filled in
constexpr double kNoLabelPoints = -1.5;  // a row without a number where rows are numbered
constexpr double kParagraphPoints = -4;  // … where paragraphs of cells are set apart, too
constexpr double kTwoLabelsPoints = -5;  // for each number more than one
constexpr double kLateLabelPoints = -4;  // text stands above the number in its own cell
constexpr double kHolePoints = -2;       // the lines of one cell follow each other
constexpr double kStandPoints = -4;      // a line off from where the cells of the column stand
constexpr double kStandSlack = 0.15;     // of a line: other fonts, other sizes
constexpr double kMaxStand = -2;         // of one column: it may hold a merged cell
constexpr int kMaxHoles = 2;             // that count: a table of paragraphs set apart has them everywhere
constexpr double kMaxStands = -6;        // of all columns

bool all_bold(const Line& line) {
  return std::all_of(line.words.begin(), line.words.end(), [](const auto* w) { return w->bold; });
}

bool any_bold(const Line& line) {
  return std::any_of(line.words.begin(), line.words.end(), [](const auto* w) { return w->bold; });
}

}  // namespace

RowEvidence::RowEvidence(const AlignedTable& table, const RowLines& lines) : table_(table), lines_(lines) {
  const int column = lines.text_column >= 0 ? lines.text_column : 0;
  line_distance_ = std::max(1.0, lines.leading[static_cast<std::size_t>(column)]);
  measure_gaps();
  count_labels();
  measure_edges();
  read_header();
}

void RowEvidence::measure_gaps() {
  const auto columns = static_cast<std::size_t>(lines_.columns);
  over_.assign(size(), std::vector<double>(columns, kFar));
  gaps_.assign(size(), kFar);
  for (std::size_t c = 0; c < columns; ++c) {
    double last = -kFar;
    std::vector<std::size_t> open;  // lines since the last entry
    for (std::size_t i = 0; i < size(); ++i) {
      open.push_back(i);
      const RowEntry& entry = lines_.entries[i][c];
      if (entry.chunk == nullptr) continue;
      const double gap = (entry.baseline - last - lines_.leading[c]) / lines_.size;
      for (const std::size_t line : open) over_[line][c] = gap;
      open.clear();
      last = std::max(last, entry.baseline);
    }
  }
  // Left of the numbers stand merged cells, whose text goes on over borders.
  const std::ptrdiff_t label = std::max(0, lines_.label_column);
  for (std::size_t i = 1; i < size(); ++i) {
    gaps_[i] = *std::min_element(over_[i].begin() + label, over_[i].end());
    if (gaps_[i] == kFar) gaps_[i] = *std::min_element(over_[i].begin(), over_[i].end());
  }
}

bool RowEvidence::is_label(std::size_t line) const {
  if (lines_.label_column < 0 || lines_.title[line]) return false;
  const RowEntry& entry = at(line, lines_.label_column);
  return entry.chunk != nullptr && entry.number;
}

void RowEvidence::count_labels() {
  const double space = space_by_labels();
  int labels = 0;
  int spaces = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    labels += is_label(i) ? 1 : 0;
    if (first_label_ == SIZE_MAX && is_label(i)) first_label_ = i;
    if (first_label_ == SIZE_MAX || space <= 0 || lines_.title[i] || is_slot(i)) continue;
    spaces += gaps_[i] >= 0.75 * space ? 1 : 0;
  }
  spaced_inside_ = spaces > kManySpaces * labels + 2;
}

double RowEvidence::space_by_labels() const {
  std::vector<double> spaces;
  std::size_t above = SIZE_MAX;
  for (std::size_t i = 0; i < size(); ++i) {
    if (lines_.title[i]) above = SIZE_MAX;
    if (!is_label(i)) continue;
    if (above != SIZE_MAX) {
      const auto begin = gaps_.begin() + static_cast<std::ptrdiff_t>(above) + 1;
      spaces.push_back(*std::max_element(begin, gaps_.begin() + static_cast<std::ptrdiff_t>(i) + 1));
    }
    above = i;
  }
  if (spaces.size() < static_cast<std::size_t>(kMinSpaces)) return table_.row_space;
  const double space = quantile(spaces, kSpaceShare);
  return space >= kRowLead ? space : 0;
}

double RowEvidence::space_by_rows(const std::vector<std::size_t>& starts) const {
  std::vector<double> spaces;
  for (const std::size_t i : starts) {
    if (i > 0 && i > first_label_ && !lines_.title[i] && !lines_.title[i - 1]) spaces.push_back(gaps_[i]);
  }
  if (spaces.size() < static_cast<std::size_t>(kMinSpaces)) return table_.row_space;
  const double space = quantile(spaces, kSpaceShare);
  return space >= kRowLead ? space : 0;
}

void RowEvidence::measure_edges() {
  std::vector<double> borders(1, table_.lines.front().box.x0);
  double right = table_.lines.front().box.x1;
  for (const Line& line : table_.lines) {
    borders.front() = std::min(borders.front(), line.box.x0);
    right = std::max(right, line.box.x1);
  }
  for (const Gutter& gutter : table_.gutters) borders.push_back(gutter.cut);
  borders.push_back(right);
  const auto columns = static_cast<std::size_t>(lines_.columns);
  for (std::size_t i = 0; i < size(); ++i) {
    Edge edge{0, false, std::vector<bool>(columns, true)};
    const Line& line = table_.lines[i];
    const double top = i == 0 ? 0 : table_.lines[i - 1].baseline - table_.lines[i - 1].size / 4;
    for (const std::vector<Segment>* segments : {&table_.rules, &table_.shades}) {
      for (const Segment& segment : *segments) {
        if (segment.at <= top || segment.at >= line.baseline - line.size / 4) continue;
        for (std::size_t c = 0; c < columns; ++c) {
          const double shared = std::min(segment.end, borders[c + 1]) - std::max(segment.begin, borders[c]);
          if (shared >= kRuleShare * (borders[c + 1] - borders[c])) edge.open[c] = false;
        }
      }
    }
    edge.closed = static_cast<int>(std::count(edge.open.begin(), edge.open.end(), false));
    edge.right = !edge.open.back();
    edges_.push_back(std::move(edge));
  }
  ever_closed_.assign(columns, false);
  for (std::size_t i = 1; i < size(); ++i) {
    for (std::size_t c = 0; c < columns; ++c) ever_closed_[c] = ever_closed_[c] || !edges_[i].open[c];
  }
  int separated = 0;
  int together = 0;
  std::size_t above = SIZE_MAX;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!is_label(i)) continue;
    bool edge = false;
    for (std::size_t k = above == SIZE_MAX ? i : above + 1; k <= i; ++k) edge = edge || is_edge(k);
    if (above != SIZE_MAX) (edge ? separated : together) += 1;
    above = i;
  }
  edges_tell_ = separated + 1 >= kMinSpaces && separated >= kEdgeShare * (separated + together);
}

// A rule under a part of the columns leaves merged cells open on its left.
bool RowEvidence::is_edge(std::size_t line) const {
  const Edge& edge = edges_[line];
  return edge.closed > 0 && (2 * edge.closed > lines_.columns || (edge.right && 2 * edge.closed >= lines_.columns));
}

void RowEvidence::read_header() {
  header_.assign(size(), 0);
  const std::size_t count = ruled_header_lines(table_);
  if (count == 0 || count >= size()) return;
  std::size_t begin = 0;
  for (std::size_t i = 1; i < count; ++i) {
    const bool apart = parts_header(table_, begin, i);
    if (apart) begin = i;
    header_[i] = apart ? 1 : -1;
  }
  header_[count] = 1;
}

bool RowEvidence::is_tight(std::size_t line, int column, double space) const {
  const double over = over_[line][static_cast<std::size_t>(column)];
  return space > 0 && over < space / 2 && over > -kWideSpace;
}

double RowEvidence::by_space(std::size_t line, const RowModel& model) const {
  const double gap = gaps_[line];
  if (model.space <= 0) return gap > kWideSpace && gap < kFar ? kSpacePoints : 0;
  double points = 0;
  if (gap >= model.space / 2) {
    points = kSpacePoints * std::min(1.0, 4 * (gap / model.space - 0.5));
    if (gap > kWideSpace + model.space) points += kMoreSpacePoints;
    if (spaced_inside_) points /= 2;
  }
  for (int c = 0; c < lines_.columns; ++c) {
    if (!is_tight(line, c, model.space)) continue;
    const double near =
        kNearPoints * std::min(1.0, 2 * (1 - 2 * over_[line][static_cast<std::size_t>(c)] / model.space));
    points += c < lines_.label_column ? kMergedPoints : near;
  }
  return std::max(points, kNearPoints);
}

double RowEvidence::by_type(std::size_t line) const {
  if (header_[line] != 0) return header_[line] * kHeaderPoints;
  const bool title = lines_.title[line];
  const bool title_above = lines_.title[line - 1];
  if (title && title_above) return gaps_[line] > kWideSpace || is_label(line) ? 0 : kNearPoints;
  const Line& first = table_.chunks[line].front();
  const Line& above = table_.chunks[line - 1].front();
  if (title_above) {
    // The last line of a title over several columns may be short.
    const bool tail = table_.chunks[line].size() == 1 && first.box.x0 <= above.box.x0 + kSnap &&
                      gaps_[line] < kWideSpace && !begins_number(first) && all_bold(first) == all_bold(above);
    return tail ? kNearPoints : kTitlePoints;
  }
  if (title) return kTitlePoints;
  if (all_bold(table_.lines[line - 1]) && !any_bold(table_.lines[line])) return kTypePoints;
  const bool heading = all_bold(table_.lines[line]) && !any_bold(table_.lines[line - 1]);
  if (heading) return table_.chunks[line].size() == 1 ? kTypePoints : 0;
  const bool bold = all_bold(table_.lines[line]) && line < first_label_;
  return bold && gaps_[line] < kWideSpace ? -kTypePoints : 0;
}

double RowEvidence::by_edges(std::size_t line) const {
  if (edges_tell_ && line > 0) return is_edge(line) ? kEdgePoints : -kEdgePoints;
  if (is_edge(line)) return kLoneEdgePoints;
  return edges_[line].closed > 0 ? kPartEdgePoints : 0;
}

// One of several numbers below each other in one cell, to be filled in, or the word that closes them ("Etc.").
bool RowEvidence::is_slot(std::size_t line) const {
  int column = -1;
  for (int c = 0; c < lines_.columns; ++c) {
    if (at(line, c).chunk == nullptr) continue;
    if (column >= 0) return false;
    column = c;
  }
  if (column < 0 || column == lines_.label_column) return false;
  if (!lines_.numbered[static_cast<std::size_t>(column)]) return false;
  if (at(line, column).distance > kAdjacent * lines_.leading[static_cast<std::size_t>(column)]) return false;
  for (std::size_t above = line; above-- > 0;) {
    const RowEntry& entry = at(above, column);
    if (entry.chunk == nullptr) continue;
    const bool alone = entry.number && plain_words(*entry.chunk) == 1;
    return alone || at(line, column).number;
  }
  return false;
}

double RowEvidence::by_labels(std::size_t line, const RowModel& model) const {
  if (is_slot(line)) return kSlotPoints;
  for (int c = 0; c < lines_.columns; ++c) {
    const RowEntry& entry = at(line, c);
    if (c == lines_.label_column || !lines_.numbered[static_cast<std::size_t>(c)]) continue;
    // The number of a merged cell may stand in the middle of its rows.
    if (lines_.merged[static_cast<std::size_t>(c)] && model.stands[static_cast<std::size_t>(c)] != Stand::kTop)
      continue;
    if (entry.chunk == nullptr || !entry.number || lines_.across[line]) continue;
    const bool apart = !is_tight(line, c, model.space) && plain_words(*entry.chunk) > 1;
    if (apart) return kNumberPoints;
  }
  return 0;
}

std::vector<double> RowEvidence::borders(const RowModel& model) const {
  std::vector<double> points(size(), 0);
  for (std::size_t i = 1; i < size(); ++i) {
    points[i] = by_type(i);
    if (header_[i] != 0) continue;
    points[i] += by_edges(i) + by_space(i, model) + by_labels(i, model);
    for (int c = 0; c < lines_.columns; ++c) {
      if (c == lines_.text_column)
        points[i] += by_text(i, c);
      else if (lines_.running[static_cast<std::size_t>(c)] >= kRunningText)
        points[i] += kOtherColumn * by_text(i, c);
    }
  }
  return points;
}

std::vector<bool> RowEvidence::goes_on(std::size_t line, const RowModel& model) const {
  std::vector<bool> out(static_cast<std::size_t>(lines_.columns), false);
  if (line == 0 || lines_.across[line] || lines_.across[line - 1] || header_[line] != 0) return out;
  if (all_bold(table_.lines[line - 1]) && !any_bold(table_.lines[line])) return out;
  const Edge& edge = edges_[line];
  const bool partly = is_edge(line) && edge.closed < lines_.columns;
  for (int c = 0; c < lines_.columns; ++c) {
    const auto column = static_cast<std::size_t>(c);
    const RowEntry& entry = at(line, c);
    const bool number = entry.chunk != nullptr && entry.number && lines_.numbered[column];
    if (partly) {
      const bool begins = entry.chunk != nullptr && (entry.number || over_[line][column] > kWideSpace ||
                                                     (model.space > 0 && !is_tight(line, c, model.space)));
      out[column] = edge.open[column] && !begins && ever_closed_[column];
      continue;
    }
    if (number) break;
    if (edges_tell_ || entry.chunk == nullptr || c >= lines_.label_column) continue;
    out[column] = model.space > 0 ? is_tight(line, c, model.space) : by_text(line, c) < 0;
  }
  return out;
}

RowEvidence::Row::Row(const RowEvidence& evidence, const RowModel& model, std::size_t begin)
    : evidence_(evidence), model_(model), begin_(begin), end_(begin) {
  const auto columns = static_cast<std::size_t>(evidence.lines_.columns);
  first_.assign(columns, NAN);
  last_.assign(columns, NAN);
}

void RowEvidence::Row::add_line() {
  const RowLines& lines = evidence_.lines_;
  const std::size_t line = end_++;
  for (int c = 0; c < lines.columns; ++c) {
    const auto column = static_cast<std::size_t>(c);
    const RowEntry& entry = evidence_.at(line, c);
    if (entry.chunk == nullptr) continue;
    if (!lines.title[line] && entry.number && lines.numbered[column]) {
      if (c == lines.label_column) {
        late_labels_ += labels_ == 0 && !std::isnan(first_[column]) ? 1 : 0;
        ++labels_;
      } else {
        ++other_numbers_;
      }
    }
    if (lines.across[line]) continue;
    const bool hole = !std::isnan(last_[column]) && entry.baseline - last_[column] > kAdjacent * lines.leading[column];
    holes_ += hole && !lines.merged[column] ? 1 : 0;
    if (std::isnan(first_[column])) first_[column] = entry.baseline;
    last_[column] = entry.baseline;
  }
  const double baseline = evidence_.table_.lines[line].baseline;
  if (line == begin_) top_ = baseline;
  foot_ = baseline;
  unnumbered_on_purpose_ = unnumbered_on_purpose_ && (lines.title[line] || all_bold(evidence_.table_.lines[line]));
}

double RowEvidence::Row::deviation(int column, Stand stand) const {
  const auto c = static_cast<std::size_t>(column);
  if (std::isnan(first_[c])) return 0;
  double off = 0;
  switch (stand) {
    case Stand::kTop: off = first_[c] - top_; break;
    case Stand::kMiddle: off = (first_[c] + last_[c]) / 2 - (top_ + foot_) / 2; break;
    case Stand::kFoot: off = last_[c] - foot_; break;
  }
  return std::max(0.0, std::abs(off) / evidence_.line_distance_ - kStandSlack);
}

double RowEvidence::Row::points() const {
  double stands = 0;
  for (int c = 0; c < evidence_.lines_.columns; ++c) {
    if (evidence_.lines_.merged[static_cast<std::size_t>(c)]) continue;
    const double off = deviation(c, model_.stands[static_cast<std::size_t>(c)]);
    stands += std::max(kMaxStand, kStandPoints * off);
  }
  double points = std::max(kMaxStands, stands) + std::min(kMaxHoles, holes_) * kHolePoints;
  const bool before_numbers = begin_ < evidence_.first_label_;
  if (evidence_.lines_.label_column < 0 || before_numbers) {
    return points + (labels_ > 1 ? (labels_ - 1) * kTwoLabelsPoints : 0.0) + late_labels_ * kLateLabelPoints;
  }
  if (labels_ == 0 && other_numbers_ == 0 && !unnumbered_on_purpose_) {
    points += evidence_.spaced_inside_ ? kParagraphPoints : kNoLabelPoints;
  }
  if (labels_ > 1) points += (labels_ - 1) * kTwoLabelsPoints;
  return points + late_labels_ * kLateLabelPoints;
}

}  // namespace pactable::tables
