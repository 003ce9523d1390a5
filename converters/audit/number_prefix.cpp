// SPDX-License-Identifier: GPL-3.0-or-later
// NUM-PREFIX: an item stands under another whose number its own does not begin with, though it has a level more (4.2.1
// under 4.4). Where the number is disputed NUM-AUTHOR has said so.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "audit/checks.h"

namespace pactable::audit {
namespace {

using plan::Item;

bool is_held(const Item& item) {
  return item.number && item.number->canonical && !item.number->path.empty() &&
         item.number->status != plan::NumberStatus::kDisputed;
}

bool begins_with(const std::vector<int>& path, const std::vector<int>& prefix) {
  return path.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

}  // namespace

void check_prefixes(plan::Plan& plan, const grammar::Family& /*family*/) {
  std::map<std::string, const Item*> items;
  for (const Item& item : plan.items) items.emplace(item.id, &item);
  for (const Item& item : plan.items) {
    if (!item.parent || !is_held(item)) continue;
    const auto parent = items.find(*item.parent);
    if (parent == items.end() || !is_held(*parent->second)) continue;
    const Item& above = *parent->second;
    // Flat numbers under numbered sections have no prefix to keep.
    const bool deeper = item.number->path.size() > above.number->path.size();
    if (!deeper || begins_with(item.number->path, above.number->path)) continue;
    plan.findings.push_back({"NUM-PREFIX",
                             plan::Level::kWarning,
                             {item.id},
                             fmt::format("{} stands under {}", *item.number->canonical, *above.number->canonical),
                             std::nullopt,
                             {}});
  }
}

}  // namespace pactable::audit
