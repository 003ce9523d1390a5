// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/text_reader.h"

namespace pactable::readers::text {

bool recognises(std::string_view) { return false; }

Result<layout::Document> read(std::string_view) { return fail(ErrorCode::kUnsupported, "no reader yet"); }

}  // namespace pactable::readers::text
