// SPDX-License-Identifier: GPL-3.0-or-later
// What: repairs and findings of documents as one JSON object, "pactable-audit/1"; the records are those of the plan's
// own JSON, to the letter.
#pragma once

#include <span>
#include <string>

#include "batch/document.h"

namespace pactable::cli {

[[nodiscard]] std::string audit_json(std::span<const batch::Document> documents);

}  // namespace pactable::cli
