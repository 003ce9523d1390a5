// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/number_look.h"

#include <algorithm>
#include <cmath>

#include "recognition/tesseract/ruling_lines.h"
#include "recognition/tesseract/sheet.h"

namespace pactable::recognition::tesseract {
namespace {

// Enough of the page for its background, its threshold and the ruling lines around the number.
constexpr double kSurroundings = 60;  // points to each side
constexpr double kMargin = 2;         // points: the box is that of the ink, or of the cell

layout::GreyPicture cut_out(const layout::GreyPicture& picture, Box& box) {
  const auto pixel = [&](double points, int limit) {
    return static_cast<int>(std::lround(std::clamp(points * picture.scale, 0.0, static_cast<double>(limit))));
  };
  const int x0 = pixel(box.x0 - kSurroundings, picture.width);
  const int y0 = pixel(box.y0 - kSurroundings, picture.height);
  const int x1 = pixel(box.x1 + kSurroundings, picture.width);
  const int y1 = pixel(box.y1 + kSurroundings, picture.height);
  layout::GreyPicture part{picture.page, x1 - x0, y1 - y0, picture.scale, {}};
  part.grey.reserve(static_cast<std::size_t>(part.width) * static_cast<std::size_t>(part.height));
  for (int y = y0; y < y1; ++y) {
    const auto row = picture.grey.begin() + static_cast<std::ptrdiff_t>(y) * picture.width;
    part.grey.insert(part.grey.end(), row + x0, row + x1);
  }
  box = {box.x0 - x0 / picture.scale, box.y0 - y0 / picture.scale, box.x1 - x0 / picture.scale,
         box.y1 - y0 / picture.scale};
  return part;
}

bool is_sound(const layout::GreyPicture& picture, const Box& box) {
  const bool finite = std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
  const bool whole =
      picture.width > 0 && picture.height > 0 && std::isfinite(picture.scale) && picture.scale > 0 &&
      picture.grey.size() == static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  return finite && whole && box.x0 < box.x1 && box.y0 < box.y1;
}

}  // namespace

Result<Readings> read_number_at(const layout::GreyPicture& picture, const Box& box, const Engines& engines) {
  if (!is_sound(picture, box))
    return fail(ErrorCode::kUnsupported, "there is no such place in the picture of the page");
  Box place = box;
  const layout::GreyPicture part = cut_out(picture, place);
  Result<Sheet> sheet = make_sheet(part, Turning::kAsItIs);
  if (!sheet) return tl::unexpected(sheet.error());
  [[maybe_unused]] const std::vector<RulingLine> lines = take_ruling_lines(*sheet);
  const std::vector<Blob> blobs = take_blobs(*sheet);
  const double letter = letter_height(blobs, *sheet);
  place = {place.x0 - kMargin, place.y0 - kMargin, place.x1 + kMargin, place.y1 + kMargin};
  for (const LetterLine& line : letter_lines(blobs_in(blobs, sheet->pixels(place)), letter)) {
    Readings readings = read_one_number(line, *sheet, engines);
    if (!readings.empty()) return readings;
  }
  return Readings{};
}

}  // namespace pactable::recognition::tesseract
