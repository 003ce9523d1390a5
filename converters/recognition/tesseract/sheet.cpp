// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/sheet.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace pactable::recognition::tesseract {
namespace {

constexpr double kPointsPerInch = 72;
constexpr std::size_t kMaxPixels = 64'000'000;  // A3 at 400 dpi has 31 million
constexpr int kMinSide = 8;
// Smaller type than this is enlarged: layout analysis counts pixels, and a dot needs some.
constexpr double kWorkingDpi = 190;
// Strokes narrower than a pixel of the scanner are never as dark as ink: the threshold moves up to the ground by this.
constexpr double kPaleStrokes = 0.3;
constexpr double kMaxSkew = 7;           // degrees; what a hand lays onto a scanner
constexpr double kSkewStep = 0.5;        // of the sweep
constexpr double kSkewPrecision = 0.01;  // a tenth of a pixel over a table's width at 200 dpi
constexpr float kMinSkewConfidence = 3;  // Leptonica: below it, the page shows no direction
constexpr double kLeastSkew = 0.02;      // degrees: turning blurs more than it mends
constexpr double kTile = 24;             // points: larger than a letter, smaller than a shaded cell is wide

PixPtr grey_of(const layout::GreyPicture& picture) {
  PixPtr pix(pixCreateNoInit(picture.width, picture.height, 8));
  if (!pix) return pix;
  const int words = pixGetWpl(pix.get());
  l_uint32* const data = pixGetData(pix.get());
  for (int y = 0; y < picture.height; ++y) {
    l_uint32* const line = data + static_cast<std::ptrdiff_t>(y) * words;
    const std::uint8_t* const row =
        picture.grey.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
    for (int x = 0; x < picture.width; ++x) SET_DATA_BYTE(line, x, row[x]);
  }
  return pix;
}

// Paper that is grey, or lit unevenly, becomes white everywhere.
PixPtr even_ground(PixPtr grey, double scale) {
  const int tile = std::max(8, static_cast<int>(std::lround(kTile * scale)));
  if (pixGetWidth(grey.get()) < 2 * tile || pixGetHeight(grey.get()) < 2 * tile) return grey;
  PixPtr even(pixBackgroundNorm(grey.get(), nullptr, nullptr, tile, tile, 100, tile * tile / 4, kGround, 2, 2));
  return even ? std::move(even) : std::move(grey);
}

// One threshold for the page: its background is even by now. The valley between ink and paper decides.
void find_ink(Sheet& sheet, bool enlarged) {
  PIX* threshold = nullptr;
  if (pixOtsuAdaptiveThreshold(sheet.grey.get(), sheet.width(), sheet.height(), 0, 0, 0.1F, &threshold, nullptr) == 0) {
    const PixPtr held(threshold);
    l_uint32 value = 0;
    if (pixGetPixel(threshold, 0, 0, &value) == 0) sheet.threshold = static_cast<int>(value);
    if (enlarged) sheet.threshold += static_cast<int>(kPaleStrokes * (kGround - sheet.threshold));
  }
  sheet.ink.reset(pixThresholdToBinary(sheet.grey.get(), sheet.threshold));
}

// Degrees by which the print leans clockwise.
double skew_of(PIX& ink) {
  l_float32 angle = 0;
  l_float32 confidence = 0;
  const bool found =
      pixFindSkewSweepAndSearch(&ink, &angle, &confidence, 4, 2, kMaxSkew, kSkewStep, kSkewPrecision) == 0;
  // The angle that Leptonica gives is the one to turn by, clockwise.
  return found && confidence >= kMinSkewConfidence ? -angle : 0;
}

}  // namespace

int Sheet::dpi() const { return static_cast<int>(std::lround(scale * kPointsPerInch)); }

double Sheet::left_edge(double y) const {
  return std::max(0.0, (y - height() / 2.0) * std::sin(skew * std::numbers::pi / 180));
}

int Sheet::pixels(double points) const { return std::max(1, static_cast<int>(std::lround(points * scale))); }

Box Sheet::points(const PixelBox& box) const {
  return {box.x0 / scale, box.y0 / scale, box.x1 / scale, box.y1 / scale};
}

PixelBox Sheet::pixels(const Box& box) const {
  const auto pixel = [&](double at, int limit) {
    return static_cast<int>(std::lround(std::clamp(at * scale, 0.0, static_cast<double>(limit))));
  };
  return {pixel(box.x0, width()), pixel(box.y0, height()), pixel(box.x1, width()), pixel(box.y1, height())};
}

Result<Sheet> make_sheet(const layout::GreyPicture& picture, Turning turning) {
  const auto pixels =
      static_cast<std::size_t>(std::max(picture.width, 0)) * static_cast<std::size_t>(std::max(picture.height, 0));
  if (pixels > kMaxPixels) return fail(ErrorCode::kLimit, "the picture of the page has too many pixels");
  if (picture.width < kMinSide || picture.height < kMinSide || picture.grey.size() < pixels ||
      !std::isfinite(picture.scale) || picture.scale <= 0) {
    return fail(ErrorCode::kUnsupported, "the picture of the page is too small to be read");
  }
  Sheet sheet;
  sheet.scale = picture.scale;
  PixPtr grey = grey_of(picture);
  if (!grey) return fail(ErrorCode::kOutOfMemory, "no memory for the picture of the page");
  const bool enlarged = sheet.dpi() < kWorkingDpi && pixels * 4 <= kMaxPixels;
  if (enlarged) {
    PixPtr larger(pixScaleGrayLI(grey.get(), 2, 2));
    if (larger) {
      grey = std::move(larger);
      sheet.scale *= 2;
    }
  }
  sheet.grey = even_ground(std::move(grey), sheet.scale);
  find_ink(sheet, enlarged);
  if (!sheet.ink) return fail(ErrorCode::kOutOfMemory, "no memory for the picture of the page");
  if (turning == Turning::kUpright) sheet.skew = skew_of(*sheet.ink);
  if (std::abs(sheet.skew) < kLeastSkew) {
    sheet.skew = 0;
    return sheet;
  }
  const auto radians = static_cast<l_float32>(-sheet.skew * std::numbers::pi / 180);
  sheet.grey.reset(pixRotate(sheet.grey.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  if (sheet.grey) find_ink(sheet, enlarged);
  if (!sheet.grey || !sheet.ink) return fail(ErrorCode::kOutOfMemory, "no memory for the picture of the page");
  return sheet;
}

}  // namespace pactable::recognition::tesseract
