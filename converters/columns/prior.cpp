// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/prior.h"

#include <algorithm>

#include "columns/cell_text.h"
#include "core/unicode.h"

namespace pactable::columns {
namespace {

// An exact phrase speaks for its role; one known word among others still says what the column is about.
constexpr double kSomeWord = 0.45;
// All words are known, but not as this phrase.
constexpr double kMostOfPhrase = 0.95;
// A phrase of one word inside a header says less than at its begin: "Lead partner", "Priority actions".
constexpr double kInnerPhrase = 0.8;
// What the words mean where the values say so.
constexpr double kSecondMeaning = 0.6;
// The same letters, parted otherwise; short ones meet by chance.
constexpr double kBrokenPhrase = 0.97;
constexpr std::size_t kMinCompact = 4;
// Recognition and typing slip once in a header word, hardly twice; shorter words are one character from too many
// others.
constexpr std::size_t kMinNearly = 6;
// Longer texts are sentences, not headers.
constexpr std::size_t kMaxHeaderWords = 12;
// "no", "id", "n" prove nothing inside a longer header.
constexpr std::size_t kMinPartLength = 3;
// Words of an activity head the actions of a table that has no other column for them; a header that names the kind of
// another level ("Objective") says less of the actions.
constexpr double kSubTaskAsAction = 0.85;
constexpr double kWordOfForeign = 0.3;
// A header that promises codes heads dates in other plans, where the grammar says so.
constexpr double kOtherwise = 0.95;

/// The words in Latin letters, and those in letters of other scripts.
std::pair<std::string, std::string> by_script(const std::string& bare) {
  constexpr char32_t kFirstOther = 0x370;  // Greek; all Latin letters stand before it
  std::string latin, others;
  for (const std::string_view word : split_words(bare)) {
    const std::u32string points = unicode::to_code_points(word);
    const bool other =
        std::any_of(points.begin(), points.end(), [](char32_t c) { return c >= kFirstOther && unicode::is_letter(c); });
    std::string& side = other ? others : latin;
    (side += side.empty() ? "" : " ") += word;
  }
  return {latin, others};
}

std::string without_gaps(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '-') out += c;
  }
  return out;
}

bool holds_rule(const std::vector<std::size_t>& rules, std::size_t rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

}  // namespace

Kind kind_of(const grammar::ColumnRule& rule) {
  switch (rule.value) {
    case grammar::ColumnValue::kNumber: return Kind::kNumber;
    case grammar::ColumnValue::kCode: return Kind::kCode;
    case grammar::ColumnValue::kTimeframe: return Kind::kTime;
    case grammar::ColumnValue::kParties: return Kind::kParty;
    case grammar::ColumnValue::kText: return Kind::kOther;
    case grammar::ColumnValue::kItem: break;
  }
  if (!rule.kind) return Kind::kAction;
  switch (*rule.kind) {
    case plan::ItemKind::kAction: return Kind::kAction;
    case plan::ItemKind::kSection: return Kind::kTopic;
    case plan::ItemKind::kSubTask: return Kind::kSubTask;
    default: return Kind::kOther;  // read by its words alone
  }
}

HeaderWords::HeaderWords(const grammar::Family& family, const grammar::Vocabulary& words)
    : family_(family), words_(words) {
  for (std::size_t rule = 0; rule < family.columns.size(); ++rule) {
    kinds_.push_back(kind_of(family.columns[rule]));
    for (const std::string& phrase : family.columns[rule].headers) add_phrase(phrase, rule);
    for (const std::string& phrase : family.columns[rule].second) {
      for (const std::string& form : {phrase, bare_header(phrase)}) {
        std::vector<std::size_t>& rules = second_[form].rules;
        if (!holds_rule(rules, rule)) rules.push_back(rule);
      }
    }
  }
}

void HeaderWords::add_phrase(const std::string& phrase, std::size_t rule) {
  const std::string bare = bare_header(phrase);
  std::vector<std::size_t>& compact = compact_[without_gaps(bare)].rules;
  if (!holds_rule(compact, rule)) compact.push_back(rule);
  for (const std::string& form : {phrase, bare}) {
    std::vector<std::size_t>& rules = phrases_[form].rules;
    if (!holds_rule(rules, rule)) rules.push_back(rule);
  }
  for (const std::string_view word : split_words(bare)) {
    // "How" of "How it is measured" says nothing of "How urgent".
    const bool asks = words_.questions.holds(word) && word != bare;
    if (unicode::length(word) < kMinPartLength || words_.connectives.holds(word) || asks) continue;
    std::vector<std::size_t>& rules = single_words_[std::string(word)].rules;
    if (!holds_rule(rules, rule)) rules.push_back(rule);
  }
}

