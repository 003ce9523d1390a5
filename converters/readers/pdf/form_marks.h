// SPDX-License-Identifier: GPL-3.0-or-later
// What: makes words of check boxes and radio buttons.
// In:   the marks of a page and its words. Out: ☑ and ☐ where boxes are; of radio buttons the words behind the one that
// is chosen stay, those behind the others become hidden.
// Never: takes a word away where no button of a group is chosen, or where it cannot be told which words are a button's.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "readers/pdf/drawn_page.h"

namespace pactable::readers::pdf {

/// Words of buttons that are not chosen, for each group of which they are no part of the text.
struct NotChosen {
  std::string words;
  Box box;
};

[[nodiscard]] std::vector<NotChosen> add_marks(const std::vector<FormMark>& marks, layout::Page& page);

}  // namespace pactable::readers::pdf
