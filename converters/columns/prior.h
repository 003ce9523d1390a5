// SPDX-License-Identifier: GPL-3.0-or-later
// What: how far the words of a header speak for each kind of column.
// In:   the family's columns, the header words of all languages, the bare text of a header. Out: 0 to 1 for each kind.
// Never: decides a role: the values below have as much to say.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/family.h"
#include "grammar/vocabulary.h"

namespace pactable::columns {

/// What a column can be. kOther: a column that belongs to a plan and is none of the others (progress, cost, remarks).
enum class Kind { kNumber, kAction, kTopic, kSubTask, kCode, kTime, kParty, kOther };
inline constexpr std::size_t kKinds = 8;
using ByKind = std::array<double, kKinds>;

[[nodiscard]] inline std::size_t index(Kind kind) { return static_cast<std::size_t>(kind); }

/// The kind of the columns that a rule is for.
[[nodiscard]] Kind kind_of(const grammar::ColumnRule& rule);

struct Prior {
  ByKind kinds{};
  double foreign = 0;  // words of tables that are no plans: player, price, question
  double known = 0;    // the best of all of these
};

/// Made once a family and used for every document: it prepares all phrases of all languages, some 50 ms.
class HeaderWords {
 public:
  /// Both must outlive it.
  HeaderWords(const grammar::Family& family, const grammar::Vocabulary& words);

  /// The phrase that an unknown header is one character away from; itself where none is, or several that say different
  /// things. Reads all phrases: once a header.
  [[nodiscard]] std::string corrected(const std::string& bare) const;
  /// `levels` are bare; the lowest level and the whole are asked.
  [[nodiscard]] Prior prior(const std::vector<std::string>& levels) const;
  /// How far the words speak for one rule, by index into Family::columns.
  [[nodiscard]] double prior_of(std::size_t rule, const std::vector<std::string>& levels) const;
  /// True where some word of the text stands in the header of some column.
  [[nodiscard]] bool knows(std::string_view bare) const;
  [[nodiscard]] const grammar::Family& family() const { return family_; }
  [[nodiscard]] const grammar::Vocabulary& vocabulary() const { return words_; }

 private:
  struct Use {
    std::vector<std::size_t> rules;  // indices; family_.columns.size(): other tables
  };
  void add_phrase(const std::string& phrase, std::size_t rule);
  [[nodiscard]] double match(std::size_t rule, const std::string& bare) const;
  [[nodiscard]] bool holds_phrase(const std::string& phrase, std::size_t rule) const;
  [[nodiscard]] double word_share(std::string_view word, std::size_t rule) const;

  const grammar::Family& family_;
  const grammar::Vocabulary& words_;
  std::unordered_map<std::string, Use> phrases_, second_, compact_,
      single_words_;  // compact: without spaces and hyphens
  std::vector<Kind> kinds_;
};

/// Of each family, in their order; the families must outlive them.
[[nodiscard]] std::vector<HeaderWords> header_words(std::span<const grammar::Family> families);

}  // namespace pactable::columns
