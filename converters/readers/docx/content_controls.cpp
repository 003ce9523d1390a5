// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/content_controls.h"

#include <algorithm>
#include <array>

#include "core/unicode.h"

namespace pactable::readers::docx {
namespace {

// Signs that show the state of a box as well as the two that stand for it.
constexpr std::array<std::string_view, 7> kBoxes = {kTickedBox, kEmptyBox, "\u2611", "\u2713",
                                                    "\u2714",   "\u2717",  "\u2718"};

}  // namespace

std::optional<std::string_view> ContentControls::end() {
  const Control control = open_.back();
  open_.pop_back();
  if (control.placeholder) --placeholders_;
  if (!control.check_box || control.shown) return std::nullopt;
  return control.checked ? kTickedBox : kEmptyBox;
}

void ContentControls::read_property(const XmlStream& xml) {
  if (open_.empty()) return;
  Control& control = open_.back();
  const std::string_view name = xml.name();
  if (name == "showingPlcHdr" && xml.on() && !control.placeholder) {
    control.placeholder = true;
    ++placeholders_;
  } else if (name == "checkbox") {
    control.check_box = true;
  } else if (name == "checked") {
    control.checked = xml.on();
  }
}

std::string_view ContentControls::shown_in_box(std::string_view text) {
  Control& control = open_.back();
  const std::string_view sign = unicode::trim(text);
  if (sign.empty() || control.shown) return {};
  control.shown = true;
  const auto* known = std::find(kBoxes.begin(), kBoxes.end(), sign);
  if (known != kBoxes.end()) return *known;
  return control.checked ? kTickedBox : kEmptyBox;
}

}  // namespace pactable::readers::docx
