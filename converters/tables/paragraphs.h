// SPDX-License-Identifier: GPL-3.0-or-later
// What: joins lines to paragraphs of text with places and styles.
// In:   lines of one cell or one column of text, from top to bottom. Out: paragraphs in the same order.
// Never: drops a character but a soft hyphen at a line's end (a printed hyphen: see hyphens.h).
#pragma once

#include <vector>

#include "layout/table.h"
#include "tables/hyphens.h"
#include "tables/lines.h"

namespace pactable::tables {

/// What the lines of a text have in common.
struct Setting {
  int page = 1;
  double leading = 1.2;  // usual distance of lines in parts of the font size
  double right = 0;      // where a full line ends, in points
  bool running = false;  // text outside of tables: indents and changes of type part paragraphs, too
  Hyphens* hyphens = nullptr;
  bool ruled = false;         // lines end where a cell does, so that a word that is too wide for it is cut
  double longest = 0;         // where the longest line of the column ends; 0: the text stands in no column
  bool cut_anywhere = false;  // lines are cut at any letter
};

[[nodiscard]] std::vector<layout::Paragraph> make_paragraphs(const std::vector<Line>& lines, const Setting& setting);

/// The groups of lines that make_paragraphs makes paragraphs of.
[[nodiscard]] std::vector<std::vector<Line>> group_lines(const std::vector<Line>& lines, const Setting& setting);

/// One paragraph of all lines.
[[nodiscard]] layout::Paragraph make_paragraph(const std::vector<Line>& lines, const Setting& setting);

/// True where a text begins with a number label ("1.1.2.", "(a)", "3)") or a bullet.
[[nodiscard]] bool begins_list(std::string_view text);
[[nodiscard]] bool begins_with_bullet(std::string_view text);

}  // namespace pactable::tables
