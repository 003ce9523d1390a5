// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/frames.h"

#include <algorithm>
#include <cmath>

namespace pactable::tables {
namespace {

constexpr double kSameEnd = 6;              // points: the rules of one table are drawn by one hand
constexpr double kMinLength = 72;           // points: shorter rules are underlines and lines above footnotes
constexpr std::size_t kMinRules = 3;        // head, header, foot; two rules frame anything
constexpr std::size_t kMaxRules = 2'000;    // more on one page are a drawing
constexpr double kChunkGap = 0.9;           // of the font size: justified prose rarely opens its spaces wider
constexpr double kFullLine = 0.75;          // of the rule's length: a line of prose
constexpr int kMaxFullLines = 1;            // in one band: a title of a group may fill a line
constexpr std::size_t kMaxSingleLines = 2;  // of a title of a group between two rules

constexpr std::size_t kMinBody = 2;  // lines below a bold header between two rules

// Rules with the same ends, from top to bottom.
struct Stack {
  double begin = 0, end = 0;
  std::vector<double> at;
};

std::vector<Stack> stacks_of(const std::vector<Segment>& rules) {
  std::vector<Stack> stacks;
  if (rules.size() > kMaxRules) return stacks;
  for (const Segment& rule : rules) {
    if (rule.length() < kMinLength) continue;
    const auto same = std::find_if(stacks.begin(), stacks.end(), [&](const Stack& s) {
      return std::abs(s.begin - rule.begin) <= kSameEnd && std::abs(s.end - rule.end) <= kSameEnd;
    });
    if (same == stacks.end()) {
      stacks.push_back({rule.begin, rule.end, {rule.at}});
    } else {
      same->at.push_back(rule.at);
    }
  }
  std::erase_if(stacks, [](const Stack& s) { return s.at.size() < 2; });
  return stacks;
}

// True where the lines between two rules can be rows of a table: entries side by side, or a short title of a group.
bool holds_rows(const std::vector<Line>& lines, double length) {
  int full = 0;
  bool several = false;
  for (const Line& line : lines) {
    const std::size_t chunks = split_at_gaps(line, kChunkGap).size();
    several = several || chunks > 1;
    full += chunks == 1 && line.box.width() >= kFullLine * length ? 1 : 0;
  }
  return full <= kMaxFullLines && (several || lines.size() <= kMaxSingleLines);
}

// True where the lines between two rules are a bold header and, below it, short lines that are not bold.
bool is_headed(const std::vector<Line>& lines, double length) {
  const auto bold = [](const Line& line) {
    return std::all_of(line.words.begin(), line.words.end(), [](const layout::Word* w) { return w->bold; });
  };
  const auto body = std::find_if_not(lines.begin(), lines.end(), bold);
  if (body == lines.begin() || static_cast<std::size_t>(lines.end() - body) < kMinBody) return false;
  return std::none_of(body, lines.end(), [&](const Line& line) {
    return bold(line) || (split_at_gaps(line, kChunkGap).size() == 1 && line.box.width() >= kFullLine * length);
  });
}

// True where a longer rule runs across: then these rules only group columns of a wider table.
bool lies_in_wider(const Stack& stack, double top, double bottom, const std::vector<Segment>& rules) {
  return std::any_of(rules.begin(), rules.end(), [&](const Segment& rule) {
    return rule.at >= top - kSnap && rule.at <= bottom + kSnap && rule.begin <= stack.begin + kSnap &&
           rule.end >= stack.end - kSnap && rule.length() > stack.end - stack.begin + 2 * kSameEnd;
  });
}

}  // namespace

std::vector<Box> find_frames(const Words& words, const Segments& rulings) {
  std::vector<Box> frames;
  for (const Stack& stack : stacks_of(rulings.horizontal)) {
    std::vector<Words> bands(stack.at.size() - 1);
    for (const layout::Word* word : words) {
      const bool beside = word->box.mid_x() < stack.begin - kSnap || word->box.mid_x() > stack.end + kSnap;
      const auto below = std::upper_bound(stack.at.begin(), stack.at.end(), word->box.mid_y());
      if (beside || below == stack.at.begin() || below == stack.at.end()) continue;
      bands[static_cast<std::size_t>(below - stack.at.begin()) - 1].push_back(word);
    }
    for (std::size_t first = 0; first < bands.size();) {
      std::size_t last = first;
      std::size_t filled = 0;
      while (last < bands.size()) {
        const std::vector<Line> lines = make_lines(bands[last]);
        if (!holds_rows(lines, stack.end - stack.begin)) break;
        filled += lines.empty() ? 0 : 1;
        ++last;
      }
      if (last == first && is_headed(make_lines(bands[first]), stack.end - stack.begin)) last = first + 1;
      const bool headed = last == first + 1 && is_headed(make_lines(bands[first]), stack.end - stack.begin);
      if ((headed || (last - first >= kMinRules - 1 && filled >= kMinRules - 1)) &&
          !lies_in_wider(stack, stack.at[first], stack.at[last], rulings.horizontal)) {
        frames.push_back({stack.begin - kSnap, stack.at[first], stack.end + kSnap, stack.at[last]});
      }
      first = std::max(last, first + 1);
    }
  }
  std::sort(frames.begin(), frames.end(), [](const Box& a, const Box& b) { return a.y0 < b.y0; });
  return frames;
}

}  // namespace pactable::tables
