// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/ink.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace pactable::scans {
namespace {

// Points. A full stop is smaller than the smallest letter, a heading's capital hardly larger than the largest.
constexpr double kLeastHeight = 3.5, kMostHeight = 30, kMostWidth = 40;
constexpr double kMostSlender = 6;          // a "1" is five times as high as wide; a dash of a broken line more
constexpr double kBeyondWord = 1.5;         // points that a mark may stand out of the word's box
constexpr double kAlone = 9;                // points of white to both sides: more than the space between words
constexpr double kColumnWidth = 5;          // points within which the middles of a column's signs lie
constexpr double kBesideUsual = 0.55;       // of the usual height: bullets and dirt are smaller than letters
constexpr std::size_t kMostMarks = 60'000;  // a screened photograph has more; it is no text

/// Otsu 1979: the grey that parts the histogram into the two most uniform halves.
int threshold_of(const std::vector<std::uint8_t>& grey) {
  std::array<double, 256> histogram{};
  for (const std::uint8_t value : grey) histogram[value] += 1;
  const double all = static_cast<double>(grey.size());
  double sum = 0;
  for (std::size_t i = 0; i < histogram.size(); ++i) sum += static_cast<double>(i) * histogram[i];
  double below = 0, sum_below = 0, best = -1;
  int threshold = 128;
  for (std::size_t i = 0; i + 1 < histogram.size(); ++i) {
    below += histogram[i];
    sum_below += static_cast<double>(i) * histogram[i];
    if (below == 0 || below == all) continue;
    const double difference = sum_below / below - (sum - sum_below) / (all - below);
    const double between = below * (all - below) * difference * difference;
    if (between > best) best = between, threshold = static_cast<int>(i);
  }
  return threshold;
}

struct Run {
  int y = 0, begin = 0, end = 0;  // pixels [begin, end)
  std::size_t mark = 0;
};

std::size_t root_of(std::vector<std::size_t>& parents, std::size_t at) {
  while (parents[at] != at) at = parents[at] = parents[parents[at]];
  return at;
}

/// Boxes in points of the connected dark areas; by runs of pixels, so that a page takes one pass.
std::vector<Box> marks_of(const layout::GreyPicture& picture) {
  const int threshold = threshold_of(picture.grey);
  std::vector<Run> runs;
  std::vector<std::size_t> parents;
  std::size_t above = 0, above_end = 0;
  for (int y = 0; y < picture.height; ++y) {
    const std::uint8_t* row =
        picture.grey.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
    const std::size_t first = runs.size();
    std::size_t touching = above;
    for (int x = 0; x < picture.width; ++x) {
      if (row[x] > threshold) continue;
      const int begin = x;
      while (x < picture.width && row[x] <= threshold) ++x;
      Run run{y, begin, x, parents.size()};
      parents.push_back(run.mark);
      while (touching < above_end && runs[touching].end < begin) ++touching;
      for (std::size_t i = touching; i < above_end && runs[i].begin <= run.end; ++i) {
        parents[root_of(parents, run.mark)] = root_of(parents, runs[i].mark);
      }
      runs.push_back(run);
    }
    above = first;
    above_end = runs.size();
  }
  std::vector<Box> boxes(parents.size());
  std::vector<char> begun(parents.size(), 0);
  const double points = 1 / picture.scale;
  for (const Run& run : runs) {
    const std::size_t mark = root_of(parents, run.mark);
    const Box box{run.begin * points, run.y * points, run.end * points, (run.y + 1) * points};
    if (begun[mark] != 0) {
      boxes[mark].cover(box);
    } else {
      boxes[mark] = box;
    }
    begun[mark] = 1;
  }
  std::vector<Box> marks;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (begun[i] != 0) marks.push_back(boxes[i]);
  }
  return marks;
}

bool is_letter_like(const Box& box) {
  return box.height() >= kLeastHeight && box.height() <= kMostHeight && box.width() <= kMostWidth && box.width() > 0 &&
         box.height() / box.width() <= kMostSlender;
}

bool overlaps_in_height(const Box& a, const Box& b) { return a.y0 < b.y1 && b.y0 < a.y1; }

double usual_height(std::vector<Box> marks) {
  if (marks.empty()) return 0;
  const auto middle = marks.begin() + static_cast<std::ptrdiff_t>(marks.size() / 2);
  std::nth_element(marks.begin(), middle, marks.end(),
                   [](const Box& a, const Box& b) { return a.height() < b.height(); });
  return middle->height();
}

/// `letters` are sorted by y0.
bool stands_alone(const Box& mark, const std::vector<Box>& letters) {
  auto at = std::lower_bound(letters.begin(), letters.end(), mark.y0 - kMostHeight,
                             [](const Box& box, double y) { return box.y0 < y; });
  for (; at != letters.end() && at->y0 < mark.y1; ++at) {
    if (*at == mark || !overlaps_in_height(*at, mark)) continue;
    if (at->x0 < mark.x1 + kAlone && at->x1 > mark.x0 - kAlone) return false;
  }
  return true;
}

int longest_column(std::vector<Box> alone) {
  std::sort(alone.begin(), alone.end(), [](const Box& a, const Box& b) { return a.mid_x() < b.mid_x(); });
  std::size_t begin = 0, longest = 0;
  for (std::size_t end = 0; end < alone.size(); ++end) {
    while (alone[end].mid_x() - alone[begin].mid_x() > kColumnWidth) ++begin;
    longest = std::max(longest, end - begin + 1);
  }
  return static_cast<int>(longest);
}

}  // namespace

InkSigns compare_ink(const layout::GreyPicture& picture, const std::vector<layout::Word>& words) {
  InkSigns signs;
  if (picture.scale <= 0 || picture.grey.empty()) return signs;
  std::vector<Box> letters = marks_of(picture);
  std::erase_if(letters, [](const Box& box) { return !is_letter_like(box); });
  if (letters.size() > kMostMarks) return signs;
  std::sort(letters.begin(), letters.end(), [](const Box& a, const Box& b) { return a.y0 < b.y0; });
  std::vector<Box> boxes;
  for (const layout::Word& word : words) boxes.push_back(word.box);
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.y0 < b.y0; });
  double tallest = 0;
  for (const Box& box : boxes) tallest = std::max(tallest, box.height());
  const auto covered = [&](const Box& mark) {
    auto at = std::lower_bound(boxes.begin(), boxes.end(), mark.mid_y() - tallest - kBeyondWord,
                               [](const Box& box, double y) { return box.y0 < y; });
    for (; at != boxes.end() && at->y0 <= mark.mid_y() + kBeyondWord; ++at) {
      if (mark.mid_y() <= at->y1 + kBeyondWord && mark.mid_x() >= at->x0 - kBeyondWord &&
          mark.mid_x() <= at->x1 + kBeyondWord) {
        return true;
      }
    }
    return false;
  };
  const double usual = usual_height(letters);
  std::vector<Box> alone;
  signs.letters = static_cast<int>(letters.size());
  for (const Box& mark : letters) {
    if (covered(mark)) continue;
    ++signs.uncovered;
    if (mark.height() >= kBesideUsual * usual && stands_alone(mark, letters)) alone.push_back(mark);
  }
  signs.missing_column = longest_column(std::move(alone));
  return signs;
}

}  // namespace pactable::scans
