// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/recorder.h"

#include <GfxState.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "core/unicode.h"

namespace pactable::readers::pdf {
namespace {

// A picture of the page leaves at most its margins uncovered; half the page is more than any illustration in a text.
constexpr double kPageImageShare = 0.5;
constexpr double kTableWidth = 0.35, kTableShare = 0.04;  // of the page: narrower or lower pictures hold no table
constexpr int kTablePixels = 100;                         // on either side: fewer are no letters
constexpr double kUnseenOpacity = 0.02;                   // below that nobody sees a letter
constexpr double kFullOpacity = 0.98;                     // from that on nothing shines through

layout::Colour to_colour(const GfxRGB& rgb) {
  return {static_cast<std::uint8_t>(colToByte(rgb.r)), static_cast<std::uint8_t>(colToByte(rgb.g)),
          static_cast<std::uint8_t>(colToByte(rgb.b))};
}

// Text of an ActualText entry: UTF-16BE with a byte order mark, else taken as Latin-1 (PDFDocEncoding agrees for text).
std::string decode_text_string(const std::string& bytes) {
  std::string out;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (bytes.size() < 2 || at(0) != 0xFE || at(1) != 0xFF) {
    for (std::size_t i = 0; i < bytes.size(); ++i) unicode::append_utf8(out, at(i));
    return out;
  }
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t c = static_cast<char32_t>(at(i) << 8 | at(i + 1));
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      const auto low = static_cast<char32_t>(at(i + 2) << 8 | at(i + 3));
      c = 0x10000 + ((c - 0xD800) << 10) + (low & 0x3FF);
      i += 2;
    }
    unicode::append_utf8(out, c);
  }
  return out;
}

}  // namespace

void Recorder::take_font(const GfxFont* font) {
  if (font == font_ && !page_.fonts.empty()) return;
  font_ = font;
  traits_ = font == nullptr ? FontTraits() : traits_of(*font);
  const std::pair<int, int> id =
      font == nullptr ? std::pair(-1, -1) : std::pair(font->getID()->num, font->getID()->gen);
  const auto [known, added] = fonts_.try_emplace(id, static_cast<std::uint32_t>(page_.fonts.size()));
  font_index_ = known->second;
  if (added) page_.fonts.push_back(font == nullptr ? DrawnFont() : drawn_font(*font));
}

std::uint32_t Recorder::clip_of(const GfxState* state) {
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  if (page_.clips.empty() || !(page_.clips.back() == clip)) page_.clips.push_back(clip);
  return static_cast<std::uint32_t>(page_.clips.size() - 1);
}

layout::Colour Recorder::fill_colour(const GfxState* state) {
  if (!fill_known_) {
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    fill_ = to_colour(rgb);
    fill_known_ = true;
  }
  return fill_;
}

void Recorder::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                        CharCode code, int, const Unicode* u, int length) {
  if (masks_ > 0) return;
  constexpr int kFillStroke = 2, kInvisible = 3, kFillClip = 4, kClipOnly = 7;
  Glyph glyph;
  const GfxFont* font = state->getFont().get();
  const bool mapped = u != nullptr && (font == nullptr || !has_no_unicode(*font, code));
  for (int i = 0; mapped && i < length; ++i) unicode::append_utf8(glyph.text, u[i]);
  state->transform(x - origin_x, y - origin_y, &glyph.origin.x, &glyph.origin.y);
  state->transformDelta(dx, dy, &glyph.advance.x, &glyph.advance.y);
  take_font(font);
  double unit_x = 0, unit_y = 0, up_x = 0, up_y = 0;
  state->textTransformDelta(state->getHorizScaling(), 0, &unit_x, &unit_y);
  state->transformDelta(unit_x, unit_y, &unit_x, &unit_y);
  state->textTransformDelta(0, 1, &up_x, &up_y);
  state->transformDelta(up_x, up_y, &up_x, &up_y);
  glyph.spacing = state->getCharSpace() * std::hypot(unit_x, unit_y);
  glyph.font_size = std::abs(state->getFontSize()) * std::hypot(up_x, up_y) * traits_.scale;
  glyph.ascent = traits_.ascent;
  glyph.descent = traits_.descent;
  const int mode = state->getRender();
  glyph.bold = traits_.bold || mode == kFillStroke;
  glyph.italic = traits_.italic;
  glyph.invisible = mode == kInvisible || mode == kClipOnly;
  glyph.colour = fill_colour(state);
  glyph.clear = state->getFillOpacity() < kUnseenOpacity && (mode == 0 || mode == kFillClip);
  glyph.font = font_index_;
  glyph.code = code;
  glyph.clip = clip_of(state);
  glyph.order = painted_++;
  glyph.placed = placed_;
  placed_ = false;
  page_.glyphs.push_back(std::move(glyph));
}

