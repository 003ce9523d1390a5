// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/evidence.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::assembly {
namespace {

// A layer's box of a word and ours differ by a point or two; half of it must lie in the other.
constexpr double kShared = 0.5;
constexpr std::size_t kMostReadings = 6;

double share_within(const Box& box, const Box& frame) {
  const double width = std::min(box.x1, frame.x1) - std::max(box.x0, frame.x0);
  const double height = std::min(box.y1, frame.y1) - std::max(box.y0, frame.y0);
  const double area = box.width() * box.height();
  return width > 0 && height > 0 && area > 0 ? width * height / area : 0;
}

}  // namespace

Witnesses::Witnesses(const Evidence& evidence) : evidence_(evidence) {
  for (const layout::Witness& witness : evidence.witnesses) by_page_[witness.place.page].push_back(&witness);
  for (auto& [page, witnesses] : by_page_) {
    std::stable_sort(witnesses.begin(), witnesses.end(), [](const layout::Witness* a, const layout::Witness* b) {
      return a->place.box.x0 < b->place.box.x0;
    });
  }
}

std::vector<layout::Reading> Witnesses::readings_at(const layout::Text& text) const {
  std::vector<layout::Reading> readings;
  const std::vector<Place> places = text.places();
  if (by_page_.empty() || places.size() != 1 || !std::holds_alternative<PagePlace>(places[0])) return readings;
  const auto& place = std::get<PagePlace>(places[0]);
  const auto on_page = by_page_.find(place.page);
  if (on_page == by_page_.end()) return readings;
  const bool one_word = unicode::split_space(text.utf8()).size() == 1;
  std::string layer;
  const auto add = [&](const layout::Reading& reading) {
    const auto same = [&](const layout::Reading& other) { return other.text == reading.text; };
    if (reading.text != text.utf8() && readings.size() < kMostReadings &&
        std::none_of(readings.begin(), readings.end(), same)) {
      readings.push_back(reading);
    }
  };
  for (const layout::Witness* witness : on_page->second) {
    if (witness->kind == layout::Witness::Kind::kLayer) {
      if (share_within(witness->place.box, place.box) < kShared) continue;
      layer += (layer.empty() ? "" : " ") + witness->readings.front().text;
    } else if (one_word && share_within(witness->place.box, place.box) >= kShared &&
               share_within(place.box, witness->place.box) >= kShared) {
      for (const layout::Reading& reading : witness->readings) add(reading);
    }
  }
  if (!layer.empty()) add({layer, 0});
  return readings;
}

std::vector<numbering::Sighting> Witnesses::sightings_of(std::size_t item, const layout::Text& label) const {
  std::vector<numbering::Sighting> sightings;
  if (const auto look = evidence_.looks.find(item); look != evidence_.looks.end()) {
    const layout::Reading& best = look->second.readings.front();
    sightings.push_back({best.text, best.confidence, true});
    for (std::size_t i = 1; i < std::min(kMostReadings, look->second.readings.size()); ++i) {
      sightings.push_back({look->second.readings[i].text, look->second.readings[i].confidence, false});
    }
  }
  for (const layout::Reading& reading : readings_at(label)) {
    sightings.push_back({reading.text, reading.confidence, false});
  }
  return sightings;
}

}  // namespace pactable::assembly
