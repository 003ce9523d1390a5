// SPDX-License-Identifier: GPL-3.0-or-later
// What: the words of all languages, as data: what columns are called, and by what the values below them are known.
// In:   grammar/roles.xml, grammar/languages/<language>.xml, see load_vocabulary. Out: read by columns, parser, values
//       and audit.
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
#include "grammar/rules.h"
#include "grammar/time_phrases.h"

namespace pactable::grammar {

/// A set of words and phrases, kept as `comparable` gives them.
class WordSet {
 public:
  void add(std::string_view phrase);
  /// True where the whole text is one of the phrases.
  [[nodiscard]] bool holds(std::string_view comparable_text) const { return phrases_.contains(comparable_text); }
  /// Length in words of the longest phrase.
  [[nodiscard]] std::size_t longest() const { return longest_; }
  [[nodiscard]] bool empty() const { return phrases_.empty(); }
  [[nodiscard]] std::size_t size() const { return phrases_.size(); }
  /// All phrases, sorted.
  [[nodiscard]] std::vector<std::string> phrases() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> phrases_;
  std::size_t longest_ = 0;
};

/// Words of one language that mean something else, or nothing, in another.
struct Language {
  std::string id;                                           // BCP 47
  std::vector<std::string> frequent;                        // folded; by which the language of a text is told
  std::map<std::string, std::vector<std::string>> headers;  // comparable phrases, by role
  std::map<std::string, std::vector<std::string>> second;   // what a header may mean too, where its values say so
  std::vector<std::string> infinitive_endings;              // folded: "ar", "er", "ir", "ть"
};

/// The name of a level before numbers: "Objective" of "Objective 2".
struct LevelName {
  std::string name;  // as written in the language file
  int order = 0;     // 1 stands above 2
  std::optional<plan::ItemKind> kind;
};

/// How texts mention other actions: "see 6.1", "recommendations from 6.3", not "Resolution 11.24".
struct ReferenceWords {
  WordSet cues;               // stand before the number of an action: see, action, véase
  WordSet prepositions;       // may do so: in, based on, согласно
  WordSet nouns;              // belong to a cue with a preposition: recommendations (from 6.3)
  WordSet noun_prepositions;  // too common to be a cue without such a noun: of, de
  WordSet foreign_leads;      // stand before numbers of other documents, or of what is counted: resolution, annex
  WordSet foreign_documents;  // behind "of": the number is theirs: strategy, convention
  WordSet of;                 // "6.1 of the Strategic Plan"
  WordSet own_document;       // "6.1 of this plan"
  WordSet units;              // behind an amount: million, km, лет
  WordSet number_signs;       // between cue and number: no, n, №
};

/// The words of all languages together: tables mix them, and a word means one thing in nearly all of them.
struct Vocabulary {
  std::vector<Language> languages;  // by id
  std::vector<ColumnRule> roles;    // in the order of grammar/roles.xml, with the header words of all languages

  WordSet headers;        // header words of any role
  WordSet other_headers;  // headers of tables that are no plans: player, unit, price, e-mail, question
  WordSet scale;          // words of a rating: high, medium, urgent, essential, forte, низкий
  WordSet statuses;       // words of a progress: completed, on track, not started
  WordSet times;          // words of a time without figures: ongoing, annually, short-term, quarter, январь
  WordSet bodies;         // words that bodies are called by: ministry, secretariat, council, range states
  WordSet verbs;  // imperatives, infinitives and nouns that open an action: develop, élaborer, Проведение
  std::vector<std::string> infinitive_endings;  // of all languages; those of one stand in `languages`
  WordSet verbless;          // words that open or mark a description, not an order: the, was, were, this, il y a
  WordSet questions;         // what, how, does
  WordSet connectives;       // small words that neither parties nor labels are made of: of, the, de, la, и
  WordSet number_states;     // "new", "deleted", "revised", "rev", "cont"
  WordSet dittos;            // words that stand for the value above: "ditto", "idem"
  WordSet captions;          // words that lead a caption: table, tableau
  WordSet number_leads;      // words that lead a number: action, objective, output, meta, цель
  WordSet and_words;         // between the last two of a list: and, y, и
  WordSet or_words;          // or, ou, или
  WordSet to_words;          // between the ends of a range: to, à, до
  WordSet sectors;           // what an office is for: agriculture, forestry
  WordSet totals;            // rows that sum up: total, sub-total
  WordSet short_units;       // of work, not of a plan: min, h
  WordSet infinitive_marks;  // before a verb: to, zu
  WordSet institutions;      // in a name: an "and" behind them is part of it ("Ministry of Water and Forests")

  TimePhrases time;
  ReferenceWords references;
  std::vector<LevelName> levels;  // from the highest to the lowest

  std::vector<FrameRule> frames;             // "Vision:", "Goal:"
  std::vector<std::string> placeholders;     // comparable: "etc", "to be determined"
  std::vector<std::string> document_states;  // comparable: "draft", "adopted"
  std::vector<std::string> continued;        // folded: "(cont.)"

  /// Null where no role of grammar/roles.xml has this id.
  [[nodiscard]] const ColumnRule* role(std::string_view id) const;
  /// The id of the role that is also called `name`; `name` itself where it is no synonym.
  [[nodiscard]] std::string role_id(std::string_view name) const;
};

/// Loads roles.xml and languages/*.xml of the folders, where they have any; a later folder adds to an earlier one, and
/// a role that it states again replaces the earlier one. Fails with bad-grammar, the message beginning
/// "<file>:<line>: ", where a file does not fit its schema (roles.xsd, languages/language.xsd), or names an unknown
/// role.
[[nodiscard]] Result<Vocabulary> load_vocabulary(std::span<const std::filesystem::path> folders);

/// Adds the words of <folder>/*.xml, as load_vocabulary does; a folder that is not there adds none.
[[nodiscard]] Status add_languages(const std::filesystem::path& folder, Vocabulary& words);

}  // namespace pactable::grammar
