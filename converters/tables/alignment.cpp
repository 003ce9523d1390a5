// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/alignment.h"

#include <algorithm>
#include <cmath>

#include "tables/aligned_rows.h"
#include "tables/coverage.h"
#include "tables/frames.h"
#include "tables/labelled_rows.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

constexpr double kChunkGap = 0.9;   // of the font size: justified prose rarely opens its spaces wider
constexpr double kMinGutter = 0.5;  // of the font size, over all lines of a table
// Of the usual word space, which is a quarter of the font size, but 0.6 in the type of typewriters.
constexpr double kGutterSpaces = 1.4;
constexpr double kMaxGutter = 0.85;         // of the font size; below kChunkGap
constexpr double kMaxRowGap = 4.5;          // of the font size: rows set apart by empty lines and padding
constexpr double kMinNarrow = 0.15;         // of the font size, between numbers: half a word space
constexpr double kNarrowTolerance = 0.05;   // of the lines may reach into a narrow gutter
constexpr std::size_t kMinNarrowLines = 6;  // that open a narrow gutter: in fewer, spaces may stand in line by chance
constexpr int kMinBodyLines = 3;            // with several entries, below a header: they alone tell the columns
constexpr int kMaxCrossing = 2;             // lines running across all columns: section titles; three are a paragraph
constexpr int kMaxSingles = 5;              // lines with text in one column between two with several
constexpr int kMinRows = 3;
constexpr double kSameSize = 0.1;          // relative: titles of other tables are set 1 pt larger at least
constexpr int kMinSparse = 2;              // entries of a column that is empty in most rows
constexpr int kMaxTitleLines = 3;          // of a section over all columns in a table that goes on from the page before
constexpr double kSetApart = 1.6;          // of the widest line distance in a table so far: space between two tables
constexpr std::size_t kMinSet = 4;         // lines that tell the widest distance
constexpr double kTolerance = 0.12;        // of the lines may reach into a gutter: titles over several columns
constexpr double kShort = 3;               // words per entry of a column of codes, numbers or dates
constexpr std::size_t kMinLeader = 4;      // dots; three are an ellipsis
constexpr double kLeaders = 0.5;           // of the lines with dot leaders: a table of contents
constexpr double kNumericColumn = 0.7;     // of a column's entries
constexpr std::size_t kMaxRetried = 200;   // lines: keeps pages without end linear
constexpr std::size_t kLeaderColumns = 3;  // number, title and page of a table of contents
constexpr std::size_t kMaxCutLines = 8;    // of a cut row at the head of a page; more is prose above a table
constexpr double kBlockGap = 1.3;          // of the usual line distance: lines of one row stand closer
constexpr int kMinPartLines = 3;           // lines with wide gaps inside one ruled cell that show columns

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

// A word with digits and without letters.
bool is_number(const layout::Word& word) {
  bool digit = false;
  for (const char c : word.text) {
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'z') return false;
    digit = digit || (c >= '0' && c <= '9');
  }
  return digit;
}

// A row of dots that leads from a label to its number.
bool is_leader(const layout::Word& word) {
  return word.text.size() >= kMinLeader && word.text.find_first_not_of('.') == std::string::npos;
}

// The white space between columns of numbers may be as narrow as a word space; between words it then tells nothing.
// Adds the gutters that most of the lines open between two numbers.
void add_narrow_gutters(const std::vector<const Line*>& lines, double page_width, std::vector<Gutter>& gutters) {
  if (lines.size() < kMinNarrowLines) return;
  Coverage coverage(page_width);
  for (const Line* line : lines) coverage.add(*line, 1);
  const std::size_t known = gutters.size();
  for (const Gutter& g : coverage.gutters(kNarrowTolerance, kMinNarrow * lines.front()->size)) {
    const bool overlaps = std::any_of(gutters.begin(), gutters.begin() + static_cast<std::ptrdiff_t>(known),
                                      [&](const Gutter& k) { return g.begin < k.end && k.begin < g.end; });
    const auto between_numbers = std::count_if(lines.begin(), lines.end(), [&](const Line* line) {
      const auto right = std::find_if(line->words.begin(), line->words.end(),
                                      [&](const layout::Word* w) { return w->box.mid_x() > g.cut; });
      return right != line->words.begin() && right != line->words.end() && is_number(**right) &&
             (is_number(**(right - 1)) || is_leader(**(right - 1)));
    });
    if (!overlaps && static_cast<double>(between_numbers) >= kNumericColumn * static_cast<double>(lines.size())) {
      gutters.push_back(g);
    }
  }
  std::sort(gutters.begin(), gutters.end(), [](const Gutter& a, const Gutter& b) { return a.cut < b.cut; });
}

