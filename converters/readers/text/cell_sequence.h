// SPDX-License-Identifier: GPL-3.0-or-later
// What: a text as a sequence of cells, one a line or one a paragraph, with what can be told of each by its signs.
// In:   lines. Out: cells in reading order: kind, label, lines.
// Never: looks at words of a language.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/text/decode.h"

namespace pactable::readers::text {

enum class CellKind : std::uint8_t {
  kLabel,  // "1.1", "A2": a label and nothing else
  kCode,   // a few letters or signs: "A", "***", "n/a"
  kTime,   // figures and little else: a year, a period, a date
  kName,   // a few words
  kList,   // names separated by commas or semicolons
  kText,   // a sentence
};
inline constexpr std::size_t kCellKinds = 6;

/// The parts of a label: "A-2.1" is {"A-", 2, 1}.
struct LabelPath {
  std::array<std::uint32_t, 5> numbers{};
  std::uint8_t depth = 0;
  std::uint8_t prefix_size = 0;
  std::array<char, 4> prefix{};  // lower case

  /// The next label in a plan: its sibling, its first child, or the sibling of one of its parents and the first child
  /// of that.
  [[nodiscard]] bool is_followed_by(const LabelPath& next) const;
  [[nodiscard]] bool is_parent_of(const LabelPath& child) const;
};

/// Empty depth where the word is no label with figures.
[[nodiscard]] LabelPath label_path(std::string_view word);

struct SequenceCell {
  std::uint32_t first = 0, last = 0;  // lines [first, last)
  CellKind kind = CellKind::kText;
  bool led = false;  // a label with figures stands alone in it or begins it
  bool blank_before = false;
};

struct CellSequence {
  std::vector<SequenceCell> cells;
  Lines lines;

  /// The first line of a cell, without white space around it.
  [[nodiscard]] std::string_view text(std::size_t cell) const;
  [[nodiscard]] LabelPath label(std::size_t cell) const;
  [[nodiscard]] bool labelled(std::size_t cell, bool alone) const {
    return alone ? cells[cell].kind == CellKind::kLabel && cells[cell].led : cells[cell].led;
  }
};

/// `paragraphs`: blank lines part the cells; else each filled line is one.
[[nodiscard]] CellSequence cell_sequence(Lines lines, bool paragraphs);

}  // namespace pactable::readers::text
