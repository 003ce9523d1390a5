// SPDX-License-Identifier: GPL-3.0-or-later
// What: shows on pictures of the pages what was found there: rulings, cells, header rows, rows after page breaks.
// In:   the bytes of a PDF. Out: one PNG a page. Never: changes or decides anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "layout/document.h"
#include "layout/picture.h"

namespace pactable::overlay {

/// Draws into the picture: rulings red; cells framed in blue; header rows tinted green, repeated ones violet; the first
/// row after a page break, with which a joined table goes on, tinted orange.
void mark(layout::Picture& picture, const layout::Page& page, const std::vector<layout::Block>& blocks);

struct PagePicture {
  int page = 0;  // 1-based
  std::string png;
};

/// Every page of a PDF, marked. Fails with unsupported where the bytes are no PDF, and as the PDF reader does.
[[nodiscard]] Result<std::vector<PagePicture>> draw_pages(std::string_view bytes);

}  // namespace pactable::overlay
