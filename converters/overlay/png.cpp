// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/png.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace pactable::overlay {
namespace {

constexpr int kGreys = 16;  // steps of 17 from black to white: print stays smooth, and a pixel takes half a byte
constexpr int kStep = 255 / (kGreys - 1);
constexpr int kColourless = 12;       // difference of two channels that JPEG gives to grey paper
constexpr std::size_t kFewest = 500;  // one coloured pixel of so many makes a coloured picture: a stamp, a shaded row

bool is_colourless(const layout::Picture& picture) {
  std::size_t coloured = 0;
  for (std::size_t at = 0; at + 2 < picture.rgb.size(); at += 3) {
    const auto [low, high] = std::minmax({picture.rgb[at], picture.rgb[at + 1], picture.rgb[at + 2]});
    if (high - low > kColourless) ++coloured;
  }
  return coloured * kFewest < picture.rgb.size() / 3;
}

std::vector<std::uint8_t> grey_indices(const layout::Picture& picture) {
  std::vector<std::uint8_t> indices;
  indices.reserve(picture.rgb.size() / 3);
  for (std::size_t at = 0; at + 2 < picture.rgb.size(); at += 3) {
    // Rec. 601 weights, in parts of 256.
    const int grey = (77 * picture.rgb[at] + 150 * picture.rgb[at + 1] + 29 * picture.rgb[at + 2]) >> 8;
    indices.push_back(static_cast<std::uint8_t>((grey + kStep / 2) / kStep));
  }
  return indices;
}

Result<std::string> in_memory(png_image& image, const std::uint8_t* pixels, const std::uint8_t* colours) {
  png_alloc_size_t size = 0;
  std::string out;
  if (png_image_write_get_memory_size(image, size, 0, pixels, 0, colours) != 0) {
    out.resize(size);
    if (png_image_write_to_memory(&image, out.data(), &size, 0, pixels, 0, colours) != 0) {
      out.resize(size);
      return out;
    }
  }
  const std::string message = static_cast<const char*>(image.message);
  png_image_free(&image);
  return fail(ErrorCode::kInternal, "the picture could not be written: " + message);
}

}  // namespace

Result<std::string> full_png(const layout::Picture& picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  return in_memory(image, picture.rgb.data(), nullptr);
}

Result<std::string> small_png(const layout::Picture& picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  if (!is_colourless(picture)) return in_memory(image, picture.rgb.data(), nullptr);
  image.format = PNG_FORMAT_RGB_COLORMAP;
  image.colormap_entries = kGreys;
  std::array<std::uint8_t, kGreys * 3> colours{};
  for (std::size_t i = 0; i < colours.size(); ++i) colours[i] = static_cast<std::uint8_t>(i / 3 * kStep);
  const std::vector<std::uint8_t> indices = grey_indices(picture);
  return in_memory(image, indices.data(), colours.data());
}

}  // namespace pactable::overlay
