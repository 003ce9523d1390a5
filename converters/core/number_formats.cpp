// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number_formats.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/unicode.h"

namespace pactable {
namespace {

// The largest number that Word counts to; beyond it spelled forms are only long texts.
constexpr int kMaxSpelled = 32767;

std::string roman(int value, bool upper) {
  constexpr std::array<std::pair<int, const char*>, 13> kSteps = {{{1000, "m"},
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
  std::string out;
  for (const auto& [step, letters] : kSteps) {
    for (; value >= step; value -= step) out += letters;
  }
  if (upper)
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return out;
}

// a … z, aa, bb … zz, aaa: one sign of the set, repeated.
std::string repeated(int value, std::u32string_view set) {
  const int size = static_cast<int>(set.size());
  return unicode::to_utf8(std::u32string(static_cast<std::size_t>((value - 1) / size + 1),
                                         set[static_cast<std::size_t>((value - 1) % size)]));
}

std::string ordinal(int value) {
  const int tens = value % 100;
  const bool teen = tens >= 11 && tens <= 13;
  const char* ending = teen ? "th" : value % 10 == 1 ? "st" : value % 10 == 2 ? "nd" : value % 10 == 3 ? "rd" : "th";
  return std::to_string(value) + ending;
}

constexpr std::array<const char*, 20> kOnes = {
    "",    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<const char*, 10> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                               "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string cardinal_words(int value) {
  std::string out;
  if (value >= 1000) {
    out += cardinal_words(value / 1000) + " thousand";
    value %= 1000;
    if (value > 0) out += ' ';
  }
  if (value >= 100) {
    out += std::string(kOnes[static_cast<std::size_t>(value / 100)]) + " hundred";
    value %= 100;
    if (value > 0) out += ' ';
  }
  if (value >= 20) {
    out += kTens[static_cast<std::size_t>(value / 10)];
    value %= 10;
    if (value > 0) out += '-';
  }
  return out + kOnes[static_cast<std::size_t>(value)];
}

std::string ordinal_words(int value) {
  constexpr std::array<std::pair<const char*, const char*>, 7> kIrregular = {{{"one", "first"},
                                                                              {"two", "second"},
                                                                              {"three", "third"},
                                                                              {"five", "fifth"},
                                                                              {"eight", "eighth"},
                                                                              {"nine", "ninth"},
                                                                              {"twelve", "twelfth"}}};
  const std::string words = cardinal_words(value);
  const std::size_t last = words.find_last_of(" -") + 1;  // 0 where there is one word
  for (const auto& [cardinal, irregular] : kIrregular) {
    if (words.substr(last) == cardinal) return words.substr(0, last) + irregular;
  }
  if (words.ends_with('y')) return words.substr(0, words.size() - 1) + "ieth";
  return words + "th";
}

std::string capitalised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string hexadecimal(int value) {
  std::string out;
  for (; value > 0; value /= 16) out.insert(out.begin(), "0123456789ABCDEF"[value % 16]);
  return out;
}

// Decimal with the ten digits of another script.
std::string decimal_from(int value, char32_t zero) {
  std::u32string out;
  for (const char digit : std::to_string(value)) out += zero + static_cast<char32_t>(digit - '0');
  return unicode::to_utf8(out);
}

constexpr std::u32string_view kLatin = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view kLatinCapitals = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::u32string_view kChicago = U"*†‡§";
// Without ё, й, ъ and ь, which number nothing.
constexpr std::u32string_view kRussian = U"абвгдежзиклмнопрстуфхцчшщыэюя";
constexpr std::u32string_view kRussianCapitals = U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ";
constexpr std::u32string_view kArabicAlphabet = U"أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
constexpr std::u32string_view kArabicAbjad = U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

struct RepeatedForm {
  std::string_view format;
  std::u32string_view set;
};
constexpr std::array<RepeatedForm, 7> kRepeatedForms = {{{"lowerLetter", kLatin},
                                                         {"upperLetter", kLatinCapitals},
                                                         {"chicago", kChicago},
                                                         {"russianLower", kRussian},
                                                         {"russianUpper", kRussianCapitals},
                                                         {"arabicAlpha", kArabicAlphabet},
                                                         {"arabicAbjad", kArabicAbjad}}};

// Signs that stand for 1 to `count`; larger values are decimal.
struct EnclosedForm {
  std::string_view format;
  char32_t one;
  int count;
};
constexpr std::array<EnclosedForm, 4> kEnclosedForms = {{{"decimalEnclosedCircle", U'\u2460', 20},
                                                         {"decimalEnclosedParen", U'\u2474', 20},
                                                         {"decimalEnclosedFullstop", U'\u2488', 20},
                                                         {"decimalEnclosedCircleChinese", U'\u2460', 10}}};

struct DigitForm {
  std::string_view format;
  char32_t zero;
};
constexpr std::array<DigitForm, 4> kDigitForms = {{{"decimalFullWidth", U'\uFF10'},
                                                   {"decimalFullWidth2", U'\uFF10'},
                                                   {"hindiNumbers", U'\u0966'},
                                                   {"thaiNumbers", U'\u0E50'}}};

constexpr std::array<std::string_view, 12> kOtherForms = {
    "decimal",     "decimalZero", "decimalHalfWidth", "lowerRoman", "upperRoman", "ordinal", "cardinalText",
    "ordinalText", "hex",         "numberInDash",     "none",       "bullet"};

template <class Forms>
auto find_form(const Forms& forms, std::string_view format) {
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.format == format; });
  return found == forms.end() ? nullptr : &*found;
}

bool is_padded(std::string_view format) {
  return !format.empty() && std::all_of(format.begin(), format.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string padded(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string spelled(int value, std::string_view format) {
  if (format == "lowerRoman") return roman(value, false);
  if (format == "upperRoman") return roman(value, true);
  if (format == "ordinal") return ordinal(value);
  if (format == "cardinalText") return capitalised(cardinal_words(value));
  if (format == "ordinalText") return capitalised(ordinal_words(value));
  if (format == "hex") return hexadecimal(value);
  if (const auto* form = find_form(kRepeatedForms, format)) return repeated(value, form->set);
  if (const auto* form = find_form(kEnclosedForms, format); form != nullptr && value <= form->count) {
    return unicode::to_utf8(std::u32string(1, form->one + static_cast<char32_t>(value - 1)));
  }
  return {};
}

}  // namespace

std::string format_number(int value, std::string_view format) {
  if (format == "none" || format == "bullet") return {};
  if (value >= 1 && value <= kMaxSpelled) {
    if (std::string text = spelled(value, format); !text.empty()) return text;
  }
  if (value >= 0) {
    if (format == "decimalZero") return padded(value, 2);
    if (is_padded(format)) return padded(value, format.size());
    if (format == "numberInDash") return "- " + std::to_string(value) + " -";
    if (const auto* form = find_form(kDigitForms, format)) return decimal_from(value, form->zero);
  }
  return std::to_string(value);
}

bool is_known_format(std::string_view format) {
  return find_form(kRepeatedForms, format) != nullptr || find_form(kEnclosedForms, format) != nullptr ||
         find_form(kDigitForms, format) != nullptr || is_padded(format) ||
         std::find(kOtherForms.begin(), kOtherForms.end(), format) != kOtherForms.end();
}

}  // namespace pactable
