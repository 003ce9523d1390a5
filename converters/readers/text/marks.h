// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds the marks of inline markup in a text.
// In:   UTF-8. Out: marks by position, only those that have their partner.
// Never: changes a text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "readers/text/markup.h"

namespace pactable::readers::text {

struct Mark {
  enum class Kind { kBold, kItalic, kSuperscript, kStruck, kCode, kReplaced };
  std::size_t begin = 0, end = 0;  // bytes
  Kind kind = Kind::kReplaced;
  bool closing = false;
  bool paired = false;
  std::string_view text;  // of kReplaced: what stands instead; empty where it is dropped
  bool visible = true;    // of kReplaced: a line break has no place of its own
};

/// In the order of the text, not overlapping.
[[nodiscard]] std::vector<Mark> find_marks(std::string_view text, Markup markup);

}  // namespace pactable::readers::text
