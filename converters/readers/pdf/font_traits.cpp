// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/font_traits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace pactable::readers::pdf {
namespace {

// Fonts lie about their heights; a letter taller or deeper than this would reach into the neighbouring line.
constexpr double kMaxAscent = 1.05, kMinAscent = 0.5, kMaxDescent = -0.4;
constexpr std::size_t kSubsetMark = 7;  // "ABCDEF+"

/// A name that only numbers the glyphs of its font ("g37", "cid1204"). Names like "a37" and "C0065" hold codes.
bool is_glyph_number(std::string_view name) {
  constexpr std::array<std::string_view, 5> kLeads = {"gid", "glyph", "cid", "index", "g"};
  for (const std::string_view lead : kLeads) {
    if (!name.starts_with(lead) || name.size() == lead.size()) continue;
    const std::string_view digits = name.substr(lead.size());
    if (std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return true;
  }
  return false;
}

}  // namespace

bool has_no_unicode(const GfxFont& font, CharCode code) {
  if (font.hasToUnicodeCMap()) return false;
  if (font.isCIDFont()) {
    const GooString* collection = static_cast<const GfxCIDFont&>(font).getCollection();
    return collection != nullptr && collection->toStr() == "Adobe-Identity";
  }
  const char* name = code < 256 ? static_cast<const Gfx8BitFont&>(font).getCharName(static_cast<int>(code)) : nullptr;
  return name != nullptr && is_glyph_number(name);
}

FontTraits traits_of(const GfxFont& font) {
  FontTraits traits;
  std::string name = font.getName().value_or("");
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto has = [&](std::string_view part) { return name.find(part) != std::string::npos; };
  traits.bold = font.isBold() || font.getWeight() >= GfxFont::W600 || has("bold") || has("black") || has("heavy");
  traits.italic = font.isItalic() || has("italic") || has("oblique");
  if (font.getAscent() > 0) traits.ascent = std::clamp(font.getAscent(), kMinAscent, kMaxAscent);
  if (font.getDescent() < 0) traits.descent = std::max(font.getDescent(), kMaxDescent);
  if (font.getType() == fontType3) {
    const double* box = font.getFontBBox();
    const double height = std::abs((box[3] - box[1]) * font.getFontMatrix()[3]);
    if (height > 0 && std::isfinite(height)) traits.scale = height;
  }
  return traits;
}

DrawnFont drawn_font(const GfxFont& font) {
  DrawnFont drawn;
  drawn.name = font.getName().value_or("");
  if (drawn.name.size() > kSubsetMark && drawn.name[kSubsetMark - 1] == '+') drawn.name.erase(0, kSubsetMark);
  // "Wingdings-Regular", "SymbolMT", "Wingdings2".
  std::string family = drawn.name.substr(0, drawn.name.find_first_of("-,"));
  if (family.ends_with("MT")) family.resize(family.size() - 2);
  if (family.size() > 1 && (family.back() == '2' || family.back() == '3')) family.insert(family.size() - 1, " ");
  drawn.signs = symbol_font(family);
  drawn.type3 = font.getType() == fontType3;
  return drawn;
}

}  // namespace pactable::readers::pdf
