// SPDX-License-Identifier: GPL-3.0-or-later
// What: a picture as a PNG file. Never: draws.
#pragma once

#include <filesystem>

#include "core/result.h"
#include "layout/picture.h"

namespace pactable::overlay {

/// Replaces the file where it exists. Fails with write-failed.
[[nodiscard]] Status write_png(const layout::Picture& picture, const std::filesystem::path& file);

}  // namespace pactable::overlay
