// SPDX-License-Identifier: GPL-3.0-or-later
// What: the decisions of reviewers as they stand in decisions.json ("pactable-decisions/1").
// In:   the bytes of such a file. Out: its entries, in order.
// Never: judges whether a decision fits a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "plan/plan.h"

namespace pactable::decisions {

/// The fields of decisions about a row that was joined from two, and about a code in the text of an item; `printed` is
/// then the whole text.
inline constexpr std::string_view kRowField = "row", kTextField = "text";
inline constexpr std::string_view kNumberField = "number";

/// One decision and the document it was made on. `decision` has neither an id nor an overruled repair yet.
struct Entry {
  std::string source;  // SHA-256 of the document
  plan::Decision decision;
};

/// The tables of the document with this SHA-256 that reviewers want read as plans, each once: "table-3".
[[nodiscard]] std::vector<std::string> tables_to_read(const std::vector<Entry>& entries, std::string_view source);

/// Fails with damaged (no JSON) or invalid (another shape; the message says where). docs/review.md has the format.
[[nodiscard]] Result<std::vector<Entry>> read_decisions(std::string_view bytes);

}  // namespace pactable::decisions
