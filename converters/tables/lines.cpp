// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/lines.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pactable::tables {
namespace {

using layout::Word;

constexpr double kSameLine = 0.35;  // of the smaller font size: two lines stand at least 0.9 apart
constexpr double kSpace = 0.1;      // of the font size; see kWordGap of the PDF reader
constexpr double kUsualLeading = 1.2;
constexpr double kMaxLeading = 2;  // larger distances part paragraphs or rows

// A word as if its line were level.
struct Upright {
  const Word* word = nullptr;
  Box box;
  double baseline = 0;
};

Upright upright(const Word& w) {
  const Box& b = w.box;
  switch (w.rotation) {
    case 90: return {&w, {b.y0, -b.x1, b.y1, -b.x0}, -b.x0};
    case 180: return {&w, {-b.x1, -b.y1, -b.x0, -b.y0}, -w.baseline};
    case 270: return {&w, {-b.y1, b.x0, -b.y0, b.x1}, b.x1};
    default: return {&w, b, w.baseline};
  }
}

struct Growing {
  std::vector<Upright> words;
  double baseline = 0, size = 0;
};

double line_size(const Words& words) { return usual_size(words); }

void finish(Growing& growing, int rotation, std::vector<Line>& out) {
  std::stable_sort(growing.words.begin(), growing.words.end(),
                   [](const Upright& a, const Upright& b) { return a.box.x0 < b.box.x0; });
  Line line;
  line.rotation = rotation;
  line.baseline = growing.baseline;
  line.box = growing.words.front().word->box;
  for (const Upright& u : growing.words) {
    line.words.push_back(u.word);
    line.box.cover(u.word->box);
  }
  line.size = line_size(line.words);
  out.push_back(std::move(line));
}

// The line that a raised mark stands beside, or null.
Growing* host_of(const Upright& mark, std::vector<Growing>& lines) {
  Growing* best = nullptr;
  double nearest = 0;
  const auto first = std::lower_bound(lines.begin(), lines.end(), mark.baseline,
                                      [](const Growing& line, double baseline) { return line.baseline < baseline; });
  for (auto it = first; it != lines.end() && it->baseline - mark.baseline <= it->size; ++it) {
    for (const Upright& u : it->words) {
      const double gap = std::max({u.box.x0 - mark.box.x1, mark.box.x0 - u.box.x1, 0.0});
      const double distance = gap + (it->baseline - mark.baseline);
      if (gap <= it->size && (best == nullptr || distance < nearest)) {
        best = &*it;
        nearest = distance;
      }
    }
  }
  return best;
}

std::vector<Growing> cluster(std::vector<Upright> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Upright& a, const Upright& b) { return a.baseline < b.baseline; });
  std::vector<Growing> lines;
  for (const Upright& u : words) {
    const double size = u.word->font_size;
    if (!lines.empty()) {
      Growing& last = lines.back();
      const double smaller = std::min(size, last.size);
      if (u.baseline - last.baseline <= kSameLine * smaller) {
        last.words.push_back(u);
        last.size = std::max(last.size, size);
        continue;
      }
    }
    lines.push_back({{u}, u.baseline, size});
  }
  return lines;
}

}  // namespace

Words pointers(const std::vector<Word>& words) {
  Words out;
  out.reserve(words.size());
  for (const Word& word : words) out.push_back(&word);
  return out;
}

std::vector<Line> make_lines(const Words& words) {
  std::vector<Line> out;
  for (const int rotation : {0, 90, 180, 270}) {
    std::vector<Upright> level;
    std::vector<Upright> raised;
    for (const Word* word : words) {
      if (word->rotation == rotation) (word->superscript ? raised : level).push_back(upright(*word));
    }
    std::vector<Growing> lines = cluster(std::move(level));
    std::vector<Upright> lonely;
    for (const Upright& mark : raised) {
      if (Growing* host = host_of(mark, lines)) {
        host->words.push_back(mark);
      } else {
        lonely.push_back(mark);
      }
    }
    for (Growing& line : cluster(std::move(lonely))) lines.push_back(std::move(line));
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Growing& a, const Growing& b) { return a.baseline < b.baseline; });
    for (Growing& line : lines) finish(line, rotation, out);
  }
  return out;
}

bool space_between(const Word& left, const Word& right) {
  if (left.space_after) return true;
  const Box a = upright(left).box;
  const Box b = upright(right).box;
  return b.x0 - a.x1 > kSpace * std::max(left.font_size, right.font_size);
}

std::string text_of(const Line& line) {
  std::string text;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (i > 0 && space_between(*line.words[i - 1], *line.words[i])) text += ' ';
    text += line.words[i]->text;
  }
  return text;
}

double usual_leading(const std::vector<Line>& lines) {
  std::vector<double> ratios;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Line& above = lines[i - 1];
    const Line& below = lines[i];
    if (above.rotation != 0 || below.rotation != 0 || below.size <= 0) continue;
    const bool stacked = std::min(above.box.x1, below.box.x1) > std::max(above.box.x0, below.box.x0);
    const double ratio = (below.baseline - above.baseline) / below.size;
    if (stacked && ratio > kSameLine && ratio < kMaxLeading) ratios.push_back(ratio);
  }
  if (ratios.size() < 3) return kUsualLeading;
  // Lines of a paragraph are the closest that there are; a low quantile leaves out paragraph and row gaps.
  const auto quarter = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 4);
  std::nth_element(ratios.begin(), quarter, ratios.end());
  return std::max(*quarter, 1.0);
}

double usual_size(const Words& words) {
  std::map<int, std::size_t> characters;  // by half points
  for (const Word* word : words) characters[static_cast<int>(std::lround(word->font_size * 2))] += word->text.size();
  const auto most = std::max_element(characters.begin(), characters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == characters.end() ? 0 : most->first / 2.0;
}

std::vector<Line> split_at_gaps(const Line& line, double gap) {
  std::vector<Line> parts;
  for (const Word* word : line.words) {
    const double reach = parts.empty() ? 0 : parts.back().box.x1;
    if (parts.empty() || word->box.x0 - reach > gap * std::max(line.size, 1.0)) {
      parts.push_back({{word}, word->box, line.baseline, line.size, line.rotation});
    } else {
      parts.back().words.push_back(word);
      parts.back().box.cover(word->box);
    }
  }
  return parts;
}

}  // namespace pactable::tables
