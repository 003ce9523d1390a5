// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/figures.h"

#include <array>
#include <utility>

namespace pactable::numbering {

namespace {

constexpr int kLetters = 26;

constexpr std::array<std::pair<int, std::string_view>, 13> kRoman{{{1000, "m"},
                                                                   {900, "cm"},
                                                                   {500, "d"},
                                                                   {400, "cd"},
                                                                   {100, "c"},
                                                                   {90, "xc"},
                                                                   {50, "l"},
                                                                   {40, "xl"},
                                                                   {10, "x"},
                                                                   {9, "ix"},
                                                                   {5, "v"},
                                                                   {4, "iv"},
                                                                   {1, "i"}}};

bool is_upper(Figure figure) { return figure == Figure::kRomanUpper || figure == Figure::kLetterUpper; }

std::string in_case(std::string text, Figure figure) {
  if (is_upper(figure))
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string write_roman(int value) {
  std::string out;
  for (const auto& [worth, figure] : kRoman)
    for (; value >= worth; value -= worth) out += figure;
  return out;
}

Component read_decimal(std::string_view text) {
  Component out;
  while (out.length < text.size() && text[out.length] >= '0' && text[out.length] <= '9') {
    if (out.length == kMostDigits) return {};
    out.value = out.value * 10 + (text[out.length++] - '0');
  }
  return out.value == 0 || out.value > kMostValue ? Component{} : out;
}

std::size_t letters_of_case(std::string_view text, Figure figure) {
  const char first = is_upper(figure) ? 'A' : 'a';
  std::size_t length = 0;
  while (length < text.size() && text[length] >= first && text[length] < first + kLetters) ++length;
  return length;
}

Component read_roman(std::string_view text, Figure figure) {
  constexpr std::size_t kLongestRoman = 15;  // that of 3888, the longest below 4000
  const std::size_t length = letters_of_case(text, figure);
  if (length == 0 || length > kLongestRoman) return {};
  std::string lower(text.substr(0, length));
  if (is_upper(figure))
    for (char& c : lower) c = static_cast<char>(c - 'A' + 'a');
  std::string_view rest = lower;
  int value = 0;
  for (const auto& [worth, letters] : kRoman)
    while (rest.starts_with(letters)) {
      value += worth;
      rest.remove_prefix(letters.size());
    }
  if (!rest.empty() || value > 999 || write_roman(value) != lower) return {};
  return {value, length};
}

Component read_letters(std::string_view text, Figure figure) {
  const std::size_t length = letters_of_case(text, figure);
  if (length == 0 || length > 2 || (length == 2 && text[0] != text[1])) return {};
  const int letter = text[0] - (is_upper(figure) ? 'A' : 'a') + 1;
  return {letter + (length == 2 ? kLetters : 0), length};
}

}  // namespace

Component read_component(std::string_view text, Figure figure) {
  switch (figure) {
    case Figure::kDecimal: return read_decimal(text);
    case Figure::kRomanUpper:
    case Figure::kRomanLower: return read_roman(text, figure);
    case Figure::kLetterUpper:
    case Figure::kLetterLower: return read_letters(text, figure);
  }
  return {};
}

std::string write_component(int value, Figure figure, int width) {
  switch (figure) {
    case Figure::kDecimal: {
      std::string out = std::to_string(value);
      if (const auto wide = static_cast<std::size_t>(width); out.size() < wide) out.insert(0, wide - out.size(), '0');
      return out;
    }
    case Figure::kRomanUpper:
    case Figure::kRomanLower: return in_case(write_roman(value), figure);
    case Figure::kLetterUpper:
    case Figure::kLetterLower: {
      const int letter = (value - 1) % kLetters;
      const auto times = static_cast<std::size_t>((value - 1) / kLetters + 1);
      return in_case(std::string(times, static_cast<char>('a' + letter)), figure);
    }
  }
  return {};
}

Figure figure_of(const Form& form, int component) {
  const auto i = static_cast<std::size_t>(component);
  return i < form.figures.size() ? form.figures[i] : Figure::kDecimal;
}

bool has_word_lead(const Form& form) { return !form.lead.empty() && form.lead.back() == ' '; }

}  // namespace pactable::numbering
