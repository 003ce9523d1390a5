// SPDX-License-Identifier: GPL-3.0-or-later
// What: what a page's content stream draws, before words and lines are made of it. Data only, free of Poppler.
// Units: PDF points, origin at the upper left of the page as it is displayed (page rotation applied).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/place.h"
#include "core/symbol_fonts.h"
#include "layout/page.h"

namespace pactable::readers::pdf {

struct Point {
  double x = 0, y = 0;
};

/// One drawn character. `text` is what the font's Unicode map gives, UTF-8; empty where it gives nothing.
struct Glyph {
  std::string text;
  Point origin;                           // on the writing line
  Point advance;                          // to the origin of the next glyph, character spacing included
  double spacing = 0;                     // the part of the advance that is character spacing, along the writing line
  double font_size = 0;                   // text matrix and transformation applied
  double ascent = 0.75, descent = -0.25;  // of the font, in parts of the font size
  bool bold = false, italic = false, invisible = false;
  bool placed = false;  // the pen was set anew before this glyph, not just moved on
  bool clear = false;   // painted without any opacity
  bool struck = false;  // a line goes through it
  layout::Colour colour;
  std::uint32_t font = 0;   // of DrawnPage::fonts
  std::uint32_t code = 0;   // in its font
  std::uint32_t clip = 0;   // of DrawnPage::clips
  std::uint32_t order = 0;  // glyphs, paths, images and shadings are counted as they are painted
};

struct DrawnFont {
  std::string name;                 // without the mark of a subset
  std::optional<SymbolFont> signs;  // draws signs in the place of letters
  bool type3 = false;               // its size says nothing about the size of its signs
};

struct Outline {
  std::vector<Point> points;
  bool curved = false;
  bool closed = false;
};

struct PaintedPath {
  std::vector<Outline> outlines;
  bool stroked = false;   // else filled
  double line_width = 0;  // of a stroke
  layout::Colour colour;
  Box clip;
  bool opaque = true;  // nothing is seen through it
  std::uint32_t order = 0;
};

struct DrawnImage {
  Box box;
  double dpi = 0;  // finer of both directions; 0 where unknown
  std::uint32_t order = 0;
  bool table = false;  // rules cross in it: a picture of a table
};

/// What a pattern or a shading paints: where, not how it looks.
struct ShadedArea {
  Box box;
  std::uint32_t order = 0;
};

/// A check box or a radio button of a form.
struct FormMark {
  Box box;
  bool radio = false;
  bool on = false;
  std::uint64_t group = 0;  // the buttons of which one is chosen share it
};

struct DrawnPage {
  int number = 1;  // 1-based
  double width = 0, height = 0;
  std::vector<Glyph> glyphs;  // in the order of the content stream
  std::vector<PaintedPath> paths;
  std::vector<DrawnImage> images;
  std::vector<ShadedArea> shaded;
  std::vector<FormMark> marks;
  std::vector<DrawnFont> fonts;
  std::vector<Box> clips;
  bool cut = false;  // bytes of its content could not be unpacked to their end
};

}  // namespace pactable::readers::pdf
