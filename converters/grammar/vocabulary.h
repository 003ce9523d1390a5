// SPDX-License-Identifier: GPL-3.0-or-later
// What: the words of all languages, as data: what columns are called, and by what the values below them are known.
// In:   grammar/languages/<language>.xml, see load_vocabulary. Out: read by columns, parser, values and audit.
// Never: holds a word that only one document has.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/result.h"

namespace pactable::grammar {

/// A set of words and phrases, kept as `comparable` gives them.
class WordSet {
 public:
  void add(std::string_view phrase);
  /// True where the whole text is one of the phrases.
  [[nodiscard]] bool holds(std::string_view comparable_text) const;
  /// Length in words of the longest phrase.
  [[nodiscard]] std::size_t longest() const { return longest_; }
  [[nodiscard]] bool empty() const { return phrases_.empty(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> phrases_;
  std::size_t longest_ = 0;
};

/// Words of one language by use.
struct Language {
  std::string id;                                           // BCP 47
  std::vector<std::string> frequent;                        // folded; by which the language of a text is told
  std::map<std::string, std::vector<std::string>> headers;  // comparable phrases, by role
};

/// The words of all languages together: tables mix them, and a word means one thing in nearly all of them.
struct Vocabulary {
  std::vector<Language> languages;

  WordSet other_headers;  // headers of tables that are no plans: player, unit, price, e-mail, question
  WordSet scale;          // words of a rating: high, medium, urgent, essential, forte, низкий
  WordSet statuses;       // words of a progress: completed, on track, not started
  WordSet times;          // words of a time without figures: ongoing, annually, short-term, quarter, январь
  WordSet bodies;         // words that bodies are called by: ministry, secretariat, council, range states
  WordSet verbs;          // imperatives and infinitives that open an action: develop, ensure, élaborer
  std::vector<std::string> infinitive_endings;  // folded: "ar", "er", "ir", "ть"
  WordSet verbless;       // words that open or mark a description, not an order: the, was, were, this, il y a
  WordSet questions;      // what, how, does
  WordSet connectives;    // small words that neither parties nor labels are made of: of, the, de, la, и
  WordSet number_states;  // "new", "deleted", "revised", "rev", "cont"
  WordSet dittos;         // words that stand for the value above: "ditto", "idem"
  WordSet captions;       // words that lead a caption: table, tableau
  WordSet number_leads;   // words that lead a number: action, objective, output, meta, цель
};

/// Loads every <folder>/languages/*.xml of the folders. Fails with bad-grammar, the message beginning
/// "<file>:<line>: ", where a file does not fit grammar/languages/language.xsd; a folder without languages adds none.
[[nodiscard]] Result<Vocabulary> load_vocabulary(std::span<const std::filesystem::path> folders);

}  // namespace pactable::grammar
