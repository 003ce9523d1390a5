// SPDX-License-Identifier: GPL-3.0-or-later
// What: the name, without extension, under which the outputs of a document are written.
// In:   the document's path. Out: a safe name that no document of another path has, on any file system.
// Never: depends on other documents, on the command line, on the contents, or on what lies in the output folder.
#pragma once

#include <string>
#include <string_view>

namespace pactable::batch {

/// Of a path as the manifest has it: its folders are kept, and the whole name of the file ("plans/saiga.pdf"). Each
/// part is made safe: NFC, at most 200 bytes, no control or format character and none of <>:"|?*\ (each becomes '_'),
/// no dot or dash at its beginning, no dot or space at its end, no name of a device of Windows; "document" where
/// nothing is left. A part that this changed, that has capital letters or other forms which file systems take for the
/// same, or that could meet a name of the program's own, ends in '~' and the first 8 hexadecimal digits of the SHA-256
/// of the part.
[[nodiscard]] std::string output_name(std::string_view path);

/// True for a name that a manifest may name: no folder is left by it, no part of it is hidden, and it is not the
/// manifest.
[[nodiscard]] bool is_output_name(std::string_view name);

/// An output name as the name of one file, for folders without folders: '~' in the place of '/'.
[[nodiscard]] std::string flat_name(std::string_view output_name);

}  // namespace pactable::batch
