// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts glyphs together to words, one after the other.
// In:   glyphs in content order, the gap that parts each from the one before, vertical rules. Out: words.
// Never: reorders words; letters that are read from right to left come in reading order within their word.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

class Grouper {
 public:
  /// `rules` sorted by x0; a word does not go on over one of them where the pen was set anew.
  Grouper(std::vector<layout::Word>& words, const std::vector<Box>& rules) : words_(words), rules_(rules) {}

  void space();
  void take(const Glyph& g, const std::string& letters, double gap);
  void close();

 private:
  bool continues(const Glyph& g, int rotation, double gap);
  void note_gap(const Glyph& g, int rotation, double size, double gap);
  [[nodiscard]] bool behind_rule(const Glyph& g) const;
  [[nodiscard]] bool goes_on_leftwards(const Glyph& g, double size, double gap) const;
  void begin(const Glyph& g, int rotation, const Box& box);
  void put_in_reading_order();

  std::vector<layout::Word>& words_;
  const std::vector<Box>& rules_;
  layout::Word word_;
  std::vector<std::size_t> starts_;  // of the letters of each glyph in the word's text
  Point pen_, start_;
  bool open_ = false;
  bool to_left_ = false;    // holds letters that are read from right to left
  bool leftwards_ = false;  // and they were set so
};

}  // namespace pactable::readers::pdf
