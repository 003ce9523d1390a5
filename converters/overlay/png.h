// SPDX-License-Identifier: GPL-3.0-or-later
// What: a picture as PNG, in a file or in memory. Never: draws.
#pragma once

#include <filesystem>
#include <string>

#include "core/result.h"
#include "layout/picture.h"

namespace pactable::overlay {

/// Replaces the file where it exists. Fails with write-failed.
[[nodiscard]] Status write_png(const layout::Picture& picture, const std::filesystem::path& file);

/// Small, for a page of HTML: sixteen greys where the picture has no colour, else as it is. Fails with internal.
[[nodiscard]] Result<std::string> small_png(const layout::Picture& picture);

}  // namespace pactable::overlay
