// SPDX-License-Identifier: GPL-3.0-or-later
// What: turns a page upright whose content is set turned, without saying so by /Rotate.
// In:   a page as drawn. Out: the same page with level lines, and by how much it was turned.
// Never: turns a page for a turned header row or a label at its side.
#pragma once

#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

/// Degrees clockwise by which the page was turned: 0, 90, 180 or 270.
int turn_upright(DrawnPage& page);

}  // namespace pactable::readers::pdf
