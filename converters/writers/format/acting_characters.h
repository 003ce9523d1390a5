// SPDX-License-Identifier: GPL-3.0-or-later
// What: the characters of a text that do something to whatever shows or splits it, instead of being seen: terminal
// escapes, C1 controls, line and paragraph separators, and those that embed, override or isolate a direction.
// In:   UTF-8. Out: whether such a character stands at a place.
// Never: names tab, line feed or carriage return, or the marks (U+200E, U+200F) that right-to-left texts need.
#pragma once

#include <cstddef>
#include <string_view>

namespace pactable::writers::format {

[[nodiscard]] constexpr bool acts(char32_t c) {
  const bool control = (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || (c >= 0x7F && c <= 0x9F);
  return control || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

struct ActingCharacter {
  char32_t code_point = 0;
  std::size_t bytes = 0;  // 0: the character at the place does not act
};

/// `text` is valid UTF-8, `at` the first byte of a character.
[[nodiscard]] inline ActingCharacter acting_character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[at + offset])) : U'\0';
  };
  ActingCharacter found{byte(0), 1};
  if (found.code_point == 0xC2) {
    found = {byte(1), 2};
  } else if (found.code_point == 0xE2) {
    found = {0x2000 + ((byte(1) & 0x3FU) << 6U) + (byte(2) & 0x3FU), 3};
  } else if (found.code_point >= 0x80) {
    return {};
  }
  return acts(found.code_point) ? found : ActingCharacter{};
}

}  // namespace pactable::writers::format
