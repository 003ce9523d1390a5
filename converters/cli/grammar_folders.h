// SPDX-License-Identifier: GPL-3.0-or-later
// What: the folders that family grammars are loaded from.
// In:   the folders of --grammar. Out: the base folder, then those, in the order in which later ones win.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "core/result.h"

namespace pactable::cli {

/// The base folder is that of the environment variable PACTABLE_GRAMMAR, else ../share/pactable/grammar beside the
/// folder of the program, else the grammar folder of the source tree it was built from. Fails with usage where a folder
/// that was named does not exist, with bad-grammar where there is none at all.
[[nodiscard]] Result<std::vector<std::filesystem::path>> grammar_folders(std::span<const std::filesystem::path> added);

}  // namespace pactable::cli
