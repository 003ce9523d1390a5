// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/tables.h"

namespace pactable::tables {

std::vector<layout::Block> find(const layout::Document& document) { return document.blocks; }

}  // namespace pactable::tables
