// SPDX-License-Identifier: GPL-3.0-or-later
// What: what commands other than convert have done with a document: its tables, pictures of its pages, review pages.
// In:   options. Out: batch::Steps, for a batch::DocumentConverter to take in a process of its own.
// Never: opens a document: besides conversion_steps.h this is the only place of the program that names a reader.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "batch/document_converter.h"
#include "cli/arguments.h"
#include "cli/console.h"
#include "pages/review/packet.h"

namespace pactable::cli {

/// The one file of a document's tables has no extension.
[[nodiscard]] batch::Steps table_steps(const TablesArguments& arguments);

/// A picture of each page of a PDF, "-p1.png" for the first.
[[nodiscard]] batch::Steps overlay_steps();

inline constexpr std::string_view kReviewPage = ".review.html", kReviewSummary = ".summary";
/// A page for a reviewer with its summary, besides what the steps do.
[[nodiscard]] batch::Steps review_steps(batch::Steps steps, pages::review::Words words);

}  // namespace pactable::cli
