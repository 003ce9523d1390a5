// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/spaced_lines.h"

#include <algorithm>

#include "core/unicode.h"
#include "readers/text/notes.h"
#include "readers/text/signs.h"

namespace pactable::readers::text {
namespace {

constexpr std::size_t kMaxLine = 2000;   // bytes; a page in the widest layout has 400 characters a line
constexpr std::size_t kMaxColumns = 64;  // a line with more gaps is no row of a table
constexpr std::size_t kMaxStarts = 32;   // positions counted for each column; a column begins at few
constexpr std::size_t kSideBySide = 2;   // a header and one row prove two columns; one line may hold a wide space
constexpr std::size_t kNear = 2;         // a cell nearer than this to a column stands in it

}  // namespace

std::vector<Segment> split_segments(const Line& line) {
  std::vector<Segment> segments;
  if (line.blank || line.tab || line.utf8.size() > kMaxLine) return segments;
  const LineColumns columns = line_columns(line.utf8);
  const std::size_t size = columns.signs.size();
  std::size_t spaces = kNear;
  for (std::size_t x = 0; x < size; ++x) {
    if (columns.signs[x] == U' ') {
      ++spaces;
      continue;
    }
    if (spaces >= kNear || segments.empty()) segments.push_back({x, x, columns.bytes[x], columns.bytes[x]});
    segments.back().end = x + 1;
    segments.back().last = columns.bytes[x + 1];
    spaces = 0;
  }
  if (segments.size() > kMaxColumns) segments.clear();
  return segments;
}

// True where a column of [first, border) was filled beside one of [border, last).
bool SpacedColumns::separated(std::size_t first, std::size_t border, std::size_t last) const {
  for (std::size_t a = first; a < border; ++a) {
    for (std::size_t b = border; b < last; ++b) {
      if (beside_[a][b] >= kSideBySide) return true;
    }
  }
  return false;
}

bool SpacedColumns::separated(std::size_t first, std::size_t last) const {
  for (std::size_t border = first + 1; border < last; ++border) {
    if (separated(first, border, last)) return true;
  }
  return false;
}

// Columns [first, last) that the segment overlaps, or is nearer to than kNear where it overlaps none.
std::pair<std::size_t, std::size_t> SpacedColumns::overlapped(const Segment& segment) const {
  std::size_t first = 0;
  while (first < columns_.size() && columns_[first].end <= segment.begin) ++first;
  std::size_t last = first;
  while (last < columns_.size() && columns_[last].begin < segment.end) ++last;
  if (last > first) return {first, last};
  const bool left = first > 0 && segment.begin < columns_[first - 1].end + kNear;
  const bool right = first < columns_.size() && columns_[first].begin < segment.end + kNear;
  if (left == right) return {first, first};
  return left ? std::pair(first - 1, first) : std::pair(first, first + 1);
}

// The byte before which the segment is cut for `column` to begin there; npos where it cannot be cut.
std::size_t SpacedColumns::cut_before(const Line& line, const Segment& segment, std::size_t column, bool alone) const {
  const LineColumns at = line_columns(line.utf8);
  const auto starts = std::max_element(columns_[column].starts.begin(), columns_[column].starts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto begins_word = [&](std::size_t x) {
    return x > segment.begin && x < segment.end && at.signs[x] != U' ' && at.signs[x - 1] == U' ' &&
           (unicode::is_letter(at.signs[x]) || unicode::is_digit(at.signs[x]));
  };
  if (starts != columns_[column].starts.end() && begins_word(starts->first)) return at.bytes[starts->first];
  if (alone) return std::string_view::npos;
  // Else the only space in the gap.
  std::size_t found = std::string_view::npos;
  for (std::size_t x = columns_[column - 1].end; x <= columns_[column].begin; ++x) {
    if (!begins_word(x)) continue;
    if (found != std::string_view::npos) return std::string_view::npos;
    found = at.bytes[x];
  }
  return found;
}

// Cuts a segment that overlaps columns which are separated. A segment that is the whole line is cut behind a label
// only: a text over the columns may have a space anywhere.
bool SpacedColumns::cut(const Line& line, const Segment& segment, bool alone, std::vector<Segment>& parts) const {
  const auto [first, last] = overlapped(segment);
  Segment rest = segment;
  for (std::size_t c = first + 1; c < last; ++c) {
    if (!separated(first, c, last)) continue;
    const std::size_t byte = cut_before(line, rest, c, alone);
    if (byte == std::string_view::npos) return false;
    if (alone && !is_label(unicode::trim(line.utf8.substr(rest.first, byte - rest.first)))) return false;
    const std::size_t x = rest.begin + unicode::length(line.utf8.substr(rest.first, byte - rest.first));
    parts.push_back({rest.begin, x - 1, rest.first, byte});
    rest.begin = x;
    rest.first = byte;
  }
  parts.push_back(rest);
  return true;
}

// A text that is alone in its line proves no columns: over two of them it crosses, however few lines tell them apart.
bool SpacedColumns::crosses(const Line& line, const std::vector<Segment>& segments) const {
  std::vector<Segment> parts;
  const bool alone = segments.size() == 1;
  for (const Segment& segment : segments) {
    const auto [first, last] = overlapped(segment);
    if (!(alone ? last > first + 1 : separated(first, last))) continue;
    if (!cut(line, segment, alone, parts) || parts.size() == 1) return true;
  }
  return false;
}

void SpacedColumns::merge(std::size_t first, std::size_t last) {
  while (last > first + 1) {
    columns_[first].end = std::max(columns_[first].end, columns_[first + 1].end);
    for (const auto& [start, count] : columns_[first + 1].starts) columns_[first].starts[start] += count;
    columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(first) + 1);
    for (std::size_t c = 0; c < beside_.size(); ++c) {
      beside_[first][c] += beside_[first + 1][c];
      beside_[c][first] = beside_[first][c];
    }
    beside_.erase(beside_.begin() + static_cast<std::ptrdiff_t>(first) + 1);
    for (auto& row : beside_) row.erase(row.begin() + static_cast<std::ptrdiff_t>(first) + 1);
    --last;
  }
}

// The column of the segment, which is new where it stands apart from all others.
std::size_t SpacedColumns::insert(const Segment& segment) {
  const auto [first, last] = overlapped(segment);
  if (first == last) {
    columns_.insert(columns_.begin() + static_cast<std::ptrdiff_t>(first), Column{segment.begin, segment.end, {}});
    for (auto& row : beside_) row.insert(row.begin() + static_cast<std::ptrdiff_t>(first), 0);
    beside_.insert(beside_.begin() + static_cast<std::ptrdiff_t>(first), std::vector<std::size_t>(columns_.size(), 0));
  } else {
    merge(first, last);
    Column& column = columns_[first];
    const bool free_left = first == 0 || columns_[first - 1].end <= segment.begin;
    const bool free_right = first + 1 == columns_.size() || segment.end <= columns_[first + 1].begin;
    if (free_left) column.begin = std::min(column.begin, segment.begin);
    if (free_right) column.end = std::max(column.end, segment.end);
  }
  Column& column = columns_[first];
  if (column.starts.size() < kMaxStarts || column.starts.count(segment.begin) > 0) ++column.starts[segment.begin];
  return first;
}

void SpacedColumns::add(const Line& line, const std::vector<Segment>& segments) {
  std::vector<Segment> parts;
  for (const Segment& segment : segments) {
    const auto [first, last] = overlapped(segment);
    if (separated(first, last)) {
      if (!cut(line, segment, segments.size() == 1, parts)) return;
    } else {
      parts.push_back(segment);
    }
  }
  for (const Segment& part : parts) {
    if (columns_.size() < kMaxColumns || overlapped(part).first != overlapped(part).second) insert(part);
  }
  std::vector<std::size_t> filled;
  for (const Segment& part : parts) {
    const auto [first, last] = overlapped(part);
    if (last > first && (filled.empty() || filled.back() != first)) filled.push_back(first);
  }
  for (const std::size_t a : filled) {
    for (const std::size_t b : filled) beside_[a][b] += a == b ? 0 : 1;
  }
}

Placed SpacedColumns::place(const Line& line, const std::vector<Segment>& segments) const {
  Placed placed;
  for (const Segment& segment : segments) {
    const auto [first, last] = overlapped(segment);
    std::vector<Segment> parts;
    if (last > first + 1 && !cut(line, segment, segments.size() == 1, parts)) {
      placed.crosses = true;
      parts = {segment};
    }
    if (parts.empty()) parts = {segment};
    for (const Segment& part : parts) {
      std::size_t column = overlapped(part).first;
      if (column == columns_.size()) column = columns_.empty() ? 0 : columns_.size() - 1;
      placed.pieces.push_back({column, part.first, part.last});
    }
  }
  return placed;
}

}  // namespace pactable::readers::text
