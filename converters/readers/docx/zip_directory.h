// SPDX-License-Identifier: GPL-3.0-or-later
// What: checks the directory of a ZIP archive against the bytes it points at, before anything is inflated.
// In:   the bytes of an archive. Out: nothing, or why it is not to be trusted.
// Checks: entries whose bytes overlap, entries beyond the directory, names that differ between directory and entry,
// names
//         that stand twice, names that lead out of the package, symbolic links.
// Never: inflates. Source of the records: APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16 and 4.5.3 (ZIP64).
#pragma once

#include <cstdint>
#include <string_view>

#include "core/result.h"

namespace pactable::readers::docx {

/// Fails with damaged or limit-exceeded (more than `max_entries`).
[[nodiscard]] Status check_directory(std::string_view bytes, std::uint64_t max_entries);

}  // namespace pactable::readers::docx
