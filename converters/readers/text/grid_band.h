// SPDX-License-Identifier: GPL-3.0-or-later
// What: the rows of one band of a drawn grid, the lines between two rulers that go through.
// In:   lines and the columns of the borders. Out: rows in a TableBuilder.
// Never: drops a character that is no border; guesses at a merged cell that is no rectangle without reporting it.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/text/decode.h"
#include "readers/text/markup.h"
#include "readers/text/table_builder.h"
#include "readers/text/unsure.h"

namespace pactable::readers::text {

class GridBandReader {
 public:
  /// `borders`: columns of the vertical borders, ascending.
  GridBandReader(Lines lines, std::vector<std::size_t> borders, Markup markup)
      : lines_(lines), borders_(std::move(borders)), markup_(markup) {}

  /// Lines [begin, end). `one_row`: they are one row with cells of several lines, unless every one of them is a whole
  /// row; else each is a row.
  void read(std::size_t begin, std::size_t end, bool one_row, bool header);
  [[nodiscard]] TableBuilder& builder() { return builder_; }
  void report(layout::Document& document);

 private:
  struct Part;  // lines between two rulers of any kind
  struct Span {
    std::size_t first = 0, last = 0;  // columns [first, last)
  };
  [[nodiscard]] std::size_t column_count() const { return borders_.size() < 2 ? 1 : borders_.size() - 1; }
  [[nodiscard]] std::vector<Part> split_parts(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::vector<std::size_t> cut(std::size_t line) const;
  [[nodiscard]] std::vector<Span> spans(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool all_whole_rows(std::size_t begin, std::size_t end) const;
  void read_part_rows(std::size_t begin, std::size_t end, bool one_row, bool header);
  void read_merged(const std::vector<Part>& parts, bool header);
  [[nodiscard]] bool ruled_below(std::size_t ruler, const Span& span) const;

  Lines lines_;
  std::vector<std::size_t> borders_;
  Markup markup_;
  TableBuilder builder_;
  UnsureLines unsure_;
};

}  // namespace pactable::readers::text
