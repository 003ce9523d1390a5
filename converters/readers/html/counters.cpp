// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/counters.h"

#include <algorithm>
#include <cstdint>

namespace pactable::readers::html {
namespace {

constexpr int kMaxValue = 1'000'000'000;

int sum(int a, int b) {
  return static_cast<int>(std::clamp<std::int64_t>(static_cast<std::int64_t>(a) + b, -kMaxValue, kMaxValue));
}

}  // namespace

// An element's counter belongs to its parent: later children of that see it too.
int& Counters::make(const std::string& name) {
  std::vector<Value>& stack = values_[name];
  const std::size_t depth = is_global(name) ? 0 : made_.size() - 1;
  if (stack.empty() || stack.back().depth < depth) {
    stack.push_back({depth, 0});
    if (depth > 0) made_[depth - 1].push_back(name);
  }
  return stack.back().value;
}

int& Counters::in_force(const std::string& name) {
  const auto found = values_.find(name);
  if (found != values_.end() && !found->second.empty()) return found->second.back().value;
  return make(name);
}

void Counters::open(const Changes& reset, const Changes& increment, const Changes& set) {
  made_.emplace_back();
  change(reset, increment, set);
}

void Counters::change(const Changes& reset, const Changes& increment, const Changes& set) {
  for (const css::CounterChange& counter : reset) make(counter.name) = counter.value;
  for (const css::CounterChange& counter : increment) {
    int& value = in_force(counter.name);
    value = sum(value, counter.value);
  }
  for (const css::CounterChange& counter : set) in_force(counter.name) = counter.value;
}

void Counters::close() {
  if (made_.size() < 2) return;
  for (const std::string& name : made_.back()) {
    const auto found = values_.find(name);
    if (found != values_.end() && !found->second.empty()) found->second.pop_back();
  }
  made_.pop_back();
}

std::vector<int> Counters::values(const std::string& name) const {
  const auto found = values_.find(name);
  if (found == values_.end() || found->second.empty()) return {0};
  std::vector<int> out;
  out.reserve(found->second.size());
  for (const Value& value : found->second) out.push_back(value.value);
  return out;
}

}  // namespace pactable::readers::html
