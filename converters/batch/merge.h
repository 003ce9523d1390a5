// SPDX-License-Identifier: GPL-3.0-or-later
// What: the folders of the shards of a batch to one folder, as one run would have written it.
// In:   folders with a manifest each. Out: copies of the outputs, and one manifest.
// Never: merges an incomplete set of shards, shards of different batches, or two documents of one name.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "core/result.h"

namespace pactable::batch {

/// How many documents there are then. Fails with not-found (a folder without a manifest: its run did not end), invalid
/// (the manifests do not belong together, an output is missing) or write-failed.
[[nodiscard]] Result<std::size_t> merge(std::span<const std::filesystem::path> shards,
                                        const std::filesystem::path& output);

}  // namespace pactable::batch
