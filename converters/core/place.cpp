// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/place.h"

#include <algorithm>

namespace pactable {

void Box::cover(const Box& other) {
  x0 = std::min(x0, other.x0);
  y0 = std::min(y0, other.y0);
  x1 = std::max(x1, other.x1);
  y1 = std::max(y1, other.y1);
}

bool PartPlace::operator==(const PartPlace& other) const {
  return (part == other.part || (part && other.part && *part == *other.part)) && table == other.table &&
         row == other.row && cell == other.cell && paragraph == other.paragraph && start == other.start &&
         end == other.end;
}

int page_of(const Place& place) {
  const auto* page = std::get_if<PagePlace>(&place);
  return page != nullptr ? page->page : 0;
}

namespace {

// White space between two stretches (a collapsed run, the blank after a number) does not part them.
constexpr int kNeighbourGap = 1;

bool absorb(PagePlace& into, const PagePlace& next) {
  if (into.page != next.page) return false;
  into.box.cover(next.box);
  return true;
}

template <class Stretch>
bool absorb_stretch(Stretch& into, const Stretch& next) {
  if (next.start < into.start || next.start > into.end + kNeighbourGap) return false;
  into.end = std::max(into.end, next.end);
  return true;
}

bool absorb(PartPlace& into, const PartPlace& next) {
  PartPlace same = next;
  same.start = into.start;
  same.end = into.end;
  return into == same && absorb_stretch(into, next);
}

bool absorb(LinePlace& into, const LinePlace& next) {
  return into.line == next.line && into.cell == next.cell && absorb_stretch(into, next);
}

bool absorb_place(Place& into, const Place& next) {
  return std::visit(
      [](auto& a, const auto& b) {
        if constexpr (std::is_same_v<std::decay_t<decltype(a)>, std::decay_t<decltype(b)>>) return absorb(a, b);
        return false;
      },
      into, next);
}

}  // namespace

std::vector<Place> merge_places(const std::vector<Place>& places) {
  std::vector<Place> merged;
  for (const Place& place : places) {
    // Boxes merge with any earlier box of their page, stretches only with the one before them.
    bool done = false;
    if (std::holds_alternative<PagePlace>(place)) {
      for (Place& earlier : merged) {
        if (absorb_place(earlier, place)) {
          done = true;
          break;
        }
      }
    } else {
      done = !merged.empty() && absorb_place(merged.back(), place);
    }
    if (!done) merged.push_back(place);
  }
  return merged;
}

}  // namespace pactable
