// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/label_strip.h"

#include <algorithm>
#include <cmath>

#include "core/unicode.h"

namespace pactable::recognition::tesseract {
namespace {

// In parts of the height of capitals.
constexpr double kAbove = 1.5;  // from the writing line to the upper edge of the strip
constexpr double kBelow = 0.6;
constexpr double kSharp = 25;   // pixels of the height of capitals
constexpr int kStripDpi = 200;  // what letters of this height would have

constexpr std::size_t kFewLabels = 4;

struct Place {
  int begin = 0, end = 0;  // pixels of the strip
};

struct Strips {
  PixPtr picture;
  std::vector<Place> places;
};

Strips paste(const std::vector<const LetterLine*>& lines, const Sheet& sheet, const Strip& strip) {
  double height = 1;
  for (const LetterLine* line : lines) height = std::max(height, line->height);
  const int above = static_cast<int>(std::lround(kAbove * height));
  const int below = static_cast<int>(std::lround(kBelow * height));
  const int gap = static_cast<int>(std::lround(strip.gap * height));
  const int margin = std::max(1, static_cast<int>(std::lround(0.1 * height)));
  Strips strips;
  int width = gap;
  for (const LetterLine* line : lines) {
    strips.places.push_back({width, width + line->box.width()});
    width += line->box.width() + gap;
  }
  strips.picture.reset(pixCreate(width, above + below, 8));
  if (!strips.picture) return strips;
  pixSetAllArbitrary(strips.picture.get(), kGround);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PixelBox& box = lines[i]->box;
    const int top = std::max(box.y0 - margin, 0);
    pixRasterop(strips.picture.get(), strips.places[i].begin - margin,
                above - static_cast<int>(std::lround(lines[i]->baseline)) + top, box.width() + 2 * margin,
                box.y1 + margin - top, PIX_SRC, sheet.grey.get(), box.x0 - margin, top);
  }
  return strips;
}

std::size_t nearest(const std::vector<Place>& places, double x) {
  const auto off = [x](const Place& place) { return std::max({place.begin - x, x - place.end, 0.0}); };
  const auto found =
      std::min_element(places.begin(), places.end(), [&](const Place& a, const Place& b) { return off(a) < off(b); });
  return static_cast<std::size_t>(found - places.begin());
}

// One word for each label, each near its place. The order of words is surer than the places that the engine gives its
// symbols.
bool in_order(const std::vector<ReadWord>& words, const std::vector<Place>& places, double scale, double slack) {
  if (words.size() != places.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double middle = (words[i].box.x0 + words[i].box.x1) / 2.0 / scale;
    if (middle < places[i].begin - slack || middle > places[i].end + slack) return false;
  }
  return true;
}

void read_one(const std::vector<const LetterLine*>& lines, const Sheet& sheet, Engine& engine, const Strip& strip,
              std::vector<layout::Reading>& readings) {
  Strips strips = paste(lines, sheet, strip);
  double height = 1;
  for (const LetterLine* line : lines) height = std::max(height, line->height);
  const double scale = strip.letter / height;
  // Type that is made smaller gets sharper than any print that the recogniser was trained on.
  if (strips.picture && height > kSharp) strips.picture.reset(pixBlockconv(strips.picture.get(), 1, 1));
  if (strips.picture) {
    const auto by = static_cast<l_float32>(scale);
    strips.picture.reset(pixScaleGeneral(strips.picture.get(), by, by, 0, 0));
  }
  std::vector<layout::Reading> found(lines.size());
  std::vector<int> symbols(lines.size(), 0);
  if (strips.picture) {
    engine.show(*strips.picture, kStripDpi);
    const PixelBox all{0, 0, pixGetWidth(strips.picture.get()), pixGetHeight(strips.picture.get())};
    const std::vector<ReadWord> words = engine.read(all, Setting::kLine, strip.alphabet);
    const bool ordered = in_order(words, strips.places, scale, strip.gap * height);
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (const Symbol& symbol : words[i].symbols) {
        const std::size_t index = ordered ? i : nearest(strips.places, (symbol.box.x0 + symbol.box.x1) / 2.0 / scale);
        found[index].text += symbol.text;
        found[index].confidence += symbol.confidence;
        ++symbols[index];
      }
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    found[i].text = unicode::nfc(found[i].text);
    if (symbols[i] > 0) found[i].confidence /= symbols[i];
    readings.push_back(std::move(found[i]));
  }
}

}  // namespace

std::vector<layout::Reading> read_strips(const std::vector<const LetterLine*>& lines, const Sheet& sheet,
                                         Engine& engine, const Strip& strip) {
  // Few labels stand several times in their strip; the copies in the middle have neighbours on both sides.
  std::vector<const LetterLine*> all = lines;
  std::size_t first = 0;
  if (!lines.empty() && lines.size() < kFewLabels) {
    while (all.size() < kFewLabels || all.size() < 3 * lines.size()) all.insert(all.end(), lines.begin(), lines.end());
    first = lines.size();
  }
  std::vector<layout::Reading> readings;
  const std::size_t per_strip = std::max(strip.labels, first > 0 ? all.size() : 1);
  // Even lengths: a last strip of one label would leave it without neighbours.
  const std::size_t count = std::max<std::size_t>(1, (all.size() + per_strip - 1) / per_strip);
  for (std::size_t i = 0; i < count; ++i) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(i * all.size() / count);
    const auto end = all.begin() + static_cast<std::ptrdiff_t>((i + 1) * all.size() / count);
    if (begin != end) read_one({begin, end}, sheet, engine, strip, readings);
  }
  readings.erase(readings.begin(), readings.begin() + static_cast<std::ptrdiff_t>(first));
  readings.resize(lines.size());
  return readings;
}

}  // namespace pactable::recognition::tesseract
