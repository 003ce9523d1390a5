// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/tracked_changes.h"

namespace pactable::readers::docx {

int TrackedChanges::side_of(std::string_view name) {
  if (name == "ins" || name == "moveTo" || name == "cellIns") return 1;
  if (name == "del" || name == "moveFrom" || name == "cellDel") return -1;
  return 0;
}

bool TrackedChanges::leaves_out(int side, const PartPlace& place) {
  ++(side > 0 ? counts_.insertions : counts_.deletions);
  if (!counts_.first) counts_.first = place;
  return original_ == (side > 0);
}

void TrackedChanges::count_setting(const PartPlace& place) {
  ++counts_.settings;
  if (!counts_.first) counts_.first = place;
}

}  // namespace pactable::readers::docx
