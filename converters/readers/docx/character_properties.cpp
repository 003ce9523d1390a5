// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/character_properties.h"

namespace pactable::readers::docx {
namespace {

// A font of the theme takes the place of a named one (17.3.2.26), and no theme has a font of symbols.
std::optional<std::string> font_of(const XmlStream& xml, const char* named, const char* of_theme) {
  return xml.attribute(of_theme) ? std::optional<std::string>("") : xml.attribute(named);
}

void read_fonts(const XmlStream& xml, CharacterProperties& own) {
  if (auto font = font_of(xml, "ascii", "asciiTheme")) own.font = std::move(font);
  if (auto font = font_of(xml, "hAnsi", "hAnsiTheme")) own.high_font = std::move(font);
}

// What decides whether text is live.
bool read_visibility(const XmlStream& xml, std::string_view name, CharacterProperties& own) {
  if (name == "vanish")
    own.hidden = xml.on();
  else if (name == "strike")
    own.struck = xml.on();
  else if (name == "dstrike")
    own.double_struck = xml.on();
  else if (name == "color")
    own.colour = text_paint(xml);
  else if (name == "shd")
    own.shading = shading_paint(xml);
  else if (name == "highlight")
    own.highlight = highlight_paint(xml.value().value_or(""));
  else if (name == "outline" || name == "shadow" || name == "emboss" || name == "imprint")
    own.effect = own.effect.value_or(false) || xml.on();
  else
    return false;
  return true;
}

}  // namespace

void read_character_property(const XmlStream& xml, CharacterProperties& own) {
  const std::string_view name = xml.name();
  // The newer effects stand in a vocabulary of their own.
  if (xml.vocabulary() != Vocabulary::kWord) {
    if (name == "textFill" || name == "textOutline" || name == "shadow" || name == "glow") own.effect = true;
    return;
  }
  if (read_visibility(xml, name, own)) return;
  if (name == "b")
    own.bold = xml.on();
  else if (name == "i")
    own.italic = xml.on();
  else if (name == "vertAlign")
    own.superscript = xml.value() == "superscript";
  else if (name == "sz")
    own.size = xml.number("val", 0);
  else if (name == "position")
    own.position = xml.number("val", 0);
  else if (name == "rFonts")
    read_fonts(xml, own);
}

void inherit(CharacterProperties& own, const CharacterProperties& base) {
  inherit(own.bold, base.bold);
  inherit(own.italic, base.italic);
  inherit(own.superscript, base.superscript);
  inherit(own.hidden, base.hidden);
  inherit(own.struck, base.struck);
  inherit(own.double_struck, base.double_struck);
  inherit(own.effect, base.effect);
  inherit(own.colour, base.colour);
  inherit(own.shading, base.shading);
  inherit(own.highlight, base.highlight);
  inherit(own.size, base.size);
  inherit(own.position, base.position);
  inherit(own.font, base.font);
  inherit(own.high_font, base.high_font);
}

}  // namespace pactable::readers::docx
