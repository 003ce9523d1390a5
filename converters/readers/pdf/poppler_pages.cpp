// SPDX-License-Identifier: GPL-3.0-or-later
// The file that includes Poppler (with pictures.cpp, which only draws). Its core interface changes between releases:
// check the overridden functions of OutputDev and the constructors of PDFDoc and MemStream before raising the version
// below.
#include "readers/pdf/poppler_pages.h"

#include <Annot.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Stream.h>
#include <poppler-config.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

#include "core/current_page.h"
#include "core/unicode.h"
#include "readers/pdf/open_document.h"

static_assert(std::string_view(POPPLER_VERSION).starts_with("22.12."),
              "readers/pdf is written for the core interface of Poppler 22.12");

namespace pactable::readers::pdf {
namespace {

// A count that no printed plan reaches; a page tree that claims more is an attack or damage.
constexpr int kMaxPages = 20'000;
constexpr double kScreenDpi = 72;  // one PDF point is one unit
// Fonts lie about their heights; a letter taller or deeper than this would reach into the neighbouring line.
constexpr double kMaxAscent = 1.05, kMinAscent = 0.5, kMaxDescent = -0.4;
constexpr double kUsualAscent = 0.75, kUsualDescent = -0.25;
// A picture of the page leaves at most its margins uncovered; half the page is more than any illustration in a text.
constexpr double kPageImageShare = 0.5;

layout::Colour to_colour(const GfxRGB& rgb) {
  return {static_cast<std::uint8_t>(colToByte(rgb.r)), static_cast<std::uint8_t>(colToByte(rgb.g)),
          static_cast<std::uint8_t>(colToByte(rgb.b))};
}

/// A name that only numbers the glyphs of its font ("g37", "cid1204"). Names like "a37" and "C0065" hold codes.
bool is_glyph_number(std::string_view name) {
  constexpr std::array<std::string_view, 5> kLeads = {"gid", "glyph", "cid", "index", "g"};
  for (const std::string_view lead : kLeads) {
    if (!name.starts_with(lead) || name.size() == lead.size()) continue;
    const std::string_view digits = name.substr(lead.size());
    if (std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return true;
  }
  return false;
}

/// True where Poppler takes the number of a glyph for its character, for want of anything better: what it gives then is
/// no text. A collection that is not Identity, and a name that is not a mere number, tell the character.
bool has_no_unicode(const GfxFont& font, CharCode code) {
  if (font.hasToUnicodeCMap()) return false;
  if (font.isCIDFont()) {
    const GooString* collection = static_cast<const GfxCIDFont&>(font).getCollection();
    return collection != nullptr && collection->toStr() == "Adobe-Identity";
  }
  const char* name = code < 256 ? static_cast<const Gfx8BitFont&>(font).getCharName(static_cast<int>(code)) : nullptr;
  return name != nullptr && is_glyph_number(name);
}

struct FontTraits {
  bool bold = false, italic = false;
  double ascent = kUsualAscent, descent = kUsualDescent;
  double scale = 1;  // Type 3 fonts: height of their box in text space
};

FontTraits traits_of(const GfxFont& font) {
  FontTraits traits;
  std::string name = font.getName().value_or("");
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto has = [&](std::string_view part) { return name.find(part) != std::string::npos; };
  traits.bold = font.isBold() || font.getWeight() >= GfxFont::W600 || has("bold") || has("black") || has("heavy");
  traits.italic = font.isItalic() || has("italic") || has("oblique");
  if (font.getAscent() > 0) traits.ascent = std::clamp(font.getAscent(), kMinAscent, kMaxAscent);
  if (font.getDescent() < 0) traits.descent = std::max(font.getDescent(), kMaxDescent);
  if (font.getType() == fontType3) {
    const double* box = font.getFontBBox();
    const double height = std::abs((box[3] - box[1]) * font.getFontMatrix()[3]);
    if (height > 0 && std::isfinite(height)) traits.scale = height;
  }
  return traits;
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

class Recorder final : public OutputDev {
 public:
  explicit Recorder(DrawnPage& page) : page_(page) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }  // drawChar gives their Unicode; the shapes do not matter
  // Patterns and shadings are taken whole: no text, and unrolled they can be millions of operations.
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override {
    return true;
  }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  void startPage(int, GfxState* state, XRef*) override {
    page_.width = state->getPageWidth();
    page_.height = state->getPageHeight();
  }

  void restoreState(GfxState*) override { fill_known_ = false; }
  void saveState(GfxState*) override { fill_known_ = false; }
  void updateFillColor(GfxState*) override { fill_known_ = false; }
  void updateFillColorSpace(GfxState*) override { fill_known_ = false; }

  void updateTextMat(GfxState*) override { placed_ = true; }
  void updateTextPos(GfxState*) override { placed_ = true; }

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool for_mask) override {
    groups_.push_back(for_mask);
    masks_ += for_mask ? 1 : 0;
  }
  void endTransparencyGroup(GfxState*) override {
    if (groups_.empty()) return;
    masks_ -= groups_.back() ? 1 : 0;
    groups_.pop_back();
  }

  void beginActualText(GfxState*, const GooString* text) override {
    actual_text_ = text == nullptr ? std::string() : text->toStr();
    actual_begin_ = page_.glyphs.size();
  }
  void endActualText(GfxState*) override { settle_actual_text(); }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y, CharCode,
                int, const Unicode* u, int length) override;

