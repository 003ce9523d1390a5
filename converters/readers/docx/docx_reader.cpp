// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/docx_reader.h"

namespace pactable::readers::docx {

bool recognises(std::string_view) { return false; }

Result<layout::Document> read(std::string_view) { return fail(ErrorCode::kUnsupported, "no reader yet"); }

}  // namespace pactable::readers::docx
