// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/cell_sequence.h"

#include <algorithm>

#include "core/unicode.h"
#include "readers/text/notes.h"

namespace pactable::readers::text {
namespace {

constexpr std::size_t kMaxLabel = 16;       // bytes
constexpr std::uint32_t kMaxNumber = 9999;  // a larger one is no label
constexpr std::size_t kMaxCode = 3;         // letters
constexpr std::size_t kMaxNameWords = 4;
constexpr std::size_t kMaxListWords = 4;  // between two commas

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "2024-2026", "Dec 2026", "31/12/2025", "by 2027": a figure of two or more digits and at most two words beside it.
bool is_time(std::string_view text, std::size_t words) {
  std::size_t digits = 0, run = 0, longest = 0;
  for (const char c : text) {
    run = is_digit(c) ? run + 1 : 0;
    digits += is_digit(c) ? 1 : 0;
    longest = std::max(longest, run);
  }
  return longest >= 2 && words <= 4 && 3 * digits >= text.size();
}

bool is_list(std::string_view text) {
  std::size_t items = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",;"), text.size());
    if (unicode::split_space(text.substr(0, end)).size() > kMaxListWords) return false;
    ++items;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items > 1;
}

CellKind kind_of(std::string_view text, bool label) {
  if (label) return CellKind::kLabel;
  const std::size_t words = unicode::split_space(text).size();
  if (is_time(text, words)) return CellKind::kTime;
  if (words == 1 && unicode::length(text) <= kMaxCode) return CellKind::kCode;
  if (is_list(text)) return CellKind::kList;
  return words <= kMaxNameWords ? CellKind::kName : CellKind::kText;
}

}  // namespace

LabelPath label_path(std::string_view word) {
  LabelPath path;
  while (!word.empty() && (word.back() == '.' || word.back() == ')' || word.back() == ':')) word.remove_suffix(1);
  if (word.empty() || word.size() > kMaxLabel) return {};
  std::size_t at = 0;
  while (at < word.size() && (is_letter(word[at]) || (at > 0 && word[at] == '-'))) {
    if (path.prefix_size == path.prefix.size()) return {};
    path.prefix[path.prefix_size++] = static_cast<char>(is_letter(word[at]) ? word[at] | 0x20 : word[at]);
    ++at;
  }
  while (at < word.size()) {
    if (!is_digit(word[at]) || path.depth == path.numbers.size()) return {};
    std::uint32_t number = 0;
    for (; at < word.size() && is_digit(word[at]); ++at)
      number = number * 10 + static_cast<std::uint32_t>(word[at] - '0');
    if (number > kMaxNumber) return {};
    path.numbers[path.depth++] = number;
    if (at < word.size() && word[at++] != '.') return {};
    if (at == word.size() && word.back() == '.') return {};
  }
  // A year is none, though "2024" could number an action.
  if (path.depth == 1 && path.prefix_size == 0 && path.numbers[0] >= 1900 && path.numbers[0] < 2200) return {};
  return path.depth > 0 ? path : LabelPath{};
}

bool LabelPath::is_parent_of(const LabelPath& child) const {
  return depth < child.depth && prefix == child.prefix &&
         std::equal(numbers.begin(), numbers.begin() + depth, child.numbers.begin());
}

bool LabelPath::is_followed_by(const LabelPath& next) const {
  if (depth == 0 || next.depth == 0 || prefix != next.prefix) return false;
  std::size_t at = 0;
  while (at < depth && at < next.depth && numbers[at] == next.numbers[at]) ++at;
  if (at == next.depth) return false;
  if (at < depth && next.numbers[at] != numbers[at] + 1) return false;
  const std::size_t rest = at < depth ? at + 1 : at;
  return std::all_of(next.numbers.begin() + static_cast<std::ptrdiff_t>(rest), next.numbers.begin() + next.depth,
                     [](std::uint32_t n) { return n <= 1; });
}

std::string_view CellSequence::text(std::size_t cell) const { return unicode::trim(lines[cells[cell].first].utf8); }

LabelPath CellSequence::label(std::size_t cell) const {
  const std::string_view all = text(cell);
  return label_path(all.substr(0, all.find_first_of(" \t")));
}

CellSequence cell_sequence(Lines lines, bool paragraphs) {
  CellSequence sequence;
  sequence.lines = lines;
  bool blank = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank) {
      blank = true;
      continue;
    }
    const auto index = static_cast<std::uint32_t>(i);
    if (paragraphs && !blank) {
      sequence.cells.back().last = index + 1;
      continue;
    }
    sequence.cells.push_back({index, index + 1, CellKind::kText, false, blank});
    blank = false;
  }
  for (std::size_t c = 0; c < sequence.cells.size(); ++c) {
    SequenceCell& cell = sequence.cells[c];
    const std::string_view text = sequence.text(c);
    const std::string_view word = text.substr(0, text.find_first_of(" \t"));
    cell.led = label_path(word).depth > 0;
    const bool single = cell.last == cell.first + 1;
    cell.kind = single ? kind_of(text, word.size() == text.size() && (cell.led || is_label(word))) : CellKind::kText;
    // Several short lines in a paragraph are names, one a line.
    if (!single && unicode::split_space(text).size() <= kMaxNameWords) cell.kind = CellKind::kList;
  }
  return sequence;
}

}  // namespace pactable::readers::text
