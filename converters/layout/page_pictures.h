// SPDX-License-Identifier: GPL-3.0-or-later
// What: the border to whatever draws the pages of one document, which it keeps open.
// In:   numbers of pages. Out: one picture at a time. Never: keeps a picture that it has handed on.
#pragma once

#include "core/result.h"
#include "layout/picture.h"

namespace pactable::layout {

class PagePictures {
 public:
  PagePictures() = default;
  PagePictures(const PagePictures&) = delete;
  PagePictures& operator=(const PagePictures&) = delete;
  virtual ~PagePictures() = default;
  /// `page` is 1-based; drawn as a viewer shows it. Fails with limit-exceeded where it cannot be drawn.
  [[nodiscard]] virtual Result<GreyPicture> draw(int page, double dpi) = 0;
};

}  // namespace pactable::layout
