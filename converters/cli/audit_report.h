// SPDX-License-Identifier: GPL-3.0-or-later
// What: repairs and findings of documents as text for a terminal, grouped by document and rule, with counts at the end.
// Never: a line of more than 80 columns, or a character that does not print.
#pragma once

#include <span>
#include <string>

#include "batch/document.h"
#include "cli/terminal_paint.h"
#include "core/place.h"

namespace pactable::cli {

[[nodiscard]] std::string audit_report(std::span<const batch::Document> documents, const Paint& paint = Paint());

/// "page 3", "line 45", "table 1 row 4", "paragraph 12"; tables, rows and paragraphs are counted from 1 here.
[[nodiscard]] std::string place_name(const Place& place);

}  // namespace pactable::cli