  void stroke(GfxState* state) override { record_path(state, true); }
  void fill(GfxState* state) override { record_path(state, false); }
  void eoFill(GfxState* state) override { record_path(state, false); }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                     bool is_inline) override {
    record_image(state, width, height, false);
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, is_inline);  // skips inline bytes
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                 bool interpolate, const int* mask, bool is_inline) override {
    record_image(state, width, height, mask == nullptr);
    OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, is_inline);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*,
                       int mask_width, int mask_height, bool, bool) override {
    record_image(state, std::max(width, mask_width), std::max(height, mask_height), false);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*,
                           int mask_width, int mask_height, GfxImageColorMap*, bool) override {
    record_image(state, std::max(width, mask_width), std::max(height, mask_height), false);
  }

 private:
  void record_path(GfxState* state, bool stroked);
  void record_image(GfxState* state, int width, int height, bool opaque);
  void settle_actual_text();
  const FontTraits& font_traits(const GfxFont* font);
  layout::Colour fill_colour(const GfxState* state);

  DrawnPage& page_;
  const GfxFont* font_ = nullptr;
  FontTraits traits_;
  bool fill_known_ = false;
  bool placed_ = true;
  layout::Colour fill_;
  std::vector<bool> groups_;
  int masks_ = 0;  // depth of groups that only define a mask
  std::string actual_text_;
  std::size_t actual_begin_ = 0;
};

const FontTraits& Recorder::font_traits(const GfxFont* font) {
  if (font != font_) {
    font_ = font;
    traits_ = font == nullptr ? FontTraits() : traits_of(*font);
  }
  return traits_;
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
  constexpr int kFillStroke = 2, kInvisible = 3, kClipOnly = 7;
  Glyph glyph;
  const GfxFont* font = state->getFont().get();
  const bool mapped = u != nullptr && (font == nullptr || !has_no_unicode(*font, code));
  for (int i = 0; mapped && i < length; ++i) unicode::append_utf8(glyph.text, u[i]);
  state->transform(x - origin_x, y - origin_y, &glyph.origin.x, &glyph.origin.y);
  state->transformDelta(dx, dy, &glyph.advance.x, &glyph.advance.y);
  const FontTraits& traits = font_traits(font);
  double unit_x = 0, unit_y = 0, up_x = 0, up_y = 0;
  state->textTransformDelta(state->getHorizScaling(), 0, &unit_x, &unit_y);
  state->transformDelta(unit_x, unit_y, &unit_x, &unit_y);
  state->textTransformDelta(0, 1, &up_x, &up_y);
  state->transformDelta(up_x, up_y, &up_x, &up_y);
  glyph.spacing = state->getCharSpace() * std::hypot(unit_x, unit_y);
  glyph.font_size = std::abs(state->getFontSize()) * std::hypot(up_x, up_y) * traits.scale;
  glyph.ascent = traits.ascent;
  glyph.descent = traits.descent;
  const int mode = state->getRender();
  glyph.bold = traits.bold || mode == kFillStroke;
  glyph.italic = traits.italic;
  glyph.invisible = mode == kInvisible || mode == kClipOnly;
  glyph.colour = fill_colour(state);
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
  page_.paths.push_back(std::move(painted));
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
  page_.images.push_back({box, std::max(dpi(width, corners[1]), dpi(height, corners[2]))});
  if (!opaque || box.width() * box.height() < kPageImageShare * page_.width * page_.height) return;
  // An OCR program may also lay its text beneath the picture of the page instead of making it invisible.
  for (Glyph& glyph : page_.glyphs) {
    const bool beneath =
        glyph.origin.x >= box.x0 && glyph.origin.x <= box.x1 && glyph.origin.y >= box.y0 && glyph.origin.y <= box.y1;
    if (beneath) glyph.invisible = true;
  }
}

