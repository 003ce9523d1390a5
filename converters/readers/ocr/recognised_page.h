// SPDX-License-Identifier: GPL-3.0-or-later
// What: a page in the making, as a file of another recogniser describes it.
// In:   boxes in the file's own unit. Out: a layout::Page in points.
// Never: trusts a number: boxes are cut to the page, confidences to 0..1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::ocr {

/// More words than any page holds: a screenful of dust that was read as letters.
inline constexpr std::size_t kMostWords = 200'000;
inline constexpr std::size_t kMostPages = 20'000;

struct RecognisedPage {
  double width = 0, height = 0;  // in the file's unit
  double per_inch = 0;           // units; 0 where the file does not tell
  layout::Page page;             // boxes in the file's unit
};

/// Turns boxes into points. Where the unit is not told the longer side is taken for that of an A4 page.
[[nodiscard]] layout::Page to_points(RecognisedPage&& page, int number);

/// A word of `text`, cleaned; `confidence` 0..1. False where nothing can be seen of it.
bool add_word(layout::Page& page, std::string_view text, const Box& box, double baseline, double confidence);

/// A line that parts columns or rows, where the box is that of a line.
void add_separator(layout::Page& page, const Box& box);

[[nodiscard]] layout::Document document_of(const char* media_type, std::vector<RecognisedPage>&& pages,
                                           std::string evidence);

/// A number out of a text, 0 where there is none that is finite.
[[nodiscard]] double number_in(std::string_view text);

}  // namespace pactable::readers::ocr
