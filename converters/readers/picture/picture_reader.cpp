// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/picture/picture_reader.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>

namespace pactable::readers::picture {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kMetresPerInch = 0.0254;
constexpr double kCentimetresPerInch = 2.54;
// Below and above these no scanner works; a picture that says so says nothing of its page.
constexpr double kLeastDpi = 50, kMostDpi = 2400;
// A picture that does not tell its resolution is taken for an A4 page, whose longer side this is.
constexpr double kPageInches = 297 / 25.4;
constexpr std::uint32_t kMostSide = 200'000;  // pixels

struct Size {
  std::uint32_t width = 0, height = 0;
  double dpi = 0;  // 0: not told
};

Status add_page(layout::Document& document, const Size& size) {
  if (size.width == 0 || size.height == 0) return fail(ErrorCode::kDamaged, "a picture does not tell its size");
  if (std::max(size.width, size.height) > kMostSide) {
    return fail(ErrorCode::kLimit, "a picture is more than 200,000 pixels wide or high");
  }
  const double longer = std::max(size.width, size.height);
  const bool told = size.dpi >= kLeastDpi && size.dpi <= kMostDpi;
  const double dpi = told ? size.dpi : longer / kPageInches;
  layout::Page page;
  page.number = static_cast<int>(document.pages.size()) + 1;
  page.width = size.width * kPointsPerInch / dpi;
  page.height = size.height * kPointsPerInch / dpi;
  page.images.push_back({{0, 0, page.width, page.height}, dpi});
  document.pages.push_back(std::move(page));
  return {};
}

layout::Document empty_document(const char* media_type) {
  layout::Document document;
  document.media_type = media_type;
  document.origin = LabelOrigin::kUnknown;
  return document;
}

constexpr std::string_view kPngMark = "\x89PNG\r\n\x1a\n";

/// Reads numbers of two and four bytes; nothing beyond the end.
class Numbers {
 public:
  Numbers(std::string_view bytes, bool big_endian) : bytes_(bytes), big_endian_(big_endian) {}

  [[nodiscard]] std::optional<std::uint32_t> at(std::size_t offset, std::size_t size) const {
    if (offset > bytes_.size() || bytes_.size() - offset < size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t from = big_endian_ ? i : size - 1 - i;
      value = value << 8U | static_cast<unsigned char>(bytes_[offset + from]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool big_endian_;
};

class Directories {
 public:
  explicit Directories(std::string_view bytes) : numbers_(bytes, bytes.starts_with("MM")) {}

  Status read(layout::Document& document) {
    constexpr std::size_t kFirst = 4;
    std::unordered_set<std::uint32_t> visited;
    std::optional<std::uint32_t> offset = numbers_.at(kFirst, 4);
    while (offset && *offset != 0) {
      if (!visited.insert(*offset).second)
        return fail(ErrorCode::kDamaged, "the pages of the TIFF go round in circles");
      if (visited.size() > kMostPages) return fail(ErrorCode::kLimit, "the TIFF has more than 20000 pages");
      const std::optional<std::uint32_t> count = numbers_.at(*offset, 2);
      if (!count) break;
      if (const Status added = add_page(document, size_of(*offset + 2, *count)); !added) return added;
      const std::size_t end = std::size_t{*offset} + 2 + std::size_t{*count} * kEntry;
      offset = numbers_.at(end, 4);
    }
    if (!offset) return fail(ErrorCode::kDamaged, "the TIFF is cut off");
    if (document.pages.empty()) return fail(ErrorCode::kDamaged, "the TIFF holds no page");
    return {};
  }

 private:
  static constexpr std::size_t kEntry = 12;  // bytes of a field

  Size size_of(std::size_t first, std::uint32_t count) const {
    enum Tag : std::uint32_t { kWidth = 256, kHeight = 257, kResolutionX = 282, kResolutionY = 283, kUnit = 296 };
    constexpr std::uint32_t kInch = 2, kCentimetre = 3;
    Size size;
    std::uint32_t unit = kInch;
    double resolution = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::size_t at = first + i * kEntry;
      const std::uint32_t tag = numbers_.at(at, 2).value_or(0);
      if (tag == kWidth) size.width = value_at(at);
      if (tag == kHeight) size.height = value_at(at);
      if (tag == kUnit) unit = value_at(at);
      if (tag == kResolutionX || tag == kResolutionY) resolution = std::max(resolution, fraction_at(at));
    }
    if (unit == kInch) size.dpi = resolution;
    if (unit == kCentimetre) size.dpi = resolution * kCentimetresPerInch;
    return size;
  }

  std::uint32_t value_at(std::size_t entry) const {
    constexpr std::uint32_t kShort = 3;
    const bool narrow = numbers_.at(entry + 2, 2).value_or(0) == kShort;
    return numbers_.at(entry + 8, narrow ? 2 : 4).value_or(0);
  }

  double fraction_at(std::size_t entry) const {
    const std::uint32_t offset = numbers_.at(entry + 8, 4).value_or(0);
    const double over = numbers_.at(offset, 4).value_or(0);
    const double under = numbers_.at(std::size_t{offset} + 4, 4).value_or(0);
    return under > 0 ? over / under : 0;
  }

  Numbers numbers_;
};

}  // namespace

bool recognises_png(std::string_view bytes) { return bytes.starts_with(kPngMark); }

bool recognises_tiff(std::string_view bytes) {
  return bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4));
}

Result<layout::Document> read_png(std::string_view bytes) {
  const Numbers numbers(bytes, true);
  constexpr std::size_t kHeader = 8, kChunkFrame = 12;
  if (bytes.substr(std::min(bytes.size(), kHeader + 4), 4) != "IHDR") {
    return fail(ErrorCode::kDamaged, "the PNG does not begin with its header");
  }
  Size size{numbers.at(kHeader + 8, 4).value_or(0), numbers.at(kHeader + 12, 4).value_or(0), 0};
  // pHYs stands before the pixels.
  std::size_t at = kHeader;
  while (const std::optional<std::uint32_t> length = numbers.at(at, 4)) {
    const std::string_view type = bytes.substr(std::min(bytes.size(), at + 4), 4);
    if (type == "IDAT" || type == "IEND") break;
    constexpr std::uint32_t kPerMetre = 1;
    if (type == "pHYs" && numbers.at(at + 16, 1) == kPerMetre) {
      size.dpi = std::max(numbers.at(at + 8, 4).value_or(0), numbers.at(at + 12, 4).value_or(0)) * kMetresPerInch;
    }
    at += std::size_t{*length} + kChunkFrame;
  }
  layout::Document document = empty_document("image/png");
  if (const Status added = add_page(document, size); !added) return tl::unexpected<Error>(added.error());
  return document;
}

Result<layout::Document> read_tiff(std::string_view bytes) {
  layout::Document document = empty_document("image/tiff");
  if (const Status read = Directories(bytes).read(document); !read) return tl::unexpected<Error>(read.error());
  return document;
}

}  // namespace pactable::readers::picture
