// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/widths.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include "core/unicode.h"
#include "readers/pdf/glyph_boxes.h"

namespace pactable::readers::pdf {
namespace {

constexpr double kNoWidth = 0.01;     // of the font size
constexpr double kSameLine = 0.05;    // of the font size
constexpr double kLeastWidth = 0.15;  // of the font size: no letter is narrower
constexpr double kRoom = 1.15;        // wide faces go beyond the usual width by this factor

// Of the font size, in common faces.
double usual_width(std::string_view letters) {
  if (letters.size() != 1) return 0.6;
  const char c = letters.front();
  if (std::string_view("iljI.,:;'|!").find(c) != std::string_view::npos) return 0.3;
  if (std::string_view("ft-()[]r/\"").find(c) != std::string_view::npos) return 0.36;
  if (std::string_view("mMW%@").find(c) != std::string_view::npos) return 0.9;
  if (c >= 'A' && c <= 'Z') return 0.72;
  return c == 'w' ? 0.74 : 0.54;
}

bool is_accent(std::string_view letters) {
  const std::u32string all = unicode::to_code_points(letters.substr(0, 8));
  return !all.empty() && !unicode::is_letter(all.front()) && !unicode::has_word_character(letters) &&
         letters.size() > 1;
}

using Key = std::pair<std::uint32_t, std::uint32_t>;

}  // namespace

void learn_widths(std::vector<Glyph>& glyphs, const std::vector<Letters>& letters) {
  const auto lacks = [&](std::size_t i) {
    return !letters[i].text.empty() && width_of(glyphs[i]) < kNoWidth * glyphs[i].font_size &&
           !is_accent(letters[i].text);
  };
  std::map<Key, double> least;  // in parts of the font size
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (!lacks(i)) continue;
    const Glyph& g = glyphs[i];
    double& width = least.try_emplace({g.font, g.code}, kRoom * usual_width(letters[i].text)).first->second;
    if (i + 1 >= glyphs.size() || letters[i + 1].text.empty()) continue;
    const Point step = turned(g.origin, glyphs[i + 1].origin, 0);
    const bool next = std::abs(step.y) <= kSameLine * g.font_size && step.x > kLeastWidth * g.font_size;
    if (next) width = std::min(width, step.x / g.font_size);
  }
  for (std::size_t i = 0; i < glyphs.size() && !least.empty(); ++i) {
    if (lacks(i)) glyphs[i].advance = {least.at({glyphs[i].font, glyphs[i].code}) * glyphs[i].font_size, 0};
  }
}

}  // namespace pactable::readers::pdf
