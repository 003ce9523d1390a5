// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells words that a recogniser has damaged from words that people write.
// In:   words of a page. Out: counts by kind of damage.
// Never: knows a language's words: what is asked is whether letters can stand together, not whether a word exists.
#pragma once

#include <string_view>
#include <vector>

#include "layout/page.h"

namespace pactable::scans {

struct WordSigns {
  int words = 0;
  int dirt = 0;           // signs that nobody sets by themselves: "_", "~", "|", "·"
  int mixed_scripts = 0;  // letters of two scripts in a word, or a single letter of a script the page does not use
  int mixed_figures = 0;  // a letter for a figure: "l.0", "1O2"
  int unlikely = 0;       // letters that no language sets so: "tbc1rn", "xkw", "reMain"

  [[nodiscard]] int damaged() const { return dirt + mixed_scripts + mixed_figures + unlikely; }
};

[[nodiscard]] WordSigns count_signs(const std::vector<layout::Word>& words);

}  // namespace pactable::scans
