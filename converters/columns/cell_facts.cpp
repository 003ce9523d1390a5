// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/cell_facts.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/unicode.h"
#include "values/parties.h"
#include "values/timeframe.h"

namespace pactable::columns {
namespace {

// Codes are short: "A", "12", "A1", "H/M", "low"; ten characters hold one word of a rating.
constexpr std::size_t kMaxCode = 10;
// A list of parties and a time are short texts; longer cells are not asked.
constexpr std::size_t kMaxPartyWords = 40;
constexpr std::size_t kMaxTimeWords = 9;
// "EUR 20 000 per year" has three words beside its figures, all of them short: "Phase 2" is a name.
constexpr std::size_t kMaxFigureWords = 3;
constexpr std::size_t kMaxUnit = 4;

bool all_of_class(const std::u32string& points, bool (*fits)(char32_t)) {
  return !points.empty() && std::all_of(points.begin(), points.end(), fits);
}

bool is_mark_sign(char32_t c) {
  constexpr std::u32string_view kMarks = U"xX×✓✔✗✘☑☒■●•▪○◆★*+√хХþ";
  return kMarks.find(c) != std::u32string_view::npos || unicode::is_space(c);
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (const char32_t c : unicode::to_code_points(text)) letters += unicode::is_letter(c) ? 1 : 0;
  return letters;
}

/// The longest phrase of `set` that begins at word `at`, in words.
std::size_t phrase_at(const grammar::WordSet& set, const std::vector<std::string_view>& words, std::size_t at) {
  const std::size_t longest = std::min(set.longest(), words.size() - at);
  for (std::size_t length = longest; length > 0; --length) {
    if (length == 1) return set.holds(words[at]) ? 1 : 0;
    std::string phrase(words[at]);
    for (std::size_t i = 1; i < length; ++i) (phrase += ' ') += words[at + i];
    if (set.holds(phrase)) return length;
  }
  return 0;
}

/// Words of the text that belong to phrases of `set`.
std::size_t words_of(const grammar::WordSet& set, const std::vector<std::string_view>& words) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t length = phrase_at(set, words, at);
    found += length;
    at += std::max<std::size_t>(1, length);
  }
  return found;
}

/// "CMP", "UNEP/CMS", "NGOs": two capitals or more, and no more small letters than those.
bool is_abbreviation(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return false;
  std::size_t capitals = 0, small = 0;
  for (const char32_t c : unicode::to_code_points(name)) {
    if (!unicode::is_letter(c)) continue;
    (u_isupper(static_cast<UChar32>(c)) != 0 ? capitals : small) += 1;
  }
  return capitals >= 2 && small <= capitals && capitals + small <= 12;
}

/// "J. Smith", "Иванов И. И.": 1; "Anna Kovacs", which could be a place too: .5; else 0.
double person_like(std::string_view name) {
  const std::vector<std::string_view> parts = unicode::split_space(name);
  if (parts.size() < 2 || parts.size() > 4) return 0;
  std::size_t initials = 0, names = 0;
  for (const std::string_view part : parts) {
    const std::u32string points = unicode::to_code_points(part);
    if (u_isupper(static_cast<UChar32>(points.front())) == 0) return 0;
    if (points.size() == 2 && points[1] == U'.') {
      ++initials;
    } else if (points.size() > 2 && points.back() != U'.' && u_islower(static_cast<UChar32>(points[1])) != 0) {
      ++names;
    } else {
      return 0;
    }
  }
  if (names == 0) return 0;
  return initials > 0 ? 1 : 0.5;
}

/// Minutes and hours of work are no time of a plan: "30 min", "2 h".
bool is_short_duration(const CellText& text, const grammar::Vocabulary& words) {
  return text.words.size() == 2 && has_digit(text.words[0]) && words.short_units.holds(text.words[1]);
}

