// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/pictures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "readers/docx/set_aside.h"

namespace pactable::readers::docx {
namespace {

constexpr double kEmuPerPoint = 12'700;
// Two lines of print: a picture that is no wider and no higher holds no readable text.
constexpr double kTiny = 24;

// "width:12.5pt" in the style of a shape; nothing where it is not said, or in a unit that depends on the page.
std::optional<double> length_in(std::string_view style, std::string_view name) {
  constexpr std::array<std::pair<std::string_view, double>, 6> kUnits = {
      {{"pt", 1}, {"in", 72}, {"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"px", 0.75}, {"pc", 12}}};
  for (std::size_t at = 0; at < style.size();) {
    const std::size_t end = std::min(style.find(';', at), style.size());
    const std::string_view part = style.substr(at, end - at);
    at = end + 1;
    if (!part.starts_with(name) || part.size() == name.size() || part[name.size()] != ':') continue;
    const std::string_view value = part.substr(name.size() + 1);
    double number = 0;
    const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc()) return std::nullopt;
    const std::string_view unit(stop, static_cast<std::size_t>(value.data() + value.size() - stop));
    const auto* known = std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& u) { return u.first == unit; });
    return known == kUnits.end() ? std::nullopt : std::optional<double>(number * known->second);
  }
  return std::nullopt;
}

// Paths of the author's disk describe nothing.
bool is_path(std::string_view text) { return text.find('\\') != std::string_view::npos; }

}  // namespace

bool holds_floating_drawing(std::string_view part) {
  return part.find(":anchor ") != std::string_view::npos || part.find(":anchor>") != std::string_view::npos ||
         part.find("position:absolute") != std::string_view::npos;
}

void Drawings::begin(std::string_view element) {
  open_.emplace_back();
  open_.back().object = element == "object";
}

void Drawings::see(const XmlStream& xml) {
  Drawing& drawing = open_.back();
  const std::string_view name = xml.name();
  if (name == "blip" || name == "imagedata") {
    drawing.picture = true;
  } else if (name == "extent" && !drawing.width) {
    drawing.width = xml.number("cx", 0) / kEmuPerPoint;
    drawing.height = xml.number("cy", 0) / kEmuPerPoint;
  } else if (name == "shape" && !drawing.width) {
    const std::string style = xml.attribute("style").value_or("");
    drawing.width = length_in(style, "width");
    drawing.height = length_in(style, "height");
    if (drawing.description.empty()) drawing.description = xml.attribute("alt").value_or("");
  } else if (name == "docPr") {
    for (const char* attribute : {"descr", "title"}) {
      if (drawing.description.empty()) drawing.description = xml.attribute(attribute).value_or("");
    }
  } else if (name == "decorative") {
    drawing.decorative = xml.on();
  } else if (name == "graphicData") {
    const std::string uri = xml.attribute("uri").value_or("");
    for (const char* data : {"chart", "diagram"}) {
      if (uri.find(data) != std::string::npos) drawing.data = data;
    }
  }
}

std::optional<UnreadDrawing> Drawings::end() {
  const Drawing drawing = std::move(open_.back());
  open_.pop_back();
  const std::string description =
      drawing.description.empty() || is_path(drawing.description) ? "" : ": " + quoted(drawing.description);
  if (!drawing.data.empty())
    return UnreadDrawing{"DOCX-NOT-READ", "a " + drawing.data + " was not read" + description, false};
  if (drawing.object) {
    return UnreadDrawing{"DOCX-PICTURE", "an embedded object, shown as a picture, was not read" + description, false};
  }
  if (!drawing.picture || drawing.decorative) return std::nullopt;
  const bool tiny = drawing.width && drawing.height && *drawing.width <= kTiny && *drawing.height <= kTiny;
  return UnreadDrawing{"DOCX-PICTURE", "a picture was not read" + description, tiny};
}

}  // namespace pactable::readers::docx
