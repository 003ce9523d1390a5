// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/pictures.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/unicode.h"
#include "readers/html/css_text.h"

namespace pactable::readers::html {
namespace {

// Lines and spacers are that thin; the smallest icons have eight pixels.
constexpr double kThin = 4;
// A picture that holds a table or a text outside of a table is larger than an icon or a logo's line.
constexpr double kLarge = 200;
constexpr std::size_t kMaxQuoted = 120;  // findings are lines for people

// Pixels of an attribute or of the style attribute; nothing where it says none or a percentage.
std::optional<double> side(const Attributes& attributes, std::string_view name) {
  const std::string style = css::lower(attributes.value("style").value_or(""));
  for (const std::string_view declaration : css::split_open(style, ";")) {
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos && unicode::trim(declaration.substr(0, colon)) == name)
      return css::pixels(declaration.substr(colon + 1));
  }
  const auto value = attributes.value(name);
  return value ? css::pixels(*value) : std::nullopt;
}

}  // namespace

std::optional<std::string> picture_message(std::string_view name, const Attributes& attributes, bool in_cell,
                                           bool framed) {
  const bool object = name == "object" && attributes.value("type").value_or("").starts_with("image/");
  if (name != "img" && name != "svg" && name != "canvas" && !object) return std::nullopt;
  const auto width = side(attributes, "width");
  const auto height = side(attributes, "height");
  if (width.value_or(kThin) < kThin || height.value_or(kThin) < kThin) return std::nullopt;
  const bool small = (width && *width < kLarge) || (height && *height < kLarge / 2);
  const bool unknown = !width && !height;
  if (!in_cell && (small || name == "svg" || (unknown && framed))) return std::nullopt;
  std::string alternative = unicode::collapse_space(attributes.value("alt").value_or(""));
  if (unicode::length(alternative) > kMaxQuoted)
    alternative = unicode::to_utf8(unicode::to_code_points(alternative).substr(0, kMaxQuoted)) + "…";
  const char* where = in_cell ? "a picture in a table cell was not read" : "a picture was not read";
  return alternative.empty() ? std::string(where) : fmt::format("{}; it is described as \"{}\"", where, alternative);
}

}  // namespace pactable::readers::html
