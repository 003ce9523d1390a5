// SPDX-License-Identifier: GPL-3.0-or-later
// Beside poppler_pages.cpp the only file that includes Poppler.
#include "readers/pdf/pictures.h"

#include <ErrorCodes.h>
#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <Stream.h>
#include <fmt/format.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "readers/pdf/poppler_pages.h"

namespace pactable::readers::pdf {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kDpi = 100;         // body text can be read on a screen
constexpr double kMaxPixels = 4000;  // of the longer side; a poster is drawn smaller

std::optional<layout::Picture> picture_of(SplashBitmap& bitmap, int page, double scale) {
  const int width = bitmap.getWidth();
  const int height = bitmap.getHeight();
  const SplashColorPtr data = bitmap.getDataPtr();
  if (width <= 0 || height <= 0 || data == nullptr) return std::nullopt;
  layout::Picture picture{page, width, height, scale, {}};
  const std::size_t line = static_cast<std::size_t>(width) * 3;
  picture.rgb.reserve(line * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    const unsigned char* row = data + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize();
    picture.rgb.insert(picture.rgb.end(), row, row + line);
  }
  return picture;
}

/// `wanted` null: all pages.
Status draw(std::string_view bytes, const std::set<int>* wanted, double dots_per_inch,
            const std::function<Status(layout::Picture&&)>& take) {
  set_up_poppler();
  const std::optional<GooString> empty_password(std::in_place);
  auto stream = std::make_unique<MemStream>(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  PDFDoc document(stream.release(), empty_password, empty_password);
  if (!document.isOk()) {
    const bool encrypted = document.getErrorCode() == errEncrypted;
    return encrypted ? fail(ErrorCode::kEncrypted, "the PDF opens only with a password")
                     : fail(ErrorCode::kDamaged, "the PDF's structure is broken beyond repair");
  }
  SplashColor white = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, 1, false, white);
  device.startDoc(&document);
  for (int page = 1; page <= document.getNumPages(); ++page) {
    if (wanted != nullptr && !wanted->contains(page)) continue;
    if (document.getPage(page) == nullptr) continue;
    const double longer = std::max(document.getPageCropWidth(page), document.getPageCropHeight(page));
    if (!std::isfinite(longer) || longer <= 0) continue;
    const double scale = std::min(dots_per_inch / kPointsPerInch, kMaxPixels / longer);
    document.displayPage(&device, page, scale * kPointsPerInch, scale * kPointsPerInch, 0, false, true, false);
    std::optional<layout::Picture> picture = picture_of(*device.getBitmap(), page, scale);
    if (!picture) return fail(ErrorCode::kLimit, fmt::format("page {} cannot be drawn", page));
    if (const Status taken = take(std::move(*picture)); !taken) return taken;
  }
  return {};
}

}  // namespace

Status draw_pictures(std::string_view bytes, const std::function<Status(layout::Picture&&)>& take) {
  return draw(bytes, nullptr, kDpi, take);
}

Status draw_pictures(std::string_view bytes, const std::set<int>& pages, double dots_per_inch,
                     const std::function<Status(layout::Picture&&)>& take) {
  return draw(bytes, &pages, dots_per_inch, take);
}

}  // namespace pactable::readers::pdf
