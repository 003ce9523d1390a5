// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/accents.h"

#include <cmath>
#include <string>

#include "core/unicode.h"
#include "readers/pdf/glyph_boxes.h"

namespace pactable::readers::pdf {
namespace {

constexpr double kCentred = 0.22;  // of the font size: how far off its letter's middle an accent may stand
constexpr double kRaise = 0.4;     // of the font size: accents of capitals stand higher

// The accent that is combined with a letter for one that stands by itself; 0 for other characters.
char32_t combining(char32_t c) {
  switch (c) {
    case 0x0060:
    case 0x02CB: return 0x0300;
    case 0x00B4:
    case 0x02CA: return 0x0301;
    case 0x005E:
    case 0x02C6: return 0x0302;
    case 0x007E:
    case 0x02DC: return 0x0303;
    case 0x00AF:
    case 0x02C9: return 0x0304;
    case 0x02D8: return 0x0306;
    case 0x02D9: return 0x0307;
    case 0x00A8: return 0x0308;
    case 0x02DA: return 0x030A;
    case 0x02DD: return 0x030B;
    case 0x02C7: return 0x030C;
    case 0x00B8: return 0x0327;
    case 0x02DB: return 0x0328;
    default: return 0;
  }
}

char32_t accent_of(const std::string& letters) {
  if (letters.empty() || letters.size() > 2) return 0;
  const std::u32string all = unicode::to_code_points(letters);
  return all.size() == 1 ? combining(all.front()) : 0;
}

bool stands_over(const Glyph& accent, const Glyph& letter) {
  if (rotation_of(letter) != 0 || rotation_of(accent) != 0) return false;
  const double size = letter.font_size;
  const double off = accent.origin.x + accent.advance.x / 2 - (letter.origin.x + letter.advance.x / 2);
  return std::abs(off) <= kCentred * size && std::abs(accent.origin.y - letter.origin.y) <= kRaise * size;
}

/// False where the letter has no accented form.
bool put_on(std::string& letters, char32_t accent) {
  const std::u32string all = unicode::to_code_points(letters);
  if (all.size() != 1) return false;
  char32_t base = all.front();
  if (base == 0x0131) base = 'i';  // dotless letters are there to be accented
  if (base == 0x0237) base = 'j';
  if (!unicode::is_letter(base)) return false;
  const std::string accented = unicode::nfc(unicode::to_utf8(std::u32string{base, accent}));
  if (unicode::length(accented) != 1) return false;
  letters = accented;
  return true;
}

}  // namespace

std::vector<bool> set_accents(const std::vector<Glyph>& glyphs, std::vector<Letters>& letters) {
  std::vector<bool> put(glyphs.size(), false);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const char32_t accent = accent_of(letters[i].text);
    if (accent == 0) continue;
    for (const std::size_t other : {i + 1, i - 1}) {
      if (other >= glyphs.size() || put[other] || !stands_over(glyphs[i], glyphs[other])) continue;
      if (!put_on(letters[other].text, accent)) continue;
      put[i] = true;
      break;
    }
  }
  return put;
}

}  // namespace pactable::readers::pdf
