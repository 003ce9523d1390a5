// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads .doc (Word 97-2003), .odt and .rtf documents: LibreOffice turns them into .docx, which readers/docx
// reads. In:   the bytes of a document, and the .docx that was made of it. Out: as readers/docx; an oddity says what
// was done.
//       Automatic numbers are those that LibreOffice writes into the .docx.
// Never: starts a program: whoever calls has LibreOffice run where it can do no harm (batch/office_sandbox.h).
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "core/revisions.h"
#include "layout/document.h"

namespace pactable::readers::office {

[[nodiscard]] bool recognises_doc(std::string_view bytes);
[[nodiscard]] bool recognises_odt(std::string_view bytes);
[[nodiscard]] bool recognises_rtf(std::string_view bytes);

/// ".doc", ".odt" or ".rtf"; empty for other bytes, and for those that open only with a password.
[[nodiscard]] std::string extension_of(std::string_view bytes);

/// While it lives, the documents that this thread reads are the ones that this .docx was made of.
class MadeDocx {
 public:
  explicit MadeDocx(std::string_view docx);
  ~MadeDocx();
  MadeDocx(const MadeDocx&) = delete;
  MadeDocx& operator=(const MadeDocx&) = delete;
};

/// Fail with unsupported where there is no .docx of them, with encrypted, and as readers/docx.
[[nodiscard]] Result<layout::Document> read_doc(std::string_view bytes, Revisions revisions = Revisions::kFinal);
[[nodiscard]] Result<layout::Document> read_odt(std::string_view bytes, Revisions revisions = Revisions::kFinal);
[[nodiscard]] Result<layout::Document> read_rtf(std::string_view bytes, Revisions revisions = Revisions::kFinal);

}  // namespace pactable::readers::office
