// SPDX-License-Identifier: GPL-3.0-or-later
// What: the second look: reads one place of a page that should hold a number.
// In:   the picture of the page, a box as it is displayed. Out: readings, best first; none where nothing is seen.
// Never: looks outside of the box and a margin around it.
#pragma once

#include "core/place.h"
#include "recognition/tesseract/labels.h"

namespace pactable::recognition::tesseract {

/// `box` in points. Of several lines in the box the first with digits counts. Fails as make_sheet does.
[[nodiscard]] Result<Readings> read_number_at(const layout::GreyPicture& picture, const Box& box,
                                              const Engines& engines);

}  // namespace pactable::recognition::tesseract
