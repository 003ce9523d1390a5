// SPDX-License-Identifier: GPL-3.0-or-later
// What: shows on pictures of the pages what was found there: rulings, cells, header rows, rows after page breaks.
// In:   the bytes of a PDF. Out: one PNG file a page. Never: changes or decides anything.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"
#include "layout/document.h"
#include "layout/picture.h"

namespace pactable::overlay {

/// Draws into the picture: rulings red; cells framed in blue; header rows tinted green, repeated ones violet; the first
/// row after a page break, with which a joined table goes on, tinted orange.
void mark(layout::Picture& picture, const layout::Page& page, const std::vector<layout::Block>& blocks);

/// Writes <name>-p<page>.png for each page into `folder`, which is made where it is missing. Returns how many were
/// written. Fails with unsupported where the bytes are no PDF, with write-failed, and as the PDF reader does.
[[nodiscard]] Result<int> write_pages(std::string_view bytes, const std::filesystem::path& folder,
                                      const std::string& name);

}  // namespace pactable::overlay
