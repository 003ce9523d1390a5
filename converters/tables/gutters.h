// SPDX-License-Identifier: GPL-3.0-or-later
// What: the white space between columns: which lines run over it, where a line is cut at it, which gutters are hard to
//       see. In: lines, gutters. Out: gutters from left to right, stretches of lines. Never: looks at the height of a
//       line.
#pragma once

#include <vector>

#include "tables/aligned_rows.h"
#include "tables/lines.h"

namespace pactable::tables {

inline constexpr double kChunkGap = 0.9;   // of the font size: justified prose rarely opens its spaces wider
inline constexpr double kMinGutter = 0.5;  // of the font size, over all lines of a table

/// True where a line runs over a gutter (any of several) without opening a gap there.
[[nodiscard]] bool crosses(const Line& line, const Gutter& g);
[[nodiscard]] bool crosses(const Line& line, const std::vector<Gutter>& gutters);

/// Cuts a line at wide gaps and wherever a gap of `min_gutter` (of the font size) lies over a gutter.
[[nodiscard]] std::vector<Line> split_at_gutters(const Line& line, const std::vector<Gutter>& gutters,
                                                 double min_gutter);

/// Cuts a line only where a gap lies over a gutter: justified text in known columns opens wide gaps of its own.
[[nodiscard]] std::vector<Line> cut_at_gutters(const Line& line, const std::vector<Gutter>& gutters, double min_gutter);

/// The white space between columns of numbers may be as narrow as a word space; between words it then tells nothing.
/// Adds the gutters that most of the lines open between two numbers.
void add_narrow_gutters(const std::vector<const Line*>& lines, double page_width, std::vector<Gutter>& gutters);

/// Columns with few entries lie within the tolerance of a gutter: entries that stand wholly inside show them. `lines`
/// holds the stretches of each line.
[[nodiscard]] std::vector<Gutter> part_at_entries(const std::vector<Gutter>& gutters,
                                                  const std::vector<std::vector<Line>>& lines, double min_width);

/// Columns with so few entries that they lie within the tolerance, at the side of a fuller one: adds the white space
/// that every stretch of `lines` keeps free inside a column, where several stand on each of its sides.
void add_sparse_columns(const std::vector<std::vector<Line>>& lines, double page_width, double min_width,
                        std::vector<Gutter>& gutters);

/// Columns that a series of names of one form heads (2026 2027 2028, Q1 Q2 Q3): marks stand in few rows, so that
/// columns of a series lie within the tolerance or lean on their neighbours. `head` holds the stretches of the header's
/// lines, `body` those of the lines below; what stands in the body keeps its column whole.
void add_series_columns(const std::vector<std::vector<Line>>& head, const std::vector<std::vector<Line>>& body,
                        double page_width, double min_width, std::vector<Gutter>& gutters);

}  // namespace pactable::tables
