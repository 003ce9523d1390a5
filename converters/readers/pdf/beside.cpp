// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/beside.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pactable::readers::pdf {
namespace {

using layout::Page;
using layout::Word;

constexpr std::size_t kFewNumbers = 15;  // a page of numbered lines has more
constexpr double kSameEdge = 1.5;        // points: numbers are set flush
constexpr double kSamePitch = 0.05;      // of the pitch; rows of a table differ by whole lines
constexpr double kAlike = 0.9;           // of the steps from one number to the next
constexpr double kSameLine = 2;          // points
constexpr double kAlone = 0.15;          // of the numbers stand where no text is: lines are counted that are empty
constexpr std::size_t kLabels = 4;       // "1.1" to the right: the rows have numbers of their own
constexpr std::size_t kMostDigits = 4;
constexpr double kStampSize = 1.8;        // of the usual size: a stamp is set to be seen across the page
constexpr double kOver = 0.1;             // of a word's area that a stamp covers
constexpr std::size_t kWordsBeneath = 2;  // a large initial touches none, a stamp lies over several
constexpr std::size_t kMostLarge = 200;   // large words that are looked at: keeps hostile pages linear
constexpr double kSameSize = 0.05;        // relative difference

bool is_number(const Word& word) {
  return word.rotation == 0 && !word.superscript && word.text.size() <= kMostDigits &&
         std::all_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_label(const Word& word) {
  const std::size_t dot = word.text.find('.');
  return dot != std::string::npos && dot > 0 && dot + 1 < word.text.size() &&
         std::all_of(word.text.begin(), word.text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// True where numbers go up by the same step at the same pitch, as those of lines do.
bool count_lines(const std::vector<const Word*>& numbers) {
  if (numbers.size() < kFewNumbers) return false;
  std::vector<double> pitches;
  std::map<int, std::size_t> steps;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    pitches.push_back(numbers[i]->baseline - numbers[i - 1]->baseline);
    ++steps[std::atoi(numbers[i]->text.c_str()) - std::atoi(numbers[i - 1]->text.c_str())];
  }
  const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
  std::nth_element(pitches.begin(), middle, pitches.end());
  const double pitch = *middle;
  const auto level = std::count_if(pitches.begin(), pitches.end(),
                                   [&](double p) { return std::abs(p - pitch) <= kSamePitch * pitch; });
  const auto most =
      std::max_element(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const double enough = kAlike * static_cast<double>(pitches.size());
  return pitch > 0 && most->first > 0 && static_cast<double>(most->second) >= enough &&
         static_cast<double>(level) >= enough;
}

bool stand_beside(const std::vector<const Word*>& numbers, const Page& page) {
  double right = 0;
  for (const Word* number : numbers) right = std::max(right, number->box.x1);
  std::vector<double> lines;
  std::size_t labels = 0;
  for (const Word& word : page.words) {
    if (word.rotation != 0) continue;
    if (word.box.x0 <= right) {
      if (!is_number(word)) return false;  // something stands left of them: no margin
      continue;
    }
    lines.push_back(word.baseline);
    labels += is_label(word) ? 1 : 0;
  }
  std::sort(lines.begin(), lines.end());
  const auto alone = std::count_if(numbers.begin(), numbers.end(), [&](const Word* number) {
    const auto next = std::lower_bound(lines.begin(), lines.end(), number->baseline - kSameLine);
    return next == lines.end() || *next > number->baseline + kSameLine;
  });
  return static_cast<double>(alone) >= kAlone * static_cast<double>(numbers.size()) || labels >= kLabels;
}

void mark_line_numbers(const Page& page, std::vector<bool>& beside) {
  const Word* leftmost = nullptr;
  for (const Word& word : page.words) {
    if (is_number(word) && (leftmost == nullptr || word.box.x1 < leftmost->box.x1)) leftmost = &word;
  }
  if (leftmost == nullptr) return;
  for (const bool right_edge : {true, false}) {
    const auto edge = [&](const Word& word) { return right_edge ? word.box.x1 : word.box.x0; };
    double at = edge(*leftmost);
    if (right_edge) {  // the shortest number may end a little before the others
      for (const Word& word : page.words) {
        if (is_number(word) && word.box.x1 <= leftmost->box.x1 + 2 * kSameEdge) at = std::max(at, word.box.x1);
      }
    }
    std::vector<const Word*> numbers;
    for (const Word& word : page.words) {
      if (is_number(word) && std::abs(edge(word) - at) <= kSameEdge) numbers.push_back(&word);
    }
    std::stable_sort(numbers.begin(), numbers.end(),
                     [](const Word* a, const Word* b) { return a->baseline < b->baseline; });
    if (!count_lines(numbers) || !stand_beside(numbers, page)) continue;
    for (const Word* number : numbers) beside[static_cast<std::size_t>(number - page.words.data())] = true;
    return;
  }
}

double usual_size(const std::vector<Word>& words) {
  std::map<long, std::size_t> sizes;  // by half points
  for (const Word& word : words) sizes[std::lround(std::min(word.font_size, 1e6) * 2)] += word.text.size();
  const auto most =
      std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == sizes.end() ? 0 : static_cast<double>(most->first) / 2;
}

double shared(const Box& a, const Box& b) {
  const double width = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  const double height = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return width > 0 && height > 0 ? width * height : 0;
}

void mark_stamps(const Page& page, std::vector<bool>& beside) {
  const double usual = usual_size(page.words);
  std::vector<std::size_t> large;
  for (std::size_t i = 0; i < page.words.size() && large.size() < kMostLarge; ++i) {
    if (page.words[i].font_size >= kStampSize * usual && !page.words[i].invisible) large.push_back(i);
  }
  std::vector<std::size_t> stamps;
  for (const std::size_t i : large) {
    const Word& stamp = page.words[i];
    const auto beneath = std::count_if(page.words.begin(), page.words.end(), [&](const Word& word) {
      return word.font_size < stamp.font_size / kStampSize && !word.invisible &&
             shared(stamp.box, word.box) > kOver * word.box.width() * word.box.height();
    });
    if (static_cast<std::size_t>(beneath) >= kWordsBeneath) stamps.push_back(i);
  }
  // The other words, or letters, of the same stamp.
  for (const std::size_t i : large) {
    const Word& word = page.words[i];
    beside[i] = beside[i] || std::any_of(stamps.begin(), stamps.end(), [&](std::size_t s) {
                  const Word& stamp = page.words[s];
                  return stamp.colour == word.colour &&
                         std::abs(stamp.font_size - word.font_size) <= kSameSize * word.font_size;
                });
  }
}

}  // namespace

void put_beside(Page& page) {
  std::vector<bool> beside(page.words.size(), false);
  mark_line_numbers(page, beside);
  mark_stamps(page, beside);
  if (std::none_of(beside.begin(), beside.end(), [](bool b) { return b; })) return;
  std::vector<Word> kept;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    (beside[i] ? page.beside : kept).push_back(std::move(page.words[i]));
  }
  page.words = std::move(kept);
}

}  // namespace pactable::readers::pdf
