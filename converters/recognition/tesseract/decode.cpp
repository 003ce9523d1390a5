// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/decode.h"

#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <cmath>

#include "recognition/tesseract/pix.h"

namespace pactable::recognition::tesseract {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kMetresPerInch = 0.0254;
constexpr std::size_t kMaxPixels = 64'000'000;      // of a page: A3 at 400 dpi has 31 million
constexpr std::size_t kMaxAllPixels = 512'000'000;  // of a file: what is decoded is held at once
constexpr std::size_t kMaxPages = 1'000;
constexpr int kLeastDpi = 50;  // files that name less mean a screen, or nothing
constexpr int kMostDpi = 2'400;
constexpr double kA4Width = 595;  // points
constexpr double kA4Height = 842;

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }

bool is_tiff(std::string_view bytes) {
  return bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4)) ||
         bytes.starts_with(std::string_view("II+\0", 4)) || bytes.starts_with(std::string_view("MM\0+", 4));
}

// Of a picture that fills a sheet of A4.
double sheet_scale(double width, double height) {
  return width <= height ? std::max(width / kA4Width, height / kA4Height)
                         : std::max(width / kA4Height, height / kA4Width);
}

double scale_of(const PIX& pix) {
  const int x = pixGetXRes(&pix);
  const int y = pixGetYRes(&pix);
  if (x >= kLeastDpi && x <= kMostDpi && x == y) return x / kPointsPerInch;
  return sheet_scale(pixGetWidth(&pix), pixGetHeight(&pix));
}

// Fax pages have other resolutions along than across.
PixPtr square_pixels(PixPtr grey) {
  const int x = pixGetXRes(grey.get());
  const int y = pixGetYRes(grey.get());
  if (x == y || x < kLeastDpi || y < kLeastDpi || x > kMostDpi || y > kMostDpi) return grey;
  const double most = std::max(x, y);
  PixPtr scaled(pixScale(grey.get(), static_cast<l_float32>(most / x), static_cast<l_float32>(most / y)));
  if (!scaled) return grey;
  pixSetResolution(scaled.get(), static_cast<l_int32>(most), static_cast<l_int32>(most));
  return scaled;
}

PixPtr grey_of(const PixPtr& pix) {
  const PixPtr opaque(pixGetSpp(pix.get()) == 4 ? pixAlphaBlendUniform(pix.get(), 0xffffff00U) : pixClone(pix.get()));
  PixPtr grey(opaque ? pixConvertTo8(opaque.get(), 0) : nullptr);
  if (grey) pixCopyResolution(grey.get(), pix.get());
  return grey;
}

Result<layout::GreyPicture> picture_of(const PixPtr& pix, int page) {
  PixPtr grey = grey_of(pix);
  if (grey) grey = square_pixels(std::move(grey));
  if (!grey) return fail(ErrorCode::kDamaged, fmt::format("page {} of the picture cannot be decoded", page));
  layout::GreyPicture picture{page, pixGetWidth(grey.get()), pixGetHeight(grey.get()), scale_of(*grey), {}};
  const auto width = static_cast<std::size_t>(picture.width);
  picture.grey.resize(width * static_cast<std::size_t>(picture.height));
  const int words = pixGetWpl(grey.get());
  for (int y = 0; y < picture.height; ++y) {
    const l_uint32* const line = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * words;
    std::uint8_t* const row = picture.grey.data() + width * static_cast<std::size_t>(y);
    for (int x = 0; x < picture.width; ++x) row[x] = static_cast<std::uint8_t>(GET_DATA_BYTE(line, x));
  }
  return picture;
}

struct Size {
  std::size_t width = 0, height = 0;
};

std::size_t png_number(std::string_view bytes, std::size_t at) {
  std::size_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[i]);
  return value;
}

// Width and height stand first in a PNG.
Result<Size> png_size(std::string_view bytes) {
  if (bytes.size() < 33) return fail(ErrorCode::kDamaged, "the PNG ends within its header");
  return Size{png_number(bytes, 16), png_number(bytes, 20)};
}

Result<Size> tiff_size(std::string_view bytes, int page) {
  l_int32 width = 0;
  l_int32 height = 0;
  if (readHeaderMemTiff(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size(), page, &width, &height, nullptr,
                        nullptr, nullptr, nullptr, nullptr) != 0 ||
      width <= 0 || height <= 0) {
    return fail(ErrorCode::kDamaged, fmt::format("page {} of the TIFF has no header that can be read", page + 1));
  }
  return Size{static_cast<std::size_t>(width), static_cast<std::size_t>(height)};
}

