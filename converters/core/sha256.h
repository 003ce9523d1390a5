// SPDX-License-Identifier: GPL-3.0-or-later
// What: SHA-256 of bytes, as 64 lower-case hexadecimal digits (FIPS 180-4, by nettle).
#pragma once

#include <string>
#include <string_view>

namespace pactable {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace pactable
