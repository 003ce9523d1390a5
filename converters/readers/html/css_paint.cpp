// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>

#include "core/unicode.h"
#include "readers/html/css_text.h"
#include "readers/html/css_values.h"

namespace pactable::readers::html::css {
namespace {

struct Named {
  std::string_view name;
  std::uint32_t rgb;
};
// The names that pages use; a colour by another name is unknown, and nothing is concluded from it.
constexpr std::array<Named, 32> kNamed = {
    {{"white", 0xFFFFFF},     {"black", 0x000000},     {"red", 0xFF0000},        {"green", 0x008000},
     {"blue", 0x0000FF},      {"yellow", 0xFFFF00},    {"gray", 0x808080},       {"grey", 0x808080},
     {"silver", 0xC0C0C0},    {"maroon", 0x800000},    {"olive", 0x808000},      {"lime", 0x00FF00},
     {"aqua", 0x00FFFF},      {"cyan", 0x00FFFF},      {"teal", 0x008080},       {"navy", 0x000080},
     {"fuchsia", 0xFF00FF},   {"magenta", 0xFF00FF},   {"purple", 0x800080},     {"orange", 0xFFA500},
     {"brown", 0xA52A2A},     {"pink", 0xFFC0CB},      {"gold", 0xFFD700},       {"beige", 0xF5F5DC},
     {"ivory", 0xFFFFF0},     {"snow", 0xFFFAFA},      {"whitesmoke", 0xF5F5F5}, {"lightgrey", 0xD3D3D3},
     {"lightgray", 0xD3D3D3}, {"darkgreen", 0x006400}, {"darkblue", 0x00008B},   {"darkred", 0x8B0000}}};

Paint paint_of(std::uint32_t rgb) {
  return {Paint::Kind::kColour,
          {static_cast<std::uint8_t>(rgb >> 16 & 0xFF), static_cast<std::uint8_t>(rgb >> 8 & 0xFF),
           static_cast<std::uint8_t>(rgb & 0xFF)}};
}

// Three, four, six or eight hexadecimal digits; the last of four and the last two of eight are opacity.
Paint hexadecimal(std::string_view digits) {
  digits = digits.substr(0, digits.find_first_not_of("0123456789abcdefABCDEF"));
  std::string full;
  if (digits.size() == 3 || digits.size() == 4) {
    for (const char digit : digits) full += {digit, digit};
  } else {
    full = digits;
  }
  if (full.size() != 6 && full.size() != 8) return {Paint::Kind::kUnknown, {}};
  if (full.size() == 8 && full.ends_with("00")) return {};
  if (full.size() == 8 && lower(full).substr(6) != "ff") return {Paint::Kind::kUnknown, {}};
  std::uint32_t value = 0;
  std::from_chars(full.data(), full.data() + 6, value, 16);
  return paint_of(value);
}

std::optional<double> share(std::string_view text, double full) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  return std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end)).starts_with('%')
             ? number / 100 * full
             : number;
}

// rgb(r, g, b), rgba(r, g, b, a), rgb(r g b / a).
Paint functional(std::string_view text) {
  const auto arguments = split_open(text.substr(0, text.find(')')), ", /\t");
  std::array<std::uint32_t, 3> parts = {};
  if (arguments.size() < 3) return {Paint::Kind::kUnknown, {}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto value = share(arguments[i], 255);
    if (!value) return {Paint::Kind::kUnknown, {}};
    parts[i] = static_cast<std::uint32_t>(std::lround(std::clamp(*value, 0.0, 255.0)));
  }
  if (arguments.size() > 3) {
    const auto opacity = share(arguments[3], 1);
    if (opacity == 0.0) return {};
    if (!opacity || *opacity < 1) return {Paint::Kind::kUnknown, {}};
  }
  return paint_of(parts[0] << 16 | parts[1] << 8 | parts[2]);
}

}  // namespace

Paint parse_paint(std::string_view text) {
  text = unicode::trim(text);
  if (text.empty() || lower(text) == "transparent") return {};
  if (text.front() == '#') return hexadecimal(text.substr(1));
  const std::string name = lower(text);
  if (const std::size_t open = name.find('('); open != std::string::npos) {
    const std::string_view function = std::string_view(name).substr(0, open);
    if (function == "rgb" || function == "rgba") return functional(std::string_view(name).substr(open + 1));
    return {Paint::Kind::kUnknown, {}};
  }
  const auto found = std::find_if(kNamed.begin(), kNamed.end(), [&](const Named& n) { return n.name == name; });
  return found == kNamed.end() ? Paint{Paint::Kind::kUnknown, {}} : paint_of(found->rgb);
}

}  // namespace pactable::readers::html::css
