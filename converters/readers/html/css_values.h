// SPDX-License-Identifier: GPL-3.0-or-later
// What: the declarations of CSS that decide what of a page is text: whether it is shown, struck out or raised, and what
//       numbers are printed before it.
// In:   the inside of a rule or of a style attribute. Out: declarations, shorthands taken apart.
// Reads: display, visibility, text-decoration(-line), color, background(-color, -image), list-style(-type),
//        counter-reset, counter-increment, counter-set, content (strings, counter(), counters()), vertical-align, font,
//        font-size (zero or not), font-family (the first), font-weight, font-style, white-space, position, left, top,
//        right, bottom, text-indent, margin-left, margin-top, clip, clip-path, overflow, width, height, and of Word
//        mso-hide, mso-list, mso-text-raise. All others are left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "layout/page.h"

namespace pactable::readers::html::css {

enum class Property : std::uint8_t {
  kDisplay,           // string: the keyword
  kInvisible,         // bool: visibility is hidden or collapse
  kLineThrough,       // bool
  kColour,            // Paint
  kBackground,        // Paint
  kBackgroundImage,   // bool
  kListStyle,         // string: the keyword, "string" for a mark in quotes
  kCounterReset,      // CounterChanges
  kCounterIncrement,  // CounterChanges
  kCounterSet,        // CounterChanges
  kContent,           // ContentParts
  kRaised,            // bool: vertical-align
  kTextRaise,         // bool: mso-text-raise
  kBold,              // bool
  kItalic,            // bool
  kZeroSize,          // bool
  kFamily,            // string: the first font
  kKeepsLines,        // bool: white-space keeps line ends
  kPositioned,        // bool: position is absolute or fixed
  kFarLeft,           // bool, and the next: off the screen
  kFarTop,
  kFarRight,
  kFarBottom,
  kFarIndent,
  kFarMargin,
  kClipped,         // bool: clip leaves nothing
  kClipPath,        // bool: clip-path leaves nothing
  kOverflowHidden,  // bool
  kTinyWidth,       // bool: a pixel or less
  kTinyHeight,      // bool
  kMsoHide,         // bool
  kListMark,        // bool: mso-list:Ignore, around a number that Word printed
  kListLevel,       // int, 1-based: mso-list
  kCount
};

struct Paint {
  enum class Kind { kUnknown, kTransparent, kColour };
  Kind kind = Kind::kTransparent;
  layout::Colour colour;
  bool operator==(const Paint&) const = default;
};

struct CounterChange {
  std::string name;
  int value = 0;
};

struct ContentPart {
  enum class Kind { kText, kCounter, kCounters };
  Kind kind = Kind::kText;
  std::string text;       // the text, or the counter's name
  std::string separator;  // of counters()
  std::string style;      // list-style-type; empty: decimal
};

/// Nothing (monostate): as the parent has it, or the initial value.
using Value =
    std::variant<std::monostate, bool, int, std::string, Paint, std::vector<CounterChange>, std::vector<ContentPart>>;

struct Declaration {
  Property property = Property::kDisplay;
  Value value;
  bool important = false;
};

[[nodiscard]] std::vector<Declaration> parse_declarations(std::string_view block);

/// A colour as CSS or an attribute such as bgcolor writes it.
[[nodiscard]] Paint parse_paint(std::string_view text);

}  // namespace pactable::readers::html::css
