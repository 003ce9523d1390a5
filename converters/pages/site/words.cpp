// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/words.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/unicode.h"

namespace pactable::pages::site {
namespace {

/// Letters that no decomposition takes apart, and the small sigma that only ends words.
constexpr std::array<std::pair<char32_t, std::u32string_view>, 9> kPlainLetters = {{{0xDF, U"ss"},
                                                                                    {0xE6, U"ae"},
                                                                                    {0xF0, U"d"},
                                                                                    {0xF8, U"o"},
                                                                                    {0x111, U"d"},
                                                                                    {0x131, U"i"},
                                                                                    {0x142, U"l"},
                                                                                    {0x153, U"oe"},
                                                                                    {0x3C2, U"\u03C3"}}};

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }
bool is_number(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_N_MASK) != 0; }
bool is_in_word(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::u32string lower_ascii(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char c : text) out += static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return out;
}

/// Compatibility decomposition, no marks, small letters: as JavaScript's normalize("NFKD") and toLowerCase do it.
std::u32string compared(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString whole = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (U_SUCCESS(status)) whole = decomposer->normalize(whole, status);
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    if (!is_mark(whole.char32At(at))) plain.append(whole.char32At(at));
  }
  plain.toLower(icu::Locale::getRoot());
  std::u32string out;
  for (std::int32_t at = 0; at < plain.length(); at = plain.moveIndex32(at, 1)) {
    const auto c = static_cast<char32_t>(plain.char32At(at));
    const auto* const found = std::find_if(kPlainLetters.begin(), kPlainLetters.end(),
                                           [c](const auto& letter) { return letter.first == c; });
    if (found == kPlainLetters.end()) {
      out += c;
    } else {
      out += found->second;
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  const std::u32string letters = compared(text);
  std::vector<std::string> words;
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(unicode::to_utf8(std::u32string_view(word).substr(0, kLongestWord)));
    word.clear();
  };
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const bool joins = letters[at] == '.' && !word.empty() && is_number(word.back()) && at + 1 < letters.size() &&
                       is_number(letters[at + 1]);
    if (joins || is_in_word(letters[at])) {
      word += letters[at];
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

std::string number_word(std::string_view number) {
  std::string joined;
  for (const std::string& word : words_of(number)) joined += (joined.empty() ? "" : ".") + word;
  return joined.empty() ? joined : "#" + joined;
}

}  // namespace pactable::pages::site
