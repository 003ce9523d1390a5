// SPDX-License-Identifier: GPL-3.0-or-later
// What: one document through LibreOffice, in a folder and with a profile of its own that are gone afterwards.
// In:   bytes and the extension of their format. Out: the bytes of a .docx.
// How:  no macros, no linked content, a proxy that leads nowhere and, where the system allows it, no network at all;
// the
//       program and all that it starts are ended after kSeconds. What it wrote counts, not its exit status.
// Never: touches the user's profile, or leaves a process or a file behind.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace pactable::readers::office {

// A cold start takes five seconds, a document of a thousand pages some twenty.
constexpr int kSeconds = 60;

/// Fails with unsupported (not installed), limit-exceeded (time), damaged (it wrote nothing) or internal (no folder).
[[nodiscard]] Result<std::string> convert_to_docx(std::string_view bytes, const std::string& extension);

/// The program in PATH, or "" where it is not installed.
[[nodiscard]] std::string find_program(const std::string& name);

}  // namespace pactable::readers::office
