// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/page_furniture.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "core/unicode.h"
#include "readers/text/spaced_lines.h"

namespace pactable::readers::text {
namespace {

constexpr std::size_t kLinesLookedAt = 2;  // a running head and a line below it; a foot and a page number
constexpr std::size_t kMinPages = 2;
// Left and right pages have heads of their own, so that a third of all pages is enough.
constexpr std::size_t kPagesOfThree = 3;

std::string folded(std::string_view line) {
  std::string out = unicode::collapse_space(line);
  for (char& c : out) c = c >= '0' && c <= '9' ? '#' : c;
  return out;
}

struct Candidate {
  std::size_t line = 0;
  std::string text;
};

}  // namespace

std::vector<bool> find_page_furniture(Lines lines) {
  std::vector<std::size_t> pages = {0};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].new_page) pages.push_back(i);
  }
  if (pages.size() < kMinPages) return {};
  pages.push_back(lines.size());
  std::vector<Candidate> candidates;
  const auto look_at = [&](std::size_t line) {
    const auto segments = split_segments(lines[line]);
    const bool figures =
        std::any_of(lines[line].utf8.begin(), lines[line].utf8.end(), [](char c) { return c >= '0' && c <= '9'; });
    // Two texts without a figure may be the head of a table of two columns.
    if (segments.size() == 1 || (segments.size() == 2 && figures))
      candidates.push_back({line, folded(lines[line].utf8)});
  };
  // Only what a blank line sets apart from the body.
  for (std::size_t p = 0; p + 1 < pages.size(); ++p) {
    std::size_t begin = pages[p], end = pages[p + 1];
    while (begin < end && lines[begin].blank) ++begin;
    while (end > begin && lines[end - 1].blank) --end;
    std::size_t head = begin, foot = end;
    while (head < end && !lines[head].blank) ++head;
    while (foot > begin && !lines[foot - 1].blank) --foot;
    if (head == end) continue;
    for (std::size_t i = begin; head - begin <= kLinesLookedAt && i < head; ++i) look_at(i);
    for (std::size_t i = foot; end - foot <= kLinesLookedAt && i < end; ++i) look_at(i);
  }
  std::map<std::string, std::size_t> counts;
  for (const Candidate& candidate : candidates) ++counts[candidate.text];
  std::vector<bool> furniture(lines.size(), false);
  for (const Candidate& candidate : candidates) {
    const std::size_t count = counts[candidate.text];
    if (count >= kMinPages && count * kPagesOfThree >= pages.size() - 1) furniture[candidate.line] = true;
  }
  return furniture;
}

}  // namespace pactable::readers::text
