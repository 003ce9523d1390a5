// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ocr/recognised_page.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/unicode.h"

namespace pactable::readers::ocr {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kLongerSideOfA4 = 842;  // points
constexpr double kLeastDpi = 50;         // less is a screen's, or nothing
constexpr double kMaxPageSide = 14'400;  // points; the largest page that PDF allows
constexpr double kLineShape = 8;         // as many times as long as it is thick

Box scaled(const Box& box, double scale, const layout::Page& page) {
  const auto x = [&](double value) { return std::clamp(value * scale, 0.0, page.width); };
  const auto y = [&](double value) { return std::clamp(value * scale, 0.0, page.height); };
  return {x(box.x0), y(box.y0), std::max(x(box.x0), x(box.x1)), std::max(y(box.y0), y(box.y1))};
}

}  // namespace

layout::Page to_points(RecognisedPage&& from, int number) {
  layout::Page page = std::move(from.page);
  double width = std::max(from.width, 0.0), height = std::max(from.height, 0.0);
  if (width == 0 || height == 0) {
    for (const layout::Word& word : page.words) {
      width = std::max(width, word.box.x1);
      height = std::max(height, word.box.y1);
    }
  }
  const double longer = std::max({width, height, 1.0});
  double scale = from.per_inch >= kLeastDpi ? kPointsPerInch / from.per_inch : kLongerSideOfA4 / longer;
  scale = std::min(scale, kMaxPageSide / longer);
  page.number = number;
  page.width = width * scale;
  page.height = height * scale;
  for (layout::Word& word : page.words) {
    word.box = scaled(word.box, scale, page);
    word.baseline = std::clamp(word.baseline * scale, word.box.y0, word.box.y1);
    word.font_size = word.box.height();
  }
  for (layout::Ruling& ruling : page.rulings) ruling.box = scaled(ruling.box, scale, page);
  return page;
}

bool add_word(layout::Page& page, std::string_view text, const Box& box, double baseline, double confidence) {
  layout::Word word;
  word.text = unicode::nfc(unicode::xml_safe(unicode::collapse_space(text)));
  if (word.text.empty()) return false;
  word.box = box;
  word.baseline = baseline;
  word.space_after = true;
  word.readings = {{word.text, std::isfinite(confidence) ? std::clamp(confidence, 0.0, 1.0) : 0}};
  page.words.push_back(std::move(word));
  return true;
}

void add_separator(layout::Page& page, const Box& box) {
  const double width = box.width(), height = box.height();
  if (std::max(width, height) < kLineShape * std::min(width, height)) return;
  page.rulings.push_back({box, width >= height});
}

layout::Document document_of(const char* media_type, std::vector<RecognisedPage>&& pages, std::string evidence) {
  layout::Document document;
  document.media_type = media_type;
  document.origin = LabelOrigin::kOcr;
  document.origin_evidence = {std::move(evidence)};
  int number = 0;
  for (RecognisedPage& page : pages) document.pages.push_back(to_points(std::move(page), ++number));
  return document;
}

double number_in(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && std::isfinite(value) ? value : 0;
}

}  // namespace pactable::readers::ocr
