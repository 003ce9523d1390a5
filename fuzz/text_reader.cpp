// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as plain text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "readers/text/text_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static_cast<void>(pactable::readers::text::read({reinterpret_cast<const char*>(data), size}));
  return 0;
}
