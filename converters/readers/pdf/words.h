// SPDX-License-Identifier: GPL-3.0-or-later
// What: groups glyphs to words.
// In:   the glyphs of a page in content order, the rulings of the page. Out: words with boxes and styles, those that
// nobody sees apart, and counts of what was odd. Rulings that strike or underline words are taken from the page.
// Never: reorders words, drops a character that is not white space (a glyph printed twice in one place counts once).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

/// Text that nobody sees.
struct HiddenStretch {
  std::string text;
  Box box;
  std::string_view reason;
};

struct GlyphOddities {
  std::size_t unmapped = 0;  // glyphs without Unicode, now U+FFFD
  std::size_t repeated = 0;  // glyphs printed again in the same place (fake bold), left out
  std::size_t struck = 0;    // glyphs that a line goes through
  std::vector<HiddenStretch> hidden;
  std::vector<std::string> ligatures;  // that were read by their width and place
  std::size_t misplaced = 0;           // glyphs with impossible coordinates, moved to the page's edge
};

/// Appends the words of `drawn` to `page.words`.
[[nodiscard]] GlyphOddities add_words(DrawnPage& drawn, layout::Page& page);

}  // namespace pactable::readers::pdf
