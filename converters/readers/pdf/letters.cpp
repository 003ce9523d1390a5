// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/letters.h"

#include <cmath>
#include <string_view>

#include "core/unicode.h"

namespace pactable::readers::pdf {
namespace {

constexpr double kSomeWidth = 0.01;  // of the font size

// Fonts of signs put them at the places of letters or into the private use area. Symbol alone also has letters at those
// of letters.
char32_t known_symbol(char32_t c, const DrawnFont& font) {
  const bool is_private = c >= 0xF020 && c <= 0xF0FF;
  const bool is_code = c < 0x100 && font.signs && *font.signs != SymbolFont::kSymbol;
  if (font.signs && (is_private || is_code)) {
    if (const auto sign = symbol_sign(*font.signs, c)) return *sign;
  }
  // Where the font has another name, the bullets are still those of Wingdings and Symbol.
  switch (c) {
    case 0xF0B7: return 0x2022;  // bullet
    case 0xF0A7: return 0x25AA;  // small black square
    case 0xF0D8: return 0x27A2;  // arrow head
    case 0xF0FC: return 0x2713;  // check mark
    default: return c;
  }
}

std::u32string_view ligature_letters(char32_t c) {
  static constexpr std::u32string_view kLetters[] = {U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};
  return c >= 0xFB00 && c <= 0xFB06 ? kLetters[c - 0xFB00] : std::u32string_view();
}

bool is_text(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return !control && !noncharacter && c != 0xFFFD;
}

// Shapes that an Arabic letter takes in a word, and joined letters: the letters themselves.
std::string plain_letters(char32_t c) {
  std::string shape;
  unicode::append_utf8(shape, c);
  const bool shaped = (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
  std::string plain = shaped ? unicode::fold(shape) : shape;
  return plain.starts_with(' ') ? shape : plain;  // a mark by itself
}

}  // namespace

Letters letters_of(const Glyph& glyph, const DrawnFont& font) {
  constexpr char32_t kReplacement = 0xFFFD;
  Letters out;
  if (!font.signs && glyph.text.size() == 1 && glyph.text.front() > ' ' &&
      glyph.text.front() < '\x7F') {  // the usual case
    out.text = glyph.text;
    return out;
  }
  // A place where a line may break is set without width, as a soft hyphen is that no line breaks at.
  const bool wide = std::abs(glyph.advance.x) + std::abs(glyph.advance.y) > kSomeWidth * glyph.font_size;
  const std::u32string all = unicode::to_code_points(glyph.text);
  if (!wide && all.size() == 1 && (all.front() == 0x00AD || all.front() == 0x200B)) {
    out.nothing = true;
    return out;
  }
  for (const char32_t c : all) {
    if (unicode::is_space(c)) {
      out.space = true;
    } else if (const auto letters = ligature_letters(c); !letters.empty()) {
      out.text += unicode::to_utf8(letters);
    } else if (is_text(c)) {
      out.text += plain_letters(known_symbol(c, font));
    } else {
      unicode::append_utf8(out.text, kReplacement);
      out.unmapped = true;
    }
  }
  if (out.text.empty() && !out.space) {
    unicode::append_utf8(out.text, kReplacement);
    out.unmapped = true;
  }
  return out;
}

bool is_right_to_left(std::string_view letters) {
  // UTF-8 of U+0590 to U+08FF begins with D6 to E0.
  if (letters.empty() || static_cast<unsigned char>(letters.front()) < 0xD6) return false;
  const std::u32string all = unicode::to_code_points(letters.substr(0, 4));
  return !all.empty() &&
         ((all.front() >= 0x0590 && all.front() <= 0x08FF && !unicode::is_digit(all.front())) ||
          (all.front() >= 0xFB1D && all.front() <= 0xFDFF) || (all.front() >= 0xFE70 && all.front() <= 0xFEFC));
}

}  // namespace pactable::readers::pdf
