// SPDX-License-Identifier: GPL-3.0-or-later
// What: which pictures of a page may hold something that a reader of the table must know of.
// In:   an element with its attributes. Out: what to say of it.
// Never: looks at the picture; takes its alternative text for a text of the page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "readers/html/markup.h"

namespace pactable::readers::html {

/// "a picture … was not read"; nothing for other elements, for lines and spacers, and outside of cells for small ones
/// and, where they are `framed` by a link or by what is around the text, for those of unknown size.
[[nodiscard]] std::optional<std::string> picture_message(std::string_view name, const Attributes& attributes,
                                                         bool in_cell, bool framed);

}  // namespace pactable::readers::html
