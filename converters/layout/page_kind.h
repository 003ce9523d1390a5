// SPDX-License-Identifier: GPL-3.0-or-later
// What: how the text of a page came to be, as far as its words and pictures tell.
// In:   a page as a reader hands it on. Out: its kind. Never: looks into a picture.
#pragma once

#include "layout/page.h"

namespace pactable::layout {

enum class PageKind {
  kBlank,       // neither words nor pictures
  kPicture,     // pictures without words
  kRecognised,  // covered by pictures, most of its text invisible: the layer of an OCR program
  kTyped,
};

[[nodiscard]] PageKind kind_of(const Page& page);

/// A scan covers the page but for its margins; strips and tiles add up. Half a page is more than any illustration.
inline constexpr double kPageImageShare = 0.5;

/// Share of the page that its pictures cover; above 1 where they overlap.
[[nodiscard]] double image_share(const Page& page);

/// Share of the signs of the page's words that stand as U+FFFD, because their font does not tell what they are.
[[nodiscard]] double unmapped_share(const Page& page);

/// A page with more than this cannot be read by its text. Bullets and formulas stay far below.
inline constexpr double kUnreadableShare = 0.5;

}  // namespace pactable::layout
