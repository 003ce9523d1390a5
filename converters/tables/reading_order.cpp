// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/reading_order.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace pactable::tables {
namespace {

constexpr double kSameWidth = 0.03;    // relative: columns of a page
constexpr double kMinGutter = 9;       // points between two columns of text; word spaces stay below
constexpr int kMinColumnLines = 5;     // fewer lines side by side are no columns of text
constexpr double kMaxCrossing = 0.35;  // of the lines may run across: headings, abstracts
constexpr double kFullLine = 0.6;      // of the column's width: lines of prose fill their column

struct Element {
  Box box;
  const Line* line = nullptr;
  int table = -1;
};

// The middle of the white gutter between two columns of prose, if the page is set in two columns.
std::optional<double> find_gutter(const std::vector<Line>& lines) {
  std::vector<std::vector<Line>> parts;
  std::vector<double> starts;
  for (const Line& line : lines) {
    if (line.rotation != 0) continue;
    std::vector<Line> chunks = split_at_gaps(line, kMinGutter / std::max(line.size, 1.0));
    if (chunks.size() == 2) starts.push_back(chunks[1].box.x0);
    parts.push_back(std::move(chunks));
  }
  if (starts.size() < static_cast<std::size_t>(kMinColumnLines)) return std::nullopt;
  std::nth_element(starts.begin(), starts.begin() + static_cast<std::ptrdiff_t>(starts.size() / 2), starts.end());
  const double start = starts[starts.size() / 2];
  int side_by_side = 0;
  int crossing = 0;
  double left_edge = 1e9;
  double right_edge = 0;
  double gutter = start - kMinGutter / 2;
  for (const auto& chunks : parts) {
    for (const Line& chunk : chunks) {
      left_edge = std::min(left_edge, chunk.box.x0);
      right_edge = std::max(right_edge, chunk.box.x1);
    }
  }
  double left_fill = 0;
  double right_fill = 0;
  for (const auto& chunks : parts) {
    const auto crosses = [&](const Line& c) { return c.box.x0 < gutter && c.box.x1 > gutter; };
    if (std::any_of(chunks.begin(), chunks.end(), crosses)) ++crossing;
    if (chunks.size() != 2 || chunks[0].box.x1 > gutter || chunks[1].box.x0 < gutter) continue;
    ++side_by_side;
    left_fill += chunks[0].box.width() / std::max(gutter - left_edge, 1.0);
    right_fill += chunks[1].box.width() / std::max(right_edge - gutter, 1.0);
  }
  if (side_by_side < kMinColumnLines || crossing > kMaxCrossing * static_cast<double>(parts.size()))
    return std::nullopt;
  if (left_fill < kFullLine * side_by_side || right_fill < kFullLine * side_by_side) return std::nullopt;
  return gutter;
}

class Sequence {
 public:
  explicit Sequence(std::vector<Run>& runs) : runs_(runs) {}

  void add(const Element& e) {
    if (e.table >= 0) {
      runs_.push_back({{}, e.table, 0});
      open_ = false;
      return;
    }
    if (!open_) runs_.emplace_back();
    open_ = true;
    runs_.back().lines.push_back(*e.line);
    runs_.back().right = std::max(runs_.back().right, e.box.x1);
  }
  void part() { open_ = false; }

 private:
  std::vector<Run>& runs_;
  bool open_ = false;
};

// Between two tables of the same width, one in each column of a page that holds little else.
std::optional<double> gutter_between(const std::vector<Box>& tables, const std::vector<Line>& lines) {
  for (const Box& left : tables) {
    for (const Box& right : tables) {
      const double wider = std::max(left.width(), right.width());
      const bool same = std::abs(left.width() - right.width()) <= kSameWidth * wider;
      if (!same || right.x0 <= left.x1) continue;
      const double gutter = (left.x1 + right.x0) / 2;
      const auto crossing = std::count_if(lines.begin(), lines.end(), [&](const Line& line) {
        return std::any_of(line.words.begin(), line.words.end(),
                           [&](const layout::Word* word) { return word->box.x0 < gutter && word->box.x1 > gutter; });
      });
      if (static_cast<double>(crossing) <= kMaxCrossing * static_cast<double>(lines.size())) return gutter;
    }
  }
  return std::nullopt;
}

std::vector<Line> cut_at(const std::vector<Line>& lines, double gutter) {
  std::vector<Line> out;
  for (const Line& line : lines) {
    const auto right =
        std::find_if(line.words.begin(), line.words.end(), [&](const layout::Word* w) { return w->box.x0 >= gutter; });
    const bool crossed = std::any_of(line.words.begin(), right, [&](const auto* w) { return w->box.x1 > gutter; });
    const bool apart = right != line.words.end() && right != line.words.begin() &&
                       (*right)->box.x0 - (*(right - 1))->box.x1 >= kMinGutter;
    if (line.rotation != 0 || crossed || !apart) {
      out.push_back(line);
      continue;
    }
    const auto at = right - line.words.begin();
    for (const auto& [from, until] : {std::pair<std::ptrdiff_t, std::ptrdiff_t>(0, at),
                                      std::pair<std::ptrdiff_t, std::ptrdiff_t>(at, line.words.size())}) {
      Line part = line;
      part.words.assign(line.words.begin() + from, line.words.begin() + until);
      part.box = part.words.front()->box;
      for (const layout::Word* w : part.words) part.box.cover(w->box);
      out.push_back(std::move(part));
    }
  }
  return out;
}

}  // namespace

std::vector<Run> reading_order(const Words& words, const std::vector<Box>& tables) {
  std::vector<Line> lines = make_lines(words);
  std::optional<double> gutter = find_gutter(lines);
  if (!gutter) gutter = gutter_between(tables, lines);
  if (gutter) lines = cut_at(lines, *gutter);
  std::vector<Element> elements;
  for (const Line& line : lines) elements.push_back({line.box, &line, -1});
  for (std::size_t i = 0; i < tables.size(); ++i) elements.push_back({tables[i], nullptr, static_cast<int>(i)});
  const auto top = [](const Element& e) { return e.line != nullptr ? e.line->baseline : e.box.y0; };
  std::stable_sort(elements.begin(), elements.end(),
                   [&](const Element& a, const Element& b) { return top(a) < top(b); });
  std::vector<Run> runs;
  Sequence sequence(runs);
  std::vector<const Element*> waiting;  // of the right column
  const auto flush = [&] {
    sequence.part();
    for (const Element* e : waiting) sequence.add(*e);
    waiting.clear();
    sequence.part();
  };
  for (const Element& e : elements) {
    if (gutter && e.box.x0 >= *gutter) {
      waiting.push_back(&e);
      continue;
    }
    if (gutter && e.box.x1 > *gutter && !waiting.empty()) flush();
    sequence.add(e);
  }
  flush();
  return runs;
}

}  // namespace pactable::tables
