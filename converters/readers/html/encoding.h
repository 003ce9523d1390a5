// SPDX-License-Identifier: GPL-3.0-or-later
// What: the bytes of a page as UTF-8.
// In:   bytes in any encoding that ICU converts. Out: UTF-8 in normalization form C, without characters that XML 1.0
//       forbids.
// Order: byte order mark, declaration in the markup, UTF-8 where the bytes are valid, detection by ICU; the last, and
//        every character that is no text, becomes an oddity.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::html {

/// Fails with damaged.
[[nodiscard]] Result<std::string> to_utf8(std::string_view bytes, std::vector<layout::Oddity>& oddities);

/// The first bytes of a page in ASCII, whatever its encoding, in lower case: enough to see what it is.
[[nodiscard]] std::string ascii_head(std::string_view bytes);

}  // namespace pactable::readers::html
