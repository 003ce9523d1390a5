// SPDX-License-Identifier: GPL-3.0-or-later
// What: what speaks for and against a row that begins at a line, and for and against lines that make one row.
// In:   the lines of a table, how its cells stand in their rows. Out: points; 0 says nothing, each is about the
//       logarithm of how much oftener a place that looks so is a border (or a row) than not.
// Never: decides: see row_decision.h.
#pragma once

#include <vector>

#include "tables/row_lines.h"

namespace pactable::tables {

/// How the cells of a column stand in their rows.
enum class Stand { kTop, kMiddle, kFoot };

struct RowModel {
  std::vector<Stand> stands;  // by column
  double space = 0;           // more than between lines, between two rows, in parts of the font size; 0: not known
};

class RowEvidence {
 public:
  RowEvidence(const AlignedTable& table, const RowLines& lines);

  /// Points of each line for beginning a row under `model`.
  [[nodiscard]] std::vector<double> borders(const RowModel& model) const;

  /// Points of lines [begin, end) for being one row; grows `end` line by line.
  class Row {
   public:
    Row(const RowEvidence& evidence, const RowModel& model, std::size_t begin);
    void add_line();
    [[nodiscard]] double points() const;
    [[nodiscard]] double deviation(int column, Stand stand) const;
    [[nodiscard]] std::size_t end() const { return end_; }
    [[nodiscard]] int labels() const { return labels_; }

   private:
    const RowEvidence& evidence_;
    const RowModel& model_;
    std::size_t begin_, end_;
    int holes_ = 0, labels_ = 0, other_numbers_ = 0, late_labels_ = 0;
    bool unnumbered_on_purpose_ = true;  // a title or a header
    double top_ = 0, foot_ = 0;          // first and last baseline
    std::vector<double> first_, last_;   // by column; NaN where it is empty
  };

  /// The space that is set between rows, as the numbers show it.
  [[nodiscard]] double space_by_labels() const;
  /// The space between the rows that begin at these lines.
  [[nodiscard]] double space_by_rows(const std::vector<std::size_t>& starts) const;
  /// Columns whose text goes on over the border above a line: merged cells.
  [[nodiscard]] std::vector<bool> goes_on(std::size_t line, const RowModel& model) const;

  [[nodiscard]] const RowLines& lines() const { return lines_; }
  [[nodiscard]] std::size_t size() const { return lines_.entries.size(); }
  [[nodiscard]] double line_distance() const { return line_distance_; }

 private:
  struct Edge {
    int closed = 0;          // columns that a rule or the edge of a shade closes above the line
    bool right = false;      // the last column among them
    std::vector<bool> open;  // columns that it leaves open
  };

  void measure_gaps();
  void count_labels();
  void measure_edges();
  void read_header();
  [[nodiscard]] double by_space(std::size_t line, const RowModel& model) const;
  [[nodiscard]] double by_text(std::size_t line, int column) const;
  [[nodiscard]] bool begins_alike(std::size_t line, int column) const;
  [[nodiscard]] double by_type(std::size_t line) const;
  [[nodiscard]] double by_edges(std::size_t line) const;
  [[nodiscard]] double by_labels(std::size_t line, const RowModel& model) const;
  [[nodiscard]] bool is_edge(std::size_t line) const;
  [[nodiscard]] bool is_slot(std::size_t line) const;
  [[nodiscard]] bool is_label(std::size_t line) const;
  [[nodiscard]] bool is_tight(std::size_t line, int column, double space) const;
  [[nodiscard]] const RowEntry& at(std::size_t line, int column) const {
    return lines_.entries[line][static_cast<std::size_t>(column)];
  }

  const AlignedTable& table_;
  const RowLines& lines_;
  double line_distance_ = 12;              // of the text column, in points
  std::vector<double> gaps_;               // of each line: least distance in a column over it, less its own, in em
  std::vector<std::vector<double>> over_;  // by line and column: distance of the entries around it, less its own, in em
  std::vector<Edge> edges_;
  bool edges_tell_ = false;             // rules or shades part the rows of this table
  std::vector<bool> ever_closed_;       // columns that a rule or shade closes somewhere
  std::vector<int> header_;             // 1: a header row begins, -1: it goes on, 0: below the header
  std::size_t first_label_ = SIZE_MAX;  // line
  bool spaced_inside_ = false;          // the same space stands between paragraphs of a cell, too
};

}  // namespace pactable::tables
