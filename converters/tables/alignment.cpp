// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/alignment.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "tables/aligned_rows.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

constexpr double kChunkGap = 0.9;   // of the font size: justified prose rarely opens its spaces wider
constexpr double kMinGutter = 0.5;  // of the font size, over all lines of a table
constexpr double kMaxRowGap = 4.5;  // of the font size: rows set apart by empty lines and padding
constexpr int kMaxCrossing = 2;     // lines running across all columns: section titles; three are a paragraph
constexpr int kMaxSingles = 5;      // lines with text in one column between two with several
constexpr int kMinRows = 3;
constexpr double kSameSize = 0.1;          // relative: titles of other tables are set 1 pt larger at least
constexpr int kMinSparse = 2;              // entries of a column that is empty in most rows
constexpr int kMaxTitleLines = 3;          // of a section over all columns in a table that goes on from the page before
constexpr double kTolerance = 0.12;        // of the lines may reach into a gutter: titles over several columns
constexpr double kShort = 3;               // words per entry of a column of codes, numbers or dates
constexpr double kLeaders = 0.5;           // of the lines with dot leaders: a table of contents
constexpr double kNumericColumn = 0.7;     // of a column's entries
constexpr std::size_t kMaxRetried = 200;   // lines: keeps pages without end linear
constexpr std::size_t kLeaderColumns = 3;  // number, title and page of a table of contents
constexpr std::size_t kMaxCutLines = 8;    // of a cut row at the head of a page; more is prose above a table
constexpr double kBlockGap = 1.3;          // of the usual line distance: lines of one row stand closer
constexpr int kMinPartLines = 3;           // lines with wide gaps inside one ruled cell that show columns

// How many lines cover each point of the page's width.
class Coverage {
 public:
  explicit Coverage(double width) : counts_(static_cast<std::size_t>(std::clamp(width, 1.0, 14'400.0)) + 2, 0) {}

  void add(const Line& line, int by) {
    for (const layout::Word* word : line.words) {
      const std::size_t from = index(word->box.x0);
      const std::size_t until = index(word->box.x1);
      for (std::size_t x = from; x <= until; ++x) counts_[x] += by;
    }
    lines_ += by;
  }

  // Stretches that at most `tolerance` lines cover, between covered ones.
  [[nodiscard]] std::vector<Gutter> gutters(double tolerance, double min_width) const {
    const int allowed = static_cast<int>(std::floor(tolerance * lines_));
    std::vector<Gutter> out;
    std::size_t last_covered = SIZE_MAX;
    for (std::size_t x = 0; x < counts_.size(); ++x) {
      if (counts_[x] <= allowed) continue;
      if (last_covered != SIZE_MAX && static_cast<double>(x - last_covered) - 1 >= min_width) {
        out.push_back({static_cast<double>(last_covered) + 1, static_cast<double>(x)});
      }
      last_covered = x;
    }
    return out;
  }

 private:
  [[nodiscard]] std::size_t index(double x) const {
    return static_cast<std::size_t>(std::clamp(x, 0.0, static_cast<double>(counts_.size() - 1)));
  }
  std::vector<int> counts_;
  int lines_ = 0;
};

// True where a line runs over a gutter without opening a gap there.
bool crosses(const Line& line, const Gutter& g) {
  if (line.box.x0 >= g.begin || line.box.x1 <= g.end) return false;
  double reach = line.box.x0;
  for (const layout::Word* word : line.words) {
    const double gap = word->box.x0 - reach;
    if (gap >= kMinGutter * line.size && word->box.x0 > g.begin && reach < g.end) return false;
    reach = std::max(reach, word->box.x1);
  }
  return true;
}

bool crosses(const Line& line, const std::vector<Gutter>& gutters) {
  return std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& g) { return crosses(line, g); });
}

// Cuts a line at wide gaps and wherever a gap lies over a gutter.
std::vector<Line> split_at_gutters(const Line& line, const std::vector<Gutter>& gutters) {
  std::vector<Line> out;
  for (const Line& chunk : split_at_gaps(line, kChunkGap)) {
    bool first = true;
    for (const layout::Word* word : chunk.words) {
      const bool gap = !first && word->box.x0 - out.back().box.x1 >= kMinGutter * line.size;
      const bool cut = gap && std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& g) {
                         return out.back().box.x1 <= g.middle() && g.middle() <= word->box.x0;
                       });
      if (first || cut) {
        out.push_back({{word}, word->box, line.baseline, line.size, line.rotation});
      } else {
        out.back().words.push_back(word);
        out.back().box.cover(word->box);
      }
      first = false;
    }
  }
  return out;
}

