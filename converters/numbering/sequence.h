// SPDX-License-Identifier: GPL-3.0-or-later
// What: labels made ready for the lattice: exact readings, glyphs in the channel's alphabet, pages, scopes.
// In:   labels and scheme. Out: one Row per label that expects a number, in order.
// Never: changes or folds what the readings are made of; look-alikes are folded for the channel alone.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "numbering/numbering.h"
#include "numbering/path.h"

namespace pactable::numbering {

/// Longer label cells are text, not numbers; the channel sees their first glyphs only.
inline constexpr std::size_t kMostGlyphs = 14;

struct Glyphs {
  std::array<std::uint8_t, kMostGlyphs> at{};
  std::uint8_t length = 0;
  bool operator==(const Glyphs&) const = default;
};

struct Read {
  Path path;
  int form = -1;
  Path second;  // depth 0: none
};

/// What else was read at a label's place.
struct Seen {
  Glyphs glyphs;
  std::vector<Read> reads;
  bool second_look = false;
  std::string text;
};

struct Row {
  int label = 0;            // index into the labels
  Glyphs glyphs;            // of the label without brackets and final dot
  std::vector<Read> reads;  // exact readings
  int page = 0;             // index into Sequence::pages
  int scope = 0;            // counts up at every scope_begins
  bool scope_begins = false;
  bool empty = false;       // nothing printed
  bool final_dot = false;   // the label ends in a dot, which the glyphs are without
  bool damageable = false;  // OCR; else a disagreement is the author's
  int grid_depth = 0;       // 0: none asked
  bool section_like = false;
  bool codes_present = false;
  std::vector<Seen> seen;  // of a damageable label
};

/// A form ready to write candidates fast.
struct Pattern {
  Form form;
  std::vector<int> widths;  // zero-filled width per component; empty: none
};

struct Sequence {
  std::vector<Row> rows;
  std::vector<Pattern> patterns;                           // one per form
  std::array<std::vector<int>, kMostLevels + 1> by_depth;  // forms of a depth
  int deepest = 0;
  bool unordered = false;  // sorted by something else than its numbers
  std::vector<int> pages;  // page numbers, in order of appearance

  [[nodiscard]] bool has_depth(int depth) const {
    return depth >= 1 && depth <= kMostLevels && !by_depth[static_cast<std::size_t>(depth)].empty();
  }
  /// The number as the channel compares it: code lead, components, tail; no word lead.
  [[nodiscard]] Glyphs glyphs_of(const Path& path, int form) const;
  [[nodiscard]] std::string canonical_of(const Path& path, int form) const;
};

[[nodiscard]] Sequence prepare(std::span<const Label> labels, const Scheme& scheme);

/// In the channel's alphabet: ASCII, look-alikes of other scripts folded to it, 1 for anything else.
[[nodiscard]] std::uint8_t channel_glyph(char32_t c);

/// `printed` without outer brackets, the word lead of `scheme` and the final dot.
[[nodiscard]] std::string bare_label(std::string_view printed, const Scheme& scheme);

}  // namespace pactable::numbering
