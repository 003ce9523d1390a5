// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/time_tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/unicode.h"

namespace pactable::values {
namespace {

constexpr int kLongestNumber = 9;  // fits an int; no date is longer

bool is_mark(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }

TokenKind kind_of_mark(char32_t c) {
  if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DASH) != 0) return TokenKind::kDash;
  switch (c) {
    case '/': return TokenKind::kSlash;
    case '.': return TokenKind::kDot;
    case ',': return TokenKind::kComma;
    case ':':
    case ';': return TokenKind::kColon;
    case '(':
    case '[': return TokenKind::kOpen;
    case ')':
    case ']': return TokenKind::kClose;
    default: return TokenKind::kOther;
  }
}

/// A code point and the offset behind it.
struct Step {
  char32_t c;
  std::size_t next;
};

Step step(std::string_view text, std::size_t at) {
  UChar32 c = 0;
  auto i = static_cast<std::int64_t>(at);
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, static_cast<std::int64_t>(text.size()), c);
  return {c < 0 ? char32_t{0xFFFD} : static_cast<char32_t>(c), static_cast<std::size_t>(i)};
}

template <class Accepts>
std::size_t run_end(std::string_view text, std::size_t at, Accepts accepts) {
  while (at < text.size()) {
    const Step next = step(text, at);
    if (!accepts(next.c)) break;
    at = next.next;
  }
  return at;
}

void read_number(Token& token, std::string_view text) {
  for (std::size_t at = token.begin; at < token.end;) {
    const Step next = step(text, at);
    at = next.next;
    if (++token.digits > kLongestNumber) {
      token.kind = TokenKind::kOther;
      return;
    }
    token.value = token.value * 10 + u_charDigitValue(static_cast<UChar32>(next.c));
  }
}

}  // namespace

Tokens tokenize(std::string_view text, const grammar::Vocabulary& words) {
  Tokens tokens(words.time);
  bool space = true;
  bool apostrophe = false;
  for (std::size_t at = 0; at < text.size();) {
    const Step first = step(text, at);
    if (unicode::is_space(first.c) || is_apostrophe(first.c)) {
      space = space || unicode::is_space(first.c);
      apostrophe = is_apostrophe(first.c);
      at = first.next;
      continue;
    }
    Token token;
    token.begin = at;
    token.end = first.next;
    token.space_before = space;
    token.apostrophe_before = apostrophe;
    if (unicode::is_digit(first.c)) {
      token.kind = TokenKind::kNumber;
      token.end = run_end(text, at, unicode::is_digit);
      read_number(token, text);
    } else if (unicode::is_letter(first.c)) {
      token.kind = TokenKind::kWord;
      token.end = run_end(text, at, [](char32_t c) { return unicode::is_letter(c) || is_mark(c); });
      token.plain = grammar::plain_word(text.substr(token.begin, token.end - token.begin));
    } else {
      token.kind = kind_of_mark(first.c);
    }
    at = token.end;
    space = apostrophe = false;
    tokens.add(std::move(token));
  }
  return tokens;
}

}  // namespace pactable::values
