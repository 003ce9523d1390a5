// SPDX-License-Identifier: GPL-3.0-or-later
// What: the border to Poppler: one pass over each page, what it draws handed on page by page.
// In:   the bytes of a PDF. Out: DrawnPage values and what opening the file showed.
// Never: decodes image bytes, prints, reads or writes a file, or keeps Poppler's objects after it returns.
#pragma once

#include <functional>
#include <string_view>

#include "core/result.h"
#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

struct OpenReport {
  int page_count = 0;     // as the file claims
  int missing_pages = 0;  // claimed, but not reachable
  bool repaired = false;  // the cross-reference table had to be rebuilt
};

/// Silences Poppler's messages and loads its settings, once; for every file that includes Poppler.
void set_up_poppler();

/// Calls `take` for each page in order. Fails with encrypted (the empty password does not open it), damaged (no page
/// can be reached) or limit-exceeded (more pages than kMaxPages). Several documents may be read by several threads at
/// once.
[[nodiscard]] Result<OpenReport> draw_pages(std::string_view bytes, const std::function<void(DrawnPage&&)>& take);

}  // namespace pactable::readers::pdf
