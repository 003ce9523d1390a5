// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/png.h"

#include <png.h>

namespace pactable::overlay {

Status write_png(const layout::Picture& picture, const std::filesystem::path& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  image.flags = PNG_IMAGE_FLAG_FAST;
  const int written = png_image_write_to_file(&image, file.c_str(), 0, picture.rgb.data(), 0, nullptr);
  const std::string message = static_cast<const char*>(image.message);
  png_image_free(&image);
  if (written == 0) return fail(ErrorCode::kWriteFailed, "the picture could not be written: " + message);
  return {};
}

}  // namespace pactable::overlay
