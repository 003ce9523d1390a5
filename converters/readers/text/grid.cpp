// SPDX-License-Identifier: GPL-3.0-or-later
// What: tables in a frame: +----+----+ of rst, pandoc, mysql and psql, and the same in box drawing.
// Method: full rulers part the table into bands. A band is one row whose cells have several lines, or a row a line,
// as its rulers and cells tell; rulers that do not go through and bars that are missing are merged cells.
#include <algorithm>
#include <set>

#include "core/unicode.h"
#include "readers/text/drawn.h"
#include "readers/text/grid_band.h"
#include "readers/text/signs.h"
#include "readers/text/table_builder.h"
#include "readers/text/unsure.h"

namespace pactable::readers::text {
namespace {

constexpr std::size_t kMaxColumns = 256;

bool begins_with_bar(const Line& line) {
  if (line.blank || line.tab) return false;
  const auto signs = line_columns(unicode::trim(line.utf8).substr(0, 4)).signs;
  return !signs.empty() && drawn_sign(signs[0]) == '|';
}

bool is_full_ruler(const Line& line) {
  if (line.blank || line.tab) return false;
  const DrawnRuler ruler = find_ruler(line.utf8);
  return ruler.found && ruler.corners && ruler.outer;
}

// A ruler that stops at a merged cell: "|    +----+" or "+----+   |".
bool begins_with_corner(const Line& line) {
  if (line.blank || line.tab) return false;
  const auto signs = line_columns(unicode::trim(line.utf8).substr(0, 8)).signs;
  return signs.size() > 1 && drawn_sign(signs[0]) == '+' &&
         (drawn_sign(signs[1]) == '-' || drawn_sign(signs[1]) == '=');
}

struct Band {
  std::size_t begin = 0, end = 0;
  bool header = false;
};

class GridReader {
 public:
  GridReader(Lines lines, Markup markup) : lines_(lines), markup_(markup) {}

  void read(layout::Document& document) {
    find_bands();
    GridBandReader reader(lines_, {columns_.begin(), columns_.end()}, markup_);
    const bool rows_are_bands = doubled_ || bands_.size() > 2;
    for (const Band& band : bands_) reader.read(band.begin, band.end, rows_are_bands || band.header, band.header);
    reader.report(document);
    document.blocks.emplace_back(reader.builder().take());
  }

 private:
  // The header stands above the only doubled ruler, or above the second ruler of a table that has three.
  void find_bands() {
    std::vector<std::size_t> rulers;
    std::size_t doubled_at = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_full_ruler(lines_[i])) continue;
      rulers.push_back(i);
      const auto corners = corner_columns(lines_[i].utf8);
      if (columns_.size() + corners.size() <= 2 * kMaxColumns) columns_.insert(corners.begin(), corners.end());
      if (find_ruler(lines_[i].utf8).doubled && i > 0 && i + 1 < lines_.size()) {
        doubled_ = true;
        if (doubled_at == 0) doubled_at = i;
      }
    }
    rulers.push_back(lines_.size());
    for (std::size_t r = 0; r + 1 < rulers.size(); ++r) {
      if (rulers[r + 1] > rulers[r] + 1) bands_.push_back({rulers[r] + 1, rulers[r + 1], false});
    }
    for (Band& band : bands_) band.header = doubled_ && band.end <= doubled_at;
    if (!doubled_ && bands_.size() == 2) bands_.front().header = true;
  }

  Lines lines_;
  Markup markup_;
  std::set<std::size_t> columns_;
  std::vector<Band> bands_;
  bool doubled_ = false;
};

}  // namespace

DrawnExtent grid_table_extent(Lines lines, std::size_t begin) {
  if (!is_full_ruler(lines[begin])) return {begin, false, false, false};
  if (const auto corners = corner_columns(lines[begin].utf8).size(); corners < 2 || corners > kMaxColumns) {
    return {begin, false, false, false};
  }
  std::size_t end = begin + 1, rows = 0, last_ruler = begin;
  bool doubled = false;
  for (; end < lines.size(); ++end) {
    if (is_full_ruler(lines[end])) {
      last_ruler = end;
      doubled = doubled || find_ruler(lines[end].utf8).doubled;
    } else if (begins_with_bar(lines[end])) {
      ++rows;
    } else if (!begins_with_corner(lines[end])) {
      break;
    }
  }
  if (rows == 0 || last_ruler == begin) return {begin, false, false, false};
  return {end, true, false, doubled};
}

void read_grid_table(Lines lines, Markup markup, layout::Document& document) {
  GridReader(lines, markup).read(document);
}

}  // namespace pactable::readers::text
