// SPDX-License-Identifier: GPL-3.0-or-later
// What: takes away what earlier runs wrote into a folder and this one does not make.
// In:   the folder and the names that were made. Out: what was removed, and what stays.
// Never: removes a file that this program did not write, or that somebody changed since.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "batch/output_folder.h"

namespace pactable::batch {

/// In order of their bytes.
struct Leftovers {
  std::vector<std::string> removed, kept;
};

/// `made` are keys of OwnedFiles, in any order. Fails with write-failed.
[[nodiscard]] Result<Leftovers> remove_leftovers(const OutputFolder& folder, std::vector<std::uint64_t> made);

}  // namespace pactable::batch
