// SPDX-License-Identifier: GPL-3.0-or-later
// What: bytes in base64 with padding (RFC 4648, section 4), for pictures inside a page and the digests of its policy.
#pragma once

#include <string>
#include <string_view>

namespace pactable::pages::look {

[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace pactable::pages::look
