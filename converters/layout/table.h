// SPDX-License-Identifier: GPL-3.0-or-later
// What: a table as a grid of cells, and the paragraphs around it. Data only.
// Rows and columns are 0-based. Row order is the printed order and is never changed.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/label_origin.h"
#include "layout/page.h"
#include "layout/text.h"

namespace pactable::layout {

/// A stretch of a paragraph that is no part of its live text: struck out or deleted by the authors, or there without
/// being shown. It is never a value; the parser lists it under `discarded` and reports it.
struct SetAside {
  enum class Reason { kStruck, kHidden };
  Reason reason = Reason::kStruck;
  Text text;
};

/// Text that a layout keeps together. A line break inside it (w:br, <br>) stands in `text` as "\n". `list_label` is a
/// number that the word processor prints itself (origin automatic); it is no part of `text`.
struct Paragraph {
  Text text;
  std::string list_label;
  int list_level = 0;
  int heading_level = 0;  // 1-based; 0: not a heading as far as the format says
  std::vector<SetAside> set_aside;
};

/// What is known of a block of text outside of tables.
enum class Furniture {
  kNone,         // body text
  kRunningHead,  // header, footer or page number of a page
  kFootnote,     // note at the foot of a page or the end of the document
};

struct TextBlock {
  Paragraph paragraph;
  Furniture furniture = Furniture::kNone;
  std::string note_mark;  // mark of a footnote where the format knows it
};

/// One cell; a spanning cell stands once, at its upper left.
struct Cell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  std::vector<Paragraph> paragraphs;
  bool header = false;
  std::optional<Box> box;  // union of its parts on `page`
  int page = 0;            // 1-based; 0 where the format has no pages
  std::optional<Colour> shading;

  /// All paragraphs, one space between them.
  [[nodiscard]] Text text() const;
  /// True where no paragraph holds a visible character or an automatic label.
  [[nodiscard]] bool empty() const;
};

struct Row {
  bool header = false;           // the format or the layout marks it as a header row
  bool repeated_header = false;  // repeats the header row of this table after a page break
  bool after_break = false;      // first row after a page break (a blank line between rows of a text dump counts)
  int page = 0;                  // page of its first line; 0 where the format has no pages
};

/// `cells` in row-major order. A position no cell covers is an empty cell that the source does not draw.
struct Table {
  std::vector<Row> rows;
  int column_count = 0;
  std::vector<Cell> cells;
  LabelOrigin origin = LabelOrigin::kTyped;  // of the text in it
  std::vector<Paragraph> caption;            // where the layout sets it apart

  /// The cell that covers a position, or null.
  [[nodiscard]] const Cell* at(int row, int column) const;
  /// The cells that begin in a row, by column.
  [[nodiscard]] std::vector<const Cell*> row_cells(int row) const;
};

using Block = std::variant<TextBlock, Table>;

}  // namespace pactable::layout
