// SPDX-License-Identifier: GPL-3.0-or-later
// What: how each open element of a page looks: its attributes, its style attribute and the page's own style sheets
//       together.
// In:   starts and ends of elements. Out: the look in force, and what the element's own rules say of numbers.
// Never: lays a page out: widths, floats and what lies over what are not known.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/symbol_fonts.h"
#include "layout/page.h"
#include "readers/html/css_selectors.h"
#include "readers/html/css_values.h"
#include "readers/html/markup.h"
#include "readers/html/style_sheet.h"

namespace pactable::readers::html {

/// The look in force inside of an element.
struct Look {
  bool gone = false;        // display: none here or above: not there at all
  bool invisible = false;   // visibility
  bool off_screen = false;  // put where nobody sees it, here or above
  bool zero_size = false;
  bool far_indent = false;
  bool struck = false;
  bool bold = false, italic = false, raised = false;
  bool keeps_lines = false, keeps_space = false;
  bool list_mark = false;        // inside a number that Word printed
  bool courier = false;          // the font of Word's "o" before the items of lists
  bool children_blocks = false;  // a flex or grid box: each child stands apart
  std::optional<SymbolFont> signs;
  css::Paint colour = {css::Paint::Kind::kColour, {0, 0, 0}};
  css::Paint background = {css::Paint::Kind::kColour, {255, 255, 255}};
  bool colour_said = false, background_said = false;  // by the page, not by its absence
  std::string list_style = "disc";
  int list_level = 0;  // 1-based, of Word's lists; 0: none

  [[nodiscard]] bool hidden() const;
};

/// What holds for one element and is not inherited.
struct OwnStyle {
  std::string display;  // empty: as its tag has it
  std::optional<layout::Colour> background;
  std::vector<css::CounterChange> reset, increment, set, before_reset, before_increment, before_set;
  std::vector<css::ContentPart> before;
};

class ElementStyles {
 public:
  /// `unread_styles`: there are style sheets that are not read, so that no background is certain that no rule here
  /// says.
  ElementStyles(css::StyleSheet sheet, bool unread_styles);

  /// Begins an element. What is returned is valid until the next call.
  const OwnStyle& enter(std::string_view name, const Attributes& attributes);
  /// Ends the element that was begun last.
  void leave();
  /// The look in force; that of a plain page where nothing is open.
  [[nodiscard]] const Look& look() const { return looks_.back(); }
  [[nodiscard]] bool unread() const { return sheet_.unread(); }

 private:
  using Winners = std::array<const css::Value*, static_cast<std::size_t>(css::Property::kCount)>;

  void enter_path(std::string_view name, const Attributes& attributes);
  void find_winners(const Attributes& attributes, Winners& own, Winners& before);
  const std::vector<css::Declaration>& inline_style(std::string_view style);

  css::StyleSheet sheet_;
  bool unread_styles_;
  std::vector<css::Node> path_;
  std::vector<Look> looks_;
  OwnStyle own_;
  std::unordered_map<std::string, std::vector<css::Declaration>> inline_styles_;
  std::vector<css::Declaration> inline_style_;
};

}  // namespace pactable::readers::html
