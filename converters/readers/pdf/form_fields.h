// SPDX-License-Identifier: GPL-3.0-or-later
// What: the check boxes and radio buttons of a page.
// In:   a document that is open. Out: where they are and which are chosen. Never: changes a field.
#pragma once

#include <PDFDoc.h>

#include <array>
#include <set>
#include <vector>

#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

struct FormButtons {
  std::vector<FormMark> marks;  // boxes in the units of the page's content
  std::set<int> objects;        // of their widgets, whose looks say nothing more
};

[[nodiscard]] FormButtons find_buttons(PDFDoc& document, int page);

/// The box of the page as it is displayed. `matrix` maps the units of the page's content to points of the page.
[[nodiscard]] Box displayed(const Box& box, const std::array<double, 6>& matrix);

}  // namespace pactable::readers::pdf
