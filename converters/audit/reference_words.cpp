// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/reference_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/unicode.h"

namespace pactable::audit {
namespace {

using View = std::u32string_view;

constexpr std::size_t kWordsInFront = 6;  // the longest cue and a noun
constexpr std::size_t kWordsBehind = 5;   // "of the CMS Strategic Plan"

struct Word {
  std::size_t begin = 0, end = 0;
  std::string folded;
};

bool in_word(char32_t c) {
  return unicode::is_letter(c) || c == '-' || c == '\'' || c == 0x2019 || unicode::is_digit(c) || c == 0xB2;
}

std::string fold_word(View word) {
  std::u32string straight(word);
  std::replace(straight.begin(), straight.end(), char32_t{0x2019}, U'\'');
  return unicode::fold(unicode::to_utf8(straight));
}

bool is_one(const Word& word, const grammar::WordSet& set) { return set.holds(word.folded); }

/// Words that end at `end`, nearest first; white space and the dot of an abbreviation may stand between them.
std::vector<Word> words_before(View text, std::size_t end) {
  std::vector<Word> words;
  while (words.size() < kWordsInFront) {
    std::size_t at = end;
    while (at > 0 && (unicode::is_space(text[at - 1]) || text[at - 1] == '.')) --at;
    const bool dotted = at < end && text[at] == '.';
    const std::size_t word_end = at;
    while (at > 0 && in_word(text[at - 1])) --at;
    if (at == word_end) break;
    const bool sentence_end =
        dotted && word_end - at > 4;  // "Res." and "Conf." are abbreviations, "species." ends a sentence
    if (sentence_end) break;
    words.push_back({at, word_end, fold_word(text.substr(at, word_end - at))});
    end = at;
  }
  return words;
}

std::vector<Word> words_behind(View text, std::size_t begin) {
  std::vector<Word> words;
  while (words.size() < kWordsBehind) {
    while (begin < text.size() && unicode::is_space(text[begin])) ++begin;
    std::size_t end = begin;
    while (end < text.size() && in_word(text[end])) ++end;
    if (end == begin) break;
    words.push_back({begin, end, fold_word(text.substr(begin, end - begin))});
    begin = end;
  }
  return words;
}

/// Number of words of the longest phrase of `set` that begins (backwards) at `at`; 0 where there is none.
std::size_t phrase_length(const std::vector<Word>& before, std::size_t at, const grammar::WordSet& set) {
  std::size_t longest = 0;
  std::string phrase;
  const std::size_t most = std::min(set.longest(), before.size() - at);
  for (std::size_t count = 1; count <= most; ++count) {
    const std::string& word = before[at + count - 1].folded;
    phrase = count == 1 ? word : word + ' ' + phrase;
    if (set.holds(phrase)) longest = count;
  }
  return longest;
}

bool names_other_document(View text, std::size_t end, const grammar::ReferenceWords& known) {
  const auto behind = words_behind(text, end);
  if (behind.size() < 2 || !is_one(behind.front(), known.of)) return false;
  for (std::size_t i = 1; i < behind.size(); ++i) {
    if (is_one(behind[i], known.own_document)) return false;
    if (is_one(behind[i], known.foreign_documents)) return true;
  }
  return false;
}

bool unit_follows(View text, std::size_t end, const grammar::ReferenceWords& known) {
  const auto behind = words_behind(text, end);
  return !behind.empty() && is_one(behind.front(), known.units);
}

/// Where the words directly before the number begin once signs such as "no." and "(" are passed.
std::size_t pass_signs(View text, std::size_t begin, const grammar::ReferenceWords& known) {
  const auto skip_back = [&] {
    while (begin > 0 &&
           (unicode::is_space(text[begin - 1]) || text[begin - 1] == '(' || text[begin - 1] == '[' ||
            text[begin - 1] == ':' || text[begin - 1] == '#' || text[begin - 1] == 0x2116 || text[begin - 1] == 0xB0)) {
      --begin;
    }
  };
  skip_back();
  const auto before = words_before(text, begin);
  if (!before.empty() && is_one(before.front(), known.number_signs)) {
    begin = before.front().begin;
    skip_back();
  }
  return begin;
}

}  // namespace

std::optional<Cue> find_cue(View text, std::size_t begin, std::size_t end, const grammar::ReferenceWords& known) {
  const auto before = words_before(text, pass_signs(text, begin, known));
  if (before.empty() || names_other_document(text, end, known) || unit_follows(text, end, known)) return std::nullopt;
  const std::size_t strong = phrase_length(before, 0, known.cues);
  const std::size_t weak = phrase_length(before, 0, known.prepositions);
  if (strong > 0 && strong >= weak) {
    if (strong < before.size() && is_one(before[strong], known.foreign_leads)) return std::nullopt;
    return Cue{CueStrength::kStrong, before[strong - 1].begin};
  }
  if (is_one(before.front(), known.foreign_leads)) return std::nullopt;
  const auto with_noun = [&](std::size_t at) { return at < before.size() && is_one(before[at], known.nouns); };
  if (weak > 0) return Cue{CueStrength::kWeak, with_noun(weak) ? before[weak].begin : before[weak - 1].begin};
  if (is_one(before.front(), known.noun_prepositions) && with_noun(1)) return Cue{CueStrength::kWeak, before[1].begin};
  return std::nullopt;
}

}  // namespace pactable::audit
