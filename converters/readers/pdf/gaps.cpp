// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/gaps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <utility>

#include "core/unicode.h"
#include "readers/pdf/glyph_boxes.h"

namespace pactable::readers::pdf {
namespace {

constexpr double kSameLine = 0.05;  // of the font size
constexpr double kSameSize = 0.1;   // relative difference
// Gaps that tell anything, in parts of the font size: wider ones part columns, narrower ones set the pen back.
constexpr double kLeast = -0.3, kMost = 1;
constexpr double kBin = 0.01;
constexpr std::size_t kBins = 130;
constexpr double kEmptyValley = 0.04;     // of the font size: kerning fills smaller ones
constexpr std::size_t kFewGaps = 12;      // fewer tell nothing about a font
constexpr double kStray = 0.003;          // of all gaps may lie in an empty stretch: pairs with odd kerning
constexpr double kLeastWords = 0.03;      // of all gaps are between words: texts have a word in ten letters
constexpr double kMostWords = 0.45;       // but words have two letters and more
constexpr double kFewSpaces = 0.02;       // of the gaps: a font without spaces parts words by gaps alone
constexpr double kSpacedOut = 0.06;       // of the font size: letters that stand so far apart are spaced out
constexpr double kMostSpacing = 0.35;     // wider apart, letters stand for themselves: the heads of narrow columns
constexpr double kAlike = 0.04;           // gaps of one word that is spaced out differ less
constexpr std::size_t kFewLineGaps = 4;   // on a line
constexpr double kLettersOfLine = 0.8;    // figures that stand apart are figures of their own
constexpr double kAboveSpacedOut = 0.12;  // added to the spacing of letters where words are separated by spaces

struct Gap {
  double width = 0;
  bool letters = false;  // on both sides
};

struct Sample {
  std::vector<Gap> gaps;
  std::size_t spaces = 0;
};

struct Run {
  std::uint32_t begin = 0, end = 0;  // glyphs
  std::pair<std::uint32_t, int> font;
  Sample sample;
};

double median(const std::vector<Gap>& gaps) {
  std::vector<double> widths;
  for (const Gap& gap : gaps) widths.push_back(gap.width);
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  return *middle;
}

struct Valley {
  double begin = 0, end = 0;
  [[nodiscard]] bool found() const { return end > begin; }
  [[nodiscard]] double middle() const { return (begin + end) / 2; }
};

/// The widest stretch of gaps above the usual one that (nearly) no pair of letters has, with enough gaps beyond.
Valley valley_of(const std::vector<Gap>& gaps, double usual) {
  std::array<std::size_t, kBins> bins{};
  for (const Gap& gap : gaps) {
    ++bins[std::min(static_cast<std::size_t>((gap.width - kLeast) / kBin), kBins - 1)];
  }
  const auto all = static_cast<double>(gaps.size());
  const auto stray = static_cast<std::size_t>(kStray * all);
  Valley best;
  std::size_t above = gaps.size();
  std::size_t first = 0;  // of the empty bins that go on
  for (std::size_t i = 0; i < kBins; ++i) {
    const double at = kLeast + kBin * static_cast<double>(i);
    const bool empty = bins[i] <= stray && at > usual;
    if (!empty) {
      const Valley valley{kLeast + kBin * static_cast<double>(first), at};
      const auto beyond = static_cast<double>(above);
      const bool words = beyond >= kLeastWords * all && beyond <= kMostWords * all;
      if (words && first > 0 && valley.end - valley.begin > best.end - best.begin) best = valley;
      first = i + 1;
    }
    above -= bins[i];
  }
  return best.end - best.begin >= kEmptyValley ? best : Valley();
}

double gap_of_font(const Sample& sample) {
  if (sample.gaps.size() < kFewGaps) return kWordGap;
  const double usual = median(sample.gaps);
  const Valley valley = valley_of(sample.gaps, usual);
  const bool spaced_out = usual >= kSpacedOut && usual <= kMostSpacing;
  const bool spaces = static_cast<double>(sample.spaces) > kFewSpaces * static_cast<double>(sample.gaps.size());
  if (!valley.found()) return spaced_out && spaces ? usual + kAboveSpacedOut : kWordGap;
  if (valley.begin <= kWordGap && kWordGap <= valley.end) return kWordGap;
  if (valley.middle() < kWordGap) return spaces ? kWordGap : valley.middle();
  return spaced_out ? valley.middle() : kWordGap;
}

/// The gap of a line that is spaced out against the rest of its font; 0 where it is not.
double gap_of_line(const Sample& sample) {
  double sum = 0;
  for (const Gap& gap : sample.gaps) sum += gap.width;
  if (sum < kSpacedOut / 2 * static_cast<double>(sample.gaps.size())) return 0;  // the usual case
  std::vector<Gap> gaps;
  std::copy_if(sample.gaps.begin(), sample.gaps.end(), std::back_inserter(gaps),
               [](const Gap& g) { return g.letters; });
  const bool letters = static_cast<double>(gaps.size()) >= kLettersOfLine * static_cast<double>(sample.gaps.size());
  if (gaps.size() < kFewLineGaps || !letters) return 0;
  const double usual = median(gaps);
  if (usual < kSpacedOut || usual > kMostSpacing) return 0;
  if (const Valley valley = valley_of(gaps, usual); valley.found()) return valley.middle();
  const bool alike = std::all_of(gaps.begin(), gaps.end(), [&](const Gap& g) { return g.width - usual <= kAlike; });
  return alike ? usual + kAboveSpacedOut : 0;
}

class Learner {
 public:
  Learner(const std::vector<Glyph>& glyphs, const std::vector<Letters>& letters, const std::vector<bool>& taken)
      : glyphs_(glyphs), letters_(letters), taken_(taken) {}

