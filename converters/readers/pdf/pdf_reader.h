// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads PDF files: words, rulings, fills and pictures of each page, and where the text came from.
// In:   the bytes of a file. Out: layout::Document with pages.
// Never: makes tables, decodes pictures, repairs a character, opens a file or throws.
#pragma once

#include <string_view>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::pdf {

/// True where the bytes look like this format, by content alone.
[[nodiscard]] bool recognises(std::string_view bytes);
/// Fails with encrypted (the empty password is tried), damaged (no page can be reached) or limit-exceeded.
[[nodiscard]] Result<layout::Document> read(std::string_view bytes);

}  // namespace pactable::readers::pdf
