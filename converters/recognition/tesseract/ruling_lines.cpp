// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/ruling_lines.h"

#include <algorithm>
#include <cmath>

namespace pactable::recognition::tesseract {
namespace {

constexpr double kBar = 18;  // points, a quarter of an inch: no stroke of body type is as long
// The serifs of a word run together where the print is blurred; few words are longer, and they end at a space.
constexpr double kFaintBar = 60;
constexpr double kMaxThickness = 3.6;  // points; programs draw borders up to 3 pt
constexpr double kMinLength = 24;      // points, of a joined line
// Points: where a fold or a light print breaks a line. A row of 9-point type, whose cells may span columns, is higher.
constexpr double kGap = 9;
constexpr double kWideGap = 16;  // points, where the gap is no side of a cell
constexpr double kNear = 2.5;    // points: an end at a crossing line
constexpr double kStep = 0.8;    // points: a pixel of a scanner at 100 dpi and a little
constexpr double kSlack = 1.5;   // points: how far the pieces of one line lie apart sideways
constexpr double kHalo = 0.35;   // points around a line that the scanner's blur darkened
// Hairlines are lighter than letters: between the threshold of the ink and the ground, this far up.
constexpr double kFaint = 0.55;
constexpr double kBeside = 1.2;      // points beside a line, where its own blur has ended
constexpr double kMaxBeside = 0.35;  // of that is ink; along the edge of a row of small letters nearly half
constexpr int kMaxPieces = 20'000;   // more is a picture

PixPtr faint_ink(const Sheet& sheet) {
  const int threshold = sheet.threshold + static_cast<int>(kFaint * (kGround - sheet.threshold));
  return PixPtr(pixThresholdToBinary(sheet.grey.get(), threshold));
}

// Runs of ink in one direction. Pixels that noise took out are put back; thickened across by `step`, so that a line
// that climbs by a pixel of the scanner is not parted.
PixPtr bars(PIX& ink, int length, int step, bool horizontal) {
  const PixPtr closed(horizontal ? pixCloseSafeBrick(nullptr, &ink, 3, 1) : pixCloseSafeBrick(nullptr, &ink, 1, 3));
  if (!closed) return nullptr;
  const PixPtr thick(horizontal ? pixDilateBrick(nullptr, closed.get(), 1, step)
                                : pixDilateBrick(nullptr, closed.get(), step, 1));
  if (!thick) return nullptr;
  return PixPtr(horizontal ? pixOpenBrick(nullptr, thick.get(), length, 1)
                           : pixOpenBrick(nullptr, thick.get(), 1, length));
}

// Ink in a row or column of pixels along a side of a piece, as a share of its length.
double ink_beside(const Sheet& sheet, const PixelBox& piece, bool horizontal, bool before) {
  const int off = sheet.pixels(kBeside);
  PixelBox side = piece;
  if (horizontal) {
    side.y0 = before ? piece.y0 - off - 1 : piece.y1 + off;
    side.y1 = side.y0 + 1;
  } else {
    side.x0 = before ? piece.x0 - off - 1 : piece.x1 + off;
    side.x1 = side.x0 + 1;
  }
  if (side.x0 < 0 || side.y0 < 0 || side.x1 > sheet.width() || side.y1 > sheet.height()) return 0;
  return static_cast<double>(count_pixels(*sheet.ink, side)) / std::max(side.width(), side.height());
}

bool is_line(const Sheet& sheet, const PixelBox& piece, bool horizontal) {
  const int thickness = horizontal ? piece.height() : piece.width();
  return thickness <= sheet.pixels(kMaxThickness) && ink_beside(sheet, piece, horizontal, true) <= kMaxBeside &&
         ink_beside(sheet, piece, horizontal, false) <= kMaxBeside;
}

// Along and across, so that both directions are handled alike.
struct Stretch {
  int begin = 0, end = 0, low = 0, high = 0;
  [[nodiscard]] double middle() const { return (low + high) / 2.0; }
};

Stretch stretch_of(const PixelBox& box, bool horizontal) {
  return horizontal ? Stretch{box.x0, box.x1, box.y0, box.y1} : Stretch{box.y0, box.y1, box.x0, box.x1};
}

PixelBox box_of(const Stretch& s, bool horizontal) {
  return horizontal ? PixelBox{s.begin, s.low, s.end, s.high} : PixelBox{s.low, s.begin, s.high, s.end};
}

// A line that leans vanishes where it lies between two rows of a scanner's pixels. A gap from one crossing line to the
// next is another matter: a cell that spans columns.
bool is_cell_side(const Stretch& line, const Stretch& piece, const std::vector<RulingLine>& crossing, double near) {
  const auto ends_at = [&](int place) {
    return std::any_of(crossing.begin(), crossing.end(), [&](const RulingLine& other) {
      const Stretch across = stretch_of(other.box, other.horizontal);
      return std::abs(across.middle() - place) <= near && across.begin <= line.high && across.end >= line.low;
    });
  };
  return ends_at(line.end) && ends_at(piece.begin);
}

std::vector<Stretch> join(std::vector<Stretch> pieces, const Sheet& sheet, const std::vector<RulingLine>& crossing) {
  std::sort(pieces.begin(), pieces.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
  std::vector<Stretch> lines;
  for (const Stretch& piece : pieces) {
    const auto goes_on = std::find_if(lines.rbegin(), lines.rend(), [&](const Stretch& line) {
      const int gap = piece.begin - line.end;
      return std::abs(piece.middle() - line.middle()) <= kSlack * sheet.scale &&
             (gap <= kGap * sheet.scale ||
              (gap <= kWideGap * sheet.scale && !is_cell_side(line, piece, crossing, kNear * sheet.scale)));
    });
    if (goes_on == lines.rend()) {
      lines.push_back(piece);
      continue;
    }
    goes_on->end = std::max(goes_on->end, piece.end);
    goes_on->low = std::min(goes_on->low, piece.low);
    goes_on->high = std::max(goes_on->high, piece.high);
  }
  return lines;
}

// What is darker than the ground inside a line's box, with the blur around it. Gaps that were bridged hold its remains.
void erase(Sheet& sheet, const RulingLine& line) {
  const int halo = sheet.pixels(kHalo);
  const PixelBox& box = line.box;
  for (PIX* const pix : {sheet.grey.get(), sheet.ink.get()}) {
    pixRasterop(pix, box.x0 - halo, box.y0 - halo, box.width() + 2 * halo, box.height() + 2 * halo,
                pix == sheet.ink.get() ? PIX_CLR : PIX_SET, nullptr, 0, 0);
  }
}

PixPtr line_mask(const Sheet& sheet, PIX& faint, bool horizontal) {
  const int step = std::max(2, sheet.pixels(kStep));
  PixPtr mask = bars(*sheet.ink, sheet.pixels(kBar), step, horizontal);
  const PixPtr hairlines = bars(faint, sheet.pixels(kFaintBar), step, horizontal);
  if (mask && hairlines) pixOr(mask.get(), mask.get(), hairlines.get());
  return mask;
}

}  // namespace

std::vector<RulingLine> take_ruling_lines(Sheet& sheet) {
  std::vector<RulingLine> lines;
  const PixPtr faint = faint_ink(sheet);
  if (!faint) return lines;
  for (const bool horizontal : {true, false}) {
    const PixPtr mask = line_mask(sheet, *faint, horizontal);
    if (!mask) continue;
    std::vector<Stretch> pieces;
    for (const PixelBox& box : piece_boxes(*mask, kMaxPieces)) {
      if (is_line(sheet, box, horizontal)) pieces.push_back(stretch_of(box, horizontal));
    }
    for (const Stretch& line : join(std::move(pieces), sheet, lines)) {
      if (line.end - line.begin < sheet.pixels(kMinLength)) continue;
      lines.push_back({box_of(line, horizontal), horizontal});
    }
  }
  for (const RulingLine& line : lines) erase(sheet, line);
  return lines;
}

}  // namespace pactable::recognition::tesseract
