// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/furniture.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/unicode.h"

namespace pactable::tables {
namespace {

using layout::Word;

// One inch: the margin that word processors leave by default, in which heads and page numbers stand.
constexpr double kMarginZone = 72;
constexpr double kMaxZoneShare = 0.15;  // of small pages
// Scanned pages are shifted by a few points against each other.
constexpr double kSameHeight = 6;
constexpr double kSmallerType = 0.93;       // of the body's size: notes are set 1 pt smaller at least
constexpr std::size_t kMinHeadLetters = 4;  // "Page"
constexpr std::size_t kMaxMark = 5;         // bytes: "[12]" has four

struct Candidate {
  int page = 0;
  double y = 0;
  Words words;
};

std::string folded_digits(const std::string& text) {
  std::string out;
  bool in_number = false;
  for (const char32_t c : unicode::to_code_points(unicode::fold(text))) {
    const bool digit = unicode::is_digit(c);
    if (digit && !in_number) out += '#';
    if (!digit) unicode::append_utf8(out, c);
    in_number = digit;
  }
  return out;
}

// A page number alone, or enough letters to tell a title from the codes of a row ("15.5  1  A").
bool can_be_head(const Line& line) {
  std::size_t letters = 0;
  int numbers = 0;
  for (const Word* word : line.words) {
    bool digit = false;
    for (const char32_t c : unicode::to_code_points(word->text)) {
      letters += unicode::is_letter(c) ? 1 : 0;
      digit = digit || unicode::is_digit(c);
    }
    numbers += digit ? 1 : 0;
  }
  const bool page_number = letters == 0 && numbers == 1 && text_of(line).find('.') == std::string::npos;
  return letters >= kMinHeadLetters || page_number;
}

}  // namespace

std::unordered_set<const Word*> running_heads(const std::vector<layout::Page>& pages,
                                              const std::function<bool(std::size_t, const Word&)>& in_table) {
  std::map<std::string, std::vector<Candidate>> by_text;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const layout::Page& page = pages[p];
    const double zone = std::min(kMarginZone, kMaxZoneShare * page.height);
    Words upper;
    Words lower;
    for (const Word& word : page.words) {
      if (word.rotation != 0 || in_table(p, word)) continue;
      if (word.box.y1 <= zone) upper.push_back(&word);
      if (word.box.y0 >= page.height - zone) lower.push_back(&word);
    }
    for (const auto& [words, side] : {std::pair(&upper, 'u'), std::pair(&lower, 'l')}) {
      for (Line& line : make_lines(*words)) {
        // Measured from its edge, because pages of one document may differ in height.
        const double y = side == 'u' ? line.baseline : page.height - line.baseline;
        if (!can_be_head(line)) continue;
        by_text[side + folded_digits(text_of(line))].push_back({page.number, y, std::move(line.words)});
      }
    }
  }
  std::unordered_set<const Word*> heads;
  for (auto& [text, candidates] : by_text) {
    std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const auto beside = [&](std::size_t j) {
        return candidates[j].page != candidates[i].page && std::abs(candidates[j].y - candidates[i].y) <= kSameHeight;
      };
      if ((i > 0 && beside(i - 1)) || (i + 1 < candidates.size() && beside(i + 1))) {
        heads.insert(candidates[i].words.begin(), candidates[i].words.end());
      }
    }
  }
  return heads;
}

std::string footnote_mark(const Line& line, double size) {
  const Word& first = *line.words.front();
  const std::string& text = first.text;
  if (first.superscript && text.size() <= kMaxMark) return text;
  const auto points = unicode::to_code_points(text);
  static constexpr std::u32string_view kRaised = U"¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§";
  std::size_t raised = 0;
  while (raised < points.size() && kRaised.find(points[raised]) != std::u32string_view::npos) ++raised;
  if (raised > 0) return unicode::to_utf8(std::u32string_view(points).substr(0, raised));
  if (text.size() > kMaxMark || line.words.size() < 2) return {};
  const bool bracketed = text.size() >= 3 && text.starts_with('[') && text.ends_with(']');
  const auto digits = text.find_first_not_of("0123456789");
  const bool number = digits == std::string::npos || (digits > 0 && digits + 1 == text.size() && text.ends_with(')'));
  return bracketed || (number && line.size < kSmallerType * size) ? text : std::string();
}

}  // namespace pactable::tables