  std::vector<float> learn();

 private:
  void make_runs();
  [[nodiscard]] bool same_run(const Glyph& a, const Glyph& b) const;
  [[nodiscard]] bool is_letter(std::size_t glyph) const;

  const std::vector<Glyph>& glyphs_;
  const std::vector<Letters>& letters_;
  const std::vector<bool>& taken_;
  std::vector<Run> runs_;
};

bool Learner::same_run(const Glyph& a, const Glyph& b) const {
  if (a.font != b.font || std::abs(a.font_size - b.font_size) > kSameSize * b.font_size) return false;
  const Point step = turned(a.origin, b.origin, rotation_of(b));
  return std::abs(step.y) <= kSameLine * b.font_size;
}

bool Learner::is_letter(std::size_t glyph) const {
  const std::string& text = letters_[glyph].text;
  if (text.size() == 1) return unicode::is_letter(static_cast<unsigned char>(text.front()));
  return !text.empty() && unicode::is_letter(unicode::to_code_points(text.substr(0, 4)).front());
}

void Learner::make_runs() {
  std::size_t last = glyphs_.size();  // the latest glyph that is text
  bool space = false;
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    if (!letters_[i].text.empty() && !taken_[i]) continue;
    const Glyph& g = glyphs_[i];
    if (letters_[i].text.empty()) {
      space = true;
      continue;
    }
    if (last == glyphs_.size() || !same_run(glyphs_[last], g)) {
      const auto at = static_cast<std::uint32_t>(i);
      runs_.push_back({at, at, {g.font, static_cast<int>(std::lround(2 * std::min(g.font_size, 1e6)))}, {}});
    } else if (space) {
      ++runs_.back().sample.spaces;
    } else if (g.font_size > 0) {
      const Point step = turned(pen_behind(glyphs_[last]), g.origin, rotation_of(g));
      const double width = step.x / g.font_size;
      if (width > kLeast && width < kMost) runs_.back().sample.gaps.push_back({width, is_letter(last) && is_letter(i)});
    }
    runs_.back().end = static_cast<std::uint32_t>(i + 1);
    space = letters_[i].space;
    last = i;
  }
}

std::vector<float> Learner::learn() {
  make_runs();
  std::map<std::pair<std::uint32_t, int>, Sample> fonts;
  for (const Run& run : runs_) {
    Sample& font = fonts[run.font];
    font.gaps.insert(font.gaps.end(), run.sample.gaps.begin(), run.sample.gaps.end());
    font.spaces += run.sample.spaces;
  }
  std::map<std::pair<std::uint32_t, int>, double> gaps;
  for (const auto& [font, sample] : fonts) gaps[font] = gap_of_font(sample);
  std::vector<float> out(glyphs_.size(), static_cast<float>(kWordGap));
  for (const Run& run : runs_) {
    const double gap = std::max(gaps[run.font], gap_of_line(run.sample));
    std::fill(out.begin() + run.begin, out.begin() + run.end, static_cast<float>(gap));
  }
  return out;
}

}  // namespace

Point pen_behind(const Glyph& glyph) {
  const double width = width_of(glyph);
  const double kept = width > 0 && glyph.spacing > kSpacingIsGap * glyph.font_size ? glyph.spacing / width : 0;
  return {glyph.origin.x + glyph.advance.x * (1 - kept), glyph.origin.y + glyph.advance.y * (1 - kept)};
}

std::vector<float> learn_gaps(const std::vector<Glyph>& glyphs, const std::vector<Letters>& letters,
                              const std::vector<bool>& taken) {
  return Learner(glyphs, letters, taken).learn();
}

}  // namespace pactable::readers::pdf
