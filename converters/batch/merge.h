// SPDX-License-Identifier: GPL-3.0-or-later
// What: the folders of the shards of a batch to one folder, as one run would have written it.
// In:   folders with a manifest each. Out: copies of the outputs, and one manifest.
// Never: merges an incomplete set of shards, shards of different batches, or two documents of one name; follows a link.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "batch/leftovers.h"
#include "core/result.h"

namespace pactable::batch {

struct Merged {
  std::size_t documents = 0;
  Leftovers leftovers;  // of earlier runs into the output folder
};

/// Fails with not-found (a folder without a manifest: its run did not end), invalid
/// (the manifests do not belong together, an
/// output is missing, is a link or not that of the manifest), output-exists or write-failed.
[[nodiscard]] Result<Merged> merge(std::span<const std::filesystem::path> shards, const std::filesystem::path& output,
                                   Overwrite overwrite = Overwrite::kOwn);

}  // namespace pactable::batch
