// SPDX-License-Identifier: GPL-3.0-or-later
// What: takes down what Poppler draws of a page.
// In:   Poppler's calls while it shows a page. Out: a DrawnPage. Never: decodes image bytes, but of
// the few pictures that are as large as a table.
#pragma once

#include <GfxState.h>
#include <OutputDev.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "readers/pdf/drawn_page.h"
#include "readers/pdf/font_traits.h"
#include "readers/pdf/picture_tables.h"

namespace pactable::readers::pdf {

inline constexpr double kMostPixels = 8e6;  // of the pictures of a page that are looked at: two full screens
inline constexpr double kScreenDpi = 72;    // one PDF point is one unit

class Recorder final : public OutputDev {
 public:
  explicit Recorder(DrawnPage& page) : page_(page) {}

  /// Maps the units of the page's content to points of the page.
  [[nodiscard]] const std::array<double, 6>& matrix() const { return matrix_; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }  // drawChar gives their Unicode; the shapes do not matter
  // Patterns and shadings are taken whole: no text, and unrolled they can be millions of operations.
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override {
    return record_shading(state);
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return record_shading(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return record_shading(state); }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return record_shading(state); }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return record_shading(state); }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return record_shading(state); }

  void startPage(int, GfxState* state, XRef*) override {
    page_.width = state->getPageWidth();
    page_.height = state->getPageHeight();
    std::copy_n(state->getCTM(), matrix_.size(), matrix_.begin());
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

  void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override { soft_mask_ = true; }

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
    if (!is_inline && looks_large(width, height))
      page_.images.back().table = shows_table(*stream, width, height, *colours);
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
  [[nodiscard]] bool looks_large(int width, int height);
  bool record_shading(GfxState* state);
  void settle_actual_text();
  void take_font(const GfxFont* font);
  std::uint32_t clip_of(const GfxState* state);
  layout::Colour fill_colour(const GfxState* state);

  DrawnPage& page_;
  std::array<double, 6> matrix_ = {1, 0, 0, 1, 0, 0};
  const GfxFont* font_ = nullptr;
  FontTraits traits_;
  std::uint32_t font_index_ = 0;
  std::map<std::pair<int, int>, std::uint32_t> fonts_;  // by their object
  std::uint32_t painted_ = 0;
  double pixels_left_ = kMostPixels;  // to be looked at
  bool soft_mask_ = false;            // one was set on this page: what is painted later may be seen through
  bool fill_known_ = false;
  bool placed_ = true;
  layout::Colour fill_;
  std::vector<bool> groups_;
  int masks_ = 0;  // depth of groups that only define a mask
  std::string actual_text_;
  std::size_t actual_begin_ = 0;
};

}  // namespace pactable::readers::pdf
