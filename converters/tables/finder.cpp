// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/finder.h"

#include <algorithm>
#include <cmath>

#include "tables/coverage.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

// Of the usual word space, which is a quarter of the font size, but 0.6 in the type of typewriters.
constexpr double kGutterSpaces = 1.4;
constexpr double kMaxGutter = 0.85;        // of the font size; below kChunkGap
constexpr double kShort = 3;               // words per entry of a column of codes, numbers or dates
constexpr double kLeaders = 0.5;           // of the lines with dot leaders: a table of contents
constexpr double kNumericColumn = 0.7;     // of a column's entries
constexpr std::size_t kMaxRetried = 200;   // lines: keeps pages without end linear
constexpr std::size_t kLeaderColumns = 3;  // number, title and page of a table of contents

constexpr std::size_t kMaxSeriesLines = 4;  // of a header with levels of names

}  // namespace

Finder::Finder(const Words& words, const Segments& rulings, const PageView& view, bool labelled)
    : rulings_(rulings), shades_(merge_fill_edges(view.page.fills).horizontal), view_(view), labelled_(labelled) {
  for (Line& line : make_lines(words)) {
    if (line.rotation != 0) continue;
    std::vector<Line> chunks = split_at_gaps(line, kChunkGap);
    candidates_.push_back({std::move(line), std::move(chunks)});
  }
  min_gutter_ = std::clamp(kGutterSpaces * usual_space(), kMinGutter, kMaxGutter);
}

std::vector<Grid> Finder::find() {
  std::vector<Grid> grids;
  // Tables of one page are set alike: what one shows of the space between rows holds for the next.
  const auto keep = [&](Grid grid) {
    if (grid.row_space > 0) row_space_ = grid.row_space;
    grids.push_back(std::move(grid));
  };
  std::size_t free = 0;  // first line that is in no table yet
  std::size_t end = 0;
  if (std::optional<Grid> open = labelled_ ? make_open(end) : std::nullopt) {
    keep(std::move(*open));
    free = end;
  }
  for (std::size_t i = free; i < candidates_.size();) {
    if (std::optional<Grid> named = labelled_ ? make_named(i, end) : std::nullopt) {
      keep(std::move(*named));
      i = free = end;
      continue;
    }
    if (std::optional<Grid> header = labelled_ && i == free ? make_last_header(i) : std::nullopt) {
      keep(std::move(*header));
      break;
    }
    Range range = grow(i);
    while (range.end - range.begin >= kMinRows && range.begin > free && begins_above(range)) --range.begin;
    std::optional<Grid> grid = range.end - range.begin >= kMinRows ? check(range, false) : std::nullopt;
    if (grid && labelled_ && !grid->numbered) grid.reset();
    if (grid) {
      keep(std::move(*grid));
      free = range.end;
    }
    // A run that is no table may have swallowed the head of one.
    i = grid || range.end - i > kMaxRetried ? std::max(range.end, i + 1) : i + 1;
  }
  return grids;
}

std::optional<Grid> Finder::framed() const {
  return candidates_.empty() ? std::nullopt : check({0, candidates_.size()}, true);
}

std::optional<Grid> Finder::whole(const std::vector<double>& known_borders) const {
  if (candidates_.size() < static_cast<std::size_t>(kMinRows)) return std::nullopt;
  AlignedTable table = gather({0, candidates_.size()});
  for (const double x : known_borders) {
    const bool known = std::any_of(table.gutters.begin(), table.gutters.end(),
                                   [&](const Gutter& g) { return g.begin - kSnap <= x && x <= g.end + kSnap; });
    if (!known) table.gutters.push_back({x, x, x});
  }
  std::sort(table.gutters.begin(), table.gutters.end(), [](const Gutter& a, const Gutter& b) { return a.cut < b.cut; });
  return make_rows(table);
}

// The usual white space between words in parts of the font size; 0 where there are too few to tell.
double Finder::usual_space() const {
  std::vector<double> spaces;
  for (const Candidate& c : candidates_) {
    for (const Line& chunk : c.chunks) {
      for (std::size_t i = 1; i < chunk.words.size(); ++i) {
        const double space = chunk.words[i]->box.x0 - chunk.words[i - 1]->box.x1;
        if (space > 0) spaces.push_back(space / std::max(chunk.size, 1.0));
      }
    }
  }
  if (spaces.size() < static_cast<std::size_t>(kMinRows)) return 0;
  const auto middle = spaces.begin() + static_cast<std::ptrdiff_t>(spaces.size() / 2);
  std::nth_element(spaces.begin(), middle, spaces.end());
  return *middle;
}

AlignedTable Finder::gather(Range range) const {
  AlignedTable table = open_table(range);
  table.gutters = find_gutters(range, header_lines(table));
  if (table.gutters.empty()) table.gutters = find_gutters(range, 0);
  for (const Line& line : table.lines) table.chunks.push_back(split_at_gutters(line, table.gutters, min_gutter_));
  return table;
}

