// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/word_signs.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/unicode.h"

namespace pactable::scans {
namespace {

enum class Script { kLatin, kGreek, kCyrillic, kOther };

Script script_of(char32_t c) {
  if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) return Script::kLatin;
  if (c < 0x400) return Script::kGreek;
  if (c < 0x530) return Script::kCyrillic;
  return Script::kOther;
}

constexpr std::size_t kScripts = 4;
// A script with fewer of the page's letters than this is not one that the page is written in.
constexpr double kForeign = 0.05;

bool is_upper(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'À' && c <= U'Þ' && c != U'×') || (c >= U'А' && c <= U'Я');
}

bool is_lower(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'ß' && c <= U'ÿ' && c != U'÷') || (c >= U'а' && c <= U'я');
}

bool is_vowel(char32_t c) {
  static constexpr std::u32string_view kVowels = U"aeiouyAEIOUYаеёиоуыэюяАЕЁИОУЫЭЮЯ";
  if (kVowels.find(c) != std::u32string_view::npos) return true;
  return c >= 0xC0 && c < 0x250 && c != U'ç' && c != U'Ç' && c != U'ñ' && c != U'Ñ';  // letters with accents
}

bool is_dirt(std::u32string_view word) {
  static constexpr std::u32string_view kDirt = U"_~|¦\\^°·`´¨¬¢«»¥€£=<>{}*'‘’\"“”„,.;:-–—!¡";
  static constexpr std::u32string_view kSetAlone = U"-–—*=<>€£¥·";  // a dash, a bullet, a note's mark, a sign
  for (const char32_t c : word) {
    if (c == 0xFFFD || (c < 0x20) || (c >= 0x80 && c < 0xA0)) return true;
  }
  const bool only_signs =
      std::all_of(word.begin(), word.end(), [](char32_t c) { return kDirt.find(c) != std::u32string_view::npos; });
  return only_signs && !(word.size() == 1 && kSetAlone.find(word[0]) != std::u32string_view::npos) &&
         word.find_first_not_of(U"._") != std::u32string_view::npos;  // leaders and blanks to fill in are set so
}

/// "l.0", "1O", "3.l1": what reads as a number once letters are taken for the figures that they look like.
bool mixes_figures(std::u32string_view word) {
  static constexpr std::u32string_view kLooksLikeFigure = U"lIOo|";
  int figures = 0, letters = 0, points = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    if (c >= U'0' && c <= U'9') {
      ++figures;
    } else if (kLooksLikeFigure.find(c) != std::u32string_view::npos) {
      ++letters;
    } else if ((c == U'.' || c == U',') && i > 0) {
      ++points;
    } else {
      return false;
    }
  }
  return figures > 0 && letters > 0 && figures + points >= letters;
}

bool is_unlikely(std::u32string_view word) {
  constexpr int kMostConsonants = 7;  // "Durchschnitt" has that many side by side
  constexpr std::size_t kShortest = 4;
  int letters = 0, vowels = 0, capitals = 0, run = 0, longest = 0, same = 1, signs_inside = 0, turns = 0;
  bool inner_capital = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    if (!unicode::is_letter(c)) {
      static constexpr std::u32string_view kInside = U"-‐‑'’./&@_:+";  // compounds, addresses, abbreviations
      const bool inside = i > 0 && i + 1 < word.size() && unicode::is_letter(word[i - 1]) &&
                          unicode::is_letter(word[i + 1]) && !unicode::is_digit(c);
      if (inside && kInside.find(c) == std::u32string_view::npos) ++signs_inside;
      if (unicode::is_digit(c) && inside) ++turns;
      run = 0;
      continue;
    }
    ++letters;
    capitals += is_upper(c) ? 1 : 0;
    same = i > 0 && word[i - 1] == c ? same + 1 : 1;
    if (same > 3) return true;
    if (is_vowel(c)) {
      ++vowels;
      run = 0;
    } else {
      longest = std::max(longest, ++run);
    }
    // "tHe" and "reMain" against "McDonald", "pH", "eBird", "IUCN's": two small letters before, one behind.
    if (i >= 2 && is_upper(c) && is_lower(word[i - 1]) && is_lower(word[i - 2]) && i + 1 < word.size() &&
        is_lower(word[i + 1]) && is_lower(word[0])) {
      inner_capital = true;
    }
  }
  if (signs_inside > 0) return true;
  if (inner_capital || longest > kMostConsonants) return true;
  const bool written_small = letters >= static_cast<int>(kShortest) && capitals <= 1;
  return written_small && vowels == 0 && turns == 0 && std::none_of(word.begin(), word.end(), unicode::is_digit);
}

}  // namespace

WordSigns count_signs(const std::vector<layout::Word>& words) {
  std::array<int, kScripts> letters{};
  int all = 0;
  std::vector<std::u32string> texts;
  texts.reserve(words.size());
  for (const layout::Word& word : words) {
    texts.push_back(unicode::to_code_points(word.text));
    for (const char32_t c : texts.back()) {
      if (!unicode::is_letter(c)) continue;
      ++letters[static_cast<std::size_t>(script_of(c))];
      ++all;
    }
  }
  const auto foreign = [&](Script script) { return letters[static_cast<std::size_t>(script)] < kForeign * all; };
  WordSigns signs;
  for (const std::u32string& word : texts) {
    if (word.empty()) continue;
    ++signs.words;
    std::array<bool, kScripts> used{};
    std::size_t count = 0;
    for (const char32_t c : word) {
      if (!unicode::is_letter(c)) continue;
      used[static_cast<std::size_t>(script_of(c))] = true;
      ++count;
    }
    const bool mixed = std::count(used.begin(), used.end(), true) > 1;
    const auto only = static_cast<Script>(std::find(used.begin(), used.end(), true) - used.begin());
    if (is_dirt(word)) {
      ++signs.dirt;
    } else if (mixed || (count == 1 && word.size() == 1 && foreign(only))) {
      ++signs.mixed_scripts;
    } else if (mixes_figures(word)) {
      ++signs.mixed_figures;
    } else if (is_unlikely(word)) {
      ++signs.unlikely;
    }
  }
  return signs;
}

}  // namespace pactable::scans
