// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/overlay.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "overlay/png.h"
#include "readers/pdf/pdf_reader.h"
#include "readers/pdf/pictures.h"
#include "tables/tables.h"

namespace pactable::overlay {
namespace {

using layout::Colour;
using layout::Picture;

constexpr Colour kRuling{220, 30, 30}, kCell{30, 80, 220};
constexpr Colour kHeader{40, 180, 60}, kRepeated{150, 60, 200}, kAfterBreak{255, 140, 0};
constexpr double kTint = 0.28;        // the text beneath stays readable
constexpr int kCellLine = 1;          // pixels, inside of the cell, so that neighbours can be told apart
constexpr double kRulingWidth = 0.8;  // points on either side of the middle: seen beside the printed line
constexpr double kCellInset = 1.2;    // points, so that rulings stay visible

struct Pixels {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // x1, y1: one past the last
};

Pixels pixels_of(const Picture& picture, const Box& box) {
  const auto at = [&](double v, int high) {
    const double pixel = std::isfinite(v) ? std::clamp(v * picture.scale, 0.0, static_cast<double>(high)) : 0.0;
    return static_cast<int>(std::lround(pixel));
  };
  return {at(box.x0, picture.width), at(box.y0, picture.height), at(box.x1, picture.width), at(box.y1, picture.height)};
}

void paint(Picture& picture, const Pixels& area, Colour colour, double strength) {
  const std::uint8_t paint[] = {colour.red, colour.green, colour.blue};
  for (int y = area.y0; y < area.y1; ++y) {
    for (int x = area.x0; x < area.x1; ++x) {
      const std::size_t at =
          (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 3;
      for (std::size_t c = 0; c < 3; ++c) {
        const double mixed = (1 - strength) * picture.rgb[at + c] + strength * paint[c];
        picture.rgb[at + c] = static_cast<std::uint8_t>(std::lround(mixed));
      }
    }
  }
}

void frame(Picture& picture, const Pixels& area, Colour colour) {
  const int x_in = std::min(area.x0 + kCellLine, area.x1);
  const int y_in = std::min(area.y0 + kCellLine, area.y1);
  paint(picture, {area.x0, area.y0, area.x1, y_in}, colour, 1);
  paint(picture, {area.x0, std::max(area.y1 - kCellLine, y_in), area.x1, area.y1}, colour, 1);
  paint(picture, {area.x0, y_in, x_in, area.y1}, colour, 1);
  paint(picture, {std::max(area.x1 - kCellLine, x_in), y_in, area.x1, area.y1}, colour, 1);
}

void mark_table(Picture& picture, int page, const layout::Table& table) {
  for (const layout::Cell& cell : table.cells) {
    if (!cell.box || cell.page != page || cell.row >= static_cast<int>(table.rows.size())) continue;
    const Box& b = *cell.box;
    const Pixels area =
        pixels_of(picture, {b.x0 + kCellInset, b.y0 + kCellInset, b.x1 - kCellInset, b.y1 - kCellInset});
    const layout::Row& row = table.rows[static_cast<std::size_t>(cell.row)];
    if (row.repeated_header) {
      paint(picture, area, kRepeated, kTint);
    } else if (row.header || cell.header) {
      paint(picture, area, kHeader, kTint);
    } else if (row.after_break) {
      paint(picture, area, kAfterBreak, kTint);
    }
    frame(picture, area, kCell);
  }
}

}  // namespace

void mark(Picture& picture, const layout::Page& page, const std::vector<layout::Block>& blocks) {
  for (const layout::Block& block : blocks) {
    if (const auto* table = std::get_if<layout::Table>(&block)) mark_table(picture, page.number, *table);
  }
  for (const layout::Ruling& ruling : page.rulings) {
    const Box& b = ruling.box;
    const Box line = ruling.horizontal ? Box{b.x0, b.mid_y() - kRulingWidth, b.x1, b.mid_y() + kRulingWidth}
                                       : Box{b.mid_x() - kRulingWidth, b.y0, b.mid_x() + kRulingWidth, b.y1};
    paint(picture, pixels_of(picture, line), kRuling, 1);
  }
}

Result<std::vector<PagePicture>> draw_pages(std::string_view bytes) {
  if (!readers::pdf::recognises(bytes)) return fail(ErrorCode::kUnsupported, "an overlay is drawn for PDF only");
  const Result<layout::Document> document = readers::pdf::read(bytes);
  if (!document) return tl::unexpected<Error>(document.error());
  const std::vector<layout::Block> blocks = tables::join(tables::find(*document));
  std::vector<PagePicture> pictures;
  const Status drawn = readers::pdf::draw_pictures(bytes, [&](Picture&& picture) -> Status {
    const auto page = std::find_if(document->pages.begin(), document->pages.end(),
                                   [&](const layout::Page& p) { return p.number == picture.page; });
    if (page != document->pages.end()) mark(picture, *page, blocks);
    Result<std::string> png = full_png(picture);
    if (!png) return tl::unexpected<Error>(png.error());
    pictures.push_back({picture.page, std::move(*png)});
    return {};
  });
  if (!drawn) return tl::unexpected<Error>(drawn.error());
  return pictures;
}

}  // namespace pactable::overlay
