// SPDX-License-Identifier: GPL-3.0-or-later
// What: files below a folder by names with '/', as they are written and read there.
// In:   the folder's descriptor and a name. Out: descriptors.
// Never: follows a link, in any part of the name.
#pragma once

#include <string>
#include <string_view>

#include "batch/descriptors.h"
#include "core/result.h"

namespace pactable::batch {

/// The folder that a name lies in, and the last part of the name.
struct FolderOf {
  Descriptor folder;
  std::string leaf;
};

/// With `make` folders that are missing are made. Fails with output-exists where a part is no folder, or write-failed.
[[nodiscard]] Result<FolderOf> open_folder_of(int root, const std::string& name, bool make);
/// A regular file, for reading; fails with unreadable.
[[nodiscard]] Result<Descriptor> open_below(int root, const std::string& name);

/// "<name> is there already and <why>"
[[nodiscard]] tl::unexpected<Error> output_exists(std::string_view name, std::string_view why);
/// With the system's words for an error number.
[[nodiscard]] tl::unexpected<Error> write_failure(std::string_view what, int number);

}  // namespace pactable::batch
