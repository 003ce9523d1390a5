// SPDX-License-Identifier: GPL-3.0-or-later
// What: files that are pictures of pages: PNG, and TIFF with one page or many.
// In:   the bytes of a file. Out: layout::Document with a page for each picture, its size, and nothing on it but the
//       picture. What stands on it is read by a recogniser, which also decodes it.
// Read: PNG: IHDR, pHYs. TIFF: the chain of directories; width, length, resolution and its unit. BigTIFF is not read.
// Never: decodes a pixel.
#pragma once

#include <string_view>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::picture {

[[nodiscard]] bool recognises_png(std::string_view bytes);
[[nodiscard]] bool recognises_tiff(std::string_view bytes);

/// Fails with damaged where the sizes cannot be read, limit-exceeded for more pages than kMostPages.
[[nodiscard]] Result<layout::Document> read_png(std::string_view bytes);
[[nodiscard]] Result<layout::Document> read_tiff(std::string_view bytes);

/// As of a PDF; no scanned plan comes near it.
inline constexpr int kMostPages = 20'000;

}  // namespace pactable::readers::picture
