// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads PDF files: words, rulings, fills and pictures of each page, and where the text came from.
// In:   the bytes of a file. Out: layout::Document with pages.
// Never: makes tables, decodes pictures, repairs a character, opens a file or throws.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::pdf {

/// True where the bytes look like this format, by content alone.
[[nodiscard]] bool recognises(std::string_view bytes);
struct Choices {
  int last_page = 0;                   // 1-based; pages behind it are not read and are missing; 0: all are read
  std::vector<std::string> passwords;  // tried in order after the empty one
};

/// Fails with encrypted (none of the passwords opens it), damaged (no page can be reached) or limit-exceeded. A
/// document of which some pages are missing is none that failed: see layout::PageCount.
[[nodiscard]] Result<layout::Document> read(std::string_view bytes, const Choices& choices = {});

}  // namespace pactable::readers::pdf
