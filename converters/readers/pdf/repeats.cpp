// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/repeats.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "readers/pdf/glyph_boxes.h"

namespace pactable::readers::pdf {
namespace {

constexpr double kRepeatDistance = 0.3;  // of a glyph's width: fake bold is shifted by a fraction of a stem
constexpr double kOcrRepeat = 0.05;   // of a glyph's width: recognised letters crowd, and nobody sets them in fake bold
constexpr double kRepeatRaise = 0.1;  // of the font size
constexpr double kBucket = 16;        // points; wider than kRepeatDistance of any body or heading glyph
constexpr double kLayerReach = 0.35;  // of the font size: shadows and second layers lie closer
constexpr double kWide = 0.45;        // of the font size: two such glyphs of a word cannot stand within kLayerReach
constexpr double kShiftStep = 0.1;    // points: shifts are counted in these steps
constexpr double kSameShift = 0.15;   // points
constexpr int kMinWitnesses = 6;      // wide glyphs that are shifted alike: one word or two
constexpr std::size_t kMaxShifts = 4;
constexpr double kBoldShift = 0.15;  // of the font size
constexpr double kSameSize = 0.1;    // relative difference
constexpr double kNatural = 0.05;    // of the font size: so near to where the pen stood, a glyph goes on with the word

class Finder {
 public:
  Finder(const std::vector<Glyph>& glyphs, const std::vector<bool>& taken)
      : glyphs_(glyphs), taken_(taken), repeats_(glyphs.size()), earlier_(glyphs.size(), kNone) {
    latest_.reserve(glyphs.size());
  }

  std::vector<Repeat> find() {
    for (std::uint32_t i = 0; i < glyphs_.size(); ++i) {
      if (!taken_[i] || glyphs_[i].text.empty()) continue;
      look_back(i);
      keep(i);
    }
    find_layers();
    return std::move(repeats_);
  }

 private:
  static constexpr int kLatest = 32;
  static constexpr std::uint32_t kNone = Repeat::kNone;

  static std::int64_t bucket(double v) { return static_cast<std::int64_t>(std::floor(v / kBucket)); }
  static std::uint64_t key(std::uint64_t letter, std::int64_t bx, std::int64_t by) {
    constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;
    const std::uint64_t h = (letter ^ static_cast<std::uint64_t>(bx)) * kPrime;
    return (h ^ static_cast<std::uint64_t>(by)) * kPrime;
  }
  static std::uint64_t letter_of(const Glyph& g) { return std::hash<std::string_view>()(g.text); }

