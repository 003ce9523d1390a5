// SPDX-License-Identifier: GPL-3.0-or-later
// What: a step of the reading of a row, for people who ask why it became what it is. Data only.
// Never: part of a plan, or of anything else that is written with one.
#pragma once

#include <string>

namespace pactable::plan {

struct TraceLine {
  std::string item_or_row;  // "t1.r14"; a row that became no item is named as an item of it would be
  std::string rule;         // "R-CONTINUE"
  std::string evidence;     // names of what spoke for it, spaces between them: "behind-break open-end"
  std::string text;         // of the row, whole
};

}  // namespace pactable::plan
