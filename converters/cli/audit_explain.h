// SPDX-License-Identifier: GPL-3.0-or-later
// What: one row of a plan, for a reader who wants to know why its number is what it is: what is printed, candidates,
// evidence, the rows around it, what else was found odd.
// In:   plans, converted now or read from their JSON: what the JSON holds suffices. Out: text for a terminal.
// Never: works anything out anew.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "batch/document.h"
#include "cli/terminal_paint.h"

namespace pactable::cli {

/// `wanted` is the id of an item ("t1.r27") or else a number ("3.2"): every item that has it is explained, in every
/// document. Absent where no item has it.
[[nodiscard]] std::optional<std::string> explain_items(std::span<const batch::Document> documents,
                                                       const std::string& wanted, const Paint& paint);

/// A piece of evidence in words: "suffix-intact" is "its last part is as printed". An unknown one is returned as it is.
[[nodiscard]] std::string evidence_in_words(const std::string& evidence);

}  // namespace pactable::cli
