// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/blobs.h"

#include <algorithm>
#include <cmath>

namespace pactable::recognition::tesseract {
namespace {

constexpr int kMaxBlobs = 60'000;   // a page of 6-point type has 15,000
constexpr double kSpeck = 0.45;     // points: the dot of 8-point type is larger each way
constexpr double kApart = 0.8;      // points around a small speck that hold no ink
constexpr double kDotSize = 0.4;    // of the letter height: a larger piece that stands alone may be a dash
constexpr double kLeastLetter = 2;  // points: small letters of 5-point type
constexpr double kLargestLetter = 24;
constexpr double kLetter = 0.7;  // of the letter height: below are dots, dashes and accents
constexpr double kTall = 2.6;    // of the letter height: above are drawings and letters of two lines that touch
constexpr double kShared = 0.4;  // of the lower of two lines: more than descenders and ascenders ever share
// Of a line with ascenders and descenders; where all letters are broken, none is as high as that.
constexpr double kCapitalOfLine = 0.75;
constexpr double kOverlap = 0.5;  // of the lower one: letters of one line

PixelBox joined(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

template <class T>
T quantile(std::vector<T> values, double q) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(q * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

// Descenders and marks below are fewer than letters that stand on the line.
double baseline_of(const std::vector<Blob>& letters) {
  std::vector<int> bottoms;
  for (const Blob& b : letters) bottoms.push_back(b.box.y1);
  return quantile(bottoms, 0.4);
}

// No other ink within a distance. Larger pieces count only where they reach in.
bool alone(const Sheet& sheet, const PixelBox& box, double distance) {
  const int off = std::max(2, static_cast<int>(std::lround(distance)));
  const PixelBox around{std::max(0, box.x0 - off), std::max(0, box.y0 - off), box.x1 + off, box.y1 + off};
  return count_pixels(*sheet.ink, around) == count_pixels(*sheet.ink, box);
}

void erase(Sheet& sheet, const PixelBox& box) {
  pixRasterop(sheet.ink.get(), box.x0, box.y0, box.width(), box.height(), PIX_CLR, nullptr, 0, 0);
  pixRasterop(sheet.grey.get(), box.x0 - 1, box.y0 - 1, box.width() + 2, box.height() + 2, PIX_SET, nullptr, 0, 0);
}

PixelBox box_of(const std::vector<Blob>& blobs) {
  PixelBox box = blobs.front().box;
  for (const Blob& blob : blobs) box = joined(box, blob.box);
  return box;
}

// The mark of a footnote stands higher than its line, but not above it.
void join_raised(std::vector<LetterLine>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size();) {
    const PixelBox above = box_of(lines[i].blobs);
    const PixelBox below = box_of(lines[i + 1].blobs);
    const int shared = std::min(above.y1, below.y1) - std::max(above.y0, below.y0);
    if (shared <= kShared * std::min(above.height(), below.height())) {
      ++i;
      continue;
    }
    lines[i].blobs.insert(lines[i].blobs.end(), lines[i + 1].blobs.begin(), lines[i + 1].blobs.end());
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

std::vector<Blob> take_blobs(Sheet& sheet) {
  std::vector<Blob> all;
  for (const PixelBox& box : piece_boxes(*sheet.ink, kMaxBlobs)) all.push_back({box});
  const double letter = letter_height(all, sheet);
  std::vector<Blob> blobs;
  for (const Blob& blob : all) {
    const int side = std::max(blob.box.width(), blob.box.height());
    // The tip of a serif may lie apart, and the dot of a number stands beside a digit: neither is a speck.
    const bool speck = (side <= kSpeck * sheet.scale && alone(sheet, blob.box, kApart * sheet.scale)) ||
                       (side <= kDotSize * letter && alone(sheet, blob.box, letter));
    if (speck) {
      erase(sheet, blob.box);
    } else {
      blobs.push_back(blob);
    }
  }
  std::sort(blobs.begin(), blobs.end(), [](const Blob& a, const Blob& b) { return a.box.x0 < b.box.x0; });
  return blobs;
}

double letter_height(const std::vector<Blob>& blobs, const Sheet& sheet) {
  std::vector<int> heights;
  for (const Blob& b : blobs) {
    const int h = b.box.height();
    if (h >= kLeastLetter * sheet.scale && h <= kLargestLetter * sheet.scale) heights.push_back(h);
  }
  return heights.empty() ? 0 : quantile(heights, 0.4);
}

std::vector<Blob> blobs_in(const std::vector<Blob>& blobs, const PixelBox& place) {
  std::vector<Blob> inside;
  const auto end =
      std::upper_bound(blobs.begin(), blobs.end(), place.x1, [](int x, const Blob& b) { return x < b.box.x0; });
  std::copy_if(blobs.begin(), end, std::back_inserter(inside), [&](const Blob& b) {
    return b.mid_x() >= place.x0 && b.mid_x() < place.x1 && b.mid_y() >= place.y0 && b.mid_y() < place.y1;
  });
  return inside;
}

std::vector<LetterLine> letter_lines(const std::vector<Blob>& blobs, double letter_height) {
  std::vector<LetterLine> lines;
  if (letter_height <= 0) return lines;
  std::vector<Blob> letters;
  std::copy_if(blobs.begin(), blobs.end(), std::back_inserter(letters), [&](const Blob& b) {
    return b.box.height() >= kLetter * letter_height && b.box.height() <= kTall * letter_height;
  });
  std::sort(letters.begin(), letters.end(), [](const Blob& a, const Blob& b) { return a.mid_y() < b.mid_y(); });
  for (const Blob& letter : letters) {
    // The core of a line is as high as its small letters; ascenders of the next line do not reach it.
    const bool same =
        !lines.empty() && std::abs(lines.back().blobs.back().mid_y() - letter.mid_y()) <= kOverlap * letter_height;
    if (!same) lines.emplace_back();
    lines.back().blobs.push_back(letter);
  }
  join_raised(lines);
  for (LetterLine& line : lines) {
    std::vector<int> heights;
    line.box = line.blobs.front().box;
    for (const Blob& b : line.blobs) {
      heights.push_back(b.box.height());
      line.box = joined(line.box, b.box);
    }
    line.baseline = baseline_of(line.blobs);
    line.height = std::max<double>(quantile(heights, 0.9), kCapitalOfLine * line.box.height());
  }
  for (const Blob& b : blobs) {
    if (b.box.height() >= kLetter * letter_height || lines.empty()) continue;
    // Dots and dashes belong to the line whose letters they stand beside.
    const auto nearest = std::min_element(lines.begin(), lines.end(), [&](const LetterLine& l, const LetterLine& r) {
      const auto off = [&](const LetterLine& line) {
        return std::abs(b.mid_y() - (line.baseline - letter_height / 2));
      };
      return off(l) < off(r);
    });
    nearest->blobs.push_back(b);
    nearest->box = joined(nearest->box, b.box);
  }
  for (LetterLine& line : lines) {
    std::sort(line.blobs.begin(), line.blobs.end(), [](const Blob& a, const Blob& b) { return a.box.x0 < b.box.x0; });
  }
  return lines;
}

}  // namespace pactable::recognition::tesseract
