// SPDX-License-Identifier: GPL-3.0-or-later
// What: colours of text and of the ground under it, and whether a reader can tell them apart.
// In:   w:color, w:shd, w:highlight. Out: a colour, nothing, or that it cannot be told. Source: ECMA-376 part
// 1, 17.3.2. Never: calls text unseen where the colour of either is not known.
#pragma once

#include <string_view>

#include "layout/page.h"
#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {

struct Paint {
  enum class Kind {
    kAutomatic,  // of text: whatever stands out; of a ground: none, what lies below shows
    kColour,
    kUnknown,  // a pattern, a text effect, the fill of a shape or of a table style
  };
  Kind kind = Kind::kAutomatic;
  layout::Colour colour;
  bool operator==(const Paint&) const = default;
};

inline constexpr Paint kUnknownPaint = {Paint::Kind::kUnknown, {}};
inline constexpr Paint kPaper = {Paint::Kind::kColour, {255, 255, 255}};

/// Of w:color.
[[nodiscard]] Paint text_paint(const XmlStream& xml);
/// Of w:shd.
[[nodiscard]] Paint shading_paint(const XmlStream& xml);
/// Of w:highlight, which names its colours (17.18.40).
[[nodiscard]] Paint highlight_paint(std::string_view name);
/// True where both colours are known and look the same.
[[nodiscard]] bool is_unseen(const Paint& text, const Paint& ground);

}  // namespace pactable::readers::docx
