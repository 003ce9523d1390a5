// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "decisions/change.h"

namespace pactable::decisions {
namespace {

std::size_t depth_of(const plan::Item& item) { return item.number ? item.number->path.size() : 0; }

const plan::Item* by_id(const plan::Plan& plan, const std::optional<std::string>& id) {
  const auto found =
      std::find_if(plan.items.begin(), plan.items.end(), [&](const auto& item) { return item.id == id; });
  return found == plan.items.end() ? nullptr : &*found;
}

/// The nearest row above, in the same table, whose number has fewer levels; else what stands above the top rows there.
std::optional<std::string> parent_by_position(const plan::Plan& plan, std::size_t at) {
  const plan::Item& item = plan.items[at];
  for (std::size_t i = at; i-- > 0 && plan.items[i].table == item.table;) {
    const plan::Item& above = plan.items[i];
    const std::size_t depth = depth_of(above);
    if (depth == 0) continue;
    if (depth < depth_of(item)) return above.id;
    if (depth == depth_of(item)) return above.parent;
  }
  // Nothing of this depth stands above it: groups and headings carry no number.
  const plan::Item* parent = by_id(plan, item.parent);
  while (parent != nullptr && depth_of(*parent) > 0) parent = by_id(plan, parent->parent);
  return parent != nullptr ? std::optional(parent->id) : std::nullopt;
}

/// What most rows of this depth are in the same table; nothing where there is no other.
std::optional<plan::ItemKind> kind_by_depth(const plan::Plan& plan, std::size_t at) {
  std::map<plan::ItemKind, int> counts;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const plan::Item& other = plan.items[i];
    if (i != at && other.table == plan.items[at].table && depth_of(other) == depth_of(plan.items[at])) {
      ++counts[other.kind];
    }
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

}  // namespace

std::optional<plan::Repair> take_repair(plan::Plan& plan, const std::optional<std::string>& id) {
  const auto found = std::find_if(plan.repairs.begin(), plan.repairs.end(), [&](const auto& r) { return r.id == id; });
  if (found == plan.repairs.end()) return std::nullopt;
  plan::Repair repair = std::move(*found);
  plan.repairs.erase(found);
  return repair;
}

std::string add_review(plan::Plan& plan, std::size_t item, plan::Repair repair) {
  std::map<std::string, std::size_t> order;
  for (std::size_t i = 0; i < plan.items.size(); ++i) order.emplace(plan.items[i].id, i);
  const auto count = std::count_if(plan.repairs.begin(), plan.repairs.end(),
                                   [](const plan::Repair& r) { return r.rule == plan::kReviewRule; });
  repair.id = "rev" + std::to_string(count + 1);
  repair.rule = std::string(plan::kReviewRule);
  repair.confidence = 1;
  const auto behind = std::find_if(plan.repairs.begin(), plan.repairs.end(),
                                   [&](const plan::Repair& r) { return order[r.item] > item; });
  return plan.repairs.insert(behind, std::move(repair))->id;
}

void settle_tree(plan::Plan& plan, std::size_t at, std::size_t old_depth) {
  plan::Item& item = plan.items[at];
  item.parent = parent_by_position(plan, at);
  if (const auto kind = kind_by_depth(plan, at)) item.kind = *kind;
  const std::size_t end_depth = old_depth == 0 ? depth_of(item) : std::min(depth_of(item), old_depth);
  for (std::size_t i = at + 1; i < plan.items.size() && plan.items[i].table == item.table; ++i) {
    const std::size_t depth = depth_of(plan.items[i]);
    if (depth == 0) continue;
    if (depth <= end_depth) break;
    plan.items[i].parent = parent_by_position(plan, i);
  }
}

}  // namespace pactable::decisions
