// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace pactable::readers::docx {

bool is_unprinted(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames = {"sdtEndPr", "tblPrEx", "sectPr", "customXmlPr", "smartTagPr"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::optional<layout::Colour> colour_of(const std::optional<std::string>& hex) {
  std::uint32_t value = 0;
  if (!hex || hex->size() != 6) return std::nullopt;
  const auto [end, error] = std::from_chars(hex->data(), hex->data() + hex->size(), value, 16);
  if (error != std::errc() || end != hex->data() + hex->size()) return std::nullopt;
  return layout::Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
                        static_cast<std::uint8_t>(value & 0xFF)};
}

}  // namespace pactable::readers::docx
