// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/strikes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>

#include "readers/pdf/glyph_boxes.h"

namespace pactable::readers::pdf {
namespace {

// Of the font size, upwards from the writing line. Word strikes at .26, browsers at .28 to .33, TeX at .2 to .5.
constexpr double kStrikeFrom = 0.15, kStrikeTo = 0.45;
// Underlines: Word .06 to .13 below the line, browsers .1 to .2.
constexpr double kUnderlineFrom = -0.25, kUnderlineTo = 0;
constexpr double kThick = 0.15;     // of the font size: what is thicker is a bar
constexpr double kEndLeft = 0.35;   // of the font size: how far off the letters a strike may begin
constexpr double kEndRight = 0.65;  // and end: programs strike the space behind the words, too
constexpr double kUnderEnd = 0.12;  // underlines have to fit closely, for rules of tables stand there as well
constexpr double kBand = 8;         // points
constexpr std::size_t kLooks = 50;  // glyphs looked at for each ruling, on the average: keeps hostile pages linear

class Strikes {
 public:
  Strikes(std::vector<Glyph>& glyphs, const std::vector<bool>& taken) : glyphs_(glyphs) {
    for (std::uint32_t i = 0; i < glyphs.size(); ++i) {
      const Glyph& g = glyphs[i];
      if (taken[i] && rotation_of(g) == 0 && g.font_size > 0) bands_[band_of(g.origin.y)].push_back({g.origin.x, i});
    }
    for (auto& [band, glyphs_in] : bands_) std::sort(glyphs_in.begin(), glyphs_in.end());
  }

  /// True where the ruling belongs to words.
  bool take(const layout::Ruling& ruling);

  std::size_t struck = 0;
  std::size_t looks = 0;

 private:
  struct Touched {
    std::vector<std::uint32_t> glyphs;
    double begin = std::numeric_limits<double>::max(), end = std::numeric_limits<double>::lowest();
    double size = 0, baseline = 0;
  };
  static int band_of(double y) { return static_cast<int>(std::floor(y / kBand)); }
  [[nodiscard]] Touched touched(const layout::Ruling& ruling, double from, double to);

  std::vector<Glyph>& glyphs_;
  std::map<int, std::vector<std::pair<double, std::uint32_t>>> bands_;
};

Strikes::Touched Strikes::touched(const layout::Ruling& ruling, double from, double to) {
  Touched out;
  const double y = ruling.box.mid_y();
  constexpr double kLargest = 3 * kBand;  // the strike of larger type is found a band or two further on
  for (int band = band_of(y - kLargest); band <= band_of(y + kLargest); ++band) {
    const auto found = bands_.find(band);
    if (found == bands_.end()) continue;
    const auto first = std::lower_bound(found->second.begin(), found->second.end(),
                                        std::pair<double, std::uint32_t>(ruling.box.x0 - kLargest, 0));
    for (auto it = first; it != found->second.end() && it->first < ruling.box.x1 && looks > 0; ++it) {
      --looks;
      const Glyph& g = glyphs_[it->second];
      const double height = (g.origin.y - y) / g.font_size;
      const double middle = g.origin.x + width_of(g) / 2;
      if (height < from || height > to || middle < ruling.box.x0 || middle > ruling.box.x1) continue;
      if (!out.glyphs.empty() && std::abs(g.origin.y - out.baseline) > g.font_size / 4) continue;
      out.glyphs.push_back(it->second);
      out.begin = std::min(out.begin, g.origin.x);
      out.end = std::max(out.end, g.origin.x + width_of(g));
      out.size = std::max(out.size, g.font_size);
      out.baseline = g.origin.y;
    }
  }
  return out;
}

bool Strikes::take(const layout::Ruling& ruling) {
  const Box& box = ruling.box;
  const auto fits = [&](const Touched& words, double left, double right) {
    return !words.glyphs.empty() && box.height() <= kThick * words.size &&
           std::abs(words.begin - box.x0) <= left * words.size && std::abs(words.end - box.x1) <= right * words.size;
  };
  const Touched through = touched(ruling, kStrikeFrom, kStrikeTo);
  if (fits(through, kEndLeft, kEndRight)) {
    for (const std::uint32_t i : through.glyphs) glyphs_[i].struck = true;
    struck += through.glyphs.size();
    return true;
  }
  return fits(touched(ruling, kUnderlineFrom, kUnderlineTo), kUnderEnd, kUnderEnd);
}

}  // namespace

std::size_t mark_struck(std::vector<Glyph>& glyphs, const std::vector<bool>& taken,
                        std::vector<layout::Ruling>& rulings) {
  const auto level = [](const layout::Ruling& ruling) { return ruling.horizontal; };
  if (std::none_of(rulings.begin(), rulings.end(), level)) return 0;
  Strikes strikes(glyphs, taken);
  strikes.looks = kLooks * (rulings.size() + glyphs.size());
  std::erase_if(rulings, [&](const layout::Ruling& ruling) { return ruling.horizontal && strikes.take(ruling); });
  return strikes.struck;
}

}  // namespace pactable::readers::pdf
