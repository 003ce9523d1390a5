// SPDX-License-Identifier: GPL-3.0-or-later
// What: the name, without extension, under which the outputs of each document are written.
// In:   the documents' paths. Out: one safe name each, no two alike on any file system.
// Never: depends on the order of the command line, on the contents, or on what lies in the output folder.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pactable::batch {

/// The file name of a path without folders and extension, safe to write: NFC, at most 200 bytes, no separator, control
/// or format character and none of <>:"|?* (each becomes '_'), no dot or dash at its beginning, no dot or space at its
/// end; "document" where nothing is left.
[[nodiscard]] std::string safe_name(std::string_view path);

/// Names for `paths`, which are in order of path (equal paths stand together). Names that are alike without regard to
/// case and Unicode form, "corpus", and those that end in ".akn", get '-' and the first 8 hexadecimal digits of the
/// SHA-256 of their path, all of them; of equal paths the second one gets "-2" after that, and so on.
[[nodiscard]] std::vector<std::string> output_names(std::span<const std::string> paths);

}  // namespace pactable::batch
