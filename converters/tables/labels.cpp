// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/labels.h"

#include <algorithm>

#include "core/unicode.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

constexpr int kMaxPart = 100'000;  // of a number; larger ones are no number of a row

bool is_letter_first(std::string_view text) {
  const auto points = unicode::to_code_points(text);
  return !points.empty() && (unicode::is_letter(points.front()) || points.front() == U'(' || points.front() == U'“');
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "A.1", "B.2.3.": a letter is a number of a list only where figures follow it; "A." may be an initial.
bool is_lettered(std::string_view text) {
  if (text.size() < 3 || !is_capital(text[0]) || text[1] != '.' || !is_digit(text[2])) return false;
  return std::all_of(text.begin() + 2, text.end(), [](char c) { return is_digit(c) || c == '.'; });
}

}  // namespace

bool begins_number(const Line& chunk) {
  const std::string& first = chunk.words.front()->text;
  const bool lettered = is_lettered(first);
  if (!lettered && (first.empty() || !is_digit(first.front()) || !begins_list(first + " "))) return false;
  if (chunk.words.size() > 1) return is_letter_first(chunk.words[1]->text);
  return lettered || first.ends_with('.') || first.ends_with(')') || std::count(first.begin(), first.end(), '.') > 1;
}

std::vector<int> path_of(const Line& chunk) {
  std::vector<int> path(1, 0);
  for (const char c : chunk.words.front()->text) {
    if (c == '.') path.push_back(0);
    if (is_digit(c)) path.back() = std::min(path.back() * 10 + (c - '0'), kMaxPart);
    if (is_capital(c) && path.size() == 1 && path.back() == 0) path.back() = c - 'A' + 1;
  }
  return path;
}

std::size_t plain_words(const Line& chunk) {
  const auto plain = std::count_if(chunk.words.begin(), chunk.words.end(),
                                   [](const layout::Word* word) { return !word->superscript; });
  return plain > 0 ? static_cast<std::size_t>(plain) : chunk.words.size();
}

}  // namespace pactable::tables
