// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/review/crops.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "overlay/png.h"
#include "readers/pdf/pictures.h"

namespace pactable::pages::review {
namespace {

// Twice the pixels of a screen at its usual 72 points to the inch: small print of a scan reads well when it is zoomed.
constexpr double kDpi = 144;
constexpr double kMargin = 6;          // points above and below the rows
constexpr double kMostNeighbour = 60;  // points of a neighbour: enough for its number and three lines
constexpr double kMostHeight = 420;    // points of a row: half a page
// Points between a value and its frame. The box of a recognised word misses the glyphs that were not recognised: a
// figure of 12 points and its dot are 9 wide.
constexpr double kMarkMarginX = 9, kMarkMarginY = 1;

bool is_usable(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
}

std::vector<Box> boxes_on(const std::vector<Place>& places, int page) {
  std::vector<Box> boxes;
  for (const Place& place : places) {
    const auto* on_page = std::get_if<PagePlace>(&place);
    if (on_page != nullptr && on_page->page == page && is_usable(on_page->box)) boxes.push_back(on_page->box);
  }
  return boxes;
}

std::optional<Box> cover(const std::vector<Box>& boxes) {
  if (boxes.empty()) return std::nullopt;
  Box out = boxes.front();
  for (const Box& box : boxes) out.cover(box);
  return out;
}

std::set<int> pages_of(const std::vector<Place>& places) {
  std::set<int> pages;
  for (const Place& place : places) {
    if (const auto* on_page = std::get_if<PagePlace>(&place); on_page != nullptr && is_usable(on_page->box)) {
      pages.insert(on_page->page);
    }
  }
  return pages;
}

const plan::Table* table_of(const plan::Plan& plan, const plan::Item& item) {
  const auto found = std::find_if(plan.tables.begin(), plan.tables.end(),
                                  [&](const plan::Table& table) { return table.id == item.table; });
  return found == plan.tables.end() ? nullptr : &*found;
}

/// Of a row that is taller than a crop may be, the part around what is marked.
Box bounded(Box row, const std::optional<Box>& mark) {
  if (row.height() <= kMostHeight) return row;
  const double middle = mark ? mark->mid_y() : row.y0;
  row.y0 = std::clamp(middle - kMostHeight / 2, row.y0, row.y1 - kMostHeight);
  row.y1 = row.y0 + kMostHeight;
  return row;
}

Box grown(const Box& box, double x, double y) { return {box.x0 - x, box.y0 - y, box.x1 + x, box.y1 + y}; }

Crop crop_on(const plan::Plan& plan, const Question& question, int page, const Box& row,
             const std::vector<Box>& marks) {
  Crop crop;
  crop.page = page;
  for (const Box& mark : marks) crop.marks.push_back(grown(mark, kMarkMarginX, kMarkMarginY));
  crop.area = bounded(row, cover(marks));
  const plan::Item& item = plan.items[question.item];
  const Box inside = crop.area;
  const auto add_neighbour = [&](std::size_t at) {
    if (at >= plan.items.size() || plan.items[at].table != item.table) return;
    const auto box = cover(boxes_on(plan.items[at].derived_from(), page));
    if (!box) return;
    if (box->mid_y() < inside.y0) crop.area.y0 = std::min(crop.area.y0, std::max(box->y0, inside.y0 - kMostNeighbour));
    if (box->mid_y() > inside.y1) crop.area.y1 = std::max(crop.area.y1, std::min(box->y1, inside.y1 + kMostNeighbour));
    crop.area.x0 = std::min(crop.area.x0, box->x0);
    crop.area.x1 = std::max(crop.area.x1, box->x1);
  };
  if (question.item > 0) add_neighbour(question.item - 1);
  add_neighbour(question.item + 1);
  if (const plan::Table* const table = table_of(plan, item)) {
    if (const auto whole = cover(boxes_on(table->derived_from, page))) {
      crop.area.x0 = std::min(crop.area.x0, whole->x0);
      crop.area.x1 = std::max(crop.area.x1, whole->x1);
    }
  }
  crop.area = grown(crop.area, kMarkMarginX, kMargin);
  crop.rows = {{crop.area.x0, row.y0 - kMarkMarginY, crop.area.x1, row.y1 + kMarkMarginY}};
  return crop;
}

/// The part of a picture, clipped to it; `area` becomes what was cut.
layout::Picture cut(const layout::Picture& picture, Box& area) {
  const auto pixel = [&](double points, int most) {
    return static_cast<int>(std::lround(std::clamp(points * picture.scale, 0.0, static_cast<double>(most))));
  };
  const int x0 = pixel(area.x0, picture.width), x1 = pixel(area.x1, picture.width);
  const int y0 = pixel(area.y0, picture.height), y1 = pixel(area.y1, picture.height);
  layout::Picture part{picture.page, x1 - x0, y1 - y0, picture.scale, {}};
  const auto offset = [&](int x, int y) { return (static_cast<std::ptrdiff_t>(y) * picture.width + x) * 3; };
  for (int y = y0; y < y1; ++y) {
    part.rgb.insert(part.rgb.end(), picture.rgb.begin() + offset(x0, y), picture.rgb.begin() + offset(x1, y));
  }
  area = {x0 / picture.scale, y0 / picture.scale, x1 / picture.scale, y1 / picture.scale};
  return part;
}

using Key = std::tuple<int, double, double, double, double>;

Key key_of(const Crop& crop) { return {crop.page, crop.area.x0, crop.area.y0, crop.area.x1, crop.area.y1}; }

}  // namespace

std::vector<Crop> plan_crops(const plan::Plan& plan, const Question& question) {
  std::vector<Crop> crops;
  const plan::Item& item = plan.items[question.item];
  const std::vector<Place> row = item.derived_from();
  std::vector<Place> all = row;
  all.insert(all.end(), question.second_half.begin(), question.second_half.end());
  // A value is shown on its page; a row that was cut, on both.
  const std::set<int> marked = pages_of(question.marks);
  std::set<int> pages = marked.empty() ? pages_of(all) : marked;
  if (question.second_half.empty() && pages.size() > 1) pages = {*pages.begin()};
  for (const int page : pages) {
    std::vector<Box> boxes = boxes_on(all, page);
    const std::vector<Box> marks = boxes_on(question.marks, page);
    boxes.insert(boxes.end(), marks.begin(), marks.end());
    if (const auto box = cover(boxes)) crops.push_back(crop_on(plan, question, page, *box, marks));
  }
  return crops;
}

Result<Crops> draw_crops(std::string_view bytes, const plan::Plan& plan, const std::vector<Question>& questions,
                         std::size_t most_bytes) {
  Crops crops;
  std::set<int> pages;
  for (const Question& question : questions) {
    crops.of_question.push_back(plan_crops(plan, question));
    for (const Crop& crop : crops.of_question.back()) pages.insert(crop.page);
  }
  std::size_t bytes_made = 0;
  std::map<Key, std::pair<std::size_t, Box>> drawn;  // picture and what it shows, by what was wanted
  const Status all = readers::pdf::draw_pictures(bytes, pages, kDpi, [&](layout::Picture&& picture) -> Status {
    for (std::vector<Crop>& of_question : crops.of_question) {
      for (Crop& crop : of_question) {
        if (crop.page != picture.page) continue;
        auto known = drawn.find(key_of(crop));
        if (known == drawn.end()) {
          const Key key = key_of(crop);
          Box area = crop.area;
          const layout::Picture part = cut(picture, area);
          if (part.width <= 0 || part.height <= 0) continue;
          Result<std::string> png = overlay::small_png(part);
          if (!png) return tl::unexpected<Error>(png.error());
          if (bytes_made + png->size() > most_bytes) {
            crops.all_drawn = false;
            continue;
          }
          bytes_made += png->size();
          crops.pictures.push_back(std::move(*png));
          known = drawn.emplace(key, std::pair(crops.pictures.size() - 1, area)).first;
        }
        crop.picture = known->second.first;
        crop.area = known->second.second;
      }
    }
    return {};
  });
  if (!all) return tl::unexpected<Error>(all.error());
  return crops;
}

}  // namespace pactable::pages::review