bool is_clock(std::string_view folded) {
  // hh:mm, alone or as a span
  std::size_t clocks = 0;
  for (std::size_t i = 1; i + 2 < folded.size(); ++i) {
    const auto digit = [&](std::size_t at) { return folded[at] >= '0' && folded[at] <= '9'; };
    if ((folded[i] == ':' || folded[i] == 'h') && digit(i - 1) && digit(i + 1) && digit(i + 2)) ++clocks;
  }
  return clocks > 0 && folded.size() <= 24;
}

bool is_figure(const CellText& text) {
  if (!has_digit(text.folded) || text.words.size() > kMaxFigureWords + 3) return false;
  std::size_t with_figures = 0, others = 0;
  for (const std::string_view word : text.words) {
    if (has_digit(word)) {
      ++with_figures;
      if (letters_in(word) > 3) return false;
    } else {
      ++others;
      if (letters_in(word) > kMaxUnit) return false;
    }
  }
  return with_figures > 0 && others <= kMaxFigureWords;
}

bool is_time(const CellText& text, const grammar::Vocabulary& words) {
  if (text.words.empty() || text.words.size() > kMaxTimeWords) return false;
  const bool digit = has_digit(text.folded);
  if (digit || text.words.size() <= 4) {
    const auto reading = values::read_timeframe(text.folded, words);
    if (reading) {
      switch (reading->timeframe.kind) {
        case plan::TimeframeKind::kDate:
        case plan::TimeframeKind::kInterval:
        case plan::TimeframeKind::kOpenInterval:
        case plan::TimeframeKind::kOngoing:
        case plan::TimeframeKind::kDuration: return true;
        case plan::TimeframeKind::kCode:
        case plan::TimeframeKind::kText: break;
      }
    }
  }
  // "Year 2", "before the next meeting", "short-term": half of its words but figures speak of time.
  std::vector<std::string_view> plain;
  std::copy_if(text.words.begin(), text.words.end(), std::back_inserter(plain),
               [&](std::string_view word) { return letters_in(word) > 0 && !words.connectives.holds(word); });
  const std::size_t times = words_of(words.times, plain);
  return times > 0 && 2 * times >= plain.size();
}

bool is_scale(const CellText& text, const CellFacts& facts, const grammar::Vocabulary& words) {
  constexpr std::size_t kMaxScaleWords = 4;  // "high to very high", "not yet started"
  if (facts.progress) return true;
  if (text.words.empty() || text.words.size() > kMaxScaleWords) return false;
  if (words.scale.holds(text.folded)) return true;
  if (2 * words_of(words.scale, text.words) >= text.words.size() + 1) return true;
  // A1 … C5, 1A
  if (text.words.size() == 1 && text.words[0].size() == 2) {
    const char a = text.words[0][0], b = text.words[0][1];
    const auto letter = [](char c) { return c >= 'a' && c <= 'e'; };
    const auto digit = [](char c) { return c >= '1' && c <= '5'; };
    return (letter(a) && digit(b)) || (digit(a) && letter(b));
  }
  return false;
}

void add_parties(const CellText& text, const grammar::Vocabulary& words, CellFacts& facts) {
  if (facts.label || facts.figure || facts.time || facts.scale || text.words.size() > kMaxPartyWords) return;
  bool first = true;
  for (const std::string& name : values::split_parties(text.printed, words)) {
    const std::string folded = unicode::fold(name);
    const std::vector<std::string_view> name_words = split_words(folded);
    const bool body = is_abbreviation(name) || words_of(words.bodies, name_words) > 0;
    facts.body = facts.body || body;
    if (!body) facts.named_person = std::max(facts.named_person, person_like(name));
    if (first) facts.first_body = body;
    first = false;
    facts.entities.push_back(folded);
  }
}

bool is_infinitive(std::string_view word, const grammar::Language& language) {
  constexpr std::size_t kMinStem = 3;
  return std::any_of(language.infinitive_endings.begin(), language.infinitive_endings.end(),
                     [&](const std::string& ending) {
                       return word.ends_with(ending) && unicode::length(word) >= unicode::length(ending) + kMinStem;
                     });
}

