// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads .doc (Word 97-2003) and .odt documents: LibreOffice turns them into .docx, which readers/docx reads.
// In:   the bytes of a document. Out: as readers/docx; an oddity says what was done. Automatic numbers are those that
//       LibreOffice writes into the .docx.
// Never: starts anything but LibreOffice (office_program.h says how).
#pragma once

#include <string_view>

#include "core/result.h"
#include "core/revisions.h"
#include "layout/document.h"

namespace pactable::readers::office {

[[nodiscard]] bool recognises_doc(std::string_view bytes);
[[nodiscard]] bool recognises_odt(std::string_view bytes);

/// Fail with unsupported where LibreOffice is not installed (the message names the package), with damaged where it
/// makes no document of the bytes, with limit-exceeded where it takes too long, and as readers/docx.
[[nodiscard]] Result<layout::Document> read_doc(std::string_view bytes, Revisions revisions = Revisions::kFinal);
[[nodiscard]] Result<layout::Document> read_odt(std::string_view bytes, Revisions revisions = Revisions::kFinal);

}  // namespace pactable::readers::office
