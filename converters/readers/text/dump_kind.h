// SPDX-License-Identifier: GPL-3.0-or-later
// What: the border of the kinds of text dumps, and the choice among them by evidence.
// In:   lines that no drawn table holds. Out: the kind whose reading explains most of them, or none.
// Never: decides by one line; leaves a close call unreported.
#pragma once

#include <string>
#include <string_view>

#include "layout/document.h"
#include "readers/text/decode.h"
#include "readers/text/markup.h"

namespace pactable::readers::text {

/// What speaks for a kind.
struct Evidence {
  double score = 0;    // 0..1: the share of the filled lines that become rows, times how regular these are
  std::string doubt;   // why a likely table is not read as one, or what is odd about reading it; empty mostly
  int doubt_line = 0;  // 1-based
};

/// One kind of dump. To add one: a file with this function pair, and a line in dump_kind.cpp.
struct DumpKind {
  std::string_view name;  // in plain words: "cells separated by tabs"
  Evidence (*weigh)(Lines lines);
  void (*read)(Lines lines, layout::Document& document);
};

/// Reads the lines by the kind with the highest score, as paragraphs (with `markup`) where none has any. A runner-up
/// that is nearly as good is reported (TEXT-KIND-UNSURE), as is the doubt of the winner (TEXT-COLUMNS-UNSURE); where
/// nothing is read as a table, every doubt is.
void read_by_best_kind(Lines lines, Markup markup, layout::Document& document);

/// Filled lines, the denominator of all scores.
[[nodiscard]] std::size_t filled_lines(Lines lines);

// The kinds.
[[nodiscard]] Evidence weigh_tabs(Lines lines);
void read_tabs(Lines lines, layout::Document& document);
[[nodiscard]] Evidence weigh_stacked(Lines lines);
void read_stacked(Lines lines, layout::Document& document);
[[nodiscard]] Evidence weigh_comma_values(Lines lines);
void read_comma_values(Lines lines, layout::Document& document);
[[nodiscard]] Evidence weigh_spaced_columns(Lines lines);
void read_spaced_columns(Lines lines, layout::Document& document);
[[nodiscard]] Evidence weigh_cell_per_line(Lines lines);
void read_cell_per_line(Lines lines, layout::Document& document);

}  // namespace pactable::readers::text
