// SPDX-License-Identifier: GPL-3.0-or-later
// What: LibreOffice, which turns .doc, .odt and .rtf into .docx, in a sandbox of its own.
// In:   an open document and what is left of its time. Out: the .docx, open for reading.
// Never: lets it reach the network, start a process, see the user's files or settings, or outlive the conversion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "batch/descriptors.h"
#include "batch/isolation.h"
#include "batch/task.h"
#include "core/result.h"

namespace pactable::batch {

/// Where the program is installed; empty where it is not. PACTABLE_OFFICE names another one.
[[nodiscard]] std::string office_program();

/// The layers that hold for it: "process" "limits" "no-new-privileges" "seccomp" (no socket, no further process)
/// "landlock" (of all files a private folder and those of the system).
[[nodiscard]] Layers office_layers();

/// `extension` is ".doc", ".odt" or ".rtf". `limits` hold for it: of the memory 2 GiB at least, without which it does
/// not start. Safe to call from several threads at once. Fails with unsupported where LibreOffice is not installed (the
/// message names the package), timed-out, crashed, damaged where it makes no document of the bytes, or limit-exceeded.
[[nodiscard]] Result<Descriptor> convert_with_office(int input, const std::string& extension, const Limits& limits,
                                                     Use& use);

}  // namespace pactable::batch
