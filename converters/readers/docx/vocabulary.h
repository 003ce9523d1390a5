// SPDX-License-Identifier: GPL-3.0-or-later
// What: names and values of the Word vocabulary that mean the same wherever they stand.
// In:   local names and attribute values. Out: what they say. Source: ECMA-376 part 1, 17.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layout/page.h"

namespace pactable::readers::docx {

/// Elements whose content is not printed.
[[nodiscard]] bool is_unprinted(std::string_view name);

/// Six hexadecimal digits; nothing for "auto" and what is no colour.
[[nodiscard]] std::optional<layout::Colour> colour_of(const std::optional<std::string>& hex);

}  // namespace pactable::readers::docx
