// SPDX-License-Identifier: GPL-3.0-or-later
// What: pictures of the pages of documents, as --overlay asks for them.
// In:   inputs, a folder. Out: <name>-p<page>.png; what went wrong, on standard error.
// Never: opens a document in this process.
#pragma once

#include <filesystem>
#include <span>

#include "batch/document_converter.h"
#include "batch/inputs.h"
#include "batch/output_folder.h"
#include "cli/console.h"

namespace pactable::cli {

struct OverlayTarget {
  std::filesystem::path folder;
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
};

/// `converter` takes the overlay_steps. kAllDone, or kNotAll where a PDF could not be drawn.
[[nodiscard]] int draw_overlays(const batch::DocumentConverter& converter, std::span<const batch::Input> inputs,
                                const OverlayTarget& target, const Console& console);

}  // namespace pactable::cli
