// SPDX-License-Identifier: GPL-3.0-or-later
// What: holds the marks of a page's picture against the words of its text layer.
// In:   a grey picture and the words. Out: how many letter-like marks no word covers, and whether columns of them were
//       missed. Never: reads a mark.
#pragma once

#include <vector>

#include "layout/page.h"
#include "layout/picture.h"

namespace pactable::scans {

struct InkSigns {
  int letters = 0;         // marks of a letter's size
  int uncovered = 0;       // of these, outside of every word
  int missing_column = 0;  // most marks that stand alone in their lines, one below the other, outside of every word
};

/// A resolution at which letters are told from dirt and a page takes a few hundredths of a second.
inline constexpr double kInkDpi = 100;

[[nodiscard]] InkSigns compare_ink(const layout::GreyPicture& picture, const std::vector<layout::Word>& words);

}  // namespace pactable::scans
