// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/finder.h"

#include <algorithm>
#include <cmath>

#include "tables/coverage.h"
#include "tables/labels.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

constexpr int kMaxCrossing = 2;          // lines running across all columns: section titles; three are a paragraph
constexpr int kMaxSingles = 5;           // lines with text in one column between two with several
constexpr double kSetApart = 1.6;        // of the widest line distance in a table so far: space between two tables
constexpr std::size_t kMinSet = 4;       // lines that tell the widest distance
constexpr std::size_t kMaxCutLines = 8;  // of a cut row at the head of a page; more is prose above a table

}  // namespace

// True where the line goes on with the text above it, in a column that is not the first.
bool Finder::goes_on_in_text_column(std::size_t seed, std::size_t i) const {
  const Line& line = candidates_[i].line;
  const Line& above = candidates_[i - 1].line;
  if (candidates_[i].chunks.size() != 1 || line.baseline - above.baseline > kBlockGap * view_.leading * line.size) {
    return false;
  }
  bool aligned = false;
  double left = line.box.x0;
  for (std::size_t k = seed; k < i; ++k) {
    left = std::min(left, candidates_[k].line.box.x0);
    if (candidates_[k].chunks.size() < 2) continue;
    for (const Line& chunk : candidates_[k].chunks) aligned = aligned || std::abs(chunk.box.x0 - line.box.x0) <= kSnap;
  }
  return aligned && line.box.x0 > left + line.size / 2;
}

// True where most of the next lines with several entries run across the gutters: another table.
bool Finder::other_columns(std::size_t begin, const std::vector<Gutter>& gutters) const {
  int several = 0;
  int crossing = 0;
  const std::size_t end = std::min(candidates_.size(), begin + kMaxCutLines);
  for (std::size_t i = begin; i < end; ++i) {
    if (candidates_[i].chunks.size() < 2) continue;
    ++several;
    crossing += crosses(candidates_[i].line, gutters) ? 1 : 0;
  }
  return 2 * crossing > several;
}

// Goes down from a line with several entries for as long as the columns hold.
Range Finder::grow(std::size_t seed) const {
  if (candidates_[seed].chunks.size() < 2) return {seed, seed + 1};
  Coverage coverage(view_.page.width);
  coverage.add(candidates_[seed].line, 1);
  std::vector<Gutter> gutters = coverage.gutters(0, min_gutter_ * candidates_[seed].line.size);
  std::size_t end = seed + 1;
  std::vector<std::size_t> crossing;
  int singles = 0;
  double widest = 0;  // distance of lines so far
  std::size_t i = end;
  bool other = false;  // the header of another table follows
  for (; i < candidates_.size(); ++i) {
    const Candidate& next = candidates_[i];
    const Line& above = candidates_[i - 1].line;
    if (begins_other_columns(seed, i)) {
      other = true;
      break;
    }
    const double gap = next.line.baseline - above.baseline;
    if (gap > kMaxRowGap * std::max(next.line.size, above.size)) break;
    if (i - seed >= kMinSet && gap > kSetApart * widest && other_columns(i, gutters)) break;
    widest = std::max(widest, gap);
    const bool several = next.chunks.size() >= 2 || split_at_gutters(next.line, gutters, min_gutter_).size() >= 2;
    // The last line of a paragraph that runs across is part of it.
    const bool tail = !several && !crossing.empty() && crossing.back() + 1 == i &&
                      std::abs(next.line.box.x0 - above.box.x0) <= kSnap &&
                      next.line.baseline - above.baseline <= kBlockGap * view_.leading * next.line.size;
    if ((crosses(next.line, gutters) && !several) || tail) {
      crossing.push_back(i);
      if (static_cast<int>(crossing.size()) > kMaxCrossing) break;
      continue;
    }
    coverage.add(next.line, 1);
    std::vector<Gutter> after = coverage.gutters(kTolerance, min_gutter_ * next.line.size);
    const bool holds = after.size() >= 2 || after.size() >= gutters.size();
    if (after.empty() || !holds) {
      coverage.add(next.line, -1);
      break;
    }
    gutters = std::move(after);
    if (several) {
      singles = 0;
      crossing.clear();
      end = i + 1;
    } else if (!goes_on_in_text_column(seed, i) && ++singles > kMaxSingles) {
      break;
    }
  }
  // Text in one column right below the last row goes on with it, unless it stands where the numbers of rows do.
  double left = candidates_[seed].line.box.x0;
  for (std::size_t k = seed; k < end; ++k) left = std::min(left, candidates_[k].line.box.x0);
  while (end < i && end < candidates_.size() && candidates_[end].chunks.size() == 1 &&
         !crosses(candidates_[end].line, gutters) &&
         candidates_[end].line.baseline - candidates_[end - 1].line.baseline <=
             1.35 * view_.leading * candidates_[end].line.size &&
         candidates_[end].line.box.x0 > left + candidates_[end].line.size / 2) {
    ++end;
  }
  return {seed, other ? with_title(end, i) : end};
}

// True where the lines above the range are the first of the page and stand in one column of the table: the end of a row
// that the page break cut.
bool Finder::goes_on_from_page_before(Range range) const {
  if (range.begin > kMaxCutLines) return false;
  const AlignedTable table = gather(range);
  for (std::size_t i = 0; i < range.begin; ++i) {
    const Candidate& c = candidates_[i];
    const Line& below = candidates_[i + 1].line;
    if (c.chunks.size() != 1 || below.baseline - c.line.baseline > kMaxRowGap * c.line.size) return false;
    const auto [first, last] = columns_of(table, c.line.box);
    if (first != last || first == 0) return false;
    const bool aligned = std::any_of(table.chunks.begin(), table.chunks.end(), [&](const std::vector<Line>& chunks) {
      return std::any_of(chunks.begin(), chunks.end(),
                         [&](const Line& chunk) { return std::abs(chunk.box.x0 - c.line.box.x0) <= kSnap; });
    });
    if (!aligned) return false;
  }
  return true;
}

// True where the line above the range is the first line of a row whose numbers stand lower, in its middle.
bool Finder::begins_above(Range range) const {
  const Candidate& above = candidates_[range.begin - 1];
  const Line& first = candidates_[range.begin].line;
  if (goes_on_from_page_before(range)) return true;
  if (above.chunks.size() != 1 || first.baseline - above.line.baseline > kBlockGap * view_.leading * first.size) {
    return false;
  }
  const AlignedTable table = gather(range);
  if (table.gutters.empty() || crosses(above.line, table.gutters)) return false;
  const bool aligned = std::any_of(table.chunks.begin(), table.chunks.end(), [&](const std::vector<Line>& chunks) {
    return std::any_of(chunks.begin(), chunks.end(),
                       [&](const Line& chunk) { return std::abs(chunk.box.x0 - above.line.box.x0) <= kSnap; });
  });
  return aligned && above.line.box.x0 > table.gutters.front().begin;  // not in the column of labels
}

}  // namespace pactable::tables
