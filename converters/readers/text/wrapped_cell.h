// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts the lines of one cell together that a dump has wrapped.
// In:   stretches of lines, from top to bottom. Out: paragraphs.
// Never: drops a visible character.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/table.h"
#include "readers/text/markup.h"
#include "readers/text/stretches.h"

namespace pactable::readers::text {

/// A blank stretch between others, and a bullet at the beginning of one, begin a paragraph. In Markdown a backslash at
/// the end of a stretch is a line break.
class WrappedCell {
 public:
  explicit WrappedCell(Markup markup = Markup::kPlain) : markup_(markup) {}

  void add(LineCursor& cursor, std::size_t begin, std::size_t end);
  /// A line break of the cell stands before the next stretch.
  void break_line() { line_break_ = !raw_.empty(); }
  [[nodiscard]] bool empty() const { return raw_.empty() && paragraphs_.empty(); }
  /// The paragraphs; the cell is empty then.
  [[nodiscard]] std::vector<layout::Paragraph> take();

 private:
  void finish_paragraph();

  Markup markup_;
  layout::Text raw_;
  std::vector<layout::Paragraph> paragraphs_;
  bool line_break_ = false;
};

}  // namespace pactable::readers::text
