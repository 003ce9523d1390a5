// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads a page: cell by cell where lines rule tables, by areas of text elsewhere.
// In:   a picture, the engines. Out: layout::Page with words, readings and rulings.
// Never: drops ink silently: a cell with ink and no reading gets a word of U+FFFD.
#pragma once

#include "core/result.h"
#include "layout/page.h"
#include "layout/picture.h"
#include "recognition/tesseract/engine.h"

namespace pactable::recognition::tesseract {

/// `text` reads the document's languages, `latin` numbers and codes.
struct Engines {
  Engine& text;
  Engine& latin;
};

[[nodiscard]] Result<layout::Page> read_picture(const layout::GreyPicture& picture, const Engines& engines);

}  // namespace pactable::recognition::tesseract
