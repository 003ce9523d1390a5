// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/word_cuts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/unicode.h"

namespace pactable::tables {
namespace {

constexpr double kMaxPadding = 8;      // points; word processors leave 5.4 pt between border and text
constexpr double kLetterRoom = 1.1;    // letters differ from the average width of their word
constexpr std::size_t kFewBreaks = 6;  // fewer line ends may be filled by chance
constexpr double kFilled = 0.8;        // of the line ends of a column that is cut anywhere
constexpr double kFlush = 0.1;         // of the font size: lines that end together within this are set flush

double first_letter(const Line& line) {
  const layout::Word& word = *line.words.front();
  const double letters = std::max<double>(1, static_cast<double>(unicode::length(word.text)));
  return word.box.width() / letters;
}

}  // namespace

bool is_filled(const Line& above, const Line& below, double right) {
  if (above.rotation != 0 || below.rotation != 0) return false;
  return right - above.box.x1 < kLetterRoom * first_letter(below);
}

std::vector<ColumnEnd> column_ends(const Grid& grid, const std::vector<std::vector<Line>>& lines) {
  std::vector<ColumnEnd> ends(static_cast<std::size_t>(grid.columns()),
                              {kMaxPadding, std::numeric_limits<double>::lowest(), false});
  const auto each = [&](const auto& take) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      if (grid.cells[i].column_span != 1) continue;
      ColumnEnd& end = ends[static_cast<std::size_t>(grid.cells[i].column)];
      for (std::size_t l = 0; l < lines[i].size(); ++l) take(end, grid.cells[i], lines[i], l);
    }
  };
  each([&](ColumnEnd& end, const GridCell& cell, const std::vector<Line>& of_cell, std::size_t l) {
    end.padding = std::min(end.padding, std::max(0.0, of_cell[l].box.x0 - grid.box(cell).x0));
    end.longest = std::max(end.longest, of_cell[l].box.x1);
  });
  struct Count {
    std::size_t breaks = 0, filled = 0;
    double least = std::numeric_limits<double>::max();
  };
  std::vector<Count> counts(ends.size());
  each([&](ColumnEnd& end, const GridCell& cell, const std::vector<Line>& of_cell, std::size_t l) {
    if (l + 1 >= of_cell.size()) return;
    Count& count = counts[static_cast<std::size_t>(cell.column)];
    ++count.breaks;
    if (!is_filled(of_cell[l], of_cell[l + 1], end.longest)) return;
    ++count.filled;
    count.least = std::min(count.least, of_cell[l].box.x1 + kFlush * of_cell[l].size);
  });
  for (std::size_t c = 0; c < ends.size(); ++c) {
    const bool flush = counts[c].least > ends[c].longest;
    ends[c].anywhere = counts[c].breaks >= kFewBreaks && !flush &&
                       static_cast<double>(counts[c].filled) >= kFilled * static_cast<double>(counts[c].breaks);
  }
  return ends;
}

}  // namespace pactable::tables
