// SPDX-License-Identifier: GPL-3.0-or-later
// What: where a text stood in its source: page and box, part and cell, or line and cell.
// In:   nothing. Out: Place and the merging of neighbouring places.
// Never: knows a file format's library or the plan.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace pactable {

/// Rectangle in PDF points (1/72 inch), origin at the upper left of the page, x1 >= x0 and y1 >= y0.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  [[nodiscard]] double width() const { return x1 - x0; }
  [[nodiscard]] double height() const { return y1 - y0; }
  [[nodiscard]] double mid_x() const { return (x0 + x1) / 2; }
  [[nodiscard]] double mid_y() const { return (y0 + y1) / 2; }
  /// Grows this box so that it also covers `other`.
  void cover(const Box& other);
  bool operator==(const Box&) const = default;
};

/// A stretch of a page (PDF, scans). `page` is 1-based.
struct PagePlace {
  int page = 1;
  Box box;
  bool operator==(const PagePlace&) const = default;
};

/// A stretch of a paragraph in a package part (DOCX).
/// `table`, `row`, `cell` and `paragraph` are 0-based; `table` is -1 for a paragraph outside of tables, `paragraph`
/// then counts the body's own paragraphs. `start` and `end` are code points into the paragraph's text.
struct PartPlace {
  std::shared_ptr<const std::string> part;  // e.g. "word/document.xml"; shared, never null
  int table = -1, row = -1, cell = -1, paragraph = 0;
  int start = 0, end = 0;
  bool operator==(const PartPlace& other) const;
};

/// A stretch of a line in a plain text. `line` is 1-based, `cell` 0-based (tabs part cells);
/// `start` and `end` are code points into the cell.
struct LinePlace {
  int line = 1, cell = 0;
  int start = 0, end = 0;
  bool operator==(const LinePlace&) const = default;
};

using Place = std::variant<PagePlace, PartPlace, LinePlace>;

/// The page of a place, 0 where the format has no pages.
[[nodiscard]] int page_of(const Place& place);

/// Joins what belongs together: boxes on one page to their union, neighbouring stretches of one paragraph or line
/// cell to one stretch. The order of first appearance is kept.
[[nodiscard]] std::vector<Place> merge_places(const std::vector<Place>& places);

}  // namespace pactable
