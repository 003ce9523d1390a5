// SPDX-License-Identifier: GPL-3.0-or-later
// What: the style sheet that all pages share, as it was when the program was built.
#pragma once

#include <string_view>

namespace pactable::pages::look {

/// look.css
extern const std::string_view kLookStyle;

}  // namespace pactable::pages::look