Status within_bounds(const Size& size, std::size_t before) {
  if (size.width == 0 || size.height == 0) return fail(ErrorCode::kDamaged, "the picture has no pixels");
  if (size.width > kMaxPixels / size.height) {
    return fail(ErrorCode::kLimit, fmt::format("a picture of {} by {} pixels is too large", size.width, size.height));
  }
  if (before + size.width * size.height > kMaxAllPixels) {
    return fail(ErrorCode::kLimit, "the pages of the picture have too many pixels together");
  }
  return {};
}

// Pixels a metre in the chunk pHYs, which stands before the image data; as pixels for each point, or 0.
double png_scale(std::string_view bytes) {
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t length = png_number(bytes, at);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (type == "IDAT" || length > bytes.size()) return 0;
    if (type == "pHYs" && length == 9 && at + 17 <= bytes.size()) {
      const double dpi = static_cast<double>(png_number(bytes, at + 8)) * kMetresPerInch;
      const bool metres = bytes[at + 16] == 1 && png_number(bytes, at + 8) == png_number(bytes, at + 12);
      return metres && dpi >= kLeastDpi && dpi <= kMostDpi ? dpi / kPointsPerInch : 0;
    }
    at += length + 12;
  }
  return 0;
}

// libpng's simplified reading keeps its messages to itself.
Result<std::vector<layout::GreyPicture>> decode_png(std::string_view bytes) {
  const Result<Size> size = png_size(bytes);
  if (!size) return tl::unexpected(size.error());
  if (const Status fits = within_bounds(*size, 0); !fits) return tl::unexpected(fits.error());
  png_image image = {};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
    return fail(ErrorCode::kDamaged, fmt::format("the PNG cannot be decoded: {}", image.message));
  }
  image.format = PNG_FORMAT_GRAY;
  layout::GreyPicture picture{1, static_cast<int>(image.width), static_cast<int>(image.height), png_scale(bytes), {}};
  picture.grey.resize(PNG_IMAGE_SIZE(image));
  const png_color white = {255, 255, 255};
  if (png_image_finish_read(&image, &white, picture.grey.data(), 0, nullptr) == 0) {
    return fail(ErrorCode::kDamaged, fmt::format("the PNG cannot be decoded: {}", image.message));
  }
  if (picture.scale <= 0) picture.scale = sheet_scale(picture.width, picture.height);
  std::vector<layout::GreyPicture> pages;
  pages.push_back(std::move(picture));
  return pages;
}

Result<std::vector<layout::GreyPicture>> decode_tiff(std::string_view bytes) {
  const auto* const data = reinterpret_cast<const l_uint8*>(bytes.data());
  std::vector<layout::GreyPicture> pages;
  std::size_t pixels = 0;
  std::size_t offset = 0;
  do {
    if (pages.size() >= kMaxPages)
      return fail(ErrorCode::kLimit, fmt::format("the TIFF has more than {} pages", kMaxPages));
    const int page = static_cast<int>(pages.size());
    const Result<Size> size = tiff_size(bytes, page);
    if (!size) return tl::unexpected(size.error());
    if (const Status fits = within_bounds(*size, pixels); !fits) return tl::unexpected(fits.error());
    pixels += size->width * size->height;
    const PixPtr pix(pixReadMemFromMultipageTiff(data, bytes.size(), &offset));
    if (!pix) return fail(ErrorCode::kDamaged, fmt::format("page {} of the TIFF cannot be decoded", page + 1));
    Result<layout::GreyPicture> picture = picture_of(pix, page + 1);
    if (!picture) return tl::unexpected(picture.error());
    pages.push_back(std::move(*picture));
  } while (offset != 0);
  return pages;
}

}  // namespace

Result<std::vector<layout::GreyPicture>> decode_pictures(std::string_view bytes) {
  if (is_png(bytes)) return decode_png(bytes);
  if (is_tiff(bytes)) return decode_tiff(bytes);
  return fail(ErrorCode::kUnknownType, "the picture is neither a PNG nor a TIFF");
}

}  // namespace pactable::recognition::tesseract
