// SPDX-License-Identifier: GPL-3.0-or-later
// What: the content controls (w:sdt) that are open: placeholders and check boxes.
// In:   their properties, then the text inside of them. Out: what of the text stands, with boxes as signs.
// Rules: the words of a placeholder ask for a value and are none; a box is ☒ or ☐ by its state, unless it shows a sign
//        of either kind itself. Source: ECMA-376 part 1, 17.5.2; MS-DOCX 2.5.2.9.
// Never: changes what was filled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {

inline constexpr std::string_view kTickedBox = "\u2612";
inline constexpr std::string_view kEmptyBox = "\u2610";

class ContentControls {
 public:
  void begin() { open_.emplace_back(); }
  /// The box of a control that ends without having shown any; else nothing.
  [[nodiscard]] std::optional<std::string_view> end();
  /// An element inside of w:sdtPr.
  void read_property(const XmlStream& xml);

  [[nodiscard]] bool in_placeholder() const { return placeholders_ > 0; }
  [[nodiscard]] bool in_check_box() const { return !open_.empty() && open_.back().check_box; }
  /// What stands in place of the text inside of a check box.
  [[nodiscard]] std::string_view shown_in_box(std::string_view text);

 private:
  struct Control {
    bool placeholder = false, check_box = false, checked = false, shown = false;
  };
  std::vector<Control> open_;
  int placeholders_ = 0;
};

}  // namespace pactable::readers::docx
