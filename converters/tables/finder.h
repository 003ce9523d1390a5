// SPDX-License-Identifier: GPL-3.0-or-later
// What: looks for tables among the lines of a page by white space that goes on over many lines, by the columns that a
//       header names, and by those of the page before. Used by alignment.cpp, which says in what order.
// In:   words outside of ruled grids, rulings. Out: grids. Never: makes a table of prose.
#pragma once

#include <algorithm>
#include <optional>

#include "tables/aligned_rows.h"
#include "tables/cells.h"
#include "tables/gutters.h"

namespace pactable::tables {

inline constexpr double kMaxRowGap = 4.5;  // of the font size: rows set apart by empty lines and padding
inline constexpr int kMinBodyLines = 3;    // with several entries, below a header: they alone tell the columns
inline constexpr int kMinRows = 3;
inline constexpr double kTolerance = 0.12;  // of the lines may reach into a gutter: titles over several columns
inline constexpr double kBlockGap = 1.3;    // of the usual line distance: lines of one row stand closer

[[nodiscard]] inline bool all_bold(const Line& line) {
  return std::all_of(line.words.begin(), line.words.end(), [](const auto* w) { return w->bold; });
}

struct Candidate {
  Line line;
  std::vector<Line> chunks;
};

// A stretch of candidates [begin, end) that may be a table.
struct Range {
  std::size_t begin = 0, end = 0;
};

// Where a page break cuts a table that is known by its header or by the page before.
enum class Cut { kNone, kAbove, kBelow };

class Finder {
 public:
  /// `labelled`: looks only for tables whose rows are numbered, and the one that goes on from the page before.
  Finder(const Words& words, const Segments& rulings, const PageView& view, bool labelled = false);

  [[nodiscard]] std::vector<Grid> find();

  /// All lines as one table between its rules.
  [[nodiscard]] std::optional<Grid> framed() const;

  /// All lines as one table.
  [[nodiscard]] std::optional<Grid> whole(const std::vector<double>& known_borders) const;

 private:
  [[nodiscard]] double usual_space() const;
  [[nodiscard]] bool other_columns(std::size_t begin, const std::vector<Gutter>& gutters) const;
  [[nodiscard]] Range grow(std::size_t seed) const;
  [[nodiscard]] bool goes_on_in_text_column(std::size_t seed, std::size_t i) const;
  [[nodiscard]] bool begins_above(Range range) const;
  [[nodiscard]] bool goes_on_from_page_before(Range range) const;
  [[nodiscard]] AlignedTable gather(Range range) const;
  [[nodiscard]] AlignedTable open_table(Range range) const;
  [[nodiscard]] bool begins_other_columns(std::size_t seed, std::size_t i) const;
  [[nodiscard]] std::size_t with_title(std::size_t end, std::size_t header) const;
  [[nodiscard]] std::size_t grow_within(std::size_t begin, const std::vector<Gutter>& gutters, double left) const;
  [[nodiscard]] std::vector<Gutter> named_columns(std::size_t header) const;
  [[nodiscard]] bool parts_a_name(Range range, const std::vector<Gutter>& known, const Gutter& g) const;
  [[nodiscard]] std::optional<Grid> make_within(Range range, const std::vector<Gutter>& known, Cut cut) const;
  [[nodiscard]] std::optional<Grid> make_last_header(std::size_t begin) const;
  [[nodiscard]] std::optional<Grid> make_open(std::size_t& end) const;
  [[nodiscard]] std::optional<Grid> make_named(std::size_t header, std::size_t& end) const;
  [[nodiscard]] std::vector<Gutter> find_gutters(Range range, std::size_t header) const;
  [[nodiscard]] std::optional<Grid> check(Range range, bool framed) const;
  [[nodiscard]] bool is_ruled(const AlignedTable& table) const;

  const Segments& rulings_;
  const std::vector<Segment> shades_;  // upper and lower edges of shaded areas
  const PageView& view_;
  const bool labelled_;
  std::vector<Candidate> candidates_;
  double min_gutter_ = kMinGutter;      // of the font size
  double row_space_ = view_.row_space;  // of the table before, see AlignedTable
};

}  // namespace pactable::tables
