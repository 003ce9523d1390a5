// SPDX-License-Identifier: GPL-3.0-or-later
// What: draws the overlays that --overlay asks for.
// In:   documents and a folder. Out: PNG files; what could not be drawn is said on standard error.
#pragma once

#include <filesystem>
#include <span>

#include "batch/inputs.h"
#include "cli/console.h"

namespace pactable::cli {

/// One overlay a document, named as its other outputs are. Returns kAllDone, or kNotAll where one could not be drawn;
/// documents that are no PDF are named and do not count.
[[nodiscard]] int draw_overlays(std::span<const batch::Input> inputs, const std::filesystem::path& folder,
                                const Console& console);

}  // namespace pactable::cli
