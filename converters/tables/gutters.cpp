// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/gutters.h"

#include <algorithm>

#include "tables/coverage.h"

namespace pactable::tables {
namespace {

constexpr double kMinNarrow = 0.15;         // of the font size, between numbers: half a word space
constexpr double kNarrowTolerance = 0.05;   // of the lines may reach into a narrow gutter
constexpr std::size_t kMinNarrowLines = 6;  // that open a narrow gutter: in fewer, spaces may stand in line by chance
constexpr int kMinSparse = 2;               // entries of a column that is empty in most rows
constexpr std::ptrdiff_t kMinSparseLines =
    3;                                     // on each side of white space that shows a sparse column beside a full one
constexpr std::size_t kMinLeader = 4;      // dots; three are an ellipsis
constexpr std::size_t kMinSeries = 3;      // names of one form side by side: two may be a range
constexpr std::size_t kMaxSeriesWord = 8;  // bytes: "2026", "Q1", "Année 1" without its space, "01/2026"
constexpr double kSeriesMargin = 2;        // of the least gutter, beside the first and the last name
constexpr double kNumericColumn = 0.7;     // of a column's entries

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

// The stretches of a header's line that are words of one form side by side, from the first to the one past the last.
std::pair<std::size_t, std::size_t> find_series(const std::vector<Line>& chunks) {
  const auto form = [](const Line& chunk) {
    std::string out;
    if (chunk.words.size() != 1 || chunk.words.front()->text.size() > kMaxSeriesWord) return out;
    for (const char c : chunk.words.front()->text) out += c >= '0' && c <= '9' ? '0' : c;
    return out.find('0') == std::string::npos ? std::string() : out;
  };
  for (std::size_t begin = 0; begin < chunks.size();) {
    const std::string first = form(chunks[begin]);
    std::size_t end = begin + 1;
    while (!first.empty() && end < chunks.size() && form(chunks[end]) == first) ++end;
    if (end - begin >= kMinSeries) return {begin, end};
    begin = end;
  }
  return {0, 0};
}

// A row of dots that leads from a label to its number.
bool is_leader(const layout::Word& word) {
  return word.text.size() >= kMinLeader && word.text.find_first_not_of('.') == std::string::npos;
}

}  // namespace

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

std::vector<Line> cut_at_gutters(const Line& line, const std::vector<Gutter>& gutters, double min_gutter) {
  std::vector<Line> out;
  for (const layout::Word* word : line.words) {
    const double width = out.empty() ? 0 : word->box.x0 - out.back().box.x1;
    const layout::Word& left = *(out.empty() ? word : out.back().words.back());
    const bool narrow = width >= kMinNarrow * line.size && (is_number(left) || is_leader(left)) && is_number(*word);
    const bool gap = width >= min_gutter * line.size || narrow;
    const bool cut = !out.empty() && gap && std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& g) {
      return out.back().box.x1 <= g.cut && g.cut <= word->box.x0;
    });
    if (out.empty() || cut) {
      out.push_back({{word}, word->box, line.baseline, line.size, line.rotation});
    } else {
      out.back().words.push_back(word);
      out.back().box.cover(word->box);
    }
  }
  return out;
}

std::vector<Line> split_at_gutters(const Line& line, const std::vector<Gutter>& gutters, double min_gutter) {
  std::vector<Line> out;
  for (const Line& chunk : split_at_gaps(line, kChunkGap)) {
    std::vector<Line> parts = cut_at_gutters(chunk, gutters, min_gutter);
    out.insert(out.end(), parts.begin(), parts.end());
  }
  return out;
}

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

void add_sparse_columns(const std::vector<std::vector<Line>>& lines, double page_width, double min_width,
                        std::vector<Gutter>& gutters) {
  if (gutters.empty()) return;
  std::vector<std::vector<const Line*>> columns(gutters.size() + 1);
  for (const std::vector<Line>& chunks : lines) {
    if (chunks.size() < 2) continue;
    for (const Line& chunk : chunks) {
      const auto after = std::upper_bound(gutters.begin(), gutters.end(), chunk.box.mid_x(),
                                          [](double x, const Gutter& g) { return x < g.cut; });
      columns[static_cast<std::size_t>(after - gutters.begin())].push_back(&chunk);
    }
  }
  std::vector<Gutter> more;
  for (const std::vector<const Line*>& column : columns) {
    Coverage coverage(page_width);
    for (const Line* chunk : column) coverage.add(*chunk, 1);
    for (const Gutter& g : coverage.gutters(0, min_width)) {
      const auto left = std::count_if(column.begin(), column.end(), [&](const Line* c) { return c->box.x1 <= g.cut; });
      const auto right = static_cast<std::ptrdiff_t>(column.size()) - left;
      if (left >= kMinSparseLines && right >= kMinSparseLines) more.push_back(g);
    }
  }
  gutters.insert(gutters.end(), more.begin(), more.end());
  std::sort(gutters.begin(), gutters.end(), [](const Gutter& a, const Gutter& b) { return a.cut < b.cut; });
}

void add_series_columns(const std::vector<std::vector<Line>>& head, const std::vector<std::vector<Line>>& body,
                        double page_width, double min_width, std::vector<Gutter>& gutters) {
  for (const std::vector<Line>& names : head) {
    const auto [begin, end] = find_series(names);
    if (begin == end) continue;
    Coverage coverage(page_width);
    for (std::size_t k = begin; k < end; ++k) coverage.add(names[k], 1);
    for (const std::vector<Line>& chunks : body) {
      // A title runs over the columns.
      if (chunks.size() < 2) continue;
      for (const Line& chunk : chunks) coverage.add(chunk, 1);
    }
    const std::vector<Gutter> open = coverage.gutters(0, min_width);
    const auto overlap = [](const Gutter& a, const Gutter& b) { return a.begin < b.end && b.begin < a.end; };
    // No mark stands below a name: the white space on its sides was taken for one gutter.
    std::erase_if(gutters, [&](const Gutter& g) {
      const bool holds_name = std::any_of(
          names.begin() + static_cast<std::ptrdiff_t>(begin), names.begin() + static_cast<std::ptrdiff_t>(end),
          [&](const Line& name) { return name.box.x0 >= g.begin && name.box.x1 <= g.end; });
      return holds_name &&
             std::count_if(open.begin(), open.end(), [&](const Gutter& part) { return overlap(part, g); }) > 1;
    });
    const double from = names[begin].box.x0 - kSeriesMargin * min_width;
    const double to = names[end - 1].box.x1 + kSeriesMargin * min_width;
    std::vector<Gutter> more;
    std::copy_if(open.begin(), open.end(), std::back_inserter(more), [&](const Gutter& g) {
      const bool known = std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& k) { return overlap(k, g); });
      return g.begin < to && g.end > from && !known;
    });
    gutters.insert(gutters.end(), more.begin(), more.end());
  }
  std::sort(gutters.begin(), gutters.end(), [](const Gutter& a, const Gutter& b) { return a.cut < b.cut; });
}

}  // namespace pactable::tables