// Borders of links are drawn by the viewer and look like rulings.
bool is_shown(Annot* annotation, void*) { return annotation->getType() != Annot::typeLink; }

/// True for a reference to what is not there.
bool leads_nowhere(const Object& entry, XRef* objects) { return entry.isRef() && entry.fetch(objects).isNull(); }

/// A kid of the page tree that is no page and has nothing to show stands for one that is lost, as does a page whose
/// content is not there.
bool is_lost(PDFDoc& document, int number) {
  if (document.getPage(number) == nullptr) return true;
  const Ref* ref = document.getCatalog()->getPageRef(number);
  if (ref == nullptr) return true;
  XRef* objects = document.getXRef();
  const Object page = objects->fetch(*ref);
  if (!page.isDict()) return true;
  const Object content = page.dictLookup("Contents");
  if (content.isNull()) return !page.isDict("Page") || leads_nowhere(page.dictLookupNF("Contents"), objects);
  for (int i = 0; content.isArray() && i < content.arrayGetLength(); ++i) {
    if (leads_nowhere(content.arrayGetNF(i), objects)) return true;
  }
  return false;
}

Result<OpenReport> draw_document(PDFDoc& document, const Choices& choices,
                                 const std::function<void(DrawnPage&&)>& take) {
  OpenReport report;
  const Error no_page{ErrorCode::kDamaged, "the PDF has no page that can be reached"};
  report.page_count = document.getNumPages();
  if (report.page_count <= 0) return tl::unexpected<Error>(no_page);
  if (report.page_count > kMaxPages) return fail(ErrorCode::kLimit, "the PDF claims more than 20000 pages");
  note_page_count(report.page_count);
  for (int number = 1; number <= report.page_count; ++number) {
    const bool wanted = choices.last_page == 0 || number <= choices.last_page;
    if (wanted) note_page(number);
    if (!wanted || is_lost(document, number)) {
      report.missing_pages.push_back(number);
      continue;
    }
    DrawnPage page;
    page.number = number;
    Recorder recorder(page);
    static_cast<void>(take_cut_content());
    document.displayPage(&recorder, number, kScreenDpi, kScreenDpi, 0, false, true, false, nullptr, nullptr, is_shown,
                         nullptr);
    page.cut = take_cut_content();
    take(std::move(page));
  }
  note_page(0);
  if (static_cast<int>(report.missing_pages.size()) == report.page_count) return tl::unexpected<Error>(no_page);
  return report;
}

}  // namespace

Result<OpenReport> draw_pages(std::string_view bytes, const Choices& choices,
                              const std::function<void(DrawnPage&&)>& take) {
  const Result<OpenDocument> open = open_document(bytes, choices.passwords);
  if (!open) return tl::unexpected<Error>(open.error());
  Result<OpenReport> report = draw_document(*open->document, choices, take);
  if (!report) return report;
  report->repaired = *open->repaired;
  report->end_lost = open->page_tree_lost;
  return report;
}

}  // namespace pactable::readers::pdf