// The lines and rules of a table whose columns are not known yet.
AlignedTable Finder::open_table(Range range) const {
  AlignedTable table;
  table.leading = view_.leading;
  table.row_space = row_space_;
  Box box = candidates_[range.begin].line.box;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    table.lines.push_back(candidates_[i].line);
    box.cover(candidates_[i].line.box);
  }
  const double margin = table.lines.front().size;
  const auto reaches = [&](const Segment& rule) {
    const bool inside = rule.at > box.y0 - 2 * margin && rule.at < box.y1 + 2 * margin;
    return inside && rule.begin < box.x1 && rule.end > box.x0;
  };
  std::copy_if(rulings_.horizontal.begin(), rulings_.horizontal.end(), std::back_inserter(table.rules), reaches);
  std::copy_if(shades_.begin(), shades_.end(), std::back_inserter(table.shades), reaches);
  return table;
}

// Headers reach over several columns, so the lines below them tell the columns where there are enough.
std::vector<Gutter> Finder::find_gutters(Range range, std::size_t header) const {
  const auto several = [&](std::size_t from) {
    return std::count_if(candidates_.begin() + static_cast<std::ptrdiff_t>(from),
                         candidates_.begin() + static_cast<std::ptrdiff_t>(range.end),
                         [](const Candidate& c) { return c.chunks.size() > 1; });
  };
  const std::size_t begin = several(range.begin + header) >= kMinBodyLines ? range.begin + header : range.begin;
  Coverage coverage(view_.page.width);
  std::vector<const Line*> lines;
  for (std::size_t i = begin; i < range.end; ++i) {
    if (candidates_[i].chunks.size() < 2) continue;
    coverage.add(candidates_[i].line, 1);
    lines.push_back(&candidates_[i].line);
  }
  const double min_width = min_gutter_ * usual_size(candidates_[range.begin].line.words);
  // Lines with one entry tell of columns, too, unless they run across: titles of groups.
  const std::vector<Gutter> open = coverage.gutters(kTolerance, min_width);
  for (std::size_t i = begin; i < range.end; ++i) {
    const Candidate& c = candidates_[i];
    if (c.chunks.size() < 2 && !crosses(c.line, open)) coverage.add(c.line, 1);
  }
  std::vector<Gutter> gutters = coverage.gutters(kTolerance, min_width);
  add_narrow_gutters(lines, view_.page.width, gutters);
  std::vector<std::vector<Line>> chunks;
  for (std::size_t i = begin; i < range.end; ++i) chunks.push_back(candidates_[i].chunks);
  gutters = part_at_entries(gutters, chunks, min_width);
  if (labelled_) add_sparse_columns(chunks, view_.page.width, min_width, gutters);
  const std::size_t head_end = std::max(begin, std::min(range.end, range.begin + kMaxSeriesLines));
  std::vector<std::vector<Line>> head;
  for (std::size_t i = range.begin; i < head_end; ++i) head.push_back(candidates_[i].chunks);
  add_series_columns(head, chunks, view_.page.width, min_width, gutters);
  // A column that only its header names.
  for (std::size_t i = range.begin; i < begin; ++i) coverage.add(candidates_[i].line, 1);
  std::vector<Gutter> named = coverage.gutters(kTolerance, min_width);
  if (begin == range.begin || named.size() <= gutters.size()) return gutters;
  add_series_columns(head, chunks, view_.page.width, min_width, named);
  return named;
}

bool Finder::is_ruled(const AlignedTable& table) const {
  double width = 0;
  Box box = table.lines.front().box;
  for (const Line& line : table.lines) box.cover(line.box);
  width = box.width();
  return std::count_if(table.rules.begin(), table.rules.end(),
                       [&](const Segment& rule) { return rule.length() >= 0.6 * width; }) >= 2;
}

// Tells a table from columns of prose, lists and tables of contents.
std::optional<Grid> Finder::check(Range range, bool framed) const {
  const AlignedTable table = gather(range);
  const std::size_t columns = table.gutters.size() + 1;
  std::vector<double> words(columns, 0), entries(columns, 0), numbers(columns, 0), labels(columns, 0);
  int several = 0;
  int leaders = 0;
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    several += table.chunks[i].size() >= 2 ? 1 : 0;
    leaders += text_of(table.lines[i]).find("....") != std::string::npos ? 1 : 0;
    for (const Line& chunk : table.chunks[i]) {
      const auto [first, last] = columns_of(table, chunk.box);
      if (first != last) continue;
      const auto c = static_cast<std::size_t>(first);
      words[c] += static_cast<double>(chunk.words.size());
      entries[c] += 1;
      numbers[c] += is_numeric(chunk) ? 1 : 0;
      labels[c] += begins_list(text_of(chunk) + " ") && chunk.words.size() == 1 ? 1 : 0;
    }
  }
  const bool contents = columns <= kLeaderColumns && leaders > kLeaders * static_cast<double>(table.lines.size());
  if (several < (framed ? 1 : kMinRows) || contents) return std::nullopt;
  std::size_t held = 0;
  std::size_t short_columns = 0;
  std::size_t numeric = 0;
  for (std::size_t c = 0; c < columns; ++c) {
    if (entries[c] < (framed ? 1 : 2)) continue;  // a column may be left empty, to be filled in
    ++held;
    short_columns += words[c] <= kShort * entries[c] ? 1 : 0;
    numeric += c > 0 && numbers[c] >= kNumericColumn * entries[c] ? 1 : 0;
  }
  const bool list = labels[0] >= kNumericColumn * entries[0] && columns == 2;
  if (list || short_columns == 0 || held < 2) return std::nullopt;
  if (!framed && held < 3 && numeric == 0 && !is_ruled(table)) return std::nullopt;
  return make_rows(table);
}

}  // namespace pactable::tables
