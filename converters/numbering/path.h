// SPDX-License-Identifier: GPL-3.0-or-later
// What: a number path of fixed size, the alphabet of the decoder's states: {4, 2, 1} for 4.2.1.
// In/out: plain values; components are 1-based, depth 0 is the place above the first number.
// Never: knows how a number is written.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace pactable::numbering {

inline constexpr int kMostLevels = 5;  // the deepest number seen in such plans is 1.1.5.3.1

struct Path {
  std::array<std::uint16_t, kMostLevels> at{};
  std::uint8_t depth = 0;

  bool operator==(const Path&) const = default;

  [[nodiscard]] int last() const { return depth == 0 ? 0 : at[depth - 1U]; }
  [[nodiscard]] Path child(int value) const {
    Path out = *this;
    out.at[out.depth++] = static_cast<std::uint16_t>(value);
    return out;
  }
  [[nodiscard]] Path up(int levels = 1) const {
    Path out = *this;
    for (; levels > 0 && out.depth > 0; --levels) out.at[--out.depth] = 0;
    return out;
  }
  [[nodiscard]] Path with_last(int value) const {
    Path out = *this;
    out.at[out.depth - 1U] = static_cast<std::uint16_t>(value);
    return out;
  }
  [[nodiscard]] bool is_prefix_of(const Path& other) const {
    if (depth > other.depth) return false;
    for (unsigned i = 0; i < depth; ++i)
      if (at[i] != other.at[i]) return false;
    return true;
  }
  /// 12 bits a component (kMostValue fits) and three bits of depth.
  [[nodiscard]] std::uint64_t key() const {
    std::uint64_t out = depth;
    for (const std::uint16_t component : at) out = (out << 12U) | component;
    return out;
  }
  [[nodiscard]] std::vector<int> components() const { return {at.begin(), at.begin() + depth}; }
  [[nodiscard]] static Path from(const std::vector<int>& components) {
    Path out;
    for (const int component : components)
      if (out.depth < kMostLevels) out = out.child(component);
    return out;
  }
};

/// First child, next sibling, or next sibling of an ancestor, with its first child where section rows are left out.
[[nodiscard]] inline bool follows(const Path& before, const Path& after) {
  if (before.depth < kMostLevels && after == before.child(1)) return true;
  for (int popped = 0; popped < before.depth; ++popped) {
    const Path top = before.up(popped);
    const Path next = top.with_last(top.last() + 1);
    if (after == next || (popped > 0 && after == next.child(1))) return true;
  }
  return false;
}

}  // namespace pactable::numbering
