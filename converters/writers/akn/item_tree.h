// SPDX-License-Identifier: GPL-3.0-or-later
// What: the flat list of items as a tree for formats that nest them.
// In:   the items of a plan. Out: their children and the roots of each table, by place in the list.
// Never: loses an item: one whose parent does not stand above it in its own table is a root.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace pactable::writers::akn {

struct ItemTree {
  std::vector<std::vector<std::size_t>> children;         // of each item, in reading order
  std::map<std::string, std::vector<std::size_t>> roots;  // of each table, in reading order
};

/// No deeper than 32 levels: what lies deeper stands on the last one.
[[nodiscard]] ItemTree tree_of(const std::vector<plan::Item>& items);

}  // namespace pactable::writers::akn
