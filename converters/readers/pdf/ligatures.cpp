// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/ligatures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include "readers/pdf/gaps.h"
#include "readers/pdf/glyph_boxes.h"

namespace pactable::readers::pdf {
namespace {

// Of the font size. Type is cast a little narrower than the letters that it joins, never wider.
constexpr double kNarrower = 0.09, kWider = 0.015;
constexpr double kLikeSpace = 0.03;  // a second space of the same width is a no-break space
constexpr double kWithin = 0.7;      // of its places have a letter right behind
constexpr int kClear = 2;            // times as many letters must speak for one reading as for the other

using Key = std::pair<std::uint32_t, std::uint32_t>;  // font, code

struct Candidate {
  double width = 0;
  std::vector<std::size_t> places;
  bool space = false;
  int within = 0;
  int for_i = 0, for_l = 0;
};

char letter_at(const std::vector<Letters>& letters, std::size_t i) {
  return i < letters.size() && letters[i].text.size() == 1 ? letters[i].text.front() : '\0';
}

double relative_width(const Glyph& g) { return g.font_size > 0 ? width_of(g) / g.font_size : 0; }

bool follows(const Glyph& left, const Glyph& right) {
  const Point step = turned(pen_behind(left), right.origin, rotation_of(left));
  return std::abs(step.y) < kWordGap * left.font_size && std::abs(step.x) < kWordGap * left.font_size;
}

class Reader {
 public:
  Reader(const std::vector<Glyph>& glyphs, std::vector<Letters>& letters) : glyphs_(glyphs), letters_(letters) {}

  std::vector<std::string> read();

 private:
  [[nodiscard]] bool has_candidates() const;
  void collect();
  [[nodiscard]] double width(std::uint32_t font, char letter) const {
    const auto found = widths_.find({font, letter});
    return found == widths_.end() ? 0 : found->second;
  }
  [[nodiscard]] std::string_view reading(const Key& key, const Candidate& candidate) const;
  void weigh(Candidate& candidate) const;

  const std::vector<Glyph>& glyphs_;
  std::vector<Letters>& letters_;
  std::map<Key, Candidate> candidates_;
  std::map<std::pair<std::uint32_t, char>, double> widths_;  // of f, i, l in each font
  std::map<std::uint32_t, std::map<std::uint32_t, std::size_t>> spaces_;
};

// Most pages have a character for each glyph, and one space.
bool Reader::has_candidates() const {
  std::vector<std::uint32_t> spaces;  // code of the first space of each font
  constexpr std::uint32_t kNone = UINT32_MAX;
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    if (letters_[i].unmapped) return true;
    if (!letters_[i].space) continue;
    const Glyph& g = glyphs_[i];
    if (spaces.size() <= g.font) spaces.resize(g.font + std::size_t{1}, kNone);
    if (spaces[g.font] == kNone) spaces[g.font] = g.code;
    if (spaces[g.font] != g.code) return true;
  }
  return false;
}

void Reader::collect() {
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    const Glyph& g = glyphs_[i];
    const bool space = letters_[i].space && letters_[i].text.empty();
    const char letter = letter_at(letters_, i);
    if (letter == 'f' || letter == 'i' || letter == 'l') widths_.try_emplace({g.font, letter}, relative_width(g));
    if (space) ++spaces_[g.font][g.code];
    if (!space && !letters_[i].unmapped) continue;
    Candidate& candidate = candidates_[{g.font, g.code}];
    candidate.width = relative_width(g);
    candidate.space = space;
    candidate.places.push_back(i);
  }
}

void Reader::weigh(Candidate& candidate) const {
  for (const std::size_t i : candidate.places) {
    const char next = letter_at(letters_, i + 1);
    if (next < 'a' || next > 'z' || !follows(glyphs_[i], glyphs_[i + 1])) continue;
    ++candidate.within;
    if (next == 'e') continue;  // "field" and "fleet"
    ++(std::string_view("aiouy").find(next) != std::string_view::npos ? candidate.for_l : candidate.for_i);
  }
}

std::string_view Reader::reading(const Key& key, const Candidate& candidate) const {
  const double f = width(key.first, 'f'), i = width(key.first, 'i'), l = width(key.first, 'l');
  const auto fits = [&](double sum) { return candidate.width >= sum - kNarrower && candidate.width <= sum + kWider; };
  if (f <= 0 || static_cast<double>(candidate.within) < kWithin * static_cast<double>(candidate.places.size()))
    return {};
  const bool to_i = candidate.for_i > 0 && candidate.for_i >= kClear * candidate.for_l;
  const bool to_l = candidate.for_l > 0 && candidate.for_l >= kClear * candidate.for_i;
  if (to_i && i > 0 && fits(f + i)) return "fi";
  if (to_l && l > 0 && fits(f + l)) return "fl";
  if (to_i && i > 0 && fits(2 * f + i)) return "ffi";
  if (to_l && l > 0 && fits(2 * f + l)) return "ffl";
  return {};
}

std::vector<std::string> Reader::read() {
  std::vector<std::string> read;
  if (!has_candidates()) return read;
  collect();
  for (auto& [key, candidate] : candidates_) {
    if (candidate.space) {
      const auto& spaces = spaces_[key.first];
      const auto usual = std::max_element(spaces.begin(), spaces.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
      if (spaces.size() < 2 || usual->first == key.second) continue;
      if (std::abs(candidates_[{key.first, usual->first}].width - candidate.width) < kLikeSpace) continue;
    }
    weigh(candidate);
    const std::string_view ligature = reading(key, candidate);
    if (ligature.empty()) continue;
    for (const std::size_t i : candidate.places) letters_[i] = {std::string(ligature), false, false};
    read.push_back(fmt::format("{} ({})", ligature, candidate.places.size()));
  }
  return read;
}

}  // namespace

std::vector<std::string> read_ligatures(const std::vector<Glyph>& glyphs, std::vector<Letters>& letters) {
  return Reader(glyphs, letters).read();
}

}  // namespace pactable::readers::pdf
