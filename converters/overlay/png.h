// SPDX-License-Identifier: GPL-3.0-or-later
// What: a picture as PNG, in memory. Never: draws.
#pragma once

#include <string>

#include "core/result.h"
#include "layout/picture.h"

namespace pactable::overlay {

/// As it is. Fails with internal.
[[nodiscard]] Result<std::string> full_png(const layout::Picture& picture);

/// Small, for a page of HTML: sixteen greys where the picture has no colour, else as it is. Fails with internal.
[[nodiscard]] Result<std::string> small_png(const layout::Picture& picture);

}  // namespace pactable::overlay
