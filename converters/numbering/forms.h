// SPDX-License-Identifier: GPL-3.0-or-later
// What: matches a text against one form of a scheme; the shared half of read_label and leading_label.
// In:   UTF-8 text. Out: path, lengths in bytes, the canonical text as printed.
// Never: repairs a glyph.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "numbering/numbering.h"

namespace pactable::numbering {

struct FormMatch {
  std::vector<int> path;
  std::vector<int> widths;  // digits per component where it is printed with a leading zero, else 0
  std::string canonical;    // figures as printed (MON-01), word lead, brackets and final dot off
  std::size_t length = 0;   // bytes taken, brackets and final dot included
  bool final_dot = false;
  bool closed = false;  // ends in a dot, a bracket or the colon of a word lead
};

[[nodiscard]] std::optional<FormMatch> match_form(std::string_view text, const Form& form);

/// Bytes of a word lead at the start of `text` (compared without case), 0 where it is not there.
[[nodiscard]] std::size_t lead_length(std::string_view text, const Form& form);

}  // namespace pactable::numbering
