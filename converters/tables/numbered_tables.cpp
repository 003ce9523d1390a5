// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/finder.h"

#include <algorithm>
#include <cmath>

#include "tables/coverage.h"
#include "tables/labels.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

constexpr double kSameSize = 0.1;  // relative: titles of other tables are set 1 pt larger at least
constexpr int kMaxTitleLines = 3;  // of a section over all columns in a table that goes on from the page before

}  // namespace

// True where the line is a bold header whose entries stand elsewhere than those of the rows above, which are not bold.
bool Finder::begins_other_columns(std::size_t seed, std::size_t i) const {
  const Candidate& header = candidates_[i];
  if (header.chunks.size() < 3 || !all_bold(header.line)) return false;
  int rows = 0;
  std::vector<double> edges;    // where entries above begin
  std::vector<double> middles;  // of the entries of headers above
  for (std::size_t k = seed; k < i; ++k) {
    if (candidates_[k].chunks.size() < 2) continue;
    const bool bold = all_bold(candidates_[k].line);
    rows += bold ? 0 : 1;
    for (const Line& chunk : candidates_[k].chunks) {
      edges.push_back(chunk.box.x0);
      if (bold) middles.push_back(chunk.box.mid_x());
    }
  }
  if (rows < 1) return false;
  const auto holds = [](const std::vector<double>& at, double x) {
    return std::any_of(at.begin(), at.end(), [&](double other) { return std::abs(other - x) <= kSnap; });
  };
  return std::any_of(header.chunks.begin(), header.chunks.end(), [&](const Line& chunk) {
    return !holds(edges, chunk.box.x0) && !holds(middles, chunk.box.mid_x());
  });
}

// The end of a table, with the title right above the next header: a section whose rows have other columns.
std::size_t Finder::with_title(std::size_t end, std::size_t header) const {
  for (std::size_t i = end; i <= header; ++i) {
    const Line& line = candidates_[i].line;
    const Line& above = candidates_[i - 1].line;
    const bool near = line.baseline - above.baseline <= kBlockGap * view_.leading * above.size;
    if (!near || std::abs(line.size - candidates_[end - 1].line.size) > kSameSize * line.size) return end;
  }
  return header;
}

// The end of the lines from `begin` on that fit into known columns; `begin` where none stands in a column but the
// first.
std::size_t Finder::grow_within(std::size_t begin, const std::vector<Gutter>& gutters, double left) const {
  std::size_t end = begin;
  int titles = 0;
  bool aligned = false;
  for (std::size_t i = begin; i < candidates_.size(); ++i) {
    const Line& line = candidates_[i].line;
    if (line.box.x0 < left - line.size) break;
    if (i > begin && line.baseline - candidates_[i - 1].line.baseline > kMaxRowGap * line.size) break;
    if (end > begin && begins_other_columns(begin, i)) return aligned ? with_title(end, i) : begin;
    if (crosses(line, gutters)) {
      if (++titles > kMaxTitleLines) break;
      continue;
    }
    titles = 0;
    const auto chunks = cut_at_gutters(line, gutters, min_gutter_);
    // Below the last row with several entries only the texts of its cells go on.
    const bool first_column = chunks.size() == 1 && line.box.x0 <= gutters.front().begin;
    aligned = aligned || chunks.size() > 1 || !first_column;
    if (i > begin && first_column && !begins_number(chunks.front()) &&
        line.baseline - candidates_[i - 1].line.baseline > kBlockGap * view_.leading * line.size) {
      continue;
    }
    end = i + 1;
  }
  return aligned ? end : begin;
}

// The white space left of the entries of a bold header, where the rows below keep it free.
std::vector<Gutter> Finder::named_columns(std::size_t header) const {
  const Candidate& head = candidates_[header];
  if (head.chunks.size() < 3 || !all_bold(head.line)) return {};
  std::vector<Gutter> gutters;
  for (std::size_t c = 1; c < head.chunks.size(); ++c) {
    const double right = head.chunks[c].box.x0;
    const double begin = std::max(head.chunks[c - 1].box.x1, right - min_gutter_ * head.line.size);
    gutters.push_back({begin, right, (begin + right) / 2});
  }
  int several = 0;
  for (std::size_t i = header + 1; i < candidates_.size() && several < kMinBodyLines; ++i) {
    if (candidates_[i].chunks.size() < 2) continue;
    if (crosses(candidates_[i].line, gutters)) return {};
    ++several;
  }
  // Nothing below it: the rows begin on the next page.
  return several > 0 || header + kMaxTitleLines >= candidates_.size() ? gutters : std::vector<Gutter>();
}