// Columns with few entries lie within the tolerance of a gutter: entries that stand wholly inside show them.
std::vector<Gutter> part_at_entries(const std::vector<Gutter>& gutters, const std::vector<std::vector<Line>>& lines,
                                    double min_width) {
  std::vector<Gutter> out;
  for (const Gutter& g : gutters) {
    int entries = 0;
    double begin = g.end;
    double end = g.begin;
    for (const std::vector<Line>& chunks : lines) {
      for (const Line& chunk : chunks) {
        if (chunks.size() < 2 || chunk.box.x0 < g.begin || chunk.box.x1 > g.end) continue;
        ++entries;
        begin = std::min(begin, chunk.box.x0);
        end = std::max(end, chunk.box.x1);
      }
    }
    if (entries >= kMinSparse && begin - g.begin >= min_width && g.end - end >= min_width) {
      out.push_back({g.begin, begin});
      out.push_back({end, g.end});
    } else {
      out.push_back(g);
    }
  }
  return out;
}

bool all_bold(const Line& line) {
  return std::all_of(line.words.begin(), line.words.end(), [](const auto* w) { return w->bold; });
}

struct Candidate {
  Line line;
  std::vector<Line> chunks;
};

// A stretch of candidates [begin, end) that may be a table.
struct Range {
  std::size_t begin = 0, end = 0;
};

class Finder {
 public:
  Finder(const Words& words, const Segments& rulings, const PageView& view)
      : rulings_(rulings), shades_(merge_fill_edges(view.page.fills)), view_(view) {
    for (Line& line : make_lines(words)) {
      if (line.rotation != 0) continue;
      std::vector<Line> chunks = split_at_gaps(line, kChunkGap);
      candidates_.push_back({std::move(line), std::move(chunks)});
    }
  }

  [[nodiscard]] std::vector<Grid> find() const {
    std::vector<Grid> grids;
    std::size_t free = 0;  // first line that is in no table yet
    if (const Range open = grow_open(); open.end > 0) {
      grids.push_back(make_open(open));
      free = open.end;
    }
    for (std::size_t i = free; i < candidates_.size();) {
      Range range = grow(i);
      while (range.end - range.begin >= kMinRows && range.begin > free && begins_above(range)) --range.begin;
      std::optional<Grid> grid = range.end - range.begin >= kMinRows ? check(range) : std::nullopt;
      if (grid) {
        grids.push_back(std::move(*grid));
        free = range.end;
      }
      // A run that is no table may have swallowed the head of one.
      i = grid || range.end - i > kMaxRetried ? std::max(range.end, i + 1) : i + 1;
    }
    return grids;
  }

  // All lines as one table.
  [[nodiscard]] std::optional<Grid> whole(const std::vector<double>& known_borders) const {
    if (candidates_.size() < static_cast<std::size_t>(kMinRows)) return std::nullopt;
    AlignedTable table = gather({0, candidates_.size()});
    for (const double x : known_borders) {
      const bool known = std::any_of(table.gutters.begin(), table.gutters.end(),
                                     [&](const Gutter& g) { return g.begin - kSnap <= x && x <= g.end + kSnap; });
      if (!known) table.gutters.push_back({x, x});
    }
    std::sort(table.gutters.begin(), table.gutters.end(),
              [](const Gutter& a, const Gutter& b) { return a.middle() < b.middle(); });
    return make_rows(table);
  }

 private:
  [[nodiscard]] Range grow(std::size_t seed) const;
  [[nodiscard]] bool goes_on_in_text_column(std::size_t seed, std::size_t i) const;
  [[nodiscard]] bool begins_above(Range range) const;
  [[nodiscard]] bool goes_on_from_page_before(Range range) const;
  [[nodiscard]] AlignedTable gather(Range range) const;
  void set_columns(AlignedTable& table, const Box& box) const;
  [[nodiscard]] std::optional<Grid> check(Range range) const;
  [[nodiscard]] bool begins_other_columns(std::size_t seed, std::size_t i) const;
  [[nodiscard]] std::size_t with_title(std::size_t end, std::size_t header) const;
  [[nodiscard]] Range grow_open() const;
  [[nodiscard]] Grid make_open(Range range) const;
  [[nodiscard]] bool is_ruled(const AlignedTable& table) const;

  const Segments& rulings_;
  const Segments shades_;
  const PageView& view_;
  std::vector<Candidate> candidates_;
};

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

