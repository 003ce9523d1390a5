// SPDX-License-Identifier: GPL-3.0-or-later
// What: draws the pages of a PDF as a viewer shows them, through Poppler's Splash.
// In:   the bytes of a file. Out: one picture at a time. Never: takes part in reading.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "layout/page_pictures.h"
#include "layout/picture.h"

namespace pactable::readers::pdf {

/// Calls `take` for each page in order until it fails, and hands on that failure. Pages without a picture (missing
/// ones) are left out. Fails as `read` does, and with limit-exceeded where a page cannot be drawn for its size.
[[nodiscard]] Status draw_pictures(std::string_view bytes, const std::function<Status(layout::Picture&&)>& take);

/// The same for some pages (1-based; others and missing ones are left out) and a resolution; a page whose longer side
/// would have more than 4,000 pixels is drawn smaller.
[[nodiscard]] Status draw_pictures(std::string_view bytes, const std::set<int>& pages, double dots_per_inch,
                                   const std::function<Status(layout::Picture&&)>& take);

/// Single pages in grey. The bytes must outlive what is returned. Fails as `read` does.
[[nodiscard]] Result<std::unique_ptr<layout::PagePictures>> open_pictures(std::string_view bytes,
                                                                          const std::vector<std::string>& passwords);

}  // namespace pactable::readers::pdf
