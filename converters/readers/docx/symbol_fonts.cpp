// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/symbol_fonts.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/unicode.h"
#include "readers/docx/symbol_signs.h"

namespace pactable::readers::docx {
namespace {

// Word keeps the codes of symbol fonts at these places of the private use area.
constexpr char32_t kPrivate = 0xF000;
constexpr char32_t kFirstCode = 0x20, kLastCode = 0xFF;
// The bullet of Symbol. Programs leave it behind when they change the font; no other font has a sign in use there.
constexpr char32_t kPrivateBullet = 0xF0B7, kBullet = 0x2022;

struct SymbolFont {
  std::string_view name;  // without spaces, in small letters
  std::span<const Signs> signs;
};

const std::array<SymbolFont, 6> kFonts = {{{"symbol", kSymbol},
                                           {"symbolmt", kSymbol},
                                           {"wingdings", kWingdings},
                                           {"wingdings2", kWingdings2},
                                           {"wingdings3", kWingdings3},
                                           {"webdings", kWebdings}}};

const SymbolFont* font_of(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const auto* font = std::find_if(kFonts.begin(), kFonts.end(), [&](const auto& known) { return known.name == plain; });
  return font == kFonts.end() ? nullptr : font;
}

bool is_private(char32_t c) { return c >= kPrivate + kFirstCode && c <= kPrivate + kLastCode; }

char32_t sign_at(const SymbolFont* font, char32_t c) {
  const char32_t code = is_private(c) ? c - kPrivate : c;
  if (font == nullptr || code < kFirstCode || code > kLastCode) return c == kPrivateBullet ? kBullet : 0;
  for (const Signs& run : font->signs) {
    if (code >= run.first && code - run.first < run.signs.size()) return run.signs[code - run.first];
  }
  return 0;
}

bool is_unseen(char32_t c) {
  return c == 0x00AD || c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// UTF-8 of the signs that are dropped or changed begins with one of these.
bool may_hold_unseen(std::string_view utf8) { return utf8.find_first_of("\xC2\xD8\xE2\xEF") != std::string_view::npos; }

}  // namespace

bool is_symbol_font(std::string_view name) { return font_of(name) != nullptr; }

char32_t symbol_sign(std::string_view font, char32_t code) { return sign_at(font_of(font), code); }

std::string shown_signs(std::string_view utf8, std::string_view font, std::string_view high_font) {
  const SymbolFont *low = font_of(font), *high = font_of(high_font);
  // UTF-8 of the private stretch begins with EF.
  if (low == nullptr && high == nullptr && utf8.find('\xEF') == std::string_view::npos) return std::string(utf8);
  std::u32string all = unicode::to_code_points(utf8);
  for (char32_t& c : all) {
    if (const char32_t sign = sign_at(c < 0x80 ? low : high, c); sign != 0) c = sign;
  }
  return unicode::to_utf8(all);
}

char32_t first_private_sign(std::string_view utf8) {
  if (utf8.find('\xEF') == std::string_view::npos) return 0;
  const std::u32string all = unicode::to_code_points(utf8);
  const auto found = std::find_if(all.begin(), all.end(), is_private);
  return found == all.end() ? 0 : *found;
}

std::string without_unseen_signs(std::string_view utf8) {
  if (!may_hold_unseen(utf8)) return std::string(utf8);
  std::u32string all = unicode::to_code_points(utf8);
  std::erase_if(all, is_unseen);
  std::replace(all.begin(), all.end(), char32_t{0x2011}, U'-');
  return unicode::to_utf8(all);
}

}  // namespace pactable::readers::docx
