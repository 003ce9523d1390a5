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

namespace pactable::readers::docx {

constexpr int kMaxColumns = 256;                   // Word itself stops at 63
constexpr std::int64_t kMaxPositions = 2'000'000;  // rows times columns after expansion

enum class VerticalMerge { kNone, kRestart, kContinue };

struct CellProperties {
  int grid_span = 1;
  VerticalMerge vertical_merge = VerticalMerge::kNone;
  std::optional<layout::Colour> shading;
};

class TableBuilder {
 public:
  TableBuilder(std::vector<layout::Oddity>& oddities, const Place& place) : oddities_(oddities), place_(place) {}

  void begin_row();
  void set_grid_before(int columns);
  void mark_header();
  /// The row was deleted with tracked changes: it and its cells are left out.
  void discard_row();
  void add_cell(const CellProperties& properties, std::vector<layout::Paragraph> paragraphs);
  void end_row();

  /// Fails with limit-exceeded where the grid is too large.
  [[nodiscard]] Result<layout::Table> finish();

 private:
  void note_once(const char* rule, const char* message);
  bool continue_merge(int column, std::vector<layout::Paragraph>& paragraphs);
  void close_up_columns();

  layout::Table table_;
  std::vector<layout::Oddity>& oddities_;
  Place place_;
  std::map<int, std::size_t> merges_;  // index of the cell that a merge restarts in, by grid column
  std::map<std::string, bool> noted_;
  std::size_t row_begin_ = 0;  // index of the first cell of the row
  int column_ = 0;
  bool discarded_ = false;
};

}  // namespace pactable::readers::docx
