// SPDX-License-Identifier: GPL-3.0-or-later
// What: the border between the pipeline and a character recogniser, which is loaded only where a page needs one.
// In:   pictures of pages. Out: layout::Page, as from any page-based reader, its words with their readings.
// Never: includes a header of an OCR library; loads anything by itself; opens a document.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/place.h"
#include "core/result.h"
#include "layout/page.h"
#include "layout/picture.h"

namespace pactable::recognition {

/// Reads pictures of pages. One object is used by one thread at a time.
class Recogniser {
 public:
  Recogniser() = default;
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;
  virtual ~Recogniser() = default;

  /// Words with boxes, baselines and readings, and the ruling lines of the picture, in points of the page as it is
  /// displayed. Fails with limit-exceeded for a picture beyond the bounds, unsupported where it cannot be read.
  [[nodiscard]] virtual Result<layout::Page> read_page(const layout::GreyPicture& picture) = 0;

  /// The second look: the readings of a place that should hold a number, best first; empty where nothing is seen.
  /// `box` in points.
  [[nodiscard]] virtual Result<std::vector<layout::Reading>> read_number(const layout::GreyPicture& picture,
                                                                         const Box& box) = 0;

  /// Pages of a picture file (PNG, TIFF), grey, in order. Fails with damaged or limit-exceeded.
  [[nodiscard]] virtual Result<std::vector<layout::GreyPicture>> decode(std::string_view bytes) = 0;

  /// "tesseract 5.3.0, eng"
  [[nodiscard]] virtual std::string name() const = 0;
};

/// Loads the recogniser's module and the data of `languages` ("eng", "fra", …). Fails with unsupported; the message
/// names the Debian package that is missing.
[[nodiscard]] Result<std::unique_ptr<Recogniser>> load(std::span<const std::string> languages);

}  // namespace pactable::recognition