void read_sentence(const CellText& text, const grammar::Vocabulary& words, const grammar::Language* language,
                   CellFacts& facts) {
  std::vector<std::string_view> body = text.words;
  if (facts.leading) {
    // The words of the label are not those of the text.
    const std::string rest = unicode::fold(ascii_figures(unicode::trim(text.printed)).substr(facts.leading->length));
    const std::size_t behind = split_words(rest).size();
    body.erase(body.begin(), body.end() - static_cast<std::ptrdiff_t>(std::min(behind, body.size())));
  }
  if (body.empty()) return;
  std::size_t verb = 0;
  if (body.size() > 2 && words.infinitive_marks.holds(body[0])) verb = 1;
  constexpr std::size_t kMinAdverb = 5;  // "regularly monitor"
  if (!words.verbs.holds(body[verb]) && body.size() > verb + 2 && body[verb].size() > kMinAdverb &&
      (body[verb].ends_with("ly") || words.connectives.holds(body[verb]))) {
    verb += words.verbs.holds(body[verb + 1]) ? 1 : 0;
  }
  constexpr std::size_t kMinInfinitiveWords = 3;
  const bool order =
      phrase_at(words.verbs, body, verb) > 0 ||
      (language != nullptr && body.size() >= kMinInfinitiveWords && is_infinitive(body[verb], *language));
  // "Review the law" is an order; "Review of the law" may be one in a nominal style, or the report of it.
  const bool nominal = body.size() > verb + 1 && words.references.of.holds(body[verb + 1]);
  constexpr double kNominal = 0.5;
  facts.imperative = order ? (nominal ? kNominal : 1) : 0;
  const std::string_view end = unicode::trim(text.printed);
  facts.stop = end.ends_with('.') || end.ends_with(';') || end.ends_with("。") || end.ends_with("।");
  facts.question = end.ends_with('?') || (body.size() > 2 && words.questions.holds(body[0]));
  if (!order && body.size() > 2) facts.verbless = phrase_at(words.verbless, body, 0) > 0;
}

}  // namespace

CellFacts facts_of(const CellText& text, const grammar::Vocabulary& words, const grammar::Language* language) {
  CellFacts facts;
  facts.words = text.words.size();
  facts.characters = unicode::length(text.printed);
  if (text.empty()) return facts;
  if (text.printed.empty()) {
    facts.label = read_whole_label(text.list_label, words);
    return facts;
  }
  if (facts.characters <= 2 * kMaxCode) {
    const std::u32string points = unicode::to_code_points(text.printed);
    facts.mark = facts.characters <= 3 && all_of_class(points, is_mark_sign);
  }
  if (!facts.mark) facts.label = read_whole_label(text.printed, words);
  if (!text.list_label.empty()) {
    facts.leading = read_light_label(text.list_label, words);
    if (facts.leading) facts.leading->length = 0;
  } else if (!facts.label) {
    facts.leading = read_leading_label(text.printed, words);
  }
  facts.clock = is_clock(text.folded) || is_short_duration(text, words);
  facts.time = !facts.mark && !facts.clock && is_time(text, words);
  facts.figure = !facts.time && !facts.clock && is_figure(text);
  facts.progress = words.statuses.holds(text.folded);
  facts.scale = is_scale(text, facts, words);
  facts.short_text = facts.characters <= kMaxCode && text.words.size() <= 2 && !facts.mark;
  facts.person = text.printed.find('@') != std::string::npos || text.folded.find("et al") != std::string::npos;
  const char32_t first = unicode::to_code_points(text.printed.substr(0, 4)).front();
  facts.capitals = u_isupper(static_cast<UChar32>(first)) != 0;
  add_parties(text, words, facts);
  read_sentence(text, words, language, facts);
  return facts;
}

}  // namespace pactable::columns