double HeaderWords::match(std::size_t rule, const std::string& bare) const {
  if (bare.empty()) return 0;
  if (holds_phrase(bare, rule)) return 1;
  if (const auto second = second_.find(bare); second != second_.end() && holds_rule(second->second.rules, rule)) {
    return kSecondMeaning;
  }
  // "Importanc e", "Responsi- ble": narrow columns break words.
  const std::string whole = without_gaps(bare);
  if (const auto broken = compact_.find(whole); whole.size() >= kMinCompact && broken != compact_.end()) {
    if (holds_rule(broken->second.rules, rule)) return kBrokenPhrase;
  }
  // "الأولوية Priority": each language by itself.
  if (const auto [latin, others] = by_script(bare); !latin.empty() && !others.empty()) {
    const double best = std::max(match(rule, latin), match(rule, others));
    if (best > 0) return kBrokenPhrase * best;
  }
  std::vector<std::string_view> split = split_words(bare);
  // "Progress – July 2022", "Status 2024": the time is that of the column, not its name.
  std::erase_if(split, [&](std::string_view word) {
    const bool figures = word.find_first_not_of("0123456789-/–") == std::string_view::npos;
    return figures || words_.connectives.holds(word) ||
           (words_.times.holds(word) && !single_words_.contains(std::string(word)));
  });
  if (split.empty() || split.size() > kMaxHeaderWords) return 0;
  double own = 0;
  for (std::size_t at = 0; at < split.size();) {
    std::string phrase;
    double best = 0;
    std::size_t length = 1;
    for (std::size_t end = at; end < split.size(); ++end) {
      (phrase += phrase.empty() ? "" : " ") += split[end];
      const std::size_t count = end - at + 1;
      // A phrase counts whole, a word of a phrase by the kinds that use it: "date", "level", "area" say less of each.
      if (holds_phrase(phrase, rule)) {
        best = static_cast<double>(count) * (count > 1 || at == 0 ? 1 : kInnerPhrase);
        length = count;
      } else if (count == 1) {
        best = word_share(split[at], rule);
      }
    }
    own += best;
    at += length;
  }
  if (own == 0) return 0;
  return kSomeWord + (kMostOfPhrase - kSomeWord) * std::min(1.0, own / static_cast<double>(split.size()));
}

bool HeaderWords::holds_phrase(const std::string& phrase, std::size_t rule) const {
  const auto found = phrases_.find(phrase);
  return found != phrases_.end() && holds_rule(found->second.rules, rule);
}

double HeaderWords::word_share(std::string_view word, std::size_t rule) const {
  const auto found = single_words_.find(std::string(word));
  if (found == single_words_.end() || !holds_rule(found->second.rules, rule)) return 0;
  std::array<bool, kKinds> kinds{};
  for (const std::size_t other : found->second.rules) kinds[index(kinds_[other])] = true;
  return 1 / static_cast<double>(std::count(kinds.begin(), kinds.end(), true));
}

std::string HeaderWords::corrected(const std::string& bare) const {
  const std::string whole = without_gaps(bare);
  if (unicode::length(whole) < kMinNearly || knows(bare)) return bare;
  const std::pair<const std::string, Use>* near = nullptr;
  for (const auto& entry : compact_) {
    if (!unicode::is_slip_away(whole, entry.first)) continue;
    if (near != nullptr && near->second.rules != entry.second.rules) return bare;  // two are as near
    if (near == nullptr || entry.first < near->first) near = &entry;
  }
  return near == nullptr ? bare : near->first;
}

double HeaderWords::prior_of(std::size_t rule, const std::vector<std::string>& levels) const {
  if (levels.empty()) return 0;
  double best = match(rule, levels.back());
  if (levels.size() > 1) {
    // The group above says what its columns are about; the level below says which.
    constexpr double kGroupWords = 0.9;
    std::string whole;
    for (const std::string& level : levels) (whole += whole.empty() ? "" : " ") += level;
    best = std::max({best, match(rule, whole), kGroupWords * match(rule, levels.front())});
  }
  return best;
}

Prior HeaderWords::prior(const std::vector<std::string>& levels) const {
  Prior prior;
  for (std::size_t rule = 0; rule < family_.columns.size(); ++rule) {
    const double found = prior_of(rule, levels);
    double& kind = prior.kinds[index(kinds_[rule])];
    kind = std::max(kind, found);
    if (family_.columns[rule].otherwise) {
      if (const grammar::ColumnRule* other = family_.column(*family_.columns[rule].otherwise)) {
        double& second = prior.kinds[index(kind_of(*other))];
        second = std::max(second, kOtherwise * found);
      }
    }
  }
  double& action = prior.kinds[index(Kind::kAction)];
  action = std::max(action, kSubTaskAsAction * prior.kinds[index(Kind::kSubTask)]);
  for (const std::string& level : levels) {
    if (words_.other_headers.holds(level)) prior.foreign = 1;
    const std::vector<std::string_view> split = split_words(level);
    for (const std::string_view word : split) {
      if (prior.foreign < 1 && words_.other_headers.holds(word)) {
        prior.foreign = std::max(prior.foreign, kSomeWord + (1 - kSomeWord) / static_cast<double>(split.size()));
      }
    }
  }
  // A header of other tables is a column of no kind that plans have, unless its words are those of one too: then they
  // say half as much.
  const double best = *std::max_element(prior.kinds.begin(), prior.kinds.end());
  if (prior.foreign <= best) prior.foreign = prior.foreign < 1 ? 0 : 0.5 * prior.foreign;
  // Of a whole header of other tables ("Project title") a word of a plan's says next to nothing.
  if (prior.foreign >= 1 && best < 1) {
    for (double& kind : prior.kinds) kind *= kWordOfForeign;
  }
  double& other = prior.kinds[index(Kind::kOther)];
  if (prior.foreign > best) other = std::max(other, prior.foreign);
  prior.known = std::max(prior.foreign, *std::max_element(prior.kinds.begin(), prior.kinds.end()));
  return prior;
}

bool HeaderWords::knows(std::string_view bare) const {
  if (bare.empty()) return false;
  if (phrases_.contains(std::string(bare)) || compact_.contains(without_gaps(bare)) || words_.other_headers.holds(bare))
    return true;
  const std::vector<std::string_view> split = split_words(bare);
  if (split.size() > kMaxHeaderWords) return false;
  return std::any_of(split.begin(), split.end(), [&](std::string_view word) {
    return single_words_.contains(std::string(word)) || words_.other_headers.holds(word);
  });
}

std::vector<HeaderWords> header_words(std::span<const grammar::Family> families) {
  std::vector<HeaderWords> words;
  words.reserve(families.size());
  for (const grammar::Family& family : families) words.emplace_back(family, *family.words);
  return words;
}

}  // namespace pactable::columns
