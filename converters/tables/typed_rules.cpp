// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/typed_rules.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "core/unicode.h"
#include "tables/lines.h"

namespace pactable::tables {
namespace {

constexpr std::size_t kMinRule = 10;  // characters: "....." and "-----" also stand for text left out
constexpr std::size_t kMinBars = 3;   // below each other: rows of a table
constexpr double kSameBar = 2;        // points
constexpr double kRise = 0.3;         // of the font size: hyphens stand at the middle of small letters
constexpr double kAbove = 1.05;       // of the font size: a bar reaches to the line above
constexpr double kBelow = 0.35;

bool is_rule_sign(char32_t c) {
  return c == U'-' || c == U'_' || c == U'=' || c == U'.' || c == U'+' || c == U'|' || c == U'~' || c == U'*' ||
         c == U'·' || c == U'…' || c == U'—' || c == U'–' || (c >= 0x2500 && c <= 0x257F);
}

bool is_bar(char32_t c) { return c == U'|' || c == 0x2502 || c == 0x2503 || c == 0x2551; }

std::size_t rule_signs(const Line& line) {
  std::size_t count = 0;
  for (const layout::Word* word : line.words) {
    for (const char32_t c : unicode::to_code_points(word->text)) {
      if (!is_rule_sign(c)) return 0;
      count += is_bar(c) ? 0 : 1;
    }
  }
  return count;
}

struct Bar {
  const layout::Word* word = nullptr;
  double x = 0;
  bool first = false;  // of its word, else its last sign
  bool alone = false;
};

std::vector<Bar> bars_of(const layout::Page& page) {
  std::vector<Bar> bars;
  for (const layout::Word& word : page.words) {
    const std::u32string signs = unicode::to_code_points(word.text);
    if (signs.empty() || word.rotation != 0) continue;
    const double width = word.box.width() / static_cast<double>(signs.size());
    if (is_bar(signs.front())) bars.push_back({&word, word.box.x0 + width / 2, true, signs.size() == 1});
    if (signs.size() > 1 && is_bar(signs.back())) bars.push_back({&word, word.box.x1 - width / 2, false, false});
  }
  return bars;
}

// Bars that stand below each other, none of them on a line that is a rule itself.
std::vector<Bar> drawn_bars(const layout::Page& page, const std::unordered_set<const layout::Word*>& taken) {
  std::vector<Bar> bars = bars_of(page);
  std::erase_if(bars, [&](const Bar& bar) { return taken.contains(bar.word); });
  std::sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.x < b.x; });
  std::vector<Bar> drawn;
  for (std::size_t begin = 0; begin < bars.size();) {
    std::size_t end = begin;
    while (end < bars.size() && bars[end].x - bars[begin].x <= kSameBar) ++end;
    if (end - begin >= kMinBars) {
      drawn.insert(drawn.end(), bars.begin() + static_cast<std::ptrdiff_t>(begin),
                   bars.begin() + static_cast<std::ptrdiff_t>(end));
    }
    begin = end;
  }
  return drawn;
}

void cut_off(layout::Word& word, bool first) {
  const std::u32string signs = unicode::to_code_points(word.text);
  const double width = word.box.width() / static_cast<double>(signs.size());
  word.text = unicode::to_utf8(first ? signs.substr(1) : signs.substr(0, signs.size() - 1));
  (first ? word.box.x0 : word.box.x1) += first ? width : -width;
}

}  // namespace

std::optional<layout::Page> with_typed_rules(const layout::Page& page) {
  std::unordered_set<const layout::Word*> taken;
  std::vector<layout::Ruling> rulings;
  const Words words = pointers(page.words);
  const bool any = std::any_of(words.begin(), words.end(), [](const layout::Word* w) {
    const std::u32string signs = unicode::to_code_points(w->text);
    return !signs.empty() && (is_bar(signs.front()) || is_bar(signs.back()) ||
                              (signs.size() >= kMinRule && std::all_of(signs.begin(), signs.end(), is_rule_sign)));
  });
  if (!any) return std::nullopt;
  for (const Line& line : make_lines(words)) {
    if (line.rotation != 0 || rule_signs(line) < kMinRule) continue;
    const bool low = line.words.front()->text.find_first_of("._") != std::string::npos;
    const double y = line.baseline - (low ? 0 : kRise * line.size);
    rulings.push_back({{line.box.x0, y - 0.25, line.box.x1, y + 0.25}, true});
    taken.insert(line.words.begin(), line.words.end());
  }
  const std::vector<Bar> drawn = drawn_bars(page, taken);
  if (rulings.empty() && drawn.empty()) return std::nullopt;
  std::unordered_set<const layout::Word*> first_cut, last_cut;
  for (const Bar& bar : drawn) {
    const double size = bar.word->font_size;
    rulings.push_back(
        {{bar.x - 0.25, bar.word->baseline - kAbove * size, bar.x + 0.25, bar.word->baseline + kBelow * size}, false});
    if (bar.alone)
      taken.insert(bar.word);
    else
      (bar.first ? first_cut : last_cut).insert(bar.word);
  }
  layout::Page out = page;
  out.words.clear();
  for (const layout::Word& word : page.words) {
    if (taken.contains(&word)) continue;
    layout::Word kept = word;
    if (first_cut.contains(&word)) cut_off(kept, true);
    if (last_cut.contains(&word)) cut_off(kept, false);
    if (!kept.text.empty()) out.words.push_back(std::move(kept));
  }
  out.rulings.insert(out.rulings.end(), rulings.begin(), rulings.end());
  return out;
}

}  // namespace pactable::tables