// White space below a name that is two (letter-spaced names touch), or right of the last on its line (a name of several
// lines stands on others): the rows have entries on both sides of it.
bool Finder::parts_a_name(Range range, const std::vector<Gutter>& known, const Gutter& g) const {
  const std::vector<Line>& names = candidates_[range.begin].chunks;
  const bool below = std::any_of(names.begin(), names.end(),
                                 [&](const Line& name) { return name.box.x0 < g.begin && g.end < name.box.x1; });
  if (!below && g.end < names.back().box.x1) return false;
  double left = 0;
  double right = view_.page.width;
  for (const Gutter& k : known) {
    if (k.begin < g.end && g.begin < k.end) return false;
    if (k.cut < g.cut) left = std::max(left, k.cut);
    if (k.cut > g.cut) right = std::min(right, k.cut);
  }
  int both = 0;
  for (std::size_t i = range.begin + 1; i < range.end; ++i) {
    const layout::Word* before = nullptr;
    const layout::Word* behind = nullptr;
    for (const layout::Word* word : candidates_[i].line.words) {
      if (word->box.x0 > left && word->box.x1 <= g.cut) before = word;
      if (word->box.x1 < right && word->box.x0 >= g.cut) behind = word;
    }
    both += before != nullptr && behind != nullptr ? 1 : 0;
  }
  return both >= kMinBodyLines;
}

// A numbered table in the columns that its header names, or that the page before knows.
std::optional<Grid> Finder::make_within(Range range, const std::vector<Gutter>& known, Cut cut) const {
  AlignedTable table = open_table(range);
  table.goes_on = cut != Cut::kNone;
  table.gutters = known;
  if (cut != Cut::kAbove) {
    for (const Gutter& g : find_gutters(range, header_lines(table))) {
      // Only a column of numbers goes without a name, left of all others.
      const bool apart = g.end <= candidates_[range.begin].line.box.x0;
      if (apart || parts_a_name(range, known, g)) table.gutters.push_back(g);
    }
    std::sort(table.gutters.begin(), table.gutters.end(),
              [](const Gutter& a, const Gutter& b) { return a.cut < b.cut; });
  }
  for (const Line& line : table.lines) table.chunks.push_back(cut_at_gutters(line, table.gutters, min_gutter_));
  Grid grid = make_rows(table);
  return grid.numbered ? std::optional(std::move(grid)) : std::nullopt;
}

// The header of a table whose rows begin on the next page: bold lines at the end of this one, below another table.
std::optional<Grid> Finder::make_last_header(std::size_t begin) const {
  const auto bold = [](const Candidate& c) { return all_bold(c.line); };
  const auto rest = candidates_.begin() + static_cast<std::ptrdiff_t>(begin);
  if (begin == 0 || candidates_.end() - rest > kMaxTitleLines || !std::all_of(rest, candidates_.end(), bold)) {
    return std::nullopt;
  }
  AlignedTable table = open_table({begin, candidates_.size()});
  table.goes_on = true;
  table.gutters = named_columns(begin);
  if (table.gutters.empty()) return std::nullopt;
  for (const Line& line : table.lines) table.chunks.push_back(cut_at_gutters(line, table.gutters, min_gutter_));
  return make_rows(table);
}

std::optional<Grid> Finder::make_open(std::size_t& end) const {
  const std::vector<double>& columns = view_.open_columns;
  if (columns.size() < 3 || candidates_.empty()) return std::nullopt;
  std::vector<Gutter> gutters;
  for (std::size_t c = 1; c + 1 < columns.size(); ++c) gutters.push_back({columns[c], columns[c], columns[c]});
  end = grow_within(0, gutters, columns.front());
  if (end == 0) return std::nullopt;
  std::optional<Grid> grid = make_within({0, end}, gutters, Cut::kAbove);
  if (grid) {
    grid->xs.front() = std::min(grid->xs.front(), columns.front());
    grid->xs.back() = std::max(grid->xs.back(), columns.back());
  }
  return grid;
}

std::optional<Grid> Finder::make_named(std::size_t header, std::size_t& end) const {
  const std::vector<Gutter> gutters = named_columns(header);
  if (gutters.empty()) return std::nullopt;
  end = grow_within(header, gutters, 0);
  // The first row may stand alone at the foot of a page.
  const bool few = end < header + kMaxTitleLines + kMinRows;
  const bool cut = few && end == candidates_.size() && end >= header + 2 &&
                   begins_number(cut_at_gutters(candidates_[end - 1].line, gutters, min_gutter_).front());
  if (end < header + kMinRows && !cut) return std::nullopt;
  return make_within({header, end}, gutters, cut ? Cut::kBelow : Cut::kNone);
}

}  // namespace pactable::tables