// True where the line is a bold header whose entries stand elsewhere than those of the rows above, which are not bold.
bool Finder::begins_other_columns(std::size_t seed, std::size_t i) const {
  const Candidate& header = candidates_[i];
  if (header.chunks.size() < 3 || !all_bold(header.line)) return false;
  int rows = 0;
  std::vector<const Line*> above;
  for (std::size_t k = seed; k < i; ++k) {
    if (candidates_[k].chunks.size() < 2) continue;
    rows += all_bold(candidates_[k].line) ? 0 : 1;
    for (const Line& chunk : candidates_[k].chunks) above.push_back(&chunk);
  }
  if (rows < 2) return false;
  return std::any_of(header.chunks.begin(), header.chunks.end(), [&](const Line& chunk) {
    return std::none_of(above.begin(), above.end(), [&](const Line* other) {
      return std::abs(other->box.x0 - chunk.box.x0) <= kSnap ||
             std::abs(other->box.mid_x() - chunk.box.mid_x()) <= kSnap;
    });
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

// Lines at the head of the page that fit into the columns of the table that ended the page before.
Range Finder::grow_open() const {
  if (view_.open_columns.size() < 3) return {};
  std::vector<Gutter> gutters;
  for (std::size_t c = 1; c + 1 < view_.open_columns.size(); ++c) {
    gutters.push_back({view_.open_columns[c], view_.open_columns[c]});
  }
  std::size_t end = 0;
  int titles = 0;
  bool aligned = false;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const Line& line = candidates_[i].line;
    if (line.box.x0 < view_.open_columns.front() - line.size) break;
    if (i > 0 && line.baseline - candidates_[i - 1].line.baseline > kMaxRowGap * line.size) break;
    if (begins_other_columns(0, i)) return {0, aligned ? with_title(std::max<std::size_t>(end, 1), i) : 0};
    if (crosses(line, gutters)) {
      if (++titles > kMaxTitleLines) break;
      continue;
    }
    titles = 0;
    aligned = aligned || line.box.x0 > gutters.front().end || split_at_gutters(line, gutters).size() > 1;
    end = i + 1;
  }
  return {0, aligned ? end : 0};
}

Grid Finder::make_open(Range range) const {
  AlignedTable table;
  table.leading = view_.leading;
  Box box = candidates_[range.begin].line.box;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    table.lines.push_back(candidates_[i].line);
    box.cover(candidates_[i].line.box);
  }
  for (std::size_t c = 1; c + 1 < view_.open_columns.size(); ++c) {
    table.gutters.push_back({view_.open_columns[c], view_.open_columns[c]});
  }
  set_columns(table, box);
  Grid grid = make_rows(table);
  grid.xs.front() = std::min(grid.xs.front(), view_.open_columns.front());
  grid.xs.back() = std::max(grid.xs.back(), view_.open_columns.back());
  return grid;
}

// Goes down from a line with several entries for as long as the columns hold.
Range Finder::grow(std::size_t seed) const {
  if (candidates_[seed].chunks.size() < 2) return {seed, seed + 1};
  Coverage coverage(view_.page.width);
  coverage.add(candidates_[seed].line, 1);
  std::vector<Gutter> gutters = coverage.gutters(0, kMinGutter * candidates_[seed].line.size);
  std::size_t end = seed + 1;
  std::vector<std::size_t> crossing;
  int singles = 0;
  std::size_t i = end;
  for (; i < candidates_.size(); ++i) {
    const Candidate& next = candidates_[i];
    const Line& above = candidates_[i - 1].line;
    if (begins_other_columns(seed, i)) {
      end = with_title(end, i);
      return {seed, end};
    }
    if (next.line.baseline - above.baseline > kMaxRowGap * std::max(next.line.size, above.size)) break;
    const bool several = next.chunks.size() >= 2 || split_at_gutters(next.line, gutters).size() >= 2;
    if (crosses(next.line, gutters) && !several) {
      crossing.push_back(i);
      if (static_cast<int>(crossing.size()) > kMaxCrossing) break;
      continue;
    }
    coverage.add(next.line, 1);
    std::vector<Gutter> after = coverage.gutters(kTolerance, kMinGutter * next.line.size);
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
  return {seed, end};
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
  const std::vector<Gutter> gutters = gather(range).gutters;
  if (gutters.empty() || crosses(above.line, gutters)) return false;
  return above.line.box.x0 > gutters.front().begin;  // not in the column of labels
}

AlignedTable Finder::gather(Range range) const {
  AlignedTable table;
  table.leading = view_.leading;
  Coverage coverage(view_.page.width);
  Box box = candidates_[range.begin].line.box;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Candidate& c = candidates_[i];
    table.lines.push_back(c.line);
    if (c.chunks.size() > 1) coverage.add(c.line, 1);
    box.cover(c.line.box);
  }
  const double min_width = kMinGutter * usual_size(table.lines.front().words);
  // Lines with one entry tell of columns, too, unless they run across: titles of groups.
  const std::vector<Gutter> several = coverage.gutters(kTolerance, min_width);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Candidate& c = candidates_[i];
    if (c.chunks.size() < 2 && !crosses(c.line, several)) coverage.add(c.line, 1);
  }
  table.gutters = coverage.gutters(kTolerance, min_width);
  std::vector<std::vector<Line>> chunks;
  for (std::size_t i = range.begin; i < range.end; ++i) chunks.push_back(candidates_[i].chunks);
  table.gutters = part_at_entries(table.gutters, chunks, min_width);
  set_columns(table, box);
  return table;
}

