// SPDX-License-Identifier: GPL-3.0-or-later
// What: decides what becomes of a hyphen at the end of a line, by the document's own words. A printed hyphen may be
//       set by a program that breaks words, or be the author's ("long-term") where the line may break after it.
//       And whether a word goes on below that is cut without a hyphen.
// Never: takes a printed hyphen away without an oddity PDF-HYPHEN that names both forms, joins a cut word without
//        PDF-WORD-CUT.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "layout/document.h"

namespace pactable::tables {

/// What the lines say: that the first piece fills its cell, or that it is about as long as any line of its column.
enum class CutEvidence { kSure, kWeak };

class Hyphens {
 public:
  /// `oddities` may be null; then a printed hyphen always stays.
  Hyphens(const std::vector<layout::Page>& pages, std::vector<layout::Oddity>* oddities)
      : pages_(pages), oddities_(oddities) {}

  /// True where the hyphen that ends `above` only parts a word whose rest begins `below`. Notes the removal.
  [[nodiscard]] bool removes(std::string_view above, std::string_view below, const Place& place);

  /// The same for the sign U+2010, which hardly anybody types: it goes unless the document has the word with it.
  [[nodiscard]] bool removes_shown(std::string_view above, std::string_view below, const Place& place);

  /// True where `above` and `below` are the pieces of one word or number that a narrow cell cut. The lines tell that it
  /// may be (word_cuts.h), the words of the document whether it is. Notes both forms as PDF-WORD-CUT.
  [[nodiscard]] bool joins_cut(std::string_view above, std::string_view below, CutEvidence evidence,
                               const Place& place);

  /// True where a space follows the slash that ends `above`: this document sets spaces behind its slashes ("guidelines/
  /// handbooks") and knows the two words in no closer form.
  [[nodiscard]] bool parts_at_slash(std::string_view above, std::string_view below);

 private:
  void read_words();
  [[nodiscard]] bool known(const std::string& word, int at_least = 1);
  void count_words();
  void count_broken_words();

  const std::vector<layout::Page>& pages_;
  std::vector<layout::Oddity>* oddities_;
  std::unordered_map<std::string, int> words_;       // folded, with their counts; filled when first asked
  std::unordered_set<std::string> before_, behind_;  // words that another one follows, or precedes, on their line
  bool may_break_ = true;      // a fair share of the hyphens at line ends break words that are known whole
  bool breaks_words_ = false;  // the document's program breaks words at line ends
  bool spaced_slashes_ = false;
};

}  // namespace pactable::tables
