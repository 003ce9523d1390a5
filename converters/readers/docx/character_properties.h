// SPDX-License-Identifier: GPL-3.0-or-later
// What: how characters are set, as one run or one style says it.
// In:   the elements of w:rPr. Out: what is said; absent where nothing is said. Source: ECMA-376 part 1, 17.3.2.
// Never: fills in what another level says.
#pragma once

#include <optional>
#include <string>

#include "readers/docx/paint.h"
#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {

struct CharacterProperties {
  std::optional<bool> bold, italic, superscript, hidden, struck, double_struck;
  std::optional<bool> effect;  // an outline, a shadow or a fill that shows text whatever its colour
  std::optional<Paint> colour, shading, highlight;
  std::optional<int> size;                     // half points
  std::optional<int> position;                 // half points above the line
  std::optional<std::string> font, high_font;  // of U+0000 to U+007F, and of what lies above
};

/// What a run says itself; the style adds the rest.
struct RunProperties : CharacterProperties {
  std::string style;
};

/// An element of w:rPr; others say nothing.
void read_character_property(const XmlStream& xml, CharacterProperties& own);

template <class Value>
void inherit(std::optional<Value>& own, const std::optional<Value>& base) {
  if (!own) own = base;
}
void inherit(CharacterProperties& own, const CharacterProperties& base);

}  // namespace pactable::readers::docx