bool holds(const Box& frame, const Box& box) {
  return frame.x0 <= box.mid_x() && box.mid_x() <= frame.x1 && frame.y0 <= box.mid_y() && box.mid_y() <= frame.y1;
}

// Cuts a line at wide gaps and wherever a gap lies over a gutter.
std::vector<Line> split_at_gutters(const Line& line, const std::vector<Gutter>& gutters, double min_gutter) {
  std::vector<Line> out;
  for (const Line& chunk : split_at_gaps(line, kChunkGap)) {
    bool first = true;
    for (const layout::Word* word : chunk.words) {
      const double width = first ? 0 : word->box.x0 - out.back().box.x1;
      const layout::Word& left = *(first ? word : out.back().words.back());
      const bool narrow = width >= kMinNarrow * line.size && (is_number(left) || is_leader(left)) && is_number(*word);
      const bool gap = width >= min_gutter * line.size || narrow;
      const bool cut = !first && gap && std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& g) {
        return out.back().box.x1 <= g.cut && g.cut <= word->box.x0;
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
      out.push_back({g.begin, begin, (g.begin + begin) / 2});
      out.push_back({end, g.end, (end + g.end) / 2});
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
      : rulings_(rulings), shades_(merge_fill_edges(view.page.fills).horizontal), view_(view) {
    for (Line& line : make_lines(words)) {
      if (line.rotation != 0) continue;
      std::vector<Line> chunks = split_at_gaps(line, kChunkGap);
      candidates_.push_back({std::move(line), std::move(chunks)});
    }
    min_gutter_ = std::clamp(kGutterSpaces * usual_space(), kMinGutter, kMaxGutter);
  }

  // `labelled`: only tables whose rows are numbered, and the one that goes on from the page before.
  [[nodiscard]] std::vector<Grid> find(bool labelled) const {
    std::vector<Grid> grids;
    std::size_t free = 0;  // first line that is in no table yet
    std::size_t end = 0;
    if (std::optional<Grid> open = labelled ? make_open(end) : std::nullopt) {
      grids.push_back(std::move(*open));
      free = end;
    }
    for (std::size_t i = free; i < candidates_.size();) {
      if (std::optional<Grid> named = labelled ? make_named(i, end) : std::nullopt) {
        grids.push_back(std::move(*named));
        i = free = end;
        continue;
      }
      if (std::optional<Grid> header = labelled && i == free ? make_last_header(i) : std::nullopt) {
        grids.push_back(std::move(*header));
        break;
      }
      Range range = grow(i);
      while (range.end - range.begin >= kMinRows && range.begin > free && begins_above(range)) --range.begin;
      std::optional<Grid> grid = range.end - range.begin >= kMinRows ? check(range, false) : std::nullopt;
      if (grid && labelled && !grid->numbered) grid.reset();
      if (grid) {
        grids.push_back(std::move(*grid));
        free = range.end;
      }
      // A run that is no table may have swallowed the head of one.
      i = grid || range.end - i > kMaxRetried ? std::max(range.end, i + 1) : i + 1;
    }
    return grids;
  }

  // All lines as one table between its rules.
  [[nodiscard]] std::optional<Grid> framed() const {
    return candidates_.empty() ? std::nullopt : check({0, candidates_.size()}, true);
  }

  // All lines as one table.
  [[nodiscard]] std::optional<Grid> whole(const std::vector<double>& known_borders) const {
    if (candidates_.size() < static_cast<std::size_t>(kMinRows)) return std::nullopt;
    AlignedTable table = gather({0, candidates_.size()});
    for (const double x : known_borders) {
      const bool known = std::any_of(table.gutters.begin(), table.gutters.end(),
                                     [&](const Gutter& g) { return g.begin - kSnap <= x && x <= g.end + kSnap; });
      if (!known) table.gutters.push_back({x, x, x});
    }
    std::sort(table.gutters.begin(), table.gutters.end(),
              [](const Gutter& a, const Gutter& b) { return a.cut < b.cut; });
    return make_rows(table);
  }

 private:
  [[nodiscard]] double usual_space() const;
  [[nodiscard]] bool other_columns(std::size_t begin, const std::vector<Gutter>& gutters) const;
  [[nodiscard]] Range grow(std::size_t seed) const;
  [[nodiscard]] bool goes_on_in_text_column(std::size_t seed, std::size_t i) const;
  [[nodiscard]] bool begins_above(Range range) const;
  [[nodiscard]] bool goes_on_from_page_before(Range range) const;
  [[nodiscard]] AlignedTable gather(Range range) const;
  [[nodiscard]] AlignedTable open_table(Range range) const;
  [[nodiscard]] bool begins_other_columns(std::size_t seed, std::size_t i) const;
  [[nodiscard]] std::size_t with_title(std::size_t end, std::size_t header) const;
  [[nodiscard]] std::size_t grow_within(std::size_t begin, const std::vector<Gutter>& gutters, double left) const;
  [[nodiscard]] std::vector<Gutter> named_columns(std::size_t header) const;
  [[nodiscard]] std::optional<Grid> make_within(Range range, const std::vector<Gutter>& known, bool goes_on) const;
  [[nodiscard]] std::optional<Grid> make_last_header(std::size_t begin) const;
  [[nodiscard]] std::optional<Grid> make_open(std::size_t& end) const;
  [[nodiscard]] std::optional<Grid> make_named(std::size_t header, std::size_t& end) const;
  [[nodiscard]] std::vector<Gutter> find_gutters(Range range, std::size_t header) const;
  [[nodiscard]] std::optional<Grid> check(Range range, bool framed) const;
  [[nodiscard]] bool is_ruled(const AlignedTable& table) const;

  const Segments& rulings_;
  const std::vector<Segment> shades_;  // upper and lower edges of shaded areas
  const PageView& view_;
  std::vector<Candidate> candidates_;
  double min_gutter_ = kMinGutter;  // of the font size
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
    const auto chunks = split_at_gutters(line, gutters, min_gutter_);
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

// A numbered table in the columns that its header names, or that the page before knows.
std::optional<Grid> Finder::make_within(Range range, const std::vector<Gutter>& known, bool goes_on) const {
  AlignedTable table = open_table(range);
  table.goes_on = goes_on;
  table.gutters = known;
  if (!goes_on) {
    for (const Gutter& g : find_gutters(range, header_lines(table))) {
      const bool apart =
          std::all_of(known.begin(), known.end(), [&](const Gutter& k) { return g.end < k.begin || g.begin > k.end; });
      if (apart) table.gutters.push_back(g);
    }
    std::sort(table.gutters.begin(), table.gutters.end(),
              [](const Gutter& a, const Gutter& b) { return a.cut < b.cut; });
  }
  for (const Line& line : table.lines) table.chunks.push_back(split_at_gutters(line, table.gutters, min_gutter_));
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
  for (const Line& line : table.lines) table.chunks.push_back(split_at_gutters(line, table.gutters, min_gutter_));
  return make_rows(table);
}

std::optional<Grid> Finder::make_open(std::size_t& end) const {
  const std::vector<double>& columns = view_.open_columns;
  if (columns.size() < 3 || candidates_.empty()) return std::nullopt;
  std::vector<Gutter> gutters;
  for (std::size_t c = 1; c + 1 < columns.size(); ++c) gutters.push_back({columns[c], columns[c], columns[c]});
  end = grow_within(0, gutters, columns.front());
  if (end == 0) return std::nullopt;
  std::optional<Grid> grid = make_within({0, end}, gutters, true);
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
  if (end < header + kMinRows) return std::nullopt;
  return make_within({header, end}, gutters, false);
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
  table.spacing = view_.spacing;
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
  // A column that only its header names.
  for (std::size_t i = range.begin; i < begin; ++i) coverage.add(candidates_[i].line, 1);
  std::vector<Gutter> named = coverage.gutters(kTolerance, min_width);
  return begin > range.begin && named.size() > gutters.size() ? named : gutters;
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

}  // namespace

std::vector<Grid> find_aligned(const Words& words, const Segments& rulings, const PageView& view) {
  std::vector<Grid> grids;
  Words rest = words;
  // The rows of a numbered table tell more than the rules around some of them.
  const auto numbers =
      std::count_if(words.begin(), words.end(), [](const layout::Word* word) { return begins_list(word->text + " "); });
  if (numbers >= kMinRows || !view.open_columns.empty()) grids = Finder(words, rulings, view).find(true);
  std::erase_if(rest, [&](const layout::Word* word) {
    return std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) { return cell_of(grid, *word) >= 0; });
  });
  for (const Box& frame : find_frames(rest, rulings)) {
    const auto inside = [&](const layout::Word* w) { return holds(frame, w->box); };
    Words inner;
    std::copy_if(rest.begin(), rest.end(), std::back_inserter(inner), inside);
    std::optional<Grid> grid = Finder(inner, rulings, view).framed();
    if (!grid) continue;
    std::erase_if(rest, inside);
    grids.push_back(std::move(*grid));
  }
  for (Grid& grid : Finder(rest, rulings, view).find(false)) grids.push_back(std::move(grid));
  return grids;
}

std::optional<Grid> align_all(const Words& words, const std::vector<double>& borders, const Segments& rulings,
                              const PageView& view) {
  return Finder(words, rulings, view).whole(borders);
}

}  // namespace pactable::tables
