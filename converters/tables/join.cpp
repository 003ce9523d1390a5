// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/tables.h"

namespace pactable::tables {

std::vector<layout::Block> join(std::vector<layout::Block> blocks) { return blocks; }

}  // namespace pactable::tables
