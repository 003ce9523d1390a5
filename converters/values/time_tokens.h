// SPDX-License-Identifier: GPL-3.0-or-later
// What: the words, numbers and marks of a printed time.
// In:   one cell or title. Out: tokens with their byte offsets.
// Never: drops a visible character but apostrophes, which part words ("d'ici" is two).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pactable::values {

enum class TokenKind { kNumber, kWord, kDash, kSlash, kDot, kComma, kColon, kOpen, kClose, kOther };

struct Token {
  TokenKind kind = TokenKind::kOther;
  std::size_t begin = 0, end = 0;  // bytes into the text
  std::string plain;               // of a word: case folded, without accents
  int value = 0;                   // of a number; numbers of more than nine digits are kOther
  int digits = 0;
  bool space_before = false;  // white space stands before it, or it is the first
  bool apostrophe_before = false;
};

using Tokens = std::vector<Token>;

[[nodiscard]] Tokens tokenize(std::string_view text);

/// Case folded and without accents, to compare words: "Août" → "aout".
[[nodiscard]] std::string plain_word(std::string_view word);

}  // namespace pactable::values