// Puts the lines into the columns and takes the rules that lie within the table.
void Finder::set_columns(AlignedTable& table, const Box& box) const {
  for (const Line& line : table.lines) table.chunks.push_back(split_at_gutters(line, table.gutters));
  const double margin = table.lines.front().size;
  const auto inside = [&](const Segment& rule) {
    const bool level = rule.at > box.y0 - 2 * margin && rule.at < box.y1 + 2 * margin;
    return level && rule.begin < box.x1 && rule.end > box.x0;
  };
  std::copy_if(rulings_.horizontal.begin(), rulings_.horizontal.end(), std::back_inserter(table.rules), inside);
  std::copy_if(shades_.horizontal.begin(), shades_.horizontal.end(), std::back_inserter(table.shades), inside);
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
std::optional<Grid> Finder::check(Range range) const {
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
  if (several < kMinRows || contents) return std::nullopt;
  std::size_t held = 0;
  std::size_t short_columns = 0;
  std::size_t numeric = 0;
  for (std::size_t c = 0; c < columns; ++c) {
    if (entries[c] < 2) continue;
    ++held;
    short_columns += words[c] <= kShort * entries[c] ? 1 : 0;
    numeric += c > 0 && numbers[c] >= kNumericColumn * entries[c] ? 1 : 0;
  }
  const bool list = labels[0] >= kNumericColumn * entries[0] && columns == 2;
  if (list || short_columns == 0 || held < 2) return std::nullopt;
  if (held < 3 && numeric == 0 && !is_ruled(table)) return std::nullopt;
  return make_rows(table);
}

// True where line after line of a cell opens the same wide gap (not just after a label).
bool shows_columns(const std::vector<Line>& lines, double page_width) {
  Coverage coverage(page_width);
  int gaps = 0;
  int labels = 0;
  for (const Line& line : lines) {
    const std::vector<Line> chunks = split_at_gaps(line, kChunkGap);
    coverage.add(line, 1);
    if (chunks.size() < 2) continue;
    ++gaps;
    labels += begins_list(text_of(chunks.front()) + " ") ? 1 : 0;
  }
  return gaps >= kMinPartLines && 2 * gaps >= static_cast<int>(lines.size()) && 2 * labels < gaps &&
         !coverage.gutters(kTolerance, kChunkGap * lines.front().size).empty();
}

bool is_number_column(const std::vector<Line>& lines) {
  const auto numbers = std::count_if(lines.begin(), lines.end(),
                                     [](const Line& line) { return line.words.size() <= 2 && is_numeric(line); });
  return lines.size() >= static_cast<std::size_t>(kMinPartLines) &&
         static_cast<double>(numbers) >= kNumericColumn * static_cast<double>(lines.size());
}

}  // namespace

std::vector<Grid> find_aligned(const Words& words, const Segments& rulings, const PageView& view) {
  return Finder(words, rulings, view).find();
}

std::optional<Grid> refine(const Grid& grid, const Words& words, const Segments& rulings, const PageView& view) {
  std::vector<Words> contents(grid.cells.size());
  Words inside;
  for (const layout::Word* word : words) {
    const int index = cell_of(grid, *word);
    if (index < 0) continue;
    contents[static_cast<std::size_t>(index)].push_back(word);
    inside.push_back(word);
  }
  std::size_t parted = 0;
  std::map<int, std::vector<std::size_t>> number_cells;  // by row
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (contents[i].empty()) continue;
    const std::vector<Line> lines = make_lines(contents[i]);
    if (shows_columns(lines, view.page.width)) parted += contents[i].size();
    if (is_number_column(lines)) number_cells[grid.cells[i].row].push_back(lines.size());
  }
  // Two cells side by side that hold a column of numbers each, line for line: rows that no line parts.
  const bool rows = std::any_of(number_cells.begin(), number_cells.end(), [](const auto& row) {
    const std::vector<std::size_t>& counts = row.second;
    return counts.size() >= 2 && std::count(counts.begin(), counts.end(), counts.front()) >= 2;
  });
  const bool columns = parted > 0 && 2 * parted >= inside.size();
  if (!columns && !rows) return std::nullopt;
  std::vector<double> borders(grid.xs.begin() + 1, grid.xs.end() - 1);
  return Finder(inside, rulings, view).whole(borders);
}

}  // namespace pactable::tables
