// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/alignment.h"

#include <algorithm>

#include "tables/finder.h"
#include "tables/frames.h"
#include "tables/paragraphs.h"

namespace pactable::tables {
namespace {

bool holds(const Box& frame, const Box& box) {
  return frame.x0 <= box.mid_x() && box.mid_x() <= frame.x1 && frame.y0 <= box.mid_y() && box.mid_y() <= frame.y1;
}

}  // namespace

std::vector<Grid> find_aligned(const Words& words, const Segments& rulings, const PageView& view) {
  std::vector<Grid> grids;
  Words rest = words;
  // The rows of a numbered table tell more than the rules around some of them.
  const auto numbers =
      std::count_if(words.begin(), words.end(), [](const layout::Word* word) { return begins_list(word->text + " "); });
  if (numbers >= kMinRows || !view.open_columns.empty()) grids = Finder(words, rulings, view, true).find();
  std::erase_if(rest, [&](const layout::Word* word) {
    return std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) { return cell_of(grid, *word) >= 0; });
  });
  for (const Box& frame : find_frames(rest, rulings)) {
    const auto inside = [&](const layout::Word* w) { return holds(frame, w->box); };
    Words inner;
    std::copy_if(rest.begin(), rest.end(), std::back_inserter(inner), inside);
    std::optional<Grid> grid = Finder(inner, rulings, view).framed();
    if (!grid) continue;
    std::erase_if(rest, inside);
    grids.push_back(std::move(*grid));
  }
  for (Grid& grid : Finder(rest, rulings, view).find()) grids.push_back(std::move(grid));
  return grids;
}

std::optional<Grid> align_all(const Words& words, const std::vector<double>& borders, const Segments& rulings,
                              const PageView& view) {
  return Finder(words, rulings, view).whole(borders);
}

}  // namespace pactable::tables