  // Calls `take` with earlier equal glyphs around a place until it returns true. The latest few: more copies than that
  // in one place are an attack, and stay in the text.
  template <typename Take>
  bool around(const Glyph& g, Point at, double reach_x, double reach_y, const Take& take) const {
    reach_x = std::min(reach_x, kBucket);
    reach_y = std::min(reach_y, kBucket);
    const std::uint64_t letter = letter_of(g);
    for (auto bx = bucket(at.x - reach_x); bx <= bucket(at.x + reach_x); ++bx) {
      for (auto by = bucket(at.y - reach_y); by <= bucket(at.y + reach_y); ++by) {
        const auto found = latest_.find(key(letter, bx, by));
        std::uint32_t i = found == latest_.end() ? kNone : found->second;
        for (int looked = 0; i != kNone && looked < kLatest; ++looked, i = earlier_[i]) {
          const Glyph& other = glyphs_[i];
          if (std::abs(other.origin.x - at.x) <= reach_x && std::abs(other.origin.y - at.y) <= reach_y &&
              other.text == g.text && take(i)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  void look_back(std::uint32_t index);
  void witness(std::uint32_t index);
  void count_shift(const Glyph& g, const Glyph& earlier);
  void keep(std::uint32_t index);
  void find_layers();
  void repeat(std::uint32_t index, std::uint32_t earlier);

  const std::vector<Glyph>& glyphs_;
  const std::vector<bool>& taken_;
  std::vector<Repeat> repeats_;
  std::unordered_map<std::uint64_t, std::uint32_t> latest_;  // of each letter and place, the last glyph
  std::vector<std::uint32_t> earlier_;                       // of each glyph, the one before in its place
  std::map<std::pair<int, int>, int> shifts_;                // in steps, with the wide glyphs that were shifted so
};

void Finder::repeat(std::uint32_t index, std::uint32_t earlier) {
  const Glyph& a = glyphs_[earlier];
  const Glyph& b = glyphs_[index];
  const double size = std::max(b.font_size, 1.0);
  const bool along =
      std::abs(b.origin.x - a.origin.x) <= kBoldShift * size && std::abs(b.origin.y - a.origin.y) <= kNatural * size;
  repeats_[index] = {earlier, along};
}

void Finder::look_back(std::uint32_t index) {
  const Glyph& g = glyphs_[index];
  const double width = width_of(g);
  const double reach = kRepeatDistance * width;
  const bool found = around(g, g.origin, reach, kRepeatRaise * g.font_size, [&](std::uint32_t i) {
    const Glyph& other = glyphs_[i];
    const double near_x = other.invisible && g.invisible ? kOcrRepeat * width : reach;
    if (std::abs(other.origin.x - g.origin.x) > near_x) return false;
    repeat(index, i);
    return true;
  });
  if (g.invisible || width < kWide * g.font_size) return;
  if (found) {
    count_shift(g, glyphs_[repeats_[index].of]);
  } else {
    witness(index);
  }
}

void Finder::count_shift(const Glyph& g, const Glyph& earlier) {
  const auto steps = [](double d) { return static_cast<int>(std::lround(d / kShiftStep)); };
  ++shifts_[{steps(g.origin.x - earlier.origin.x), steps(g.origin.y - earlier.origin.y)}];
}

void Finder::witness(std::uint32_t index) {
  const Glyph& g = glyphs_[index];
  const double reach = kLayerReach * g.font_size;
  static_cast<void>(around(g, g.origin, reach, reach, [&](std::uint32_t i) {
    const Glyph& other = glyphs_[i];
    if (std::abs(other.font_size - g.font_size) > kSameSize * g.font_size) return false;
    count_shift(g, other);
    return true;
  }));
}

void Finder::keep(std::uint32_t index) {
  if (repeats_[index].of != kNone) return;
  const Glyph& g = glyphs_[index];
  const auto place = latest_.try_emplace(key(letter_of(g), bucket(g.origin.x), bucket(g.origin.y)), kNone).first;
  earlier_[index] = place->second;
  place->second = index;
}

void Finder::find_layers() {
  std::vector<std::pair<int, std::pair<int, int>>> often;
  for (const auto& [shift, count] : shifts_) {
    if (count >= kMinWitnesses) often.push_back({count, shift});
  }
  std::sort(often.rbegin(), often.rend());
  if (often.size() > kMaxShifts) often.resize(kMaxShifts);
  if (often.empty()) return;
  for (std::uint32_t i = 0; i < glyphs_.size(); ++i) {
    const Glyph& g = glyphs_[i];
    if (!taken_[i] || g.text.empty() || g.invisible || repeats_[i].of != kNone) continue;
    for (const auto& [count, shift] : often) {
      const Point from{g.origin.x - shift.first * kShiftStep, g.origin.y - shift.second * kShiftStep};
      const bool found = around(g, from, kSameShift, kSameShift, [&](std::uint32_t other) {
        const Glyph& earlier = glyphs_[other];
        // The next of two equal narrow letters, which happens to stand a shift away.
        const bool next = std::abs(earlier.origin.x + earlier.advance.x - g.origin.x) <= kNatural * g.font_size &&
                          std::abs(earlier.origin.y + earlier.advance.y - g.origin.y) <= kNatural * g.font_size;
        if (other >= i || next) return false;
        repeat(i, other);
        return true;
      });
      if (found) break;
    }
  }
}

}  // namespace

std::vector<Repeat> find_repeats(const std::vector<Glyph>& glyphs, const std::vector<bool>& taken) {
  return Finder(glyphs, taken).find();
}

}  // namespace pactable::readers::pdf
