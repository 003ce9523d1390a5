// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/paint.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "readers/docx/vocabulary.h"

namespace pactable::readers::docx {
namespace {

// Steps of 256 in each of red, green and blue: a smaller difference is not seen in print.
constexpr int kSameColour = 8;

Paint paint_of(const std::optional<std::string>& hex) {
  const auto colour = colour_of(hex);
  return colour ? Paint{Paint::Kind::kColour, *colour} : Paint{};
}

constexpr std::array<std::pair<std::string_view, layout::Colour>, 16> kHighlights = {{
    {"black", {0, 0, 0}},
    {"blue", {0, 0, 255}},
    {"cyan", {0, 255, 255}},
    {"darkBlue", {0, 0, 128}},
    {"darkCyan", {0, 128, 128}},
    {"darkGray", {128, 128, 128}},
    {"darkGreen", {0, 128, 0}},
    {"darkMagenta", {128, 0, 128}},
    {"darkRed", {128, 0, 0}},
    {"darkYellow", {128, 128, 0}},
    {"green", {0, 255, 0}},
    {"lightGray", {192, 192, 192}},
    {"magenta", {255, 0, 255}},
    {"red", {255, 0, 0}},
    {"white", {255, 255, 255}},
    {"yellow", {255, 255, 0}},
}};

}  // namespace

Paint text_paint(const XmlStream& xml) { return paint_of(xml.value()); }

Paint shading_paint(const XmlStream& xml) {
  const std::string pattern = xml.value().value_or("clear");
  if (pattern == "clear" || pattern == "nil") {
    const Paint fill = paint_of(xml.attribute("fill"));
    // A colour of the theme that the file does not spell out.
    return fill.kind == Paint::Kind::kAutomatic && xml.attribute("themeFill") ? kUnknownPaint : fill;
  }
  if (pattern != "solid") return kUnknownPaint;
  const Paint front = paint_of(xml.attribute("color"));
  return front.kind == Paint::Kind::kColour ? front : Paint{Paint::Kind::kColour, {0, 0, 0}};
}

Paint highlight_paint(std::string_view name) {
  const auto* found = std::find_if(kHighlights.begin(), kHighlights.end(),
                                   [&](const auto& highlight) { return highlight.first == name; });
  return found == kHighlights.end() ? Paint{} : Paint{Paint::Kind::kColour, found->second};
}

bool is_unseen(const Paint& text, const Paint& ground) {
  if (text.kind != Paint::Kind::kColour || ground.kind != Paint::Kind::kColour) return false;
  const auto near = [](std::uint8_t a, std::uint8_t b) { return std::abs(int{a} - int{b}) <= kSameColour; };
  return near(text.colour.red, ground.colour.red) && near(text.colour.green, ground.colour.green) &&
         near(text.colour.blue, ground.colour.blue);
}

}  // namespace pactable::readers::docx
