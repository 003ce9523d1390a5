// SPDX-License-Identifier: GPL-3.0-or-later
// What: builds one layout::Table from rows and cells in the order of the XML.
// In:   w:tr and w:tc with their properties. Out: a grid; merged cells stand once, grid columns in which no cell begins
//       are closed up.
// Never: drops a paragraph; makes a grid wider than kMaxColumns or larger than kMaxPositions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "layout/document.h"
#include "readers/docx/paint.h"

namespace pactable::readers::docx {

constexpr int kMaxColumns = 256;                   // Word itself stops at 63
constexpr std::int64_t kMaxPositions = 1'000'000;  // rows times columns; a plan of 35,000 rows has 350,000

enum class VerticalMerge { kNone, kRestart, kContinue };

struct CellProperties {
  int grid_span = 1;
  VerticalMerge vertical_merge = VerticalMerge::kNone;
  bool horizontal_continue = false;  // goes on with the cell at its left (w:hMerge)
  bool removed = false;              // by a tracked change
  std::optional<layout::Colour> shading;
  Paint ground;  // the same as far as it hides text: also patterns
};

class TableBuilder {
 public:
  TableBuilder(std::vector<layout::Oddity>& oddities, const Place& place) : oddities_(oddities), place_(place) {}

  /// Widths of grid columns, in their order.
  void add_grid_column(int width) { grid_.push_back(width); }
  void begin_row();
  void set_grid_before(int columns);
  void mark_header();
  /// The row was deleted with tracked changes: it and its cells are left out.
  void discard_row();
  void add_cell(const CellProperties& properties, std::vector<layout::Paragraph> paragraphs);
  void end_row();
  /// False: the grid is larger than is read, finish() will fail.
  [[nodiscard]] bool fits() const { return static_cast<std::int64_t>(table_.cells.size()) <= kMaxPositions; }
  /// True where a cell with these properties, put next, goes on with one that stands already.
  [[nodiscard]] bool continues(const CellProperties& properties) const;

  /// Fails with limit-exceeded where the grid is too large.
  [[nodiscard]] Result<layout::Table> finish();
  /// Of a finished table: where its columns begin and where the last one ends, in twentieths of a point from its left;
  /// empty where the file does not say.
  [[nodiscard]] const std::vector<int>& edges() const { return edges_; }

 private:
  void note_once(const char* rule, const char* message);
  void continue_merge(std::size_t cell, std::vector<layout::Paragraph>& paragraphs);
  [[nodiscard]] std::optional<std::size_t> merged_above(int column) const;
  void close_up_columns();

  void find_edges(const std::vector<int>& columns);

  layout::Table table_;
  std::vector<int> grid_, edges_;
  std::vector<layout::Oddity>& oddities_;
  Place place_;
  std::map<int, std::size_t> merges_;  // index of the cell that a merge restarts in, by grid column
  std::map<std::string, bool> noted_;
  std::size_t row_begin_ = 0;  // index of the first cell of the row
  int column_ = 0;
  std::optional<std::size_t> left_;  // index of the cell that was put last in this row
  bool discarded_ = false;
};

}  // namespace pactable::readers::docx
