// SPDX-License-Identifier: GPL-3.0-or-later
#include "grammar/time_phrases.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "core/unicode.h"

namespace pactable::grammar {
namespace {

bool is_mark(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

}  // namespace

void TimePhrases::add(std::string_view text, TimeMeaning meaning, int value) {
  TimePhrase phrase{{}, meaning, value};
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) phrase.words.push_back(plain_word(word));
    word.clear();
  };
  for (const char32_t c : unicode::to_code_points(text)) {
    if (unicode::is_letter(c) || is_mark(c)) {
      unicode::append_utf8(word, c);
    } else {
      end_word();
    }
  }
  end_word();
  if (phrase.words.empty()) return;
  std::vector<TimePhrase>& known = by_first_word_[phrase.words.front()];
  const bool there = std::any_of(known.begin(), known.end(), [&](const TimePhrase& other) {
    return other.meaning == meaning && other.value == value && other.words == phrase.words;
  });
  if (!there) known.push_back(std::move(phrase));
}

std::span<const TimePhrase> TimePhrases::beginning_with(const std::string& plain) const {
  const auto found = by_first_word_.find(plain);
  return found == by_first_word_.end() ? std::span<const TimePhrase>{} : found->second;
}

std::string plain_word(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
  const std::string folded = unicode::fold(word);
  std::string apart;
  if (U_SUCCESS(status)) {
    icu::StringByteSink<std::string> sink(&apart);
    normalizer->normalizeUTF8(0, icu::StringPiece(folded.data(), static_cast<std::int32_t>(folded.size())), sink,
                              nullptr, status);
  }
  if (U_FAILURE(status)) return folded;
  std::string plain;
  for (const char32_t c : unicode::to_code_points(apart)) {
    if (!is_mark(c)) unicode::append_utf8(plain, c);
  }
  return plain;
}

}  // namespace pactable::grammar
