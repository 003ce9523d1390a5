// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads word processing packages (ECMA-376, transitional and strict).
// In:   the bytes of a .docx. Out: body, then notes, then headers and footers, as blocks; automatic numbers as printed.
// Reads: see story.h (text, tables), numbering_definitions.h (lists), styles.h, package.h (container).
// Never: follows a link, resolves an entity, unpacks to disk, or guesses the main part by its name.
#pragma once

#include <string_view>

#include "core/result.h"
#include "core/revisions.h"
#include "layout/document.h"

namespace pactable::readers::docx {

/// True where the bytes look like this format, by content alone; also for an encrypted package.
[[nodiscard]] bool recognises(std::string_view bytes);
/// Fails with encrypted, damaged, limit-exceeded or unsupported (a package that is no word processing document).
[[nodiscard]] Result<layout::Document> read(std::string_view bytes, Revisions revisions = Revisions::kFinal);

}  // namespace pactable::readers::docx
