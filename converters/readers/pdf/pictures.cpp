// SPDX-License-Identifier: GPL-3.0-or-later
// Beside poppler_pages.cpp the only file that includes Poppler.
#include "readers/pdf/pictures.h"

#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <Stream.h>
#include <fmt/format.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "readers/pdf/open_document.h"

namespace pactable::readers::pdf {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kDpi = 100;         // body text can be read on a screen
constexpr double kMaxPixels = 4000;  // of the longer side; a poster is drawn smaller
// For recognition: an A3 page at 600 dpi; 100 MB at most.
constexpr double kMostGreyPixels = 10'000;

/// Rows without the padding that Splash puts behind them; empty where there is no picture.
std::vector<std::uint8_t> pixels_of(SplashBitmap& bitmap, std::size_t bytes_a_pixel) {
  std::vector<std::uint8_t> pixels;
  const SplashColorPtr data = bitmap.getDataPtr();
  if (bitmap.getWidth() <= 0 || bitmap.getHeight() <= 0 || data == nullptr) return pixels;
  const std::size_t line = static_cast<std::size_t>(bitmap.getWidth()) * bytes_a_pixel;
  pixels.reserve(line * static_cast<std::size_t>(bitmap.getHeight()));
  for (int y = 0; y < bitmap.getHeight(); ++y) {
    const unsigned char* row = data + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize();
    pixels.insert(pixels.end(), row, row + line);
  }
  return pixels;
}

/// Pixels a point, so that no side of the page gets more than `most` pixels; 0 for a page without a size.
double scale_of(PDFDoc& document, int page, double dpi, double most) {
  const double longer = std::max(document.getPageCropWidth(page), document.getPageCropHeight(page));
  return std::isfinite(longer) && longer > 0 ? std::min(dpi / kPointsPerInch, most / longer) : 0;
}

void display(PDFDoc& document, SplashOutputDev& device, int page, double scale) {
  document.displayPage(&device, page, scale * kPointsPerInch, scale * kPointsPerInch, 0, false, true, false);
}

class GreyPages final : public layout::PagePictures {
 public:
  explicit GreyPages(OpenDocument open) : open_(std::move(open)), document_(open_.document.get()) {
    SplashColor white = {255, 255, 255};
    device_ = std::make_unique<SplashOutputDev>(splashModeMono8, 1, false, white);
    device_->startDoc(document_);
  }

  Result<layout::GreyPicture> draw(int page, double dpi) override {
    const auto refuse = [page] { return fail(ErrorCode::kLimit, fmt::format("page {} cannot be drawn", page)); };
    if (page < 1 || page > document_->getNumPages() || document_->getPage(page) == nullptr) return refuse();
    const double scale = scale_of(*document_, page, dpi, kMostGreyPixels);
    if (scale <= 0) return refuse();
    display(*document_, *device_, page, scale);
    const std::unique_ptr<SplashBitmap> bitmap(device_->takeBitmap());
    if (!bitmap) return refuse();
    layout::GreyPicture picture{page, bitmap->getWidth(), bitmap->getHeight(), scale, pixels_of(*bitmap, 1)};
    if (picture.grey.empty()) return refuse();
    return picture;
  }

 private:
  OpenDocument open_;
  PDFDoc* document_;
  std::unique_ptr<SplashOutputDev> device_;
};

/// `wanted` null: all pages.
Status draw(std::string_view bytes, const std::set<int>* wanted, double dpi,
            const std::function<Status(layout::Picture&&)>& take) {
  const Result<OpenDocument> open = open_document(bytes, {});
  if (!open) return tl::unexpected<Error>(open.error());
  PDFDoc* const document = open->document.get();
  SplashColor white = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, 1, false, white);
  device.startDoc(document);
  for (int page = 1; page <= document->getNumPages(); ++page) {
    if (wanted != nullptr && !wanted->contains(page)) continue;
    if (document->getPage(page) == nullptr) continue;
    const double scale = scale_of(*document, page, dpi, kMaxPixels);
    if (scale <= 0) continue;
    display(*document, device, page, scale);
    SplashBitmap& bitmap = *device.getBitmap();
    layout::Picture picture{page, bitmap.getWidth(), bitmap.getHeight(), scale, pixels_of(bitmap, 3)};
    if (picture.rgb.empty()) return fail(ErrorCode::kLimit, fmt::format("page {} cannot be drawn", page));
    if (const Status taken = take(std::move(picture)); !taken) return taken;
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

Result<std::unique_ptr<layout::PagePictures>> open_pictures(std::string_view bytes,
                                                            const std::vector<std::string>& passwords) {
  return open_document(bytes, passwords).map([](OpenDocument&& open) -> std::unique_ptr<layout::PagePictures> {
    return std::make_unique<GreyPages>(std::move(open));
  });
}

}  // namespace pactable::readers::pdf
