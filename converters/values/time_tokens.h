// SPDX-License-Identifier: GPL-3.0-or-later
// What: the words, numbers and marks of a printed time.
// In:   one cell or title, the words of all languages. Out: tokens with their byte offsets.
// Never: drops a visible character but apostrophes, which part words ("d'ici" is two).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.h"

namespace pactable::values {

enum class TokenKind { kNumber, kWord, kDash, kSlash, kDot, kComma, kColon, kOpen, kClose, kOther };

struct Token {
  TokenKind kind = TokenKind::kOther;
  std::size_t begin = 0, end = 0;  // bytes into the text
  std::string plain;               // of a word, as grammar::plain_word gives it
  int value = 0;                   // of a number; numbers of more than nine digits are kOther
  int digits = 0;
  bool space_before = false;  // white space stands before it, or it is the first
  bool apostrophe_before = false;
};

/// The tokens of a text, with the phrases that its words are looked up in.
class Tokens {
 public:
  explicit Tokens(const grammar::TimePhrases& phrases) : phrases_(&phrases) {}
  void add(Token token) { tokens_.push_back(std::move(token)); }
  void drop_last() { tokens_.pop_back(); }
  [[nodiscard]] const Token& operator[](std::size_t at) const { return tokens_[at]; }
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] bool empty() const { return tokens_.empty(); }
  [[nodiscard]] const Token& back() const { return tokens_.back(); }
  [[nodiscard]] auto begin() const { return tokens_.begin(); }
  [[nodiscard]] auto end() const { return tokens_.end(); }
  [[nodiscard]] const grammar::TimePhrases& phrases() const { return *phrases_; }

 private:
  std::vector<Token> tokens_;
  const grammar::TimePhrases* phrases_;
};

/// `words` must outlive the tokens.
[[nodiscard]] Tokens tokenize(std::string_view text, const grammar::Vocabulary& words);

}  // namespace pactable::values
