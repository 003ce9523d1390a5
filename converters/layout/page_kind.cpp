// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/page_kind.h"

#include <algorithm>
#include <string_view>

namespace pactable::layout {

double image_share(const Page& page) {
  double covered = 0;
  for (const Image& image : page.images) {
    const double width = std::min(image.box.x1, page.width) - std::max(image.box.x0, 0.0);
    const double height = std::min(image.box.y1, page.height) - std::max(image.box.y0, 0.0);
    if (width > 0 && height > 0) covered += width * height;
  }
  const double area = page.width * page.height;
  return area > 0 ? covered / area : 0;
}

PageKind kind_of(const Page& page) {
  std::size_t invisible = 0;
  std::size_t all = 0;
  for (const Word& word : page.words) {
    all += word.text.size();
    if (word.invisible) invisible += word.text.size();
  }
  if (all == 0) return page.images.empty() ? PageKind::kBlank : PageKind::kPicture;
  return image_share(page) >= kPageImageShare && 2 * invisible > all ? PageKind::kRecognised : PageKind::kTyped;
}

double unmapped_share(const Page& page) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::size_t signs = 0, unmapped = 0;
  for (const Word& word : page.words) {
    signs += static_cast<std::size_t>(std::count_if(
        word.text.begin(), word.text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    for (std::size_t at = word.text.find(kReplacement); at != std::string::npos;
         at = word.text.find(kReplacement, at + kReplacement.size())) {
      ++unmapped;
    }
  }
  return signs > 0 ? static_cast<double>(unmapped) / static_cast<double>(signs) : 0;
}

}  // namespace pactable::layout
