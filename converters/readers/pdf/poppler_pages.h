// SPDX-License-Identifier: GPL-3.0-or-later
// What: the border to Poppler: one pass over each page, what it draws handed on page by page.
// In:   the bytes of a PDF. Out: DrawnPage values and what opening the file showed.
// Never: decodes image bytes (but see picture_tables.h), prints, reads or writes a file, or keeps Poppler's objects
// after it returns.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "readers/pdf/drawn_page.h"
#include "readers/pdf/pdf_reader.h"

namespace pactable::readers::pdf {

struct OpenReport {
  int page_count = 0;              // as the file claims; where the end is lost, as many as were found
  std::vector<int> missing_pages;  // claimed, but not reachable, or behind the last one that is wanted
  bool repaired = false;           // the cross-reference table had to be rebuilt
  bool end_lost = false;           // so was the tree of pages, from those that are left
};

/// Calls `take` for each page in order. Fails with encrypted (no password opens it), damaged (no page can be reached)
/// or limit-exceeded (more pages than kMaxPages). Several documents may be read by several threads at once.
[[nodiscard]] Result<OpenReport> draw_pages(std::string_view bytes, const Choices& choices,
                                            const std::function<void(DrawnPage&&)>& take);

}  // namespace pactable::readers::pdf
