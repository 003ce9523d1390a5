// SPDX-License-Identifier: GPL-3.0-or-later
// What: what a form says by boxes that are ticked: "☒ 1 ☐ 2 ☐ 3" is 1.
#pragma once

#include <string>
#include <string_view>

namespace pactable::values {

/// The texts behind the ticked boxes, joined by "; "; the text itself where it has not both a box and a text behind it,
/// or where none of several is ticked.
[[nodiscard]] std::string ticked(std::string_view printed);

}  // namespace pactable::values
