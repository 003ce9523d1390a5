// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/origin.h"

#include <fmt/format.h>

#include <algorithm>

namespace pactable::readers::pdf {
namespace {

// A scan covers the page but for its margins; strips and tiles add up. Half a page is more than any illustration.
constexpr double kPageImageShare = 0.5;

enum class PageKind { kBlank, kPicture, kRecognised, kTyped };

double image_share(const layout::Page& page) {
  double covered = 0;
  for (const layout::Image& image : page.images) {
    const double width = std::min(image.box.x1, page.width) - std::max(image.box.x0, 0.0);
    const double height = std::min(image.box.y1, page.height) - std::max(image.box.y0, 0.0);
    if (width > 0 && height > 0) covered += width * height;
  }
  const double area = page.width * page.height;
  return area > 0 ? covered / area : 0;
}

PageKind kind_of(const layout::Page& page) {
  std::size_t invisible = 0;
  std::size_t all = 0;
  for (const layout::Word& word : page.words) {
    all += word.text.size();
    if (word.invisible) invisible += word.text.size();
  }
  const bool pictured = image_share(page) >= kPageImageShare;
  if (all == 0) return page.images.empty() ? PageKind::kBlank : PageKind::kPicture;
  return pictured && 2 * invisible > all ? PageKind::kRecognised : PageKind::kTyped;
}

}  // namespace

void set_origin(layout::Document& document) {
  int recognised = 0;
  int typed = 0;
  for (const layout::Page& page : document.pages) {
    const PageKind kind = kind_of(page);
    recognised += kind == PageKind::kRecognised ? 1 : 0;
    typed += kind == PageKind::kTyped ? 1 : 0;
    if (kind == PageKind::kPicture) {
      const Box whole{0, 0, page.width, page.height};
      document.oddities.push_back(
          {"PDF-NO-TEXT", "the page is a picture without text: nothing of it was read", PagePlace{page.number, whole}});
    }
  }
  const int with_text = recognised + typed;
  if (with_text == 0) {
    document.origin = LabelOrigin::kUnknown;
    document.origin_evidence.push_back("no page holds text");
    return;
  }
  document.origin = recognised > typed ? LabelOrigin::kOcr : LabelOrigin::kTyped;
  if (recognised > 0) {
    document.origin_evidence.push_back(
        fmt::format("invisible text over page images on {} of {} pages", recognised, with_text));
  }
  if (typed > 0) document.origin_evidence.push_back(fmt::format("visible text on {} of {} pages", typed, with_text));
}

}  // namespace pactable::readers::pdf
