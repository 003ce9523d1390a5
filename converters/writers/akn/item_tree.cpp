// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/akn/item_tree.h"

#include <string_view>

namespace pactable::writers::akn {
namespace {

// A printed tree has five levels.
constexpr int kMaxDepth = 32;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

}  // namespace

ItemTree tree_of(const std::vector<plan::Item>& items) {
  ItemTree tree{std::vector<std::vector<std::size_t>>(items.size()), {}};
  std::map<std::string_view, std::size_t> seen;
  std::vector<std::size_t> parents(items.size(), kNone);
  std::vector<int> depths(items.size(), 0);
  for (std::size_t i = 0; i < items.size(); ++i) {
    // An empty name claims nothing; the other formats leave it out.
    const bool named = items[i].parent && !items[i].parent->empty();
    const auto found = named ? seen.find(*items[i].parent) : seen.end();
    seen.emplace(items[i].id, i);
    if (found == seen.end() || items[found->second].table != items[i].table) {
      tree.roots[items[i].table].push_back(i);
      continue;
    }
    std::size_t parent = found->second;
    if (depths[parent] + 1 >= kMaxDepth) parent = parents[parent];
    parents[i] = parent;
    depths[i] = depths[parent] + 1;
    tree.children[parent].push_back(i);
  }
  return tree;
}

}  // namespace pactable::writers::akn
