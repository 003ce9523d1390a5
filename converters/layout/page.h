// SPDX-License-Identifier: GPL-3.0-or-later
// What: what a page-based reader hands on: words, ruling lines, fills and images with their boxes. Data only.
// Units: PDF points, origin at the upper left of the page as it is displayed (page rotation applied).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/place.h"

namespace pactable::layout {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

/// What a character recogniser read in one place. `confidence` is 0..1 as the recogniser gives it: no probability, and
/// no guide by itself (damaged numbers often carry .9 and more).
struct Reading {
  std::string text;  // UTF-8, NFC
  double confidence = 0;
};

/// Characters set together without a gap. `baseline` is the y of the writing line.
struct Word {
  std::string text;  // UTF-8, NFC
  Box box;
  double baseline = 0;
  double font_size = 0;
  bool bold = false, italic = false, superscript = false;
  bool invisible = false;    // text render mode 3: the layer of an OCR program
  bool struck = false;       // a line goes through it
  bool space_after = false;  // a white space character or a gap of a space's width follows on the line
  int rotation = 0;          // direction of writing: 0, 90, 180 or 270 degrees clockwise
  Colour colour;
  std::vector<Reading> readings;  // of recognised text: `text` with its confidence first, then other readings of it
};

/// A drawn line: `horizontal` from x0 to x1 at mid_y, else vertical from y0 to y1 at mid_x.
struct Ruling {
  Box box;
  bool horizontal = true;
};

/// A filled area that is not a line: shading of a cell, row or header.
struct Fill {
  Box box;
  Colour colour;
};

/// `dpi`: pixels of the picture for each inch of the page, the finer of both directions; 0 where unknown.
struct Image {
  Box box;
  double dpi = 0;
};

struct Page {
  int number = 1;  // 1-based
  double width = 0, height = 0;
  // Of a recognised page: what is printed leans clockwise by this many degrees, and every box below is that of the page
  // turned upright around its middle. as_displayed turns a box back.
  double skew = 0;
  // Of a page whose content was set turned: every box below, and the size above, are those of the page turned clockwise
  // by this many degrees (0, 90, 180 or 270), so that its lines are level. as_displayed turns a box back.
  int turned = 0;
  std::vector<Word> words;   // in the order of the content stream
  std::vector<Word> hidden;  // set on the page where nobody sees them: no part of its text
  std::vector<Word> beside;  // line numbers at the margin, stamps over the text: no part of what they stand beside
  std::vector<Ruling> rulings;
  std::vector<Fill> fills;
  std::vector<Image> images;
};

/// The smallest box of the page as it is displayed that covers `box` of the page turned upright (see Page::skew).
[[nodiscard]] Box as_displayed(const Page& page, const Box& box);

}  // namespace pactable::layout