// A producer states the actual text where the glyphs do not tell it; where they do, the glyphs are believed.
void Recorder::settle_actual_text() {
  if (actual_text_.empty() || actual_begin_ >= page_.glyphs.size()) return;
  const auto first = page_.glyphs.begin() + static_cast<std::ptrdiff_t>(actual_begin_);
  if (std::any_of(first, page_.glyphs.end(), [](const Glyph& g) { return g.text.empty(); })) {
    first->text = decode_text_string(actual_text_);
    const Glyph& last = page_.glyphs.back();
    first->advance = {last.origin.x + last.advance.x - first->origin.x,
                      last.origin.y + last.advance.y - first->origin.y};
    page_.glyphs.erase(first + 1, page_.glyphs.end());
  }
  actual_text_.clear();
}

void Recorder::record_path(GfxState* state, bool stroked) {
  if (masks_ > 0) return;
  const GfxPath* path = state->getPath();
  PaintedPath painted;
  painted.stroked = stroked;
  painted.outlines.reserve(static_cast<std::size_t>(path->getNumSubpaths()));
  for (int s = 0; s < path->getNumSubpaths(); ++s) {
    const GfxSubpath* subpath = path->getSubpath(s);
    Outline outline;
    outline.closed = subpath->isClosed();
    outline.points.resize(static_cast<std::size_t>(subpath->getNumPoints()));
    for (int i = 0; i < subpath->getNumPoints(); ++i) {
      Point& p = outline.points[static_cast<std::size_t>(i)];
      state->transform(subpath->getX(i), subpath->getY(i), &p.x, &p.y);
      outline.curved = outline.curved || subpath->getCurve(i);
    }
    painted.outlines.push_back(std::move(outline));
  }
  state->getClipBBox(&painted.clip.x0, &painted.clip.y0, &painted.clip.x1, &painted.clip.y1);
  if (stroked) {
    painted.line_width = state->getTransformedLineWidth();
    GfxRGB rgb;
    state->getStrokeRGB(&rgb);
    painted.colour = to_colour(rgb);
  } else {
    painted.colour = fill_colour(state);
  }
  painted.opaque = state->getFillOpacity() >= kFullOpacity && state->getBlendMode() == gfxBlendNormal &&
                   groups_.empty() && !soft_mask_;
  painted.order = painted_++;
  page_.paths.push_back(std::move(painted));
}

// Of the picture that was recorded last: as large as a table, and no picture of the page.
bool Recorder::looks_large(int width, int height) {
  if (masks_ > 0 || page_.images.empty() || page_.images.back().order + 1 != painted_) return false;
  const Box& box = page_.images.back().box;
  const double share = box.width() * box.height() / (page_.width * page_.height);
  const double pixels = static_cast<double>(width) * height;
  const bool large = box.width() >= kTableWidth * page_.width && share >= kTableShare && share < kPageImageShare;
  if (!large || width < kTablePixels || height < kTablePixels || pixels > pixels_left_) return false;
  pixels_left_ -= pixels;
  return true;
}

bool Recorder::record_shading(GfxState* state) {
  if (masks_ > 0) return true;
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  page_.shaded.push_back({clip, painted_++});
  return true;
}

void Recorder::record_image(GfxState* state, int width, int height, bool opaque) {
  if (masks_ > 0) return;
  std::array<Point, 4> corners;
  state->transform(0, 0, &corners[0].x, &corners[0].y);
  state->transform(1, 0, &corners[1].x, &corners[1].y);
  state->transform(0, 1, &corners[2].x, &corners[2].y);
  state->transform(1, 1, &corners[3].x, &corners[3].y);
  Box box{corners[0].x, corners[0].y, corners[0].x, corners[0].y};
  for (const Point& p : corners) box.cover({p.x, p.y, p.x, p.y});
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  box = {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1), std::min(box.y1, clip.y1)};
  if (!(box.x1 > box.x0) || !(box.y1 > box.y0)) return;
  const auto dpi = [&](int pixels, const Point& end) {
    const double length = std::hypot(end.x - corners[0].x, end.y - corners[0].y);
    return pixels > 0 && length > 0 ? pixels * kScreenDpi / length : 0;
  };
  page_.images.push_back({box, std::max(dpi(width, corners[1]), dpi(height, corners[2])), painted_++});
  if (!opaque || box.width() * box.height() < kPageImageShare * page_.width * page_.height) return;
  // An OCR program may also lay its text beneath the picture of the page instead of making it invisible.
  for (Glyph& glyph : page_.glyphs) {
    const bool beneath =
        glyph.origin.x >= box.x0 && glyph.origin.x <= box.x1 && glyph.origin.y >= box.y0 && glyph.origin.y <= box.y1;
    if (beneath) glyph.invisible = true;
  }
}

}  // namespace pactable::readers::pdf
