// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/origin.h"

#include <fmt/format.h>

#include "layout/page_kind.h"

namespace pactable::readers::pdf {

void set_origin(layout::Document& document) {
  int recognised = 0;
  int typed = 0;
  for (const layout::Page& page : document.pages) {
    const layout::PageKind kind = layout::kind_of(page);
    recognised += kind == layout::PageKind::kRecognised ? 1 : 0;
    typed += kind == layout::PageKind::kTyped ? 1 : 0;
    if (kind == layout::PageKind::kPicture) {
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
