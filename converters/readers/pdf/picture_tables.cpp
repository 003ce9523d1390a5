// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/picture_tables.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace pactable::readers::pdf {
namespace {

constexpr unsigned char kDark = 200, kLight = 225;  // of 255: rules may be grey, paper may be yellowish
constexpr double kLightShare = 0.6;                 // of the pixels: photographs have less, pages more
constexpr double kAcross = 0.5;                     // of the width: rules of rows
constexpr double kDown = 0.25;                      // of the height: rules of columns may stop at spanning rows
constexpr int kThickness = 60;                      // a rule is thinner than this part of the picture
constexpr int kLeastThickness = 4;                  // pixels
constexpr int kRowRules = 3, kColumnRules = 2;
constexpr double kTextEdges = 1.6;    // times as many dark stretches on a line of pixels as rules make: there is text
constexpr double kPixelsAnEdge = 80;  // text has more dark stretches than one in so many pixels; curves have fewer
constexpr double kTextBands = 0.6;    // of the rows hold text; those between the grid lines of a chart do not
constexpr int kLeastBand = 6;         // pixels: lower ones hold no letters

bool can_be_decoded(Stream& stream) {
  switch (stream.getKind()) {
    case strFlate:
    case strDCT:
    case strLZW:
    case strRunLength:
    case strCCITTFax:
    case strFile:
    case strWeird: return true;
    default: return false;
  }
}

/// Counts stretches of true that are no thicker than a rule.
class Rules {
 public:
  explicit Rules(int side) : most_(std::max(kLeastThickness, side / kThickness)) {}
  void take(bool dark) {
    if (dark) {
      ++run_;
      return;
    }
    if (run_ > 0 && run_ <= most_) ++count_;
    run_ = 0;
  }
  int count() {
    take(false);
    return count_;
  }

 private:
  int most_;
  int run_ = 0, count_ = 0;
};

/// The stretches between the rules of rows, with the dark stretches on their lines of pixels.
struct Bands {
  std::vector<double> edges;  // a line of pixels, on the average, of each band
  double sum = 0;
  int lines = 0;

  void take(bool rule, int dark) {
    if (!rule) {
      sum += dark;
      ++lines;
      return;
    }
    if (lines >= kLeastBand) edges.push_back(sum / lines);
    sum = 0;
    lines = 0;
  }
  [[nodiscard]] bool hold_text(int column_rules, int width) const {
    const double least = std::max(kTextEdges * column_rules, width / kPixelsAnEdge);
    const auto text = std::count_if(edges.begin(), edges.end(), [&](double e) { return e >= least; });
    return static_cast<double>(text) >= kTextBands * static_cast<double>(edges.size());
  }
};

}  // namespace

bool shows_table(Stream& stream, int width, int height, GfxImageColorMap& colours) {
  if (!can_be_decoded(stream) || width <= 0 || height <= 0) return false;
  ImageStream image(&stream, width, colours.getNumPixelComps(), colours.getBits());
  image.reset();
  const auto columns = static_cast<std::size_t>(width);
  std::vector<unsigned char> grey(columns);
  std::vector<int> run(columns, 0), longest(columns, 0);
  std::size_t light = 0;
  Rules rows(height);
  Bands bands;
  for (int y = 0; y < height; ++y) {
    unsigned char* const line = image.getLine();
    if (line == nullptr) break;
    colours.getGrayLine(line, grey.data(), width);
    int across = 0, most = 0, dark_stretches = 0;
    for (std::size_t x = 0; x < columns; ++x) {
      const bool dark = grey[x] < kDark;
      light += grey[x] >= kLight ? 1 : 0;
      across = dark ? across + 1 : 0;
      dark_stretches += across == 1 ? 1 : 0;
      most = std::max(most, across);
      run[x] = dark ? run[x] + 1 : 0;
      longest[x] = std::max(longest[x], run[x]);
    }
    const bool rule = most >= kAcross * width;
    rows.take(rule);
    bands.take(rule, dark_stretches);
  }
  image.close();
  if (static_cast<double>(light) < kLightShare * width * height) return false;
  Rules down(width);
  for (const int length : longest) down.take(length >= kDown * height);
  bands.take(true, 0);
  const int column_rules = down.count();
  return rows.count() >= kRowRules && column_rules >= kColumnRules && bands.hold_text(column_rules, width);
}

}  // namespace pactable::readers::pdf
